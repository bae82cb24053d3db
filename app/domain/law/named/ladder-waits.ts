import { dateOf } from "#app/domain/law/calendar/civil.ts";
import { dayOfFact } from "#app/domain/law/guards/anchors.ts";
import { dayOfEvent, hasAny } from "#app/domain/law/history.ts";
import { asking } from "#app/domain/law/named/asking.ts";
import type { Check, Scene } from "#app/domain/law/scene.ts";

/** A debt without an agreed date falls due after a written demand and this many days to prepare (CN-ESC-02, POL). */
export const GRACE_DAYS = 15;
/** The debtor keeps the whole last day of the time to answer. */
const ANSWER_DAYS = 14;

/** First day on which the debt is overdue; null where it cannot be known. */
export function overdueFrom(scene: Scene): number | null {
  const due = dayOfFact(scene.facts.debt?.dueDate, scene.zone);
  if (due !== null) return due + 1;
  const demanded =
    scene.pack.id === "CN" ? dayOfFact(scene.facts.notices?.demandDeliveredOn, scene.zone) : null;
  return demanded === null ? null : demanded + GRACE_DAYS;
}

/** POL-LADDER-01: nothing before the debt is overdue. */
export const dueOrDemanded: Check = (scene) => {
  const from = overdueFrom(scene);
  if (from === null)
    return scene.pack.id === "CN"
      ? asking("debt.dueDate", "notices.demandDeliveredOn")
      : asking("debt.dueDate");
  if (scene.day >= from) return null;
  return { values: { date: dateOf(from), reason: "law.wait.due" }, next: { day: from } };
};

/** What the creditor says it sent before the case was posted counts for an excerpt of a record, never for the platform's own. */
function statedDays({ facts, history, zone, to }: Scene): number[] {
  const { notices } = facts;
  const recorded = hasAny(history, ["demand_payment", "lawyer_letter"], to);
  if (!history.excerpt && !recorded) return [];
  const days = [dayOfFact(notices?.demandDeliveredOn, zone), dayOfFact(notices?.lawyerLetterOn, zone)];
  return days.flatMap((day) => (day === null ? [] : [day + ANSWER_DAYS + 1]));
}

/** First day after each demand's or letter's time to answer; one that gave too little time gives none. */
function answerDays(scene: Scene): number[] {
  const found = statedDays(scene);
  // The time to answer runs from delivery where that is known.
  const types = found.length === 0 ? ["demand_payment", "lawyer_letter"] : ["lawyer_letter"];
  for (const type of types) {
    const lane = scene.history.lanes.get(type);
    for (let at = 0; lane && at < lane.length && lane.items[at].ms <= scene.to; at += 1) {
      // A letter of the debtor's own lawyer demands nothing.
      if (lane.items[at].event.direction === "in") continue;
      const day = dayOfEvent(lane.items[at], scene.zone);
      const answerBy = dayOfFact(lane.items[at].event.answerBy, scene.zone) ?? day + ANSWER_DAYS;
      if (answerBy >= day + ANSWER_DAYS) found.push(answerBy + 1);
    }
  }
  return found;
}

/** POL-LADDER-06: a demand or a lawyer's letter gave at least fourteen days, and they have passed. */
export const answerTimeOver: Check = (scene) => {
  const days = answerDays(scene);
  if (days.length === 0) return asking("notices.demandDeliveredOn");
  const from = Math.min(...days);
  if (scene.day >= from) return null;
  return {
    values: { date: dateOf(from), reason: "law.wait.answer" },
    next: { day: from },
  };
};
