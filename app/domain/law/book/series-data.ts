import { z } from "zod";
import { type CivilDate, dayOf, parseDay } from "#app/domain/law/calendar/civil.ts";
import { parseSignedRate } from "#app/domain/law/money/decimal.ts";
import type { FeeTable } from "#app/domain/law/money/fee-table.ts";
import type { PackId } from "#app/domain/law/pack.ts";
import type { PointSeries, Series } from "#app/domain/law/series/series.ts";

export const seriesKinds = ["points", "holidays", "fees"] as const;
export type SeriesKind = (typeof seriesKinds)[number];

/** What a series is, by its id; the three kinds share no id. Null where the book has none of it. */
export function seriesKindOf(series: Series, id: string): SeriesKind | null {
  return seriesKinds.find((kind) => Object.hasOwn(series[kind], id)) ?? null;
}

const countries: Record<string, PackId> = { CN: "CN", US: "US", GB: "GB-EW", DE: "DE" };

/** Whose law a series belongs to, by the country its id begins with. */
export const packOfSeries = (id: string): PackId | null => countries[id.split("-")[0]] ?? null;

/** A rate as signed decimal text, an amount as whole minor units: what the calculators can read. */
export const isPointValue = (unit: PointSeries["unit"], value: string) =>
  unit === "percent" ? parseSignedRate(value) !== null : /^\d{1,12}$/.test(value);

/** The last day that has been verified; null where a series has none on file, or, as fee tables, knows no end. */
export function coverageEndOf(series: Series, id: string): CivilDate | null {
  if (Object.hasOwn(series.points, id)) return series.points[id].coverageEnd;
  if (!Object.hasOwn(series.holidays, id)) return null;
  const years = Object.keys(series.holidays[id].years).map(Number);
  return years.length > 0 ? `${Math.max(...years)}-12-31` : null;
}

/** `2027-02-15` or `2027-02-15/2027-02-21`, within a year and in order. */
export function isDayEntry(entry: string, year: number): boolean {
  const days = entry.split("/").map((part) => parseDay(part));
  const [first, last = first] = days;
  if (days.length > 2 || first === null || last === null || last < first) return false;
  return first >= dayOf(`${year}-01-01`) && last <= dayOf(`${year}-12-31`);
}

const minor = z.int("error.number").min(0, "error.number");
const upTo = minor.min(1, "error.number").nullable();

/** Bands rise and the last is open: no amount is without a fee. */
const rises = (bands: readonly { upTo: number | null }[]) =>
  bands.every(({ upTo: to }, at) =>
    at === bands.length - 1 ? to === null : to !== null && (at === 0 || to > Number(bands[at - 1].upTo)),
  );
const banded = <T extends z.ZodType<{ upTo: number | null }>>(band: T) =>
  z.array(band).min(1, "error.required").refine(rises, "error.law.bands");

/** A fee table as an administrator writes it; amounts in minor units, rates in 100,000ths. */
export const FeeTableData = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("marginal"),
    bands: banded(z.strictObject({ upTo, rate: minor, flat: minor.optional() })),
  }),
  z.strictObject({
    kind: z.literal("stepped"),
    first: z.strictObject({ upTo: minor.min(1, "error.number"), fee: minor }),
    bands: banded(z.strictObject({ upTo, step: minor.min(1, "error.number"), fee: minor })),
  }),
  z.strictObject({
    kind: z.literal("banded"),
    bands: banded(z.strictObject({ upTo, fee: minor.optional(), rate: minor.optional() })),
  }),
]) satisfies z.ZodType<FeeTable>;
