import type { Narrowed, SortOf } from "./narrow.ts";
import { type Sort, sorts } from "./sorts.ts";

/** So many open rounds of one sort at a place; `model` is '' where any fee model is meant. */
export type Cell = {
  place: string;
  model: string;
  field: string;
  claimKind: string;
  slot: number;
  figure: number;
};

/**
 * All rounds of a field and a claim kind at a place, or a sum of them (a branch and '', '' and a claim kind, '' and ''), and where it
 * was asked for how many of each sort.
 */
export type Tally = Omit<Cell, "slot" | "figure"> & {
  rounds: number;
  slots: number[] | null;
  figures: number[];
};

export type Facets = {
  total: number;
  /** All rounds at the places, whatever else is asked of them. */
  listed: number;
  fields: Map<string, number>;
  kinds: Map<string, number>;
  debtors: Map<string, number>;
  amounts: Map<number, number>;
  ages: Map<number, number>;
  models: Map<string, number>;
  places: Map<string, number>;
};

export const noFacets = (): Facets => ({
  total: 0,
  listed: 0,
  fields: new Map(),
  kinds: new Map(),
  debtors: new Map(),
  amounts: new Map(),
  ages: new Map(),
  models: new Map(),
  places: new Map(),
});

const anyOf = <T>(list: readonly T[] | null, one: T) => list === null || list.includes(one);

/** Whether a field and a claim kind fit what was said of both: either may. */
export const fitsSort = ({ fields, kinds }: SortOf, field: string, kind: string): boolean =>
  Boolean(fields?.includes(field) || kinds?.includes(kind));

const unpicked = { debtors: 1, amounts: 2, ages: 4, fields: 8, kinds: 16 } as const;

/** Which picks each sort misses, as bits; -1 where it is not of the list at all. */
const missesOf = ({ debtors, agencyOnly, picks }: Narrowed): number[] =>
  sorts.map((sort) => {
    if (!anyOf(debtors, sort.debtorKind) || (agencyOnly && !sort.agencyOpen)) return -1;
    return (
      (anyOf(picks.debtors, sort.debtorKind) ? 0 : unpicked.debtors) |
      (anyOf(picks.amounts, sort.amountBand) ? 0 : unpicked.amounts) |
      (anyOf(picks.ages, sort.ageBand) ? 0 : unpicked.ages)
    );
  });

/** Whether sorts other than those closed to agencies are told apart. */
export const tellsSorts = ({ debtors, picks }: Narrowed): boolean =>
  [debtors, picks.debtors, picks.amounts, picks.ages].some((list) => list !== null);

/** Adds tallies and single rounds up to facets: each facet counts under all picks but its own. */
export class FacetCounter {
  readonly facets = noFacets();
  private readonly bySlot: number[];
  /** How many rounds there are of each sort, of those that fit but for their sort. */
  private readonly ofSort = new Float64Array(sorts.length);

  constructor(private readonly list: Narrowed) {
    this.bySlot = missesOf(list);
  }

  /** All rounds at one of the list's places, whatever is asked of them. */
  listed(rounds: number) {
    this.facets.listed += rounds;
  }

  /** Rounds of a field and claim kind at one of the list's places. `sorted`: their sorts come apart. */
  add(tally: Tally, { sorted }: { sorted: boolean }) {
    const missed = this.missed(tally.field, tally.claimKind);
    if (missed < 0) return;
    const fitting = this.fitting(tally);
    if (missed === 0) this.facets.total += fitting;
    if ((missed & ~unpicked.fields) === 0) bump(this.facets.fields, tally.field, fitting);
    if ((missed & ~unpicked.kinds) === 0) bump(this.facets.kinds, tally.claimKind, fitting);
    if (missed === 0 && !sorted) this.addSorts(tally);
  }

  /** The sorts of a tally, for the facets of debtor, amount and age. */
  addSorts({ slots, figures }: Tally) {
    slots?.forEach((slot, at) => {
      this.ofSort[slot] += figures[at];
    });
  }

  addModel(tally: Tally) {
    if (this.fits(tally)) bump(this.facets.models, tally.model, this.fitting(tally));
  }

  addPlace(tally: Tally) {
    if (this.fits(tally)) bump(this.facets.places, tally.place, this.fitting(tally));
  }

  /** The facets of everything added. */
  counted(): Facets {
    for (const [slot, figure] of this.ofSort.entries()) {
      const missed = this.bySlot[slot];
      if (figure === 0 || missed < 0) continue;
      const sort: Sort = sorts[slot];
      if ((missed & ~unpicked.debtors) === 0) bump(this.facets.debtors, sort.debtorKind, figure);
      if ((missed & ~unpicked.amounts) === 0) bump(this.facets.amounts, sort.amountBand, figure);
      if ((missed & ~unpicked.ages) === 0) bump(this.facets.ages, sort.ageBand, figure);
    }
    this.ofSort.fill(0);
    return this.facets;
  }

  /** A sum is only ever of rounds that fit. */
  private fits({ field, claimKind }: Tally): boolean {
    return field === "" || claimKind === "" || this.missed(field, claimKind) === 0;
  }

  private missed(field: string, kind: string): number {
    const { sorts: conditions, picks } = this.list;
    if (!conditions.every((each) => fitsSort(each, field, kind))) return -1;
    return (
      (anyOf(picks.fields, field) ? 0 : unpicked.fields) | (anyOf(picks.kinds, kind) ? 0 : unpicked.kinds)
    );
  }

  /** How many of a tally fit by their sort. */
  private fitting({ rounds, slots, figures }: Tally): number {
    if (!slots) return rounds;
    let sum = 0;
    for (const [at, slot] of slots.entries()) if (this.bySlot[slot] === 0) sum += figures[at];
    return sum;
  }
}

/** One round, or one that is gone, as a tally of its own. */
export const tallyOf = ({ slot, figure, ...cell }: Cell): Tally => ({
  ...cell,
  rounds: figure,
  slots: [slot],
  figures: [figure],
});

function bump<Key>(map: Map<Key, number>, key: Key, figure: number) {
  map.set(key, (map.get(key) ?? 0) + figure);
}
