import { and, asc, eq, gt, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Relation } from "#app/domain/accounts/access.ts";
import { type Actor, isCollector } from "#app/domain/accounts/actor.ts";
import { isId } from "#app/domain/ids.ts";
import { ageDays, amountBounds, type BandCell, type LotSpread } from "#app/domain/portfolios/bands.ts";
import type { Reader, Tx } from "#db/client.ts";
import { lots, portfolioClaims, portfolioGroups } from "#db/schema/portfolios.ts";
import { awards } from "#db/schema/tenders.ts";
import { briefOf, latestTender } from "./tenders.ts";

export type LotRow = typeof lots.$inferSelect;
export type ClaimRow = typeof portfolioClaims.$inferSelect;

/** Creditors see their own lots, collectors those they were awarded or are engaged on, admins and jobs all. */
function visibleTo({ role, orgId }: Actor): SQL | undefined {
  if (role === "admin" || role === "system") return undefined;
  if (!orgId) return sql`false`;
  if (role === "creditor") return eq(lots.creditorOrgId, orgId);
  if (!isCollector(role)) return sql`false`;
  const awarded = sql`exists (select 1 from ${awards} where ${awards.caseId} = ${lots.caseId}
    and ${awards.collectorOrgId} = ${orgId} and ${awards.status} <> 'lapsed')`;
  return or(eq(lots.collectorOrgId, orgId), awarded);
}

export async function findLot(reader: Reader, actor: Actor, caseId: string): Promise<LotRow | null> {
  if (!isId(caseId)) return null;
  const [row] = await reader
    .select()
    .from(lots)
    .where(and(eq(lots.caseId, caseId), visibleTo(actor)));
  return row ?? null;
}

/** Holds the lot until the transaction ends: the lock for all about it. */
export async function lockLot(tx: Tx, actor: Actor, caseId: string): Promise<LotRow | null> {
  if (!isId(caseId)) return null;
  const [row] = await tx
    .select()
    .from(lots)
    .where(and(eq(lots.caseId, caseId), visibleTo(actor)))
    .for("update");
  return row ?? null;
}

/** How the actor stands to a lot it was shown. */
export function lotRelation(actor: Actor, lot: Pick<LotRow, "creditorOrgId">): Relation {
  if (actor.role === "admin" || actor.role === "system") return "none";
  if (actor.role === "creditor") return lot.creditorOrgId === actor.orgId ? "creditor" : "stranger";
  return isCollector(actor.role) ? "collector" : "stranger";
}

export const lotsOf = (reader: Reader, portfolioId: string): Promise<LotRow[]> =>
  reader
    .select()
    .from(lots)
    .where(eq(lots.portfolioId, portfolioId))
    .orderBy(asc(lots.jurisdiction), asc(lots.caseId));

export async function insertLot(tx: Tx, row: LotRow, groupNos: readonly number[]): Promise<void> {
  await tx.insert(lots).values(row);
  await assignGroups(tx, row, groupNos);
}

/** Puts groups into a lot. */
export async function assignGroups(
  tx: Tx,
  { portfolioId, caseId }: Pick<LotRow, "portfolioId" | "caseId">,
  groupNos: readonly number[],
): Promise<void> {
  await tx
    .update(portfolioGroups)
    .set({ lotId: caseId })
    .where(
      and(eq(portfolioGroups.portfolioId, portfolioId), inArray(portfolioGroups.groupNo, [...groupNos])),
    );
}

/** Takes every group out of the lots of a portfolio that are not tendered yet, and forgets these lots. */
export async function clearLots(tx: Tx, portfolioId: string): Promise<void> {
  await tx.update(portfolioGroups).set({ lotId: null }).where(eq(portfolioGroups.portfolioId, portfolioId));
  await tx.delete(lots).where(and(eq(lots.portfolioId, portfolioId), eq(lots.status, "submitted")));
}

export async function removeLot(
  tx: Tx,
  { portfolioId, caseId }: Pick<LotRow, "portfolioId" | "caseId">,
): Promise<void> {
  await tx
    .update(portfolioGroups)
    .set({ lotId: null })
    .where(and(eq(portfolioGroups.portfolioId, portfolioId), eq(portfolioGroups.lotId, caseId)));
  await tx.delete(lots).where(eq(lots.caseId, caseId));
}

