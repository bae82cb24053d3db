import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReservedSql, Sql, TransactionSql } from "postgres";
import type { ImportCounts } from "#app/domain/portfolios/portfolio.ts";
import type { Db } from "#db/client.ts";

/** Claims of one chunk as COPY reads them (text format), in the order of `stageColumns`. */
export type Staged = { lines: Buffer; count: number };

const stageColumns =
  "case_id, row_no, group_no, place_code, principal, due_on, limitation_last, name_key, sealed, duplicate_key";

/** Lives as long as its connection. */
const createStage = (name: string) => `create temporary table if not exists ${name} (
  case_id uuid, row_no integer, group_no integer, place_code text, principal bigint, due_on date, limitation_last date,
  name_key bytea, sealed bytea, duplicate_key text)`;

export type GroupCount = { groupNo: number; claims: number; principal: bigint };
export type Duplicate = {
  rowNo: number;
  reason: "duplicate_row" | "duplicate_import" | "duplicate_case";
  detail: string;
};
export type StoredReject = {
  rowNo: number;
  no: number;
  column: string;
  reason: string;
  detail: string;
  sealedValue: string;
};

async function stage(
  sql: TransactionSql | ReservedSql,
  { lines, count }: Staged,
  name = "import_stage",
): Promise<void> {
  if (count === 0) return;
  const into = await sql.unsafe(`copy ${name} (${stageColumns}) from stdin`).writable();
  await pipeline(Readable.from([lines]), into);
}

type Actor = { userId: string | null; orgId: string | null; role: string };

/**
 * A transaction on the driver itself, with the actor told to the database as `transact` tells it, and with a place for a chunk's
 * claims. What need not wait for an answer is asked in one go: while rows are made ready, each answer waits to be heard.
 */
export function copyTransaction<T>(
  db: Db,
  { userId, orgId, role }: Actor,
  work: (sql: TransactionSql) => Promise<T>,
): Promise<T> {
  return db.$client.begin(async (sql) => {
    await Promise.all([
      sql`select set_config('rung.user_id', ${userId ?? ""}, true), set_config('rung.org_id', ${orgId ?? ""}, true),
        set_config('rung.role', ${role}, true)`,
      sql.unsafe(`${createStage("import_stage")} on commit delete rows`),
    ]);
    return work(sql);
  }) as Promise<T>;
}

/**
 * Takes a chunk's claims that are not known yet: neither from the file's earlier rows, nor from earlier imports, nor as a posted
 * case. One statement stores them; the others are named with what knows them.
 */
export async function storeClaims(
  sql: TransactionSql,
  { portfolioId, staged }: { portfolioId: string; staged: Staged },
): Promise<{ groups: GroupCount[]; duplicates: Duplicate[] }> {
  await stage(sql, staged);
  const rows = await sql<{ group_no: number; claims: number; principal: string }[]>`
    with taken as (
      insert into portfolio_claims (case_id, portfolio_id, group_no, row_no, place_code, principal, due_on, limitation_last,
        name_key, sealed)
      select s.case_id, ${portfolioId}, s.group_no, s.row_no, s.place_code, s.principal, s.due_on, s.limitation_last, s.name_key,
        s.sealed
      from import_stage s
      where not exists (select 1 from debtors d join cases c on c.case_id = d.case_id
        where d.duplicate_key = s.duplicate_key and c.status <> 'refused')
      order by s.row_no
      on conflict (case_id) do nothing
      returning group_no, principal)
    select group_no, count(*)::integer as claims, sum(principal)::text as principal from taken group by group_no`;
  const groups = rows.map(({ group_no, claims, principal }) => ({
    groupNo: group_no,
    claims,
    principal: BigInt(principal),
  }));
  const taken = groups.reduce((sum, { claims }) => sum + claims, 0);
  return { groups, duplicates: taken === staged.count ? [] : await duplicatesIn(sql, portfolioId) };
}

/** The staged claims that were not taken, each with what had it first. */
const duplicatesIn = (sql: Sql | TransactionSql, portfolioId: string): Promise<Duplicate[]> =>
  sql<Duplicate[]>`
    select s.row_no as "rowNo",
      case when c.code is not null then 'duplicate_case' when p.portfolio_id = ${portfolioId} then 'duplicate_row'
        else 'duplicate_import' end as reason,
      coalesce(c.code, case when p.portfolio_id = ${portfolioId} then p.row_no::text else f.code end, '') as detail
    from import_stage s
    left join portfolio_claims p on p.case_id = s.case_id
    left join portfolios f on f.id = p.portfolio_id
    left join lateral (select c.code from debtors d join cases c on c.case_id = d.case_id
      where d.duplicate_key = s.duplicate_key and c.status <> 'refused' and p.case_id is null limit 1) c on true
    where p.case_id is null or p.portfolio_id <> ${portfolioId} or p.row_no <> s.row_no
    order by s.row_no` as unknown as Promise<Duplicate[]>;

export async function storeRejects(
  sql: TransactionSql,
  portfolioId: string,
  rejects: readonly StoredReject[],
): Promise<void> {
  if (rejects.length === 0) return;
  const column = <K extends keyof StoredReject>(key: K) => rejects.map((each) => each[key]);
  await sql`insert into portfolio_rejects (portfolio_id, row_no, no, "column", reason, detail, sealed_value)
    select ${portfolioId}, * from unnest(${column("rowNo")}::integer[], ${column("no")}::integer[], ${column("column")}::text[],
      ${column("reason")}::text[], ${column("detail")}::text[], ${column("sealedValue")}::text[])`;
}

