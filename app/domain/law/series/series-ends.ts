import type { CivilDate } from "#app/domain/law/calendar/civil.ts";
import type { Series } from "#app/domain/law/series/series.ts";

/** How far one series is on file. */
export type SeriesEnd = {
  id: string;
  kind: "rate" | "amount" | "holidays" | "fees";
  /** First day of its newest value; null for calendars, which have none. */
  newest: CivilDate | null;
  /** The last day it can be asked about; null where nothing is verified, and for fee tables, which hold until the next. */
  coverageEnd: CivilDate | null;
  source: string;
};

/** Every series that the rules look up, and the day from which nothing is assumed any more. */
export function seriesEnds({ points, holidays, fees }: Series): SeriesEnd[] {
  const rates = Object.entries(points).map(
    ([id, { unit, points: values, coverageEnd, source }]): SeriesEnd => ({
      id,
      kind: unit === "percent" ? "rate" : "amount",
      newest: values.at(-1)?.from ?? null,
      coverageEnd,
      source,
    }),
  );
  const calendars = Object.entries(holidays).map(([id, { years }]): SeriesEnd => {
    const last = Object.keys(years).map(Number).sort().at(-1);
    const coverageEnd = last === undefined ? null : `${last}-12-31`;
    return { id, kind: "holidays", newest: null, coverageEnd, source: last ? years[last].source : "" };
  });
  const tables = Object.entries(fees).map(([id, { versions }]): SeriesEnd => {
    const newest = versions.at(-1);
    return {
      id,
      kind: "fees",
      newest: newest?.from ?? null,
      coverageEnd: null,
      source: newest?.source ?? "",
    };
  });
  return [...rates, ...calendars, ...tables];
}