export async function updateLot(
  tx: Tx,
  caseId: string,
  set: Partial<Omit<LotRow, "caseId" | "portfolioId" | "creditorOrgId">>,
): Promise<void> {
  await tx.update(lots).set(set).where(eq(lots.caseId, caseId));
}

/** The rung of the first bound that a value lies below; `values` are the bounds in the column's own unit. */
const bandOf = (value: SQL, bounds: readonly number[]): SQL =>
  sql`case ${sql.join(
    bounds.map((bound, at) => sql`when ${value} < ${sql.raw(String(bound))} then ${sql.raw(String(at))}`),
    sql` `,
  )} else ${sql.raw(String(bounds.length))} end`;

type Counted = {
  amount: number;
  age: number;
  claims: number;
  principal: string;
  smallest: string;
  largest: string;
  days: number;
};

/** How the claims of some groups spread over amounts and ages on a day: counted once, when a lot is made of them. */
export async function spreadOf(
  reader: Reader,
  {
    portfolioId,
    groupNos,
    today,
    minorUnit,
  }: { portfolioId: string; groupNos: readonly number[]; today: string; minorUnit: number },
): Promise<LotSpread> {
  const within = sql`${portfolioClaims.portfolioId} = ${portfolioId} and ${portfolioClaims.groupNo} in (${sql.join(
    groupNos.map((no) => sql`${no}`),
    sql`, `,
  )})`;
  const days = sql`(${today}::date - ${portfolioClaims.dueOn})`;
  const amount = bandOf(
    sql`${portfolioClaims.principal}`,
    amountBounds.map((bound) => bound * minorUnit),
  );
  const age = bandOf(days, ageDays);
  const counted = await reader.execute<Counted>(sql`
    select amount, age, count(*)::integer as claims, sum(principal)::text as principal, min(principal)::text as smallest,
      max(principal)::text as largest, avg(days)::integer as days
    from (select ${amount} as amount, ${age} as age, ${portfolioClaims.principal} as principal, ${days} as days
      from ${portfolioClaims} where ${within}) banded
    group by amount, age order by amount, age`);
  const [bounds] = await reader.execute<{ oldest: string; newest: string; places: number }>(sql`
    select min(due_on)::text as oldest, max(due_on)::text as newest, count(distinct place_code)::integer as places
    from ${portfolioClaims} where ${within}`);
  const cells = counted.map(
    ({ principal, smallest, largest, ...cell }): BandCell => ({
      ...cell,
      principal: Number(principal),
      smallest: Number(smallest),
      largest: Number(largest),
    }),
  );
  return { cells, oldestDue: bounds.oldest, newestDue: bounds.newest, places: bounds.places };
}

/** The places of a lot's debtors: a name's digest is bound to one. */
export async function placesOfLot(
  reader: Reader,
  { caseId, portfolioId }: Pick<LotRow, "caseId" | "portfolioId">,
): Promise<string[]> {
  const rows = await reader
    .selectDistinct({ placeCode: portfolioClaims.placeCode })
    .from(portfolioClaims)
    .where(inLot(portfolioId, caseId));
  return rows.map(({ placeCode }) => placeCode);
}

/** Claims that stand in a lot: those of its groups. */
export const inLot = (portfolioId: string, lotId: string): SQL | undefined =>
  and(
    eq(portfolioClaims.portfolioId, portfolioId),
    sql`${portfolioClaims.groupNo} in (select g.group_no from ${portfolioGroups} g where g.portfolio_id = ${portfolioId} and g.lot_id = ${lotId})`,
  );

/** Whether any of a lot's debtors bears one of these digests. */
export async function lotHasDebtor(
  reader: Reader,
  { caseId, portfolioId }: Pick<LotRow, "caseId" | "portfolioId">,
  nameKeys: readonly Buffer[],
): Promise<boolean> {
  if (nameKeys.length === 0) return false;
  const [row] = await reader
    .select({ caseId: portfolioClaims.caseId })
    .from(portfolioClaims)
    .where(and(inLot(portfolioId, caseId), inArray(portfolioClaims.nameKey, [...nameKeys])))
    .limit(1);
  return row !== undefined;
}