export type ImportState = { status: string; rowsDone: number; counts: ImportCounts };

/** Holds an import while a chunk of it is stored, so that two processes never store the same chunk. */
export async function lockImport(sql: TransactionSql, portfolioId: string): Promise<ImportState | null> {
  const [row] = await sql<{ status: string; rows_done: number; counts: ImportCounts }[]>`
    select status, rows_done, counts::text as counts from portfolios where id = ${portfolioId} for update`;
  if (!row) return null;
  const counts = typeof row.counts === "string" ? JSON.parse(row.counts) : row.counts;
  return { status: row.status, rowsDone: row.rows_done, counts };
}

type ImportProgress = { rowsDone: number; counts: ImportCounts; bytesRead: number; now: Date };

export async function saveProgress(
  sql: TransactionSql,
  portfolioId: string,
  { rowsDone, counts, bytesRead, now }: ImportProgress,
): Promise<void> {
  await sql`update portfolios set rows_done = ${rowsDone}, counts = ${JSON.stringify(counts)}::text::jsonb,
    setting = jsonb_set(setting, '{bytesRead}', to_jsonb(${String(bytesRead)}::text::bigint)), updated_at = ${now.toISOString()}::text::timestamptz where id = ${portfolioId}`;
}

export type GroupStored = {
  groupNo: number;
  region: string;
  jurisdiction: string;
  currency: string;
  debtorKind: string;
  claimKind: string;
  standing: string;
  claims: number;
  principal: string;
};

/** Adds a chunk's claims to the counts of their groups, making those that are new. */
export async function addToGroups(
  sql: TransactionSql,
  portfolioId: string,
  groups: readonly GroupStored[],
): Promise<void> {
  if (groups.length === 0) return;
  await sql`insert into portfolio_groups (portfolio_id, group_no, region, jurisdiction, currency, debtor_kind, claim_kind, standing,
      claims, principal)
    select ${portfolioId}::uuid, "groupNo", region, jurisdiction, currency, "debtorKind", "claimKind", standing, claims, principal
    from jsonb_to_recordset(${JSON.stringify(groups)}::text::jsonb) as g("groupNo" integer, region text, jurisdiction text,
      currency text, "debtorKind" text, "claimKind" text, standing text, claims integer, principal bigint)
    on conflict (portfolio_id, group_no) do update set claims = portfolio_groups.claims + excluded.claims,
      principal = portfolio_groups.principal + excluded.principal`;
}

/**
 * What storing would do, on a connection of its own that is given back when it ends: claims seen so far are remembered in a
 * temporary table, and nothing is kept.
 */
export async function dryStore(db: Db) {
  const sql = await db.$client.reserve();
  await sql.unsafe(
    "create temporary table if not exists import_seen (case_id uuid primary key, row_no integer)",
  );
  await sql.unsafe("truncate import_seen");
  await sql.unsafe(createStage("import_try"));
  return {
    async add(staged: Staged): Promise<{ groups: GroupCount[]; duplicates: Duplicate[] }> {
      await sql.unsafe("truncate import_try");
      await stage(sql, staged, "import_try");
      const rows = await sql<{ group_no: number; claims: number; principal: string }[]>`
        with taken as (
          insert into import_seen (case_id, row_no) select s.case_id, s.row_no from import_try s
          where not exists (select 1 from portfolio_claims p where p.case_id = s.case_id)
            and not exists (select 1 from debtors d join cases c on c.case_id = d.case_id
              where d.duplicate_key = s.duplicate_key and c.status <> 'refused')
          order by s.row_no on conflict (case_id) do nothing returning case_id, row_no)
        select s.group_no, count(*)::integer as claims, sum(s.principal)::text as principal
        from import_try s join taken t on t.case_id = s.case_id and t.row_no = s.row_no
        group by s.group_no`;
      const groups = rows.map(({ group_no, claims, principal }) => ({
        groupNo: group_no,
        claims,
        principal: BigInt(principal),
      }));
      const taken = groups.reduce((sum, { claims }) => sum + claims, 0);
      return { groups, duplicates: taken === staged.count ? [] : await this.duplicates() };
    },
    duplicates: (): Promise<Duplicate[]> =>
      sql<Duplicate[]>`
        select s.row_no as "rowNo",
          case when c.code is not null then 'duplicate_case' when f.code is not null then 'duplicate_import'
            else 'duplicate_row' end as reason, coalesce(c.code, f.code, n.row_no::text, '') as detail
        from import_try s
        left join import_seen n on n.case_id = s.case_id
        left join portfolio_claims p on p.case_id = s.case_id
        left join portfolios f on f.id = p.portfolio_id
        left join lateral (select c.code from debtors d join cases c on c.case_id = d.case_id
          where d.duplicate_key = s.duplicate_key and c.status <> 'refused' and p.case_id is null limit 1) c on true
        where n.row_no is distinct from s.row_no order by s.row_no` as unknown as Promise<Duplicate[]>,
    async end(): Promise<void> {
      await sql.unsafe("drop table if exists import_seen, import_try");
      sql.release();
    },
  };
}
