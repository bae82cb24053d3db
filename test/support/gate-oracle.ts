/**
 * What the law lets, reckoned a second time from the texts by arithmetic alone: no zone table, no calendar and no pack of the product. It
 * knows the first months of 2026 and says so beyond them.
 */
export type OraclePlace = "US-NY" | "GB-EW" | "DE-BE" | "CN";
export type Went = {
  /** Milliseconds since 1970. */
  at: number;
  by: "email" | "post" | "call";
  debt: string;
  /** Of a call: somebody spoke. */
  spoke?: boolean;
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const utc = (text: string) => Date.parse(`${text}Z`);
export const known = { from: utc("2026-02-01T00:00"), to: utc("2026-06-01T00:00") };

/** Hours ahead of Greenwich before and after the clocks change, and the moment they do. */
const clocks: Record<OraclePlace, { before: number; after: number; change: number }> = {
  "US-NY": { before: -5, after: -4, change: utc("2026-03-08T07:00") },
  "GB-EW": { before: 0, after: 1, change: utc("2026-03-29T01:00") },
  "DE-BE": { before: 1, after: 2, change: utc("2026-03-29T01:00") },
  CN: { before: 8, after: 8, change: 0 },
};

const days = (...list: string[]) => new Set(list.map((on) => utc(`${on}T00:00`) / DAY));
const closed: Record<OraclePlace, Set<number>> = {
  "US-NY": new Set(),
  "GB-EW": days("2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25"),
  "DE-BE": days("2026-04-03", "2026-04-06", "2026-05-01", "2026-05-14", "2026-05-25"),
  CN: new Set(),
};

/** Opening and closing hour by the day of the week, Sunday first; null is shut. */
type Week = readonly (readonly [number, number] | null)[];
const allWeek = (from: number, to: number): Week => Array.from({ length: 7 }, () => [from, to] as const);
const hours: Record<OraclePlace, Week> = {
  // 12 CFR 1006.6(b)(1)(i).
  "US-NY": allWeek(8, 21),
  // CONC 7.9.4R as the platform reads it.
  "GB-EW": [null, [8, 20], [8, 20], [8, 20], [8, 20], [8, 20], [9, 17]],
  "DE-BE": [null, [8, 20], [8, 20], [8, 20], [8, 20], [8, 20], [8, 20]],
  // GB/T 45251-2025.
  CN: allWeek(8, 22),
};

/** The clock on the debtor's wall, as if it were Greenwich's. */
export function wallAt(place: OraclePlace, at: number): number {
  if (at < known.from || at >= known.to) throw new Error("The oracle does not know this day");
  const { before, after, change } = clocks[place];
  return at + (at < change ? before : after) * HOUR;
}
const dayAt = (place: OraclePlace, at: number) => Math.floor(wallAt(place, at) / DAY);

function isOpen(place: OraclePlace, at: number): boolean {
  const day = dayAt(place, at);
  // The first of January 1970 was a Thursday.
  const open = hours[place][(day + 4) % 7];
  if (!open || closed[place].has(day)) return false;
  const time = wallAt(place, at) % DAY;
  return time >= open[0] * HOUR && time < open[1] * HOUR;
}

/** Calls to this debt's debtor on the last days, today the last of them. */
const lately = (place: OraclePlace, { at, debt }: Went, before: readonly Went[], span: number) => {
  const today = dayAt(place, at);
  return before.filter(
    (each) => each.by === "call" && each.debt === debt && dayAt(place, each.at) > today - span,
  );
};
const spoken = (calls: readonly Went[]) => calls.filter(({ spoke }) => spoke).length;

const callCaps: Record<OraclePlace, (went: Went, before: readonly Went[]) => boolean> = {
  // 12 CFR 1006.14(b)(2): seven in seven days, and none in the week after a talk.
  "US-NY": (went, before) => {
    const week = lately("US-NY", went, before, 7);
    return week.length < 7 && spoken(week) === 0;
  },
  "GB-EW": (went, before) =>
    lately("GB-EW", went, before, 1).length < 1 && lately("GB-EW", went, before, 7).length < 3,
  "DE-BE": (went, before) => {
    const today = lately("DE-BE", went, before, 1);
    return today.length < 3 && spoken(today) < 1 && spoken(lately("DE-BE", went, before, 7)) < 2;
  },
  // GB/T 45251-2025 lets three talks a day; the platform one, and three a week.
  CN: (went, before) =>
    spoken(lately("CN", went, before, 1)) < 1 && spoken(lately("CN", went, before, 7)) < 3,
};

/** Whether this may go out after all that went before. Letters keep no hours; e-mails count over all debts of the person. */
export function lets(place: OraclePlace, went: Went, before: readonly Went[]): boolean {
  if (went.by === "post") return true;
  if (!isOpen(place, went.at)) return false;
  if (went.by === "call") return callCaps[place](went, before);
  if (place !== "CN") return true;
  const today = dayAt(place, went.at);
  const mails = before.filter((each) => each.by === "email" && dayAt(place, each.at) === today);
  return mails.length < 2;
}
