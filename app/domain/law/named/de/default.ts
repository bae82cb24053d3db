import { dateOf } from "#app/domain/law/calendar/civil.ts";
import { dayOfFact } from "#app/domain/law/guards/anchors.ts";
import { dayOfEvent, walkBack } from "#app/domain/law/history.ts";
import { type Verzug, verzugOf } from "#app/domain/law/money/de-verzug.ts";
import { asking } from "#app/domain/law/named/asking.ts";
import { staleCalendar } from "#app/domain/law/named/stale-calendar.ts";
import type { Check, Scene, Unmet } from "#app/domain/law/scene.ts";

/** What reaches the debtor as a demand to pay what is due (BGB 286(1)). */
const reminding = ["reminder", "demand_payment", "lawyer_letter"];
/** Days after default before a collector's letter (DE-ESC-04, POL). */
const QUIET_DAYS = 7;

/** Days of the reminders on record, up to the moment. */
export function remindersOf(scene: Scene): number[] {
  const days: number[] = [];
  walkBack(scene.history, reminding, scene.to, (item) => {
    if (item.event.direction !== "in") days.push(dayOfEvent(item, scene.zone));
    return false;
  });
  return days;
}

const verzugIn = (scene: Scene): Verzug =>
  verzugOf({
    facts: scene.facts,
    series: scene.pack.series,
    place: scene.pack.place,
    reminders: remindersOf(scene),
  });

function notBefore(scene: Scene, days: number): Unmet | null {
  const verzug = verzugIn(scene);
  switch (verzug.kind) {
    case "none":
      return { values: {}, next: null, effect: "block" };
    case "unknown":
      return asking(...verzug.requires);
    case "no_calendar":
      return staleCalendar("DE", verzug.coverageEnd);
    case "from": {
      const from = verzug.from + days;
      if (scene.day >= from) return null;
      return {
        values: { date: dateOf(from), reason: "law.wait.de_default" },
        next: { day: from },
        message: "waiting_period",
        ...(verzug.requires.length > 0 && { requires: verzug.requires }),
      };
    }
  }
}

/** DE-ESC-01: interest and costs of collection are owed from default on. */
export const inDefault: Check = (scene) => notBefore(scene, 0);

/** DE-ESC-04: a collector writes a week after default at the earliest. */
export const inDefaultForAWeek: Check = (scene) => notBefore(scene, QUIET_DAYS);

/** DE-ESC-02: a consumer whose invoice was silent is in default only after a reminder. */
export const remindedAfterInvoice: Check = (scene) => {
  const told = scene.facts.notices?.remindersOn;
  const stated = Array.isArray(told) ? told.flatMap((each) => dayOfFact(each, scene.zone) ?? []) : [];
  const due = dayOfFact(scene.facts.debt?.dueDate, scene.zone);
  const reminded = [...stated, ...remindersOf(scene)].some((day) => due !== null && day > due);
  return reminded ? null : { values: {}, next: null, effect: "block" };
};
