import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";
import * as schema from "./schema.ts";

/** `$client` is the driver itself, for what the query builder cannot say: COPY. */
export type Db = PostgresJsDatabase<typeof schema> & { $client: Sql };
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];
/** Where a query may run: inside a transaction or beside one. */
export type Reader = Db | Tx;

/** Either a URL or the parts; `role` makes every session of the pool act as that database role. */
export type ConnectionOptions = {
  url?: string;
  host?: string;
  port?: number;
  database?: string;
  user?: string;
  role?: string;
  max?: number;
};

export function connect(options: ConnectionOptions) {
  const shared = {
    max: options.max ?? 10,
    onnotice: () => {},
    connection: { application_name: "rung", ...(options.role ? { role: options.role } : {}) },
  };
  const client = options.url
    ? postgres(options.url, shared)
    : postgres({
        host: options.host,
        port: options.port,
        database: options.database,
        username: options.user,
        ...shared,
      });
  return {
    db: drizzle(client, { schema, casing: "snake_case" }),
    close: () => client.end({ timeout: 5 }),
  };
}
