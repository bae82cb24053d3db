import type { LawChange, RowBody, SeriesBody, SignatureBody } from "#app/domain/law/book/changes.ts";
import { isDayEntry, isPointValue } from "#app/domain/law/book/series-data.ts";
import { baseOf, changesIn, type LawBook, packIn, rowOn } from "#app/domain/law/book.ts";
import { addMonths, type CivilDate, dateOf, dayOf } from "#app/domain/law/calendar/civil.ts";
import { type Pack, type Row, rowKey } from "#app/domain/law/pack.ts";
import type { HolidayCalendar, Series } from "#app/domain/law/series/series.ts";

/** The field to mend and the catalogue's key that says how. */
export type ChangeFlaw = { field: string; message: string };

/** No register is verified further ahead than this. */
const FARTHEST_MONTHS = 24;

/**
 * Why a change cannot be made to this book today; null when it can. Asked when it is proposed and again when it is
 * approved, because the book and the day have moved on.
 *
 * @param today civil date where the pack's courts are
 */
export function flawOf(book: LawBook, change: LawChange, today: CivilDate): ChangeFlaw | null {
  const pack = packIn(book, change.packId);
  if (!pack) return { field: "form", message: "error.law.no_pack" };
  switch (change.kind) {
    case "series":
      return seriesFlaw(book.series, change.subject, change.body, today);
    case "row":
      return rowFlaw(pack, change, today);
    case "signature":
      return signatureFlaw(pack, change.body, today);
  }
}

const flaw = (field: string, message: string): ChangeFlaw => ({ field, message });

function seriesFlaw(series: Series, id: string, body: SeriesBody, today: CivilDate): ChangeFlaw | null {
  switch (body.what) {
    case "points":
      return pointsFlaw(series, id, body, today);
    case "holidays":
      return holidaysFlaw(series.holidays[id], body);
    case "fees": {
      const known = series.fees[id];
      if (!known) return flaw("form", "error.law.no_series");
      const last = known.versions.at(-1);
      return last && body.from <= last.from ? flaw("from", "error.law.not_later") : null;
    }
  }
}

function pointsFlaw(
  series: Series,
  id: string,
  { points, coverageEnd }: Extract<SeriesBody, { what: "points" }>,
  today: CivilDate,
): ChangeFlaw | null {
  const known = series.points[id];
  if (!known) return flaw("form", "error.law.no_series");
  if (known.points.length + points.length === 0) return flaw("value", "error.required");
  if (points.some(({ value }) => !isPointValue(known.unit, value)))
    return flaw("value", known.unit === "percent" ? "error.rate" : "error.amount");
  // What was verified stays as it was: a new value begins after it.
  let last = known.coverageEnd ?? known.points.at(-1)?.from ?? "";
  for (const { from } of points) {
    if (from <= last) return flaw("from", "error.law.not_later");
    last = from;
  }
  if (coverageEnd < last || (known.coverageEnd && coverageEnd <= known.coverageEnd))
    return flaw("coverageEnd", "error.law.coverage_not_later");
  const farthest = dateOf(addMonths(dayOf(today), FARTHEST_MONTHS));
  return coverageEnd > farthest ? flaw("coverageEnd", "error.law.coverage_far") : null;
}

function holidaysFlaw(
  known: HolidayCalendar | undefined,
  { year, off, work }: Extract<SeriesBody, { what: "holidays" }>,
): ChangeFlaw | null {
  if (!known) return flaw("form", "error.law.no_series");
  if (known.years[year]) return flaw("year", "error.law.year_known");
  if (off.length === 0) return flaw("off", "error.required");
  if (!off.every((entry) => isDayEntry(entry, year))) return flaw("off", "error.law.days");
  if (!work.every((entry) => isDayEntry(entry, year))) return flaw("work", "error.law.days");
  return null;
}

function rowFlaw(
  { rows }: Pack,
  { subject, effectiveOn, body }: { subject: string; effectiveOn: CivilDate; body: RowBody },
  today: CivilDate,
): ChangeFlaw | null {
  if (effectiveOn < today) return flaw("effectiveOn", "error.law.in_the_past");
  const known = rows.some((row) => rowKey(row) === subject);
  if (body.what === "add") return known ? flaw("row", "error.law.row_known") : null;
  if (!known) return flaw("form", "error.law.no_row");
  const before = rowOn(rows, subject, effectiveOn);
  if (!before) return flaw("effectiveOn", "error.law.row_over");
  if (body.what === "end") return null;
  if (rowKey(body.row) !== subject) return flaw("form", "error.law.row_renamed");
  return sameRow(before, body.row) ? flaw("form", "error.law.nothing_changed") : null;
}

/** Whether two rows say the same, whenever they say it. */
const sameRow = (a: Row, b: Row) => textOf(a) === textOf(b);
const textOf = ({ source, ...row }: Row) => JSON.stringify([source.cite, ordered(row)]);

/** The members of a value in order, so that a row read from the database equals one of the build. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== "object") return value;
  return Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => [name, ordered(member)]);
}

function signatureFlaw(pack: Pack, body: SignatureBody, today: CivilDate): ChangeFlaw | null {
  const { version, signedOffOn, reviewBy } = body;
  if (signedOffOn > today) return flaw("signedOffOn", "error.date_future");
  if (reviewBy <= signedOffOn || reviewBy <= today) return flaw("reviewBy", "error.law.review_past");
  const isThis = baseOf(version) === baseOf(pack.version) && changesIn(version) <= changesIn(pack.version);
  return isThis ? null : flaw("form", "error.law.other_version");
}

/** Whether a row was changed after the version that counsel read: the signature would be under another text. */
export const changedSince = (version: string, ofPack: readonly Pick<LawChange, "kind">[]) =>
  ofPack.slice(changesIn(version)).some(({ kind }) => kind === "row");
