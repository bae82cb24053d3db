import { jurisdictionOf, nameOf, pathOf, placeOf } from "#app/domain/places/register.ts";
import { assumptions } from "./assumptions.ts";
import type { Audited } from "./audit.ts";
import type { Collector } from "./population.ts";
import { quantile, type RoundRecord, type Tally } from "./tally.ts";

const hour = 3_600_000;

/** Hours of the simulated clock; `null` where no round qualifies. Shares are of one. */
type Figures = {
  rounds: number;
  hoursToFirstBid: { p50: number | null; p90: number | null };
  bidsPerCase: { mean: number; median: number | null };
  /** Shares of the rounds that closed with so many bids. */
  withoutBid: number;
  withThreeOrMore: number;
  toldPerRound: number | null;
};

export type SimulationReport = {
  days: number;
  seed: number;
  collectors: number;
  cases: number;
  all: Figures;
  byCountry: Record<string, Figures>;
  /** The busiest day alone, where one was asked for. */
  burst: Figures | null;
  gaps: { places: number; cases: number; worst: { place: string; cases: number; collectors: number }[] };
  refusals: Record<string, number>;
  browsed: number;
  awarded: number;
  /** Milliseconds of the machine's clock. */
  work: Record<string, { n: number; p50: number; p95: number }>;
  rules: Audited[];
  broken: string[];
  assumptions: typeof assumptions;
};

type Played = {
  days: number;
  seed: number;
  collectors: readonly Collector[];
  tally: Tally;
  rules: Audited[];
  /** First and last moment of the busiest day. */
  burst: { from: number; to: number } | null;
};

export function reportOf({ days, seed, collectors, tally, rules, burst }: Played): SimulationReport {
  const rounds = [...tally.rounds.values()];
  const countries = [...new Set(rounds.map(({ country }) => country))].sort();
  const inBurst = burst && rounds.filter(({ openedAt }) => openedAt >= burst.from && openedAt < burst.to);
  return {
    days,
    seed,
    collectors: collectors.length,
    cases: rounds.length,
    all: figuresOf(rounds),
    byCountry: Object.fromEntries(
      countries.map((code) => [code, figuresOf(rounds.filter(({ country }) => country === code))]),
    ),
    burst: inBurst && figuresOf(inBurst),
    gaps: gapsOf(rounds, collectors),
    refusals: Object.fromEntries([...tally.refused].sort(([a], [b]) => (a < b ? -1 : 1))),
    browsed: tally.browsed,
    awarded: tally.awarded,
    work: Object.fromEntries([...tally.spent].map(([what, times]) => [what, workOf(times)])),
    rules,
    broken: tally.broken,
    assumptions,
  };
}

function figuresOf(rounds: readonly RoundRecord[]): Figures {
  const waits = rounds.flatMap(({ firstBidAt, openedAt }) =>
    firstBidAt === null ? [] : [(firstBidAt - openedAt) / hour],
  );
  const bids = rounds.map((round) => round.bids);
  const share = (test: (count: number) => boolean) =>
    tenth(bids.filter(test).length / Math.max(bids.length, 1), 1000);
  return {
    rounds: rounds.length,
    hoursToFirstBid: { p50: tenth(quantile(waits, 0.5)), p90: tenth(quantile(waits, 0.9)) },
    bidsPerCase: {
      mean: tenth(bids.reduce((sum, count) => sum + count, 0) / Math.max(bids.length, 1), 100),
      median: quantile(bids, 0.5),
    },
    withoutBid: share((count) => count === 0),
    withThreeOrMore: share((count) => count >= 3),
    toldPerRound: quantile(
      rounds.map(({ told }) => told),
      0.5,
    ),
  };
}

/** Places with cases of which no bid was made, the ones with most cases first, beside who sits there with a licence in order. */
function gapsOf(rounds: readonly RoundRecord[], collectors: readonly Collector[]): SimulationReport["gaps"] {
  const without = rounds.filter(({ bids }) => bids === 0);
  const cases = countBy(without.map(({ placeCode }) => placeCode));
  const seats = countBy(collectors.filter(({ flaw }) => flaw === null).map(({ place }) => place.code));
  const worst = [...cases]
    .sort(([a, some], [b, more]) => more - some || (a < b ? -1 : 1))
    .slice(0, 10)
    .map(([code, count]) => ({ place: named(code), cases: count, collectors: seats.get(code) ?? 0 }));
  return { places: cases.size, cases: without.length, worst };
}

const named = (code: string): string =>
  `${
    pathOf(code)
      .slice(1)
      .map((place) => nameOf(place, "en"))
      .join(", ") || code
  } (${jurisdictionOf(code) ?? placeOf(code)?.country})`;

function countBy(keys: readonly string[]): Map<string, number> {
  const counted = new Map<string, number>();
  for (const key of keys) counted.set(key, (counted.get(key) ?? 0) + 1);
  return counted;
}

const workOf = (times: readonly number[]) => ({
  n: times.length,
  p50: tenth(quantile(times, 0.5)) ?? 0,
  p95: tenth(quantile(times, 0.95)) ?? 0,
});

/** Rounded to tenths, or to as many parts of one as are asked for. */
function tenth(value: number, parts?: number): number;
function tenth(value: number | null, parts?: number): number | null;
function tenth(value: number | null, parts = 10): number | null {
  return value === null ? null : Math.round(value * parts) / parts;
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** The same for a person to read. */
export function reportText(report: SimulationReport): string {
  const { all, burst, byCountry, gaps } = report;
  const rows = [
    ["All", all] as const,
    ...(burst ? [["Busiest day", burst] as const] : []),
    ...Object.entries(byCountry),
  ];
  return [
    `${report.cases} cases in ${report.days} days, ${report.collectors} collectors, seed ${report.seed}`,
    "",
    ...rows.map(([name, figures]) => `  ${name.padEnd(12)} ${lineOf(figures)}`),
    "",
    `Coverage gaps: ${gaps.cases} cases in ${gaps.places} places drew no bid`,
    ...gaps.worst.map(
      ({ place, cases, collectors }) => `  ${place}: ${cases} cases, ${collectors} collectors seated there`,
    ),
    "",
    "Refused, as it must be",
    ...Object.entries(report.refusals).map(([what, count]) => `  ${String(count).padStart(6)}  ${what}`),
    "",
    "Rules",
    ...report.rules.map(
      ({ rule, broken }) =>
        `  ${broken === 0 ? "✓" : "✗"} ${rule}${broken === 0 ? "" : `: broken ${broken} times`}`,
    ),
    ...report.broken.map((what) => `  ✗ ${what}`),
    "",
    "Time taken (milliseconds, p50 / p95)",
    ...Object.entries(report.work).map(
      ([what, { n, p50, p95 }]) => `  ${what.padEnd(18)} ${p50} / ${p95}  of ${n}`,
    ),
    "",
    "People's conduct is assumed, not measured:",
    `  ${JSON.stringify(report.assumptions)}`,
  ].join("\n");
}

const lineOf = (figures: Figures): string =>
  [
    `${figures.rounds} rounds`,
    `first bid after ${figures.hoursToFirstBid.p50 ?? "–"} h (p90 ${figures.hoursToFirstBid.p90 ?? "–"} h)`,
    `${figures.bidsPerCase.mean} bids a case (median ${figures.bidsPerCase.median ?? "–"})`,
    `${percent(figures.withThreeOrMore)} with three or more, ${percent(figures.withoutBid)} with none`,
  ].join(", ");
