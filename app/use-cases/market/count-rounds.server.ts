import { FacetCounter, type Facets, noFacets, tallyOf } from "#app/domain/market/facets.ts";
import { common, countsSuffice, type Narrowed } from "#app/domain/market/narrow.ts";
import { numberOf } from "#app/domain/market/sorts.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { sortsOpen, type Way } from "#db/queries/open-rounds.ts";
import { countedFacets } from "#db/queries/round-counts.ts";

/** Figures are shown up to here and then as "100+", where only the rounds themselves can be counted: enough to narrow by, and no dearer among a million. */
const countedAtMost = 100;
/** So few of so many are gathered by their sort; otherwise the order of closing leads to a page of them sooner. */
const few = 3_000;
const oneIn = 200;

export type Counted = {
  facets: Facets;
  atLeast: boolean;
  /** There is no such round at all. */
  none: boolean;
  /** How a page of the list is best come by. */
  way: Way;
};

/**
 * How many rounds of a list there are of each sort. Exact from the kept counts where these know all that was asked; else
 * the first of them are counted.
 */
export async function countRounds(
  ctx: Pick<Ctx, "db" | "now">,
  list: Narrowed,
  parts: readonly string[],
): Promise<Counted> {
  if (list.places.length === 0) return { facets: noFacets(), atLeast: false, none: true, way: "in-order" };
  const facets = await countedFacets(ctx.db, { list, parts: placesOfParts(list, parts) });
  const way = wayTo(facets.total, facets.listed);
  if (countsSuffice(list)) return { facets, atLeast: false, none: facets.total === 0, way };
  return { ...(await countFirst(ctx, list, parts)), none: facets.total === 0, way };
}

/** What of the list's places lies in each part. */
const placesOfParts = (list: Narrowed, parts: readonly string[]) =>
  new Map(parts.flatMap((part) => common(list.places, [part]).map((code) => [code, part] as const)));

const wayTo = (wanted: number, all: number): Way =>
  wanted < few && wanted * oneIn < all ? "by-sort" : "in-order";

/** Counts the first rounds of a list one by one. Every pick is left open, so that each facet can be counted under the others. */
async function countFirst(ctx: Pick<Ctx, "db" | "now">, list: Narrowed, parts: readonly string[]) {
  const picks = { fields: null, kinds: null, debtors: null, amounts: null, ages: null, model: null };
  const rows = await sortsOpen(ctx.db, {
    list: { ...list, picks },
    now: ctx.now,
    after: null,
    limit: countedAtMost + 1,
    way: "in-order",
  });
  const counter = new FacetCounter(list);
  const { model } = list.picks;
  for (const { models, at, sort, ...row } of rows.slice(0, countedAtMost)) {
    const cell = { ...row, place: "", model: "", slot: numberOf(sort), figure: 1 };
    const fits = !model || models.includes(model);
    if (fits) counter.add(tallyOf(cell), { sorted: false });
    for (const each of models) counter.addModel(tallyOf({ ...cell, model: each }));
    const place = parts.find((part) => at.includes(part));
    if (fits && place) counter.addPlace(tallyOf({ ...cell, place }));
  }
  return { facets: counter.counted(), atLeast: rows.length > countedAtMost };
}
