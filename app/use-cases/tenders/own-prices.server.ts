import { memberIn } from "#app/domain/accounts/access.ts";
import { pathOf } from "#app/domain/places/register.ts";
import type { BidTerms } from "#app/domain/tenders/terms.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { localPlace } from "#app/use-cases/local-place.ts";
import { validLicences } from "#db/queries/licences.ts";
import { organizationOf } from "#db/queries/organizations.ts";
import { type PriceRow, pricesOf, takenInWeek } from "#db/queries/standing-prices.ts";

export type OwnPrice = {
  id: string;
  places: string[];
  claimKinds: string[];
  currency: string;
  least: number;
  most: number;
  terms: BidTerms;
  validUntil: Date;
  state: "stands" | "paused" | "ended" | "over";
  taken: number;
  weeklyCap: number | null;
};

/** An organisation's standing prices and the places it could publish one for; null for whoever has none to publish. */
export async function ownPrices(ctx: Ctx): Promise<{ prices: OwnPrice[]; places: Place[] } | null> {
  const member = memberIn(ctx.actor, "price.own");
  if (!member) return null;
  const rows = await pricesOf(ctx.db, member.orgId);
  const ids = rows.map(({ id }) => id);
  const taken = await takenInWeek(ctx.db, ids, ctx.now);
  const prices = rows.map((row) => ({
    id: row.id,
    places: row.places.map((code) => localPlace(code, ctx).name),
    claimKinds: row.claimKinds,
    currency: row.currency,
    least: Number(row.least),
    most: Number(row.most),
    terms: row.terms,
    validUntil: row.validUntil,
    state: stateOf(row, ctx.now),
    taken: taken.get(row.id) ?? 0,
    weeklyCap: row.weeklyCap,
  }));
  return { prices, places: await placesOpen(ctx, member.orgId) };
}

type Place = { code: string; name: string };

function stateOf({ endedAt, pausedAt, validUntil }: PriceRow, now: Date): OwnPrice["state"] {
  if (endedAt) return "ended";
  if (validUntil <= now) return "over";
  return pausedAt ? "paused" : "stands";
}

/** The territories of its valid licences, and within them the province and the city of its seat. */
async function placesOpen(ctx: Ctx, orgId: string): Promise<Place[]> {
  const licences = await validLicences(ctx.db, orgId, ctx.now);
  const territories = new Set(licences.map(({ territory }) => territory));
  const seat = (await organizationOf(ctx.db, orgId))?.placeCode ?? "";
  const near = pathOf(seat).filter(({ jurisdiction }) => jurisdiction && territories.has(jurisdiction));
  const codes = new Set([...territories, ...near.map(({ code }) => code)]);
  return [...codes].map((code) => ({ code, name: localPlace(code, ctx).name }));
}
