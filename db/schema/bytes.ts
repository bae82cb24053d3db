import { sql } from "drizzle-orm";
import { customType, index, type PgColumn } from "drizzle-orm/pg-core";

export const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** Finds what lies in the clear still, behind a byte 0, until the next start seals it; empty in every database that was started since. */
export const clearIndex = (name: string, key: PgColumn, column: PgColumn) =>
  index(name).on(key).where(sql`substring(${column} from 1 for 1) = '\\x00'::bytea`);
