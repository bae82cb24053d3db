import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Brief } from "#app/domain/tenders/may-bid.ts";
import type { Reader, Tx } from "#db/client.ts";
import { caseBriefs, cases } from "#db/schema/cases.ts";
import { openRounds } from "#db/schema/market.ts";
import { tenders } from "#db/schema/tenders.ts";

export type TenderRow = typeof tenders.$inferSelect;

/** A round with its masked card. `party` is for the server alone and never part of an answer to a bidder. */
export type Round = {
  tender: TenderRow;
  brief: Brief;
  party: { creditorOrgId: string };
};

const briefColumns = {
  caseId: caseBriefs.caseId,
  code: caseBriefs.code,
  jurisdiction: caseBriefs.jurisdiction,
  placeCode: caseBriefs.placeCode,
  debtorKind: caseBriefs.debtorKind,
  creditorKind: caseBriefs.creditorKind,
  purpose: caseBriefs.purpose,
  claimKind: caseBriefs.claimKind,
  field: caseBriefs.field,
  principal: sql<number>`${caseBriefs.principal}`.mapWith(Number),
  currency: caseBriefs.currency,
  dueOn: caseBriefs.dueOn,
  limitationLast: caseBriefs.limitationLast,
  goal: caseBriefs.goal,
  evidenceKinds: caseBriefs.evidenceKinds,
  disputed: caseBriefs.disputed,
  regulatedCredit: caseBriefs.regulatedCredit,
  titledOn: caseBriefs.titledOn,
  enforceableUntil: caseBriefs.enforceableUntil,
};
const partyColumns = { creditorOrgId: cases.creditorOrgId };

export async function insertTender(tx: Tx, row: TenderRow): Promise<void> {
  await tx.insert(tenders).values(row);
}

/** The case's newest round, whatever its state; of a case without one there is none. */
export async function latestTender(reader: Reader, caseId: string): Promise<TenderRow | null> {
  const [row] = await reader
    .select()
    .from(tenders)
    .where(eq(tenders.caseId, caseId))
    .orderBy(desc(tenders.round))
    .limit(1);
  return row ?? null;
}

/**
 * Holds a round until the transaction ends. Bidders share it; whoever closes or awards it waits for them and
 * they for him, so that no bid slips in between the closing and the opening.
 */
export async function lockTender(
  tx: Tx,
  { caseId, id, strength }: { caseId: string; id: string; strength: "update" | "share" },
): Promise<TenderRow | null> {
  const [row] = await tx
    .select()
    .from(tenders)
    .where(and(eq(tenders.caseId, caseId), eq(tenders.id, id)))
    .for(strength);
  return row ?? null;
}

export async function setTenderStatus(
  tx: Tx,
  { caseId, id }: Pick<TenderRow, "caseId" | "id">,
  set: Pick<TenderRow, "status"> & { closedAt?: Date },
): Promise<void> {
  await tx
    .update(tenders)
    .set(set)
    .where(and(eq(tenders.caseId, caseId), eq(tenders.id, id)));
}

/** Gives a round its one extension; the database refuses any other. */
export async function extendTender(
  tx: Tx,
  { caseId, id }: Pick<TenderRow, "caseId" | "id">,
  set: { closesAt: Date; extendedAt: Date },
): Promise<void> {
  await tx
    .update(tenders)
    .set(set)
    .where(and(eq(tenders.caseId, caseId), eq(tenders.id, id)));
}

export async function briefOf(reader: Reader, caseId: string): Promise<Brief | null> {
  const [row] = await reader.select(briefColumns).from(caseBriefs).where(eq(caseBriefs.caseId, caseId));
  return row ?? null;
}

/** The newest round of a case with its masked card. Whether this actor may see it is `invitedTo`'s answer. */
export async function roundOf(reader: Reader, caseId: string): Promise<Round | null> {
  const [row] = await reader
    .select({ tender: tenders, brief: briefColumns, party: partyColumns })
    .from(tenders)
    .innerJoin(caseBriefs, eq(caseBriefs.caseId, tenders.caseId))
    .innerJoin(cases, eq(cases.caseId, tenders.caseId))
    .where(eq(tenders.caseId, caseId))
    .orderBy(desc(tenders.round))
    .limit(1);
  return row ?? null;
}

/** Rounds that take bids and are not on the market's list: opened by a version of the product that kept none. */
export const unlistedRounds = (reader: Reader, limit: number): Promise<Round[]> =>
  reader
    .select({ tender: tenders, brief: briefColumns, party: partyColumns })
    .from(tenders)
    .innerJoin(caseBriefs, eq(caseBriefs.caseId, tenders.caseId))
    .innerJoin(cases, eq(cases.caseId, tenders.caseId))
    .leftJoin(openRounds, eq(openRounds.caseId, tenders.caseId))
    .where(and(eq(tenders.status, "open"), isNull(openRounds.caseId)))
    .limit(limit);
