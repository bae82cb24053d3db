import {
  and,
  arrayContains,
  arrayOverlaps,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNull,
  lte,
  sql,
} from "drizzle-orm";
import { pathOf } from "#app/domain/places/register.ts";
import type { Brief } from "#app/domain/tenders/may-bid.ts";
import type { Reader, Tx } from "#db/client.ts";
import { organizations } from "#db/schema/accounts.ts";
import { bids, standingPrices, standingTakes } from "#db/schema/tenders.ts";
import type { BidRow } from "./bids.ts";
import { raisedBy } from "./raised-by.ts";

export type PriceRow = typeof standingPrices.$inferSelect;
/** Enough to choose from; the newest of more. */
const mostListed = 60;
const week = 7 * 86_400_000;

export async function insertPrice(tx: Tx, row: PriceRow): Promise<void> {
  await tx.insert(standingPrices).values(row);
}

/** An organisation's prices, the newest first. */
export const pricesOf = (reader: Reader, orgId: string): Promise<PriceRow[]> =>
  reader
    .select()
    .from(standingPrices)
    .where(eq(standingPrices.orgId, orgId))
    .orderBy(desc(standingPrices.publishedAt), desc(standingPrices.id))
    .limit(mostListed);

/** The organisation's own price, held until the transaction ends. */
export async function lockOwnPrice(
  tx: Tx,
  { id, orgId }: { id: string; orgId: string },
): Promise<PriceRow | null> {
  const [row] = await tx
    .select()
    .from(standingPrices)
    .where(and(eq(standingPrices.id, id), eq(standingPrices.orgId, orgId)))
    .for("update");
  return row ?? null;
}

export async function updatePrice(
  tx: Tx,
  id: string,
  set: Partial<Pick<PriceRow, "pausedAt" | "endedAt">>,
): Promise<void> {
  await tx.update(standingPrices).set(set).where(eq(standingPrices.id, id));
}

/** How often each price was taken in the seven days before a moment. */
export async function takenInWeek(
  reader: Reader,
  ids: readonly string[],
  now: Date,
): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await reader
    .select({ id: standingTakes.priceId, taken: count() })
    .from(standingTakes)
    .where(
      and(
        inArray(standingTakes.priceId, [...ids]),
        gt(standingTakes.takenAt, new Date(now.getTime() - week)),
      ),
    )
    .groupBy(standingTakes.priceId);
  return new Map(rows.map(({ id, taken }) => [id, taken]));
}

const priceWithFirm = {
  price: standingPrices,
  firm: {
    orgId: organizations.id,
    name: organizations.name,
    kind: organizations.kind,
    placeCode: organizations.placeCode,
  },
};

const stands = (now: Date) =>
  and(isNull(standingPrices.endedAt), isNull(standingPrices.pausedAt), gt(standingPrices.validUntil, now));

/** Prices that stand for a claim now, with who published them. */
export const pricesFitting = (reader: Reader, brief: Brief, now: Date) =>
  reader
    .select(priceWithFirm)
    .from(standingPrices)
    .innerJoin(organizations, eq(organizations.id, standingPrices.orgId))
    .where(
      and(
        stands(now),
        arrayOverlaps(
          standingPrices.places,
          pathOf(brief.placeCode).map(({ code }) => code),
        ),
        arrayContains(standingPrices.claimKinds, sql`array[${brief.claimKind}]::text[]`),
        arrayContains(standingPrices.debtorKinds, sql`array[${brief.debtorKind}]::text[]`),
        eq(standingPrices.currency, brief.currency),
        lte(standingPrices.least, BigInt(brief.principal)),
        gte(standingPrices.most, BigInt(brief.principal)),
      ),
    )
    .orderBy(desc(standingPrices.publishedAt), asc(standingPrices.id))
    .limit(mostListed);

/** One price that stands now, with who published it. */
export async function standingPriceAt(reader: Reader, id: string, now: Date) {
  const [row] = await reader
    .select(priceWithFirm)
    .from(standingPrices)
    .innerJoin(organizations, eq(organizations.id, standingPrices.orgId))
    .where(and(eq(standingPrices.id, id), stands(now)));
  return row ?? null;
}

export type TakeWrite = "done" | "price-gone" | "price-full" | "taken-before";

const takeRefusals: Partial<Record<string, TakeWrite>> = {
  RG011: "price-gone",
  RG012: "price-full",
  "23505": "taken-before",
};

/** Takes a price for a case; the database looks whether it stands and has room, one taking after another. */
export async function takePrice(tx: Tx, row: typeof standingTakes.$inferSelect): Promise<TakeWrite> {
  try {
    await tx.transaction((inner) => inner.insert(standingTakes).values(row));
    return "done";
  } catch (error) {
    const refusal = takeRefusals[raisedBy(error) ?? ""];
    if (refusal) return refusal;
    throw error;
  }
}

/** The one bid of a taken price, open from the start. */
export async function insertStandingBid(tx: Tx, row: BidRow): Promise<void> {
  await tx.insert(bids).values(row);
}
