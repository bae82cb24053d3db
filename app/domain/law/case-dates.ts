import { dateOf } from "#app/domain/law/calendar/civil.ts";
import { holdDates } from "#app/domain/law/case-dates/hold-dates.ts";
import { limitationDate } from "#app/domain/law/case-dates/limitation-date.ts";
import type { CaseDate } from "#app/domain/law/case-dates/row.ts";
import { rowDates } from "#app/domain/law/case-dates/row-dates.ts";
import { rungDates } from "#app/domain/law/case-dates/rung-dates.ts";
import type { LadderInput } from "#app/domain/law/ladder.ts";
import { sceneOf } from "#app/domain/law/set-scene.ts";

type CaseDatesInput = LadderInput & {
  /** Whether somebody climbs the ladder; before the engagement no step can be taken, and none has a date. */
  climbed: boolean;
};

const byDay = (a: CaseDate, b: CaseDate) =>
  a.on < b.on ? -1 : a.on > b.on ? 1 : a.subject < b.subject ? -1 : 1;

/**
 * What can happen next in a case, by when, and what must not be missed: every legal date ahead, the soonest first. A closed case
 * has none.
 *
 * Today's last day is ahead; what became lawful today is not. Dates are counted from the law's anchors and do not depend on the
 * moment they are asked for, which only decides what is still ahead.
 */
export function caseDates({ climbed, ...input }: CaseDatesInput): CaseDate[] {
  if (input.stage === "closed") return [];
  const action = { type: "file_suit", direction: "out" } as const;
  const scene = sceneOf({ ...input, action });
  const today = dateOf(scene.day);
  const dates = [
    ...limitationDate(scene),
    ...rowDates(scene),
    ...holdDates(scene),
    ...(climbed ? rungDates(input, scene.zone) : []),
  ];
  return dates.filter(({ on, severity }) => (severity === "may" ? on > today : on >= today)).sort(byDay);
}
