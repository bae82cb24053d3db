import { addYears, dateOf, dayNumber, parseDay, partsOf } from "#app/domain/law/calendar/civil.ts";
import { stepTypes } from "#app/domain/law/types.ts";
import { isWithin } from "#app/domain/places/within.ts";
import type { TimelineEvent } from "#app/domain/timeline/events.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import { type Anchor, type RetentionRow, retentionRows } from "./retention.data.ts";

/** A case as the terms see it. A day is `YYYY-MM-DD` where the debtor lives; null where there was no such event. */
export type Kept = { jurisdiction: string; creditorKind: string } & Record<Anchor, string | null>;

/** A term that applies, and the first day on which it has ended. */
export type Term = { row: RetentionRow; since: string; endedOn: string };

/** The row that something was erased by; a row that is on a database's tombstones is never taken out of the list. */
export function retentionRow(id: string): RetentionRow {
  const row = retentionRows.find((each) => each.id === id);
  if (!row) throw new Error(`No term is called ${id}`);
  return row;
}

/** Every term that applies to a case, the longest first. */
export function termsOf(kept: Kept): Term[] {
  return retentionRows
    .filter((row) => applies(row, kept))
    .flatMap((row) => {
      const since = kept[row.from];
      const day = since === null ? null : parseDay(since);
      return since === null || day === null ? [] : [{ row, since, endedOn: dateOf(endOf(row, day)) }];
    })
    .toSorted((a, b) =>
      a.endedOn < b.endedOn ? 1 : a.endedOn > b.endedOn ? -1 : a.row.id < b.row.id ? -1 : 1,
    );
}

/** Rows that apply to a case and have nothing yet to be counted from. */
export const termsAhead = (kept: Kept): RetentionRow[] =>
  retentionRows.filter((row) => applies(row, kept) && kept[row.from] === null);

/** The longest term; null for a case that is not over: no term has ended then, whatever was counted. */
export const longestTerm = (kept: Kept): Term | null =>
  kept.closed === null ? null : (termsOf(kept)[0] ?? null);

function applies({ place, creditor }: RetentionRow, { jurisdiction, creditorKind }: Kept): boolean {
  if (creditor && creditor !== creditorKind) return false;
  return isWithin(jurisdiction, place);
}

/** The last day of a term is kept whole. */
function endOf({ term, yearEnd }: RetentionRow, since: number): number {
  const from = yearEnd ? dayNumber(partsOf(since).year, 12, 31) : since;
  return ("years" in term ? addYears(from, term.years) : from + term.days) + 1;
}

const closings = new Set<string>([
  ...["closed_paid", "closed_settled", "closed_withdrawn", "closed_uncollectable"],
  ...["withdrawn", "refused"],
]);
const acts = new Set<string>(stepTypes);
/** What is spoken or done on a doorstep; every other step is something written. */
const unwritten = new Set<string>(["call", "visit"]);

type Told = {
  jurisdiction: string;
  creditorKind: string;
  isOver: boolean;
  zone: string;
  events: readonly TimelineEvent[];
  /** The last day on which money of the case moved, or a paper on it was issued. */
  lastVoucherOn: string | null;
};

/** The days that a case's terms are counted from, as its log tells them. */
export function keptOf({ events, zone, isOver, lastVoucherOn, jurisdiction, creditorKind }: Told): Kept {
  const last = (wanted: (event: TimelineEvent) => boolean): string | null => {
    const days = events.filter(wanted).map(({ occurredAt }) => dateIn(zone, occurredAt));
    return days.toSorted().at(-1) ?? null;
  };
  const isAct = ({ type }: TimelineEvent) => acts.has(type);
  const isAnswer = ({ actorRole, payload }: TimelineEvent) =>
    actorRole === "debtor" || payload.act?.direction === "in";
  return {
    ...{ jurisdiction, creditorKind, lastVoucher: lastVoucherOn },
    closed: isOver ? last(({ type }) => closings.has(type)) : null,
    lastAct: last(isAct),
    lastRecording: last(
      ({ type, payload }) => type === "call" && typeof payload.refs?.recording === "string",
    ),
    lastLetter: last((event) => (isAct(event) && !unwritten.has(event.type)) || isAnswer(event)),
  };
}
