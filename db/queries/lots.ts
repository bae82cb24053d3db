import { and, asc, eq, exists, gt, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Relation } from "#app/domain/accounts/access.ts";
import { type Actor, isCollector } from "#app/domain/accounts/actor.ts";
import { isId } from "#app/domain/ids.ts";
import type { Reader, Tx } from "#db/client.ts";
import { ledgerAccounts } from "#db/schema/ledger.ts";
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
    and ${awards.collectorOrgId} = ${orgId} and ${awards.status} in ('active', 'engaged'))`;
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

/** Holds a lot as it is while something is done under its mandate; whoever ends that waits, and is waited for. */
export async function shareLot(tx: Tx, caseId: string): Promise<LotRow | null> {
  const [row] = await tx.select().from(lots).where(eq(lots.caseId, caseId)).for("share");
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

/** Cases of a lot on which a fee ever came due, by id; `after` is the last of the page before. */
export const feeCasesOf = (
  reader: Reader,
  { caseId, portfolioId }: Pick<LotRow, "caseId" | "portfolioId">,
  { after, limit }: { after: string | null; limit: number },
): Promise<{ caseId: string }[]> =>
  reader
    .select({ caseId: portfolioClaims.caseId })
    .from(portfolioClaims)
    .where(
      and(
        inLot(portfolioId, caseId),
        exists(
          reader
            .select({ one: sql`1` })
            .from(ledgerAccounts)
            .where(
              and(eq(ledgerAccounts.bookId, portfolioClaims.caseId), eq(ledgerAccounts.kind, "fee_terms")),
            ),
        ),
        after ? gt(portfolioClaims.caseId, after) : undefined,
      ),
    )
    .orderBy(asc(portfolioClaims.caseId))
    .limit(limit);

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
