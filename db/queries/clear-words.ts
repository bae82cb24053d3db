import { type SQL, sql } from "drizzle-orm";
import type { Reader, Tx } from "#db/client.ts";

/** A column of words about a case that a database of before has in the clear, behind a byte 0; `id` tells its rows apart within a case. */
export type WordColumn = { table: string; column: string; id: string };
type Words = { caseId: string; id: string; words: Buffer };

const lieClear = ({ table, column }: WordColumn): SQL =>
  sql`${sql.identifier(table)} where substring(${sql.identifier(column)} from 1 for 1) = '\\x00'::bytea`;

export async function isAnyWordClear(reader: Reader, columns: readonly WordColumn[]): Promise<boolean> {
  const each = columns.map((column) => sql`exists(select from ${lieClear(column)})`);
  const [found] = await reader.execute<{ clear: boolean }>(sql`select ${sql.join(each, sql` or `)} as clear`);
  return found.clear;
}

/** Rows of a column that are not sealed yet. They are held, and another process that seals waits. */
export const clearWords = (tx: Tx, of: WordColumn, limit: number) =>
  tx.execute<Words>(sql`select case_id as "caseId", ${sql.identifier(of.id)}::text as id, ${sql.identifier(of.column)} as words
    from ${lieClear(of)} order by case_id, ${sql.identifier(of.id)} limit ${limit} for update`);

export async function writeSealedWords(
  tx: Tx,
  of: WordColumn,
  { caseId, id, words }: { caseId: string; id: string; words: Buffer },
): Promise<void> {
  await tx.execute(sql`update ${sql.identifier(of.table)} set ${sql.identifier(of.column)} = ${words}
    where case_id = ${caseId} and ${sql.identifier(of.id)}::text = ${id}`);
}
