import type { Sql } from "postgres";

/** pgbench's own tables, with a tenth of its accounts a branch: what slows its writers is the branches' rows, not the accounts. */
export async function setUpTpcb(sql: Sql, branches: number) {
  await sql.unsafe(`
    create table pgbench_branches (bid int primary key, bbalance int, filler char(88)) with (fillfactor = 100);
    create table pgbench_tellers (tid int primary key, bid int, tbalance int, filler char(84)) with (fillfactor = 100);
    create table pgbench_accounts (aid int primary key, bid int, abalance int, filler char(84)) with (fillfactor = 100);
    create table pgbench_history (tid int, bid int, aid int, delta int, mtime timestamp, filler char(22));
    insert into pgbench_branches select n, 0 from generate_series(1, ${branches}) n;
    insert into pgbench_tellers select n, (n - 1) / 10 + 1, 0 from generate_series(1, ${branches * 10}) n;
    insert into pgbench_accounts select n, (n - 1) / 10000 + 1, 0, '' from generate_series(1, ${branches * 10_000}) n`);
  for (const table of ["branches", "tellers", "accounts"])
    await sql.unsafe(`vacuum analyze pgbench_${table}`);
}

/** One transaction of pgbench's "TPC-B (sort of)", statement by statement as pgbench sends them. */
export function tpcbTransaction(sql: Sql, branches: number, chance: () => number) {
  const upTo = (most: number) => 1 + Math.floor(chance() * most);
  const [aid, tid, bid] = [upTo(branches * 10_000), upTo(branches * 10), upTo(branches)];
  const delta = upTo(10_001) - 5_001;
  return sql.begin(async (tx) => {
    await tx`update pgbench_accounts set abalance = abalance + ${delta} where aid = ${aid}`;
    await tx`select abalance from pgbench_accounts where aid = ${aid}`;
    await tx`update pgbench_tellers set tbalance = tbalance + ${delta} where tid = ${tid}`;
    await tx`update pgbench_branches set bbalance = bbalance + ${delta} where bid = ${bid}`;
    await tx`insert into pgbench_history (tid, bid, aid, delta, mtime) values (${tid}, ${bid}, ${aid}, ${delta}, current_timestamp)`;
  });
}
