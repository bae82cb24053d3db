import { and, arrayOverlaps, asc, eq, gt, gte, inArray, lte, or, type SQL, sql } from "drizzle-orm";
import type { Listing } from "#app/domain/market/listing.ts";
import type { PageKey } from "#app/domain/page-key.ts";
import type { Reader, Tx } from "#db/client.ts";
import { openRounds } from "#db/schema/market.ts";

/** Puts a round on the market, in the transaction that opens it. A case is listed once: its newest round is the open one. */
export async function listRound(tx: Tx, row: Listing): Promise<void> {
  await tx.insert(openRounds).values(row).onConflictDoUpdate({ target: openRounds.caseId, set: row });
}

/** Takes a round off the market, in the transaction that closes, voids or withdraws it. */
export async function unlistRound(tx: Tx, caseId: string): Promise<void> {
  await tx.delete(openRounds).where(eq(openRounds.caseId, caseId));
}

/** Lists a round until a later moment, in the transaction that extends it. */
export async function relistRound(tx: Tx, caseId: string, closesAt: Date): Promise<void> {
  await tx.update(openRounds).set({ closesAt }).where(eq(openRounds.caseId, caseId));
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

export type ListedRound = typeof openRounds.$inferSelect;

/** Rounds that are open by the clock to holders of these licences, closing soon first. */
export async function roundsOpen(
  reader: Reader,
  { filter, now, after, limit }: { filter: RoundFilter; now: Date; after: PageKey | null; limit: number },
): Promise<ListedRound[]> {
  if (filter.territories.length === 0) return [];
  return reader
    .select()
    .from(openRounds)
    .where(and(openTo(filter, now), matching(filter), beyond(after)))
    .orderBy(asc(openRounds.closesAt), asc(openRounds.caseId))
    .limit(limit);
}

const openTo = ({ territories }: RoundFilter, now: Date) =>
  and(
    inArray(openRounds.jurisdiction, [...territories]),
    lte(openRounds.opensAt, now),
    gt(openRounds.closesAt, now),
    arrayOverlaps(openRounds.territories, [...territories]),
  );

function matching({ place, claimKind, currency, least, most }: RoundFilter): SQL | undefined {
  return and(
    place ? within(place) : undefined,
    claimKind ? eq(openRounds.claimKind, claimKind) : undefined,
    currency ? eq(openRounds.currency, currency) : undefined,
    least === undefined ? undefined : gte(openRounds.principal, least),
    most === undefined ? undefined : lte(openRounds.principal, most),
  );
}

const within = (place: string) =>
  or(eq(openRounds.country, place), eq(openRounds.provinceCode, place), eq(openRounds.placeCode, place));

/** `at` is the closing time and `id` the case of the last round of the page before. */
const beyond = (after: PageKey | null) =>
  after
    ? sql`(${openRounds.closesAt}, ${openRounds.caseId}) > (${after.at.toISOString()}, ${after.id})`
    : undefined;
