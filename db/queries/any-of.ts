import { type SQL, sql } from "drizzle-orm";
import type { SortOf } from "#app/domain/market/narrow.ts";

/** One parameter however long the list is, so that a statement keeps its plan: `place = any($1::text[])`. */
export const anyText = (values: readonly string[]): SQL => sql`any(${textArray(values)})`;

/** A list of texts as one array of the database. */
export const textArray = (values: readonly string[]): SQL => sql`${literal(values)}::text[]`;

const literal = (values: readonly string[]): string =>
  `{${values.map((value) => `"${value.replace(/(["\\])/g, "\\$1")}"`).join(",")}}`;

/** Rows of such a field or of such a claim kind. What is not asked for is left out: an empty list would cost the reader its index. */
export function ofSort({ fields, kinds }: SortOf): SQL {
  const asked = [
    ...(fields ? [sql`field = ${anyText(fields)}`] : []),
    ...(kinds ? [sql`claim_kind = ${anyText(kinds)}`] : []),
  ];
  return asked.length > 0 ? sql`(${sql.join(asked, sql` or `)})` : sql`false`;
}
