import { type ClaimCurrency, currencyOf } from "#app/domain/cases/amount.ts";
import { debtKinds, debtorKinds } from "#app/domain/cases/answers.ts";
import { type AskedFilter, closingHours, openedQueryOf } from "#app/domain/market/asked-filter.ts";
import { ageBands, amountBands, bandLimits } from "#app/domain/market/bands.ts";
import type { Facets } from "#app/domain/market/facets.ts";
import { branches, fieldOf, leavesOf } from "#app/domain/market/fields.ts";
import type { MarketFilter } from "#app/domain/market/narrow.ts";
import { nameOf, placeOf } from "#app/domain/places/register.ts";
import { feeModels } from "#app/domain/tenders/terms.ts";
import { translator } from "#app/messages/catalogue.ts";
import { formatMoney } from "#app/messages/format.ts";
import type { Locale } from "#app/messages/locale.ts";
import { regionMap } from "./region-maps.server.ts";

export type FacetValue = { label: string; count: number | null; to: string; on: boolean };
export type FacetView = {
  key: string;
  title: string;
  values: FacetValue[];
  back: { label: string; to: string } | null;
};
export type MapView = {
  src: string;
  viewBox: string;
  shapes: { code: string; to: string | null; level: number; title: string }[];
};

type Seen = {
  asked: AskedFilter;
  facets: Facets;
  parts: readonly string[];
  territories: readonly string[];
  locale: Locale;
};

/** The address of the list with something else asked for; from its beginning. */
export function listAt(asked: AskedFilter, change: Partial<MarketFilter>, mine = asked.mine): string {
  const query = openedQueryOf({ ...asked, filter: { ...asked.filter, ...change }, mine });
  return query ? `/rounds?${query}` : "/rounds";
}

/** The facets in the order of the page, each value with the address that adds or takes it. Values that no round has and that were not picked are left out. */
export function facetViews(seen: Seen): FacetView[] {
  return [
    regions(seen),
    kinds(seen),
    fieldFacet(seen),
    amounts(seen),
    ages(seen),
    debtors(seen),
    models(seen),
    closing(seen),
  ]
    .map((facet) => ({ ...facet, values: facet.values.filter(({ count, on }) => on || count !== 0) }))
    .filter(({ values, back }) => values.length > 0 || back);
}

/** The list with one value more, or without it where it is there. */
const toggled = <T>(list: readonly T[], value: T): T[] =>
  list.includes(value) ? list.filter((each) => each !== value) : [...list, value];

function choices<T extends string | number>(
  { asked, locale }: Seen,
  key: "kinds" | "debtors" | "amounts" | "ages",
  {
    name,
    values,
    counts,
    label,
  }: { name: string; values: readonly T[]; counts: Map<T, number>; label: (value: T) => string },
): FacetView {
  const picked: readonly (string | number)[] = asked.filter[key];
  return {
    key: name,
    title: translator(locale)(`market.facet.${name}` as "market.facet.kind"),
    back: null,
    values: values.map((value) => ({
      label: label(value),
      count: counts.get(value) ?? 0,
      on: picked.includes(value),
      to: listAt(asked, { [key]: toggled(picked, value) }),
    })),
  };
}

function kinds(seen: Seen): FacetView {
  const t = translator(seen.locale);
  const counts = new Map(debtKinds.map((kind) => [kind, seen.facets.kinds.get(kind) ?? 0]));
  return choices(seen, "kinds", {
    name: "kind",
    values: debtKinds,
    counts,
    label: (kind) => t(`cases.kind.${kind}`),
  });
}

function debtors(seen: Seen): FacetView {
  const t = translator(seen.locale);
  const counts = new Map(debtorKinds.map((kind) => [kind, seen.facets.debtors.get(kind) ?? 0]));
  return choices(seen, "debtors", {
    name: "debtor",
    values: debtorKinds,
    counts,
    label: (kind) => t(`brief.debtor_kind.${kind}`),
  });
}

function ages(seen: Seen): FacetView {
  const t = translator(seen.locale);
  return choices(seen, "ages", {
    name: "age",
    values: ageBands,
    counts: seen.facets.ages as Map<(typeof ageBands)[number], number>,
    label: (band) => t(`market.age.${band}`),
  });
}

