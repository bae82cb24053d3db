import { dayOf, isWeekend, partsOf } from "#app/domain/law/calendar/civil.ts";

type Year = { off: readonly string[]; makeupWork: readonly string[]; source: string };

/** Statutory days off and make-up working days as the State Council announced them; a year is not guessed. */
const announced: Record<number, Year> = {
  2025: {
    off: [
      "2025-01-01",
      "2025-01-28/2025-02-04",
      "2025-04-04/2025-04-06",
      "2025-05-01/2025-05-05",
      "2025-05-31/2025-06-02",
      "2025-10-01/2025-10-08",
    ],
    makeupWork: ["2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"],
    source: "State Council General Office, notice of 12 Nov 2024",
  },
  2026: {
    off: [
      "2026-01-01/2026-01-03",
      "2026-02-15/2026-02-23",
      "2026-04-04/2026-04-06",
      "2026-05-01/2026-05-05",
      "2026-06-19/2026-06-21",
      "2026-09-25/2026-09-27",
      "2026-10-01/2026-10-07",
    ],
    makeupWork: ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"],
    source: "State Council General Office, notice of 4 Nov 2025",
  },
};

const ranges = (entries: readonly string[]) =>
  new Set(
    entries.flatMap((entry) => {
      const [first, last = first] = entry.split("/");
      const days: number[] = [];
      for (let day = dayOf(first); day <= dayOf(last); day += 1) days.push(day);
      return days;
    }),
  );

const years = new Map(
  Object.entries(announced).map(([year, { off, makeupWork }]) => [
    Number(year),
    { off: ranges(off), work: ranges(makeupWork) },
  ]),
);

/** The last day the calendar knows. */
export const cnCoverageEnd = `${Math.max(...years.keys())}-12-31`;

/** Whether courts and offices work on a day; null for a year that has not been announced. */
export function isCnWorkday(day: number): boolean | null {
  const year = years.get(partsOf(day).year);
  if (!year) return null;
  return year.work.has(day) || (!isWeekend(day) && !year.off.has(day));
}

export type CnDeadline =
  | { refused: false; raw: number; last: number }
  | { refused: true; raw: number; coverageEnd: string };

/** The last day of a period, moved to the first working day where it falls on a day off (CPL 85, CC 203). */
export function cnDeadline(raw: number): CnDeadline {
  for (let day = raw; ; day += 1) {
    const works = isCnWorkday(day);
    if (works === null) return { refused: true, raw, coverageEnd: cnCoverageEnd };
    if (works) return { refused: false, raw, last: day };
  }
}
