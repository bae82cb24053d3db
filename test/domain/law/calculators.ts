import type { Topic } from "#app/domain/law/calculator.ts";
import { calculatorOf } from "#app/domain/law/calculators.ts";
import type { Facts } from "#app/domain/law/facts.ts";
import { packFor } from "#app/domain/law/packs.ts";
import { publishedSeries } from "#app/domain/law/series/published.ts";
import type { Series } from "#app/domain/law/series/series.ts";

/** One calculation as `rung law` asks it. */
export function calculate(
  place: string,
  [topic, question]: readonly [Topic, string],
  facts: Facts,
  { at = "2026-06-01", series = publishedSeries }: { at?: string; series?: Series } = {},
) {
  const pack = packFor(place);
  const calculator = pack && calculatorOf(pack.id, topic, question);
  if (!calculator) throw new Error(`no ${question} in ${place}`);
  return calculator({ place, at, facts, series });
}

/** The published book with one series of points on file to the end of 2026. */
export const withPoints = (id: string, ...points: [from: string, value: string][]): Series => ({
  ...publishedSeries,
  points: {
    ...publishedSeries.points,
    [id]: {
      unit: "percent",
      points: points.map(([from, value]) => ({ from, value })),
      coverageEnd: "2026-12-31",
      source: "test",
    },
  },
});
