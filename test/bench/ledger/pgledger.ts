import { readFile } from "node:fs/promises";
import type { Sql } from "postgres";

/** Loads pgledger from the file that `PGLEDGER_SQL` names (what it needs included) and opens its accounts. */
export async function setUpPgledger(sql: Sql, file: string, accounts: number): Promise<string[]> {
  await sql.unsafe(await readFile(file, "utf8"));
  const rows = await sql<{ id: string }[]>`
    select (pgledger_create_account('account ' || n, 'EUR')).id from generate_series(1, ${accounts}) as n`;
  return rows.map(({ id }) => id);
}

/** The amount's type is pgledger's own to say: numeric in some of its versions, money in others. */
export const pgledgerTransfer = (sql: Sql, from: string, to: string, amount: number) =>
  sql`select id from pgledger_create_transfer(${from}, ${to}, ${String(amount)})`;
