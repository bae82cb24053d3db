import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { freshDatabase } from "#test/support/database.ts";
import { pgledgerTransfer, setUpPgledger } from "./ledger/pgledger.ts";

const folder = mkdtempSync(join(tmpdir(), "rung-pgledger-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Stands in for pgledger's file: functions of the same names, parameters and results, and nothing of how it books. */
const standIn = (amount: "numeric" | "money") => `
  create table peer_accounts (id text primary key default gen_random_uuid()::text, name text, currency text, balance ${amount} default 0::${amount});
  create table peer_transfers (id text primary key default gen_random_uuid()::text, from_id text, to_id text, amount ${amount});
  create function pgledger_create_account(name text, currency text, allow_negative_balance boolean default true,
      allow_positive_balance boolean default true, metadata jsonb default null) returns setof peer_accounts language sql as
    $$ insert into peer_accounts (name, currency) values ($1, $2) returning * $$;
  create function pgledger_create_transfer(from_account_id text, to_account_id text, amount ${amount},
      event_at timestamptz default null, metadata jsonb default null) returns setof peer_transfers language sql as
    $$ update peer_accounts set balance = balance - $3 where id = $1;
       update peer_accounts set balance = balance + $3 where id = $2;
       insert into peer_transfers (from_id, to_id, amount) values ($1, $2, $3) returning * $$;`;

for (const amount of ["numeric", "money"] as const)
  test(`the bench loads what PGLEDGER_SQL names and posts through it, amounts being ${amount}`, async () => {
    const file = join(folder, `${amount}.sql`);
    writeFileSync(file, standIn(amount));
    const { owner } = await freshDatabase();
    const { host, port, database, user } = owner;
    const sql = postgres({ host, port, database, username: user, max: 2, onnotice: () => {} });
    try {
      const ids = await setUpPgledger(sql, file, 4);
      expect(new Set(ids).size).toBe(4);
      for (const _ of [1, 2, 3]) await pgledgerTransfer(sql, ids[0], ids[1], 250);
      const rows = await sql`select balance::numeric::int as held from peer_accounts order by balance`;
      expect(rows.map(({ held }) => held)).toEqual([-750, 0, 0, 750]);
      expect((await sql`select count(*)::int as n from peer_transfers`)[0].n).toBe(3);
    } finally {
      await sql.end();
    }
  });
