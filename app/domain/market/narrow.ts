import { type ClaimCurrency, isClaimCurrency } from "#app/domain/cases/amount.ts";
import { pathOf } from "#app/domain/places/register.ts";
import { leavesOf } from "./fields.ts";
import { languageAt, type Practice } from "./practice.ts";
import type { Search } from "./search.ts";

/** What a reader asked the list for, read and in order. Several values of one thing widen; things together narrow. */
export type MarketFilter = {
  place?: string;
  fields: string[];
  kinds: string[];
  debtors: string[];
  amounts: number[];
  ages: number[];
  model?: string;
  /** Hours within which a round closes. */
  closing?: number;
  currency?: ClaimCurrency;
  least?: number;
  most?: number;
  text?: string;
};

export const noFilter: MarketFilter = {
  fields: [],
  kinds: [],
  debtors: [],
  amounts: [],
  ages: [],
};

/** One condition on field and claim kind together: either of them fits. Null: any. */
export type SortOf = { fields: string[] | null; kinds: string[] | null };

/** Conditions on which the counts cannot tell rounds apart; the rounds themselves must be looked at. */
export type Rest = {
  closingWithinHours: number | null;
  /** Bounds on the principal by currency; a currency that is absent is free, all of them when `only`. */
  amounts: Practice["amounts"];
  onlyCurrency: string | null;
  leastDays: number | null;
  mostDays: number | null;
  undisputed: boolean;
  casesOnly: boolean;
  models: string[] | null;
  /** Words of a search: a round answers to one term of each group. */
  terms: string[][];
  codes: string[];
};

/** What a reader picked in the facets. Null: nothing picked. Each facet is counted under the picks of the others. */
export type Picks = {
  fields: string[] | null;
  kinds: string[] | null;
  debtors: string[] | null;
  amounts: number[] | null;
  ages: number[] | null;
  model: string | null;
};

/** A list narrowed: which places, which sorts of rounds, and what else. All must hold. */
export type Narrowed = {
  /** No place lies in another of them. */
  places: string[];
  sorts: SortOf[];
  debtors: string[] | null;
  /** Only rounds whose mandate has no rung that is reserved to lawyers. */
  agencyOnly: boolean;
  picks: Picks;
  rest: Rest;
};

type Reader = { territories: readonly string[]; agency: boolean };

/** Whether a place is another one or lies in it. */
const liesIn = (code: string, whole: string) =>
  code === whole || pathOf(code).some((each) => each.code === whole);

/** The parts that two sets of places have in common. */
export function common(some: readonly string[], others: readonly string[]): string[] {
  const inner = some.filter((code) => others.some((whole) => liesIn(code, whole)));
  const outer = others.filter((code) => some.some((whole) => liesIn(code, whole)));
  return outermost([...inner, ...outer]);
}

/** Places without those that lie in another of them. */
function outermost(places: readonly string[]): string[] {
  const once = [...new Set(places)];
  return once.filter((code) => !once.some((whole) => whole !== code && liesIn(code, whole)));
}

/** The list of a reader: the rounds of its territories that its kind of firm can take at all. */
export const listOf = ({ territories, agency }: Reader): Narrowed => ({
  places: outermost(territories),
  sorts: [],
  debtors: null,
  agencyOnly: agency,
  picks: { fields: null, kinds: null, debtors: null, amounts: null, ages: null, model: null },
  rest: {
    closingWithinHours: null,
    amounts: {},
    onlyCurrency: null,
    leastDays: null,
    mostDays: null,
    undisputed: false,
    casesOnly: false,
    models: null,
    terms: [],
    codes: [],
  },
});

/** What two lists have in common; a list that is null asks for nothing. */
export const both = <T>(one: T[] | null, other: T[] | null): T[] | null =>
  one && other ? one.filter((each) => other.includes(each)) : (one ?? other);
const orNull = <T>(list: T[]): T[] | null => (list.length > 0 ? list : null);
const leavesIn = (codes: readonly string[]): string[] | null =>
  orNull([...new Set(codes.flatMap((code) => leavesOf(code).map((field) => field.code)))]);