/** A lot's claims as they are kept sealed, by id; `after` is the last of the page before. */
export const sealedClaims = (
  reader: Reader,
  { caseId, portfolioId }: Pick<LotRow, "caseId" | "portfolioId">,
  { after, limit }: { after: string | null; limit: number },
): Promise<Pick<ClaimRow, "caseId" | "sealed">[]> =>
  reader
    .select({ caseId: portfolioClaims.caseId, sealed: portfolioClaims.sealed })
    .from(portfolioClaims)
    .where(and(inLot(portfolioId, caseId), after ? gt(portfolioClaims.caseId, after) : undefined))
    .orderBy(asc(portfolioClaims.caseId))
    .limit(limit);

/** Engaged lots whose claims are not all cases or refused yet. */
export const lotsToPost = (reader: Reader, limit: number): Promise<LotRow[]> =>
  reader
    .select()
    .from(lots)
    .where(and(eq(lots.status, "engaged"), isNull(lots.closedAt)))
    .orderBy(asc(lots.updatedAt))
    .limit(limit);

/** The next claims of a lot that nothing became of, held for the transaction; rows that another worker holds are passed over. */
export const nextClaims = (
  tx: Tx,
  { caseId, portfolioId }: Pick<LotRow, "caseId" | "portfolioId">,
  limit: number,
): Promise<ClaimRow[]> =>
  tx
    .select()
    .from(portfolioClaims)
    .where(and(inLot(portfolioId, caseId), isNull(portfolioClaims.became)))
    .orderBy(asc(portfolioClaims.groupNo), asc(portfolioClaims.caseId))
    .limit(limit)
    .for("update", { skipLocked: true });

export async function settleClaim(
  tx: Tx,
  caseId: string,
  set: Pick<ClaimRow, "became" | "refusal">,
): Promise<void> {
  await tx.update(portfolioClaims).set(set).where(eq(portfolioClaims.caseId, caseId));
}

/** How many of a lot's claims are cases, and how many were refused. */
export async function settledIn(
  reader: Reader,
  { caseId, portfolioId }: Pick<LotRow, "caseId" | "portfolioId">,
): Promise<{ posted: number; refused: number; open: number }> {
  const [row] = await reader
    .select({
      posted: sql<number>`(count(*) filter (where ${portfolioClaims.became} = 'case'))::integer`,
      refused: sql<number>`(count(*) filter (where ${portfolioClaims.became} = 'refused'))::integer`,
      open: sql<number>`(count(*) filter (where ${portfolioClaims.became} is null))::integer`,
    })
    .from(portfolioClaims)
    .where(inLot(portfolioId, caseId));
  return row;
}

/** The lot that a claim of a portfolio was tendered in. Whether this actor may know of it is the use-case's to say. */
export async function lotOfClaim(reader: Reader, caseId: string): Promise<LotRow | null> {
  const [row] = await reader
    .select({ lot: lots })
    .from(portfolioClaims)
    .innerJoin(
      portfolioGroups,
      and(
        eq(portfolioGroups.portfolioId, portfolioClaims.portfolioId),
        eq(portfolioGroups.groupNo, portfolioClaims.groupNo),
      ),
    )
    .innerJoin(lots, eq(lots.caseId, portfolioGroups.lotId))
    .where(eq(portfolioClaims.caseId, caseId));
  return row?.lot ?? null;
}

/** The newest round of a lot with its masked card. Whether this actor may see it is the use-case's to say. */
export async function lotRound(reader: Reader, caseId: string) {
  if (!isId(caseId)) return null;
  const [lot] = await reader.select().from(lots).where(eq(lots.caseId, caseId));
  const [tender, brief] = [
    lot && (await latestTender(reader, caseId)),
    lot && (await briefOf(reader, caseId)),
  ];
  return lot && tender && brief ? { lot, tender, brief } : null;
}
