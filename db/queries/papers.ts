import { and, desc, eq, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { isId } from "#app/domain/ids.ts";
import type { PageKey } from "#app/domain/page-key.ts";
import type { PaperKind, PaperSeries } from "#app/domain/papers/content.ts";
import type { Particulars } from "#app/domain/papers/particulars.ts";
import type { Reader, Tx } from "#db/client.ts";
import { cases } from "#db/schema/cases.ts";
import { orgParticulars, papers, particularsAsked } from "#db/schema/papers.ts";

export type PaperRow = typeof papers.$inferSelect;

export async function particularsOf(reader: Reader, orgId: string): Promise<Particulars | null> {
  const [row] = await reader.select().from(orgParticulars).where(eq(orgParticulars.orgId, orgId));
  if (!row) return null;
  const { name, address, country, taxStatus, taxNumber, ownRateBps } = row;
  return { name, address, country, taxStatus, taxNumber, ownRateBps };
}

export async function putParticulars(
  tx: Tx,
  orgId: string,
  given: Particulars,
  { now, by }: { now: Date; by: string },
): Promise<void> {
  const set = { ...given, changedAt: now, changedBy: by };
  await tx
    .insert(orgParticulars)
    .values({ orgId, ...set })
    .onConflictDoUpdate({ target: orgParticulars.orgId, set });
}

/** The number that the next paper of a series bears, and the day of the last one. The counter is held until the transaction ends. */
export async function nextPaperNumber(
  tx: Tx,
  { issuerId, series, year }: { issuerId: string; series: PaperSeries; year: number },
): Promise<{ nth: number; lastOn: string | null }> {
  const [row] = await tx.execute<{ nth: number; last_on: string | null }>(
    sql`select nth, last_on::text from next_paper_number(${issuerId}::uuid, ${series}, ${year}::smallint)`,
  );
  return { nth: row.nth, lastOn: row.last_on };
}

export async function insertPaper(tx: Tx, row: PaperRow): Promise<void> {
  await tx.insert(papers).values(row);
}

/** A paper is its issuer's and its recipient's; one for the debtor is for both sides of its case. */
function readableBy({ orgId }: Actor): SQL | undefined {
  if (!orgId) return sql`false`;
  const onCase = sql`exists (select 1 from ${cases} where ${cases.caseId} = ${papers.caseId}
    and ${orgId} in (${cases.creditorOrgId}, ${cases.collectorOrgId}))`;
  return or(
    eq(papers.issuerId, orgId),
    eq(papers.recipientId, orgId),
    and(isNull(papers.recipientId), onCase),
  );
}

export async function findPaper(reader: Reader, actor: Actor, id: string): Promise<PaperRow | null> {
  if (!isId(id)) return null;
  const [row] = await reader
    .select()
    .from(papers)
    .where(and(eq(papers.id, id), readableBy(actor)));
  return row ?? null;
}

/** The last paper of a kind about a subject, and whether another one undid it. */
export async function latestPaper(
  reader: Reader,
  { caseId, subject, kind }: { caseId: string; subject: string; kind: PaperKind },
): Promise<{ paper: PaperRow; undone: boolean } | null> {
  const [paper] = await reader
    .select()
    .from(papers)
    .where(and(eq(papers.caseId, caseId), eq(papers.subject, subject), eq(papers.kind, kind)))
    .orderBy(desc(papers.issuedAt), desc(papers.id))
    .limit(1);
  return paper ? { paper, undone: (await cancellationOf(reader, paper)) !== null } : null;
}

/** What is for the debtor of a case, the last first; `undone` is when another paper undid it. */
export async function papersForDebtor(
  reader: Reader,
  caseId: string,
): Promise<{ paper: PaperRow; undone: PaperRow | null }[]> {
  const rows = await reader
    .select()
    .from(papers)
    .where(and(eq(papers.caseId, caseId), isNull(papers.recipientId)))
    .orderBy(desc(papers.issuedAt), desc(papers.id));
  const undoing = new Map(rows.flatMap((row) => (row.cancels ? [[row.cancels, row]] : [])));
  return rows
    .filter(({ cancels }) => cancels === null)
    .map((paper) => ({ paper, undone: undoing.get(paper.id) ?? null }));
}

/** A paper whose address itself is the proof: the caller has read it in a link of ours. */
export async function standingPaper(
  reader: Reader,
  { caseId, subject, kind }: { caseId: string; subject: string; kind: PaperKind },
): Promise<PaperRow | null> {
  const [row] = await reader
    .select()
    .from(papers)
    .where(
      and(
        eq(papers.caseId, caseId),
        eq(papers.subject, subject),
        eq(papers.kind, kind),
        sql`not exists (select 1 from papers u where u.issuer_id = ${papers.issuerId} and u.cancels = ${papers.id})`,
      ),
    )
    .orderBy(desc(papers.nth))
    .limit(1);
  return row ?? null;
}

/** The paper that undid another one. */
export async function cancellationOf(
  reader: Reader,
  { issuerId, id }: Pick<PaperRow, "issuerId" | "id">,
): Promise<PaperRow | null> {
  const [row] = await reader
    .select()
    .from(papers)
    .where(and(eq(papers.issuerId, issuerId), eq(papers.cancels, id)));
  return row ?? null;
}

/** How much of each subject on a case stands billed or receipted: what was issued, less what was undone. */
export async function standingSums(reader: Reader, caseId: string): Promise<Map<string, bigint>> {
  const rows = await reader.execute<{ subject: string; stands: string }>(sql`
    select subject, sum(case when cancels is null then total else -total end) as stands
    from papers where case_id = ${caseId} group by subject`);
  return new Map(rows.map(({ subject, stands }) => [subject, BigInt(stands)]));
}

type Listed = { after?: PageKey | null; limit: number; caseId?: string };

/** The papers an organisation issued or was sent, the last first; `undone` where another one undid it. */
export async function papersPage(reader: Reader, actor: Actor, { after = null, limit, caseId }: Listed) {
  const below = after
    ? or(lt(papers.issuedAt, after.at), and(eq(papers.issuedAt, after.at), lt(papers.id, after.id)))
    : undefined;
  const rows = await reader
    .select({ paper: papers, code: cases.code })
    .from(papers)
    .leftJoin(cases, eq(cases.caseId, papers.caseId))
    .where(and(readableBy(actor), below, caseId ? eq(papers.caseId, caseId) : undefined))
    .orderBy(desc(papers.issuedAt), desc(papers.id))
    .limit(limit);
  const undone = await undoneAmong(
    reader,
    rows.map(({ paper }) => paper),
  );
  return rows.map(({ paper, code }) => ({ paper, code, undone: undone.has(paper.id) }));
}

async function undoneAmong(reader: Reader, among: readonly PaperRow[]): Promise<Set<string | null>> {
  if (among.length === 0) return new Set();
  const rows = await reader
    .select({ cancels: papers.cancels })
    .from(papers)
    .where(
      and(
        inArray(papers.issuerId, [...new Set(among.map(({ issuerId }) => issuerId))]),
        inArray(
          papers.cancels,
          among.map(({ id }) => id),
        ),
      ),
    );
  return new Set(rows.map(({ cancels }) => cancels));
}

/**
 * Cases whose creditor owes a charge that is not billed as it stands, or not any more, after `after` in the order of their ids; only where both
 * sides' particulars are known.
 */
export async function unbilledCharges(
  reader: Reader,
  { platformId, after, limit }: { platformId: string; after: string | null; limit: number },
): Promise<string[]> {
  const rows = await reader.execute<{ case_id: string }>(sql`
    select owed.case_id from (
      select book_id as case_id, sum(balance) as due from ledger_accounts
      where kind in ('charge_owed', 'charge_reported', 'charge_settled') and (${after}::uuid is null or book_id > ${after}::uuid)
      group by book_id) as owed
    join cases c on c.case_id = owed.case_id
    join org_particulars p on p.org_id = c.creditor_org_id
    where owed.due <> coalesce((select sum(case when cancels is null then total else -total end) from papers b
      where b.case_id = owed.case_id and b.issuer_id = ${platformId} and b.series = 'INV'), 0)
    order by owed.case_id limit ${limit}`);
  return rows.map(({ case_id: caseId }) => caseId);
}

/** Organisations whose fees or charges are due, whose particulars are not known, and who were not asked for them. */
export async function toAskForParticulars(reader: Reader, limit: number): Promise<string[]> {
  const rows = await reader.execute<{ org_id: string }>(sql`
    select distinct party.org_id from ledger_accounts a join cases c on c.case_id = a.book_id
    cross join lateral (values (c.creditor_org_id), (case when a.kind like 'fee_%' then c.collector_org_id end)) as party (org_id)
    where a.kind in ('fee_owed', 'fee_reported', 'charge_owed') and a.balance > 0 and party.org_id is not null
      and not exists (select 1 from org_particulars p where p.org_id = party.org_id)
      and not exists (select 1 from particulars_asked q where q.org_id = party.org_id)
    order by party.org_id limit ${limit}`);
  return rows.map(({ org_id: orgId }) => orgId);
}

/** False where it was asked before. */
export async function markAsked(tx: Tx, orgId: string, at: Date): Promise<boolean> {
  const made = await tx
    .insert(particularsAsked)
    .values({ orgId, at })
    .onConflictDoNothing()
    .returning({ orgId: particularsAsked.orgId });
  return made.length > 0;
}
