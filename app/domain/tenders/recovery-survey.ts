/**
 * What is recovered of claims handed over at an age, in basis points: the lowest and the highest figure of the surveys of American
 * commercial collection agencies (CCAA, CLLA) as several of their members quote them. The figures differ from year to year, and no
 * survey counts other countries or consumers.
 */
export const recoverySurvey = {
  source:
    "CCAA / CLLA member surveys, quoted by cstworldwide.com, caine-weiner.com, ccicollects.com, rossgelfandlaw.com",
  checkedIn: "2026-11",
  points: [
    { days: 91, low: 6_890, high: 7_400 },
    { days: 183, low: 4_400, high: 5_200 },
    { days: 365, low: 2_100, high: 2_900 },
  ],
} as const;

/** Beyond a year no survey says anything: the lower end falls to nothing by the second, the upper stays. */
const silentAfterDays = 730;

/** The range of the surveys at an age. Younger than the first figure is read as that figure: no more is promised. */
export function surveyRange(ageDays: number): { low: number; high: number } {
  const { points } = recoverySurvey;
  const [first] = points;
  const last = points[points.length - 1];
  const all = [...points, { days: silentAfterDays, low: 0, high: last.high }];
  if (ageDays <= first.days) return { low: first.low, high: first.high };
  const at = all.findIndex(({ days }) => ageDays < days);
  if (at < 0) return { low: 0, high: last.high };
  const [from, to] = [all[at - 1], all[at]];
  const between = (start: number, end: number) =>
    Math.round(start + ((end - start) * (ageDays - from.days)) / (to.days - from.days));
  return { low: between(from.low, to.low), high: between(from.high, to.high) };
}