/** The list narrowed by what was asked for. */
export function narrowedBy(list: Narrowed, filter: MarketFilter, search: Search): Narrowed {
  const { place, currency, least = null, most = null } = filter;
  const bounds = currency && (least !== null || most !== null) ? { [currency]: { least, most } } : {};
  const narrowed: Narrowed = {
    ...list,
    places: place ? common(list.places, [place]) : list.places,
    picks: {
      fields: leavesIn(filter.fields),
      kinds: orNull(filter.kinds),
      debtors: orNull(filter.debtors),
      amounts: orNull(filter.amounts),
      ages: orNull(filter.ages),
      model: filter.model ?? null,
    },
    rest: {
      ...list.rest,
      closingWithinHours: filter.closing ?? list.rest.closingWithinHours,
      onlyCurrency: currency ?? list.rest.onlyCurrency,
      amounts: bothBounds(list.rest.amounts, bounds),
    },
  };
  return foundBy(narrowed, search);
}

type Bounds = Practice["amounts"];

/** The tighter of two bounds in each currency. */
function bothBounds(some: Bounds, others: Bounds): Bounds {
  const tighter = { ...some };
  for (const [currency, bounds] of Object.entries(others)) {
    if (!isClaimCurrency(currency) || !bounds) continue;
    const known = some[currency];
    const outermostOf = (pick: typeof Math.max, one: number | null, other: number | null) =>
      one === null || other === null ? (one ?? other) : pick(one, other);
    tighter[currency] = {
      least: outermostOf(Math.max, known?.least ?? null, bounds.least),
      most: outermostOf(Math.min, known?.most ?? null, bounds.most),
    };
  }
  return tighter;
}

/** Words that name places, fields, kinds or debtors narrow as the same filters would; the others stay words. */
function foundBy(list: Narrowed, { groups, codes, unknown }: Search): Narrowed {
  const narrowed = { ...list, rest: { ...list.rest, codes, terms: [...list.rest.terms] } };
  for (const group of groups) {
    const letters = new Set(group.map((term) => term[0]));
    const named = (letter: string) => group.filter((term) => term[0] === letter).map((term) => term.slice(2));
    if (letters.size === 1 && letters.has("p")) narrowed.places = common(narrowed.places, named("p"));
    else if (letters.size === 1 && letters.has("d")) narrowed.debtors = both(narrowed.debtors, named("d"));
    else if ([...letters].every((letter) => letter === "f" || letter === "k")) {
      narrowed.sorts = [...narrowed.sorts, { fields: leavesIn(named("f")), kinds: orNull(named("k")) }];
    } else narrowed.rest.terms.push(group);
  }
  return unknown.length > 0 ? { ...narrowed, places: [] } : narrowed;
}

/** The list narrowed to what a firm says it takes on. */
export function practised(list: Narrowed, practice: Practice): Narrowed {
  const { rest } = list;
  const places = practice.remote ? list.places : common(list.places, practice.places);
  const understood = (code: string) => {
    const language = languageAt(pathOf(code)[0]?.code ?? "");
    return language === null || practice.languages.length === 0 || practice.languages.includes(language);
  };
  return {
    ...list,
    places: places.filter(understood),
    sorts: [
      ...list.sorts,
      ...(practice.fields.length > 0 ? [{ fields: leavesIn(practice.fields), kinds: null }] : []),
      ...(practice.claimKinds.length > 0 ? [{ fields: null, kinds: practice.claimKinds }] : []),
    ],
    debtors: both(list.debtors, orNull(practice.debtorKinds)),
    rest: {
      ...rest,
      amounts: bothBounds(rest.amounts, practice.amounts),
      leastDays: practice.leastDays,
      mostDays: practice.mostDays,
      undisputed: !practice.takesDisputed,
      casesOnly: !practice.takesLots,
      models: both(rest.models, orNull(practice.feeModels)),
    },
  };
}

/** Whether the counts alone answer: nothing is asked for that only the rounds themselves can tell. */
export const countsSuffice = ({ rest }: Narrowed): boolean =>
  rest.closingWithinHours === null &&
  rest.onlyCurrency === null &&
  Object.keys(rest.amounts).length === 0 &&
  rest.leastDays === null &&
  rest.mostDays === null &&
  !rest.undisputed &&
  !rest.casesOnly &&
  rest.models === null &&
  rest.terms.length === 0 &&
  rest.codes.length === 0;

/** A currency's bounds as they are kept, for each that has any. */
export const boundsOf = ({ amounts }: Rest) =>
  Object.entries(amounts).flatMap(([currency, bounds]) =>
    bounds && isClaimCurrency(currency) ? [{ currency, ...bounds }] : [],
  );
