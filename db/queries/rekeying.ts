import { type SQL, sql } from "drizzle-orm";
import type { Db, Reader, Tx } from "#db/client.ts";

type ColumnType = "uuid" | "text" | "integer" | "bytea";
export type KeptValue = string | number | Uint8Array | null;
export type KeptRow = Record<string, KeptValue>;

/** A table that keeps something under the application's secret. Names and conditions are ours, never a person's input. */
export type KeptTable = {
  table: string;
  key: Record<string, ColumnType>;
  /** What is kept under a secret. */
  columns: Record<string, ColumnType>;
  /** What is read besides, to make it anew. */
  reads?: readonly string[];
  /** Where more of it is read: a table that has the same key. */
  beside?: { table: string; reads: readonly string[] };
  /** The rows that may need it; every row where it cannot be told in SQL. */
  where?: string;
};

type From = { after: KeptRow | null; limit: number };

const names = (columns: readonly string[], prefix = "") =>
  sql.join(
    columns.map((column) => sql`${sql.raw(prefix)}${sql.identifier(column)}`),
    sql`, `,
  );

/** Rows of one table in the order of their keys. With `locked` they are held; what somebody else holds is passed over. */
export async function keptRows(
  reader: Reader,
  kept: KeptTable,
  { after, limit }: From,
  locked: boolean,
): Promise<KeptRow[]> {
  const key = Object.keys(kept.key);
  const read = [...(kept.reads ?? []), ...(kept.beside?.reads ?? [])];
  const all = [...new Set([...key, ...Object.keys(kept.columns), ...read])];
  const table = sql.identifier(kept.table);
  const beside = kept.beside && sql`left join ${sql.identifier(kept.beside.table)} using (${names(key)})`;
  const beyond = after ? sql`(${names(key)}) > (${typed(kept.key, after)})` : sql`true`;
  const rows = await reader.execute<KeptRow>(sql`select ${names(all)} from ${table} ${beside ?? sql``}
    where ${beyond} and (${sql.raw(kept.where ?? "true")}) order by ${names(key)} limit ${limit}
    ${locked ? sql`for no key update of ${table} skip locked` : sql``}`);
  return [...rows];
}

const typed = (key: Record<string, ColumnType>, row: KeptRow): SQL =>
  sql.join(
    Object.entries(key).map(([column, type]) => sql`${row[column]}::${sql.raw(type)}`),
    sql`, `,
  );

export type Rekeyed = { row: KeptRow; columns: Record<string, string | null> };

/** Writes what was made anew, in one statement. */
export async function writeRekeyed(tx: Tx, kept: KeptTable, rekeyed: readonly Rekeyed[]): Promise<void> {
  if (rekeyed.length === 0) return;
  const key = Object.entries(kept.key);
  const columns = Object.entries(kept.columns);
  const records = rekeyed.map(({ row, columns: written }) => ({
    ...Object.fromEntries(key.map(([column]) => [`of_${column}`, row[column]])),
    ...Object.fromEntries(columns.map(([column]) => [`new_${column}`, written[column]])),
  }));
  const shape = [
    ...key.map(([column, type]) => sql`${sql.identifier(`of_${column}`)} ${sql.raw(type)}`),
    ...columns.map(([column, type]) => sql`${sql.identifier(`new_${column}`)} ${sql.raw(type)}`),
  ];
  const sets = columns.map(([c]) => sql`${sql.identifier(c)} = made.${sql.identifier(`new_${c}`)}`);
  const same = key.map(([c]) => sql`kept.${sql.identifier(c)} = made.${sql.identifier(`of_${c}`)}`);
  await tx.execute(sql`update ${sql.identifier(kept.table)} kept set ${sql.join(sets, sql`, `)}
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as made(${sql.join(shape, sql`, `)})
    where ${sql.join(same, sql` and `)}`);
}

/** A transaction in which the guards let what is kept under a secret be written anew, and nothing beside it; as the database's owner alone. */
export const whileRekeying = <T>(owner: Db, work: (tx: Tx) => Promise<T>): Promise<T> =>
  owner.transaction(async (tx) => {
    await tx.execute(sql`set local rung.rekeying = 'on'`);
    return work(tx);
  });