/** Bands are of one worth in every currency; they are named in the money of the places the list is about. */
function amounts(seen: Seen): FacetView {
  const { locale, territories } = seen;
  const t = translator(locale);
  const own = territories.flatMap((code) => currencyOf(placeOf(code)?.country) ?? []);
  const currencies = [...new Set<ClaimCurrency>(own)];
  const said = (band: number, currency: ClaimCurrency) => {
    const { least, below } = bandLimits(band, currency);
    const money = (minor: number) => formatMoney(minor, currency, locale).replace(/\.00(?=\s)/, "");
    if (below === null) return t("market.amount_from", { least: money(least) });
    if (least === 0) return t("market.amount_below", { most: money(below) });
    return t("market.amount_between", { least: money(least), most: money(below) });
  };
  return choices(seen, "amounts", {
    name: "amount",
    values: amountBands,
    counts: seen.facets.amounts as Map<(typeof amountBands)[number], number>,
    label: (band) => currencies.map((currency) => said(band, currency)).join(" / "),
  });
}

function models({ asked, facets, locale }: Seen): FacetView {
  const t = translator(locale);
  return {
    key: "model",
    title: t("market.facet.model"),
    back: null,
    values: feeModels.map((model) => {
      const on = asked.filter.model === model;
      const to = listAt(asked, { model: on ? undefined : model });
      return { label: t(`fee_model.${model}`), count: facets.models.get(model) ?? 0, on, to };
    }),
  };
}

/** How many close soon is not counted: it changes by the minute, and the list is in that order anyway. */
function closing({ asked, locale }: Seen): FacetView {
  const t = translator(locale);
  return {
    key: "closing",
    title: t("market.facet.closing"),
    back: null,
    values: closingHours.map((hours) => {
      const on = asked.filter.closing === hours;
      return {
        label: t(`market.closing.${hours}`),
        count: null,
        on,
        to: listAt(asked, { closing: on ? undefined : hours }),
      };
    }),
  };
}

/** Branches first; below a branch or a field that was picked, the fields of its branch. */
function fieldFacet({ asked, facets, locale }: Seen): FacetView {
  const picked = asked.filter.fields;
  const sum = (code: string) =>
    leavesOf(code).reduce((total, leaf) => total + (facets.fields.get(leaf.code) ?? 0), 0);
  const open = new Set(picked.map((code) => fieldOf(code)?.parent ?? code));
  const values = branches.flatMap((branch) => [
    branch,
    ...(open.has(branch.code) ? leavesOf(branch.code) : []),
  ]);
  return {
    key: "field",
    title: translator(locale)("market.facet.field"),
    back: null,
    values: values.map((field) => ({
      label: `${field.parent ? "– " : ""}${field[locale]}`,
      count: sum(field.code),
      on: picked.includes(field.code),
      to: listAt(asked, { fields: toggled(picked, field.code) }),
    })),
  };
}

function regions({ asked, facets, parts, territories, locale }: Seen): FacetView {
  const t = translator(locale);
  const { place } = asked.filter;
  const above = place ? placeOf(placeOf(place)?.parent ?? "") : null;
  const wider = above && territories.some((code) => code === above.code) ? above : null;
  const back = place
    ? wider
      ? {
          label: t("market.whole", { place: nameOf(wider, locale) }),
          to: listAt(asked, { place: wider.code }),
        }
      : { label: t("market.everywhere"), to: listAt(asked, { place: undefined }) }
    : null;
  const values = parts.flatMap((code) => {
    const found = placeOf(code);
    if (!found) return [];
    const on = place === code;
    const to = listAt(asked, { place: on ? undefined : code });
    return [{ label: nameOf(found, locale), count: facets.places.get(code) ?? 0, on, to }];
  });
  values.sort((a, b) => b.count - a.count);
  return { key: "places", title: t("market.facet.places"), back, values };
}

/** The country's map with how many rounds each region has, where the list is divided into regions that a map shows. */
export function mapView({ asked, facets, parts, locale }: Seen): MapView | null {
  const country = placeOf(parts[0] ?? "")?.country;
  const map = country && placeOf(parts[0])?.level === "province" ? regionMap(country) : null;
  if (!map || !country) return null;
  const most = Math.max(1, ...facets.places.values());
  const t = translator(locale);
  const shapes = map.shapes.map(({ code }) => {
    const place = placeOf(code);
    const label = place ? nameOf(place, locale) : code;
    const count = facets.places.get(code) ?? 0;
    const level = count === 0 ? 0 : 1 + Math.min(3, Math.floor((count / most) * 4));
    const to = parts.includes(code) ? listAt(asked, { place: code }) : null;
    return { code, to, level, title: t("market.value_count", { label, count }) };
  });
  return { src: `/maps/${country}`, viewBox: map.viewBox, shapes };
}
