import { and, arrayOverlaps, asc, desc, eq, gt, gte, lte, or, type SQL, sql } from "drizzle-orm";
import type { PageKey } from "#app/domain/page-key.ts";
import type { Brief } from "#app/domain/tenders/may-bid.ts";
import type { Reader, Tx } from "#db/client.ts";
import { caseBriefs, cases } from "#db/schema/cases.ts";
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
  principal: sql<number>`${caseBriefs.principal}`.mapWith(Number),
  currency: caseBriefs.currency,
  dueOn: caseBriefs.dueOn,
  limitationLast: caseBriefs.limitationLast,
  goal: caseBriefs.goal,
  evidenceKinds: caseBriefs.evidenceKinds,
  disputed: caseBriefs.disputed,
  regulatedCredit: caseBriefs.regulatedCredit,
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

export type RoundFilter = {
  /** Jurisdictions in which the reader holds a valid licence. */
  territories: readonly string[];
  /** A place and everything below it: a state's or a province's code. */
  place?: string;
  claimKind?: string;
  currency?: string;
  /** Minor units of `currency`. */
  least?: number;
  most?: number;
};

/** Rounds that are open by the clock to holders of these licences, closing soon first. */
export async function openRounds(
  reader: Reader,
  { filter, now, after, limit }: { filter: RoundFilter; now: Date; after: PageKey | null; limit: number },
): Promise<Round[]> {
  if (filter.territories.length === 0) return [];
  return reader
    .select({ tender: tenders, brief: briefColumns, party: partyColumns })
    .from(tenders)
    .innerJoin(caseBriefs, eq(caseBriefs.caseId, tenders.caseId))
    .innerJoin(cases, eq(cases.caseId, tenders.caseId))
    .where(and(openTo(filter, now), matching(filter), beyond(after)))
    .orderBy(asc(tenders.closesAt), asc(tenders.caseId))
    .limit(limit);
}

const openTo = ({ territories }: RoundFilter, now: Date) =>
  and(
    eq(tenders.status, "open"),
    lte(tenders.opensAt, now),
    gt(tenders.closesAt, now),
    arrayOverlaps(tenders.territories, [...territories]),
  );

function matching({ place, claimKind, currency, least, most }: RoundFilter): SQL | undefined {
  return and(
    place ? within(place) : undefined,
    claimKind ? eq(caseBriefs.claimKind, claimKind) : undefined,
    currency ? eq(caseBriefs.currency, currency) : undefined,
    least === undefined ? undefined : gte(caseBriefs.principal, BigInt(least)),
    most === undefined ? undefined : lte(caseBriefs.principal, BigInt(most)),
  );
}

/** `CN-440000` holds `CN-440300` (GB/T 2260: the province is the first two of six digits); other codes nest by hyphen. */
const within = (place: string) =>
  /^CN-\d{2}0000$/.test(place)
    ? sql`starts_with(${caseBriefs.placeCode}, ${place.slice(0, 5)})`
    : or(eq(caseBriefs.placeCode, place), sql`starts_with(${caseBriefs.placeCode}, ${`${place}-`})`);

/** `at` is the closing time and `id` the case of the last round of the page before. */
const beyond = (after: PageKey | null) =>
  after
    ? or(gt(tenders.closesAt, after.at), and(eq(tenders.closesAt, after.at), gt(tenders.caseId, after.id)))
    : undefined;
