import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";

/** Every column of every table of the database, of the product and of its job library, with all that stands in it as text. */
export async function dumpOf(owner: Db): Promise<Map<string, string>> {
  const columns = await owner.execute<{ schema: string; table: string; column: string }>(sql`
    select table_schema as schema, table_name as table, column_name as column
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
      and data_type in ('text', 'character varying', 'json', 'jsonb', 'bytea', 'ARRAY')`);
  const dump = new Map<string, string>();
  for (const { schema, table, column } of columns) {
    const [{ all }] = await owner.execute<{ all: string | null }>(sql`
      select string_agg(${sql.identifier(column)}::text, E'\n') as all
      from ${sql.identifier(schema)}.${sql.identifier(table)}`);
    if (all) dump.set(`${table}.${column}`, all);
  }
  return dump;
}

/** In which columns a word stands: as it is, without regard to capitals, or as bytes or base64 that nobody would have to break. */
export function placesOf(dump: ReadonlyMap<string, string>, word: string): string[] {
  const bytes = Buffer.from(word);
  // What stands within base64 depends on how many bytes stand before it.
  const within = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString("base64")
      .replace(/=+$/, "");
    return text.slice(Math.ceil((before * 4) / 3), text.length - ((before + bytes.length) % 3 && 1));
  });
  const forms = [bytes.toString("hex"), JSON.stringify(word).slice(1, -1).toLowerCase(), word.toLowerCase()];
  return [...dump].flatMap(([place, all]) => {
    const plain = all.toLowerCase();
    return forms.some((form) => plain.includes(form)) || within.some((form) => all.includes(form))
      ? place
      : [];
  });
}
