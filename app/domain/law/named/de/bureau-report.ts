import { dateOf } from "#app/domain/law/calendar/civil.ts";
import { reportFrom } from "#app/domain/law/deadlines/de.ts";
import { isKnown } from "#app/domain/law/facts.ts";
import { dayOfFact } from "#app/domain/law/guards/anchors.ts";
import { hasAny } from "#app/domain/law/history.ts";
import { asking } from "#app/domain/law/named/asking.ts";
import { remindersOf } from "#app/domain/law/named/de/default.ts";
import type { Check, Scene } from "#app/domain/law/scene.ts";

/** Reminders after maturity, those among the facts and those on record. */
function remindersAfterMaturity(scene: Scene): number[] {
  const told = scene.facts.notices?.remindersOn;
  const stated = (isKnown(told) ? told : []).flatMap((each) => dayOfFact(each, scene.zone) ?? []);
  const due = dayOfFact(scene.facts.debt?.dueDate, scene.zone);
  const days = [...stated, ...remindersOf(scene)].filter((day) => day <= scene.day);
  return [...new Set(days)].filter((day) => due === null || day > due);
}

/**
 * DE-ESC-22: without a title or an acknowledgment, two written reminders, the first of them four weeks old, and the debtor told of the
 * report no earlier than the first.
 */
export const bureauReportReady: Check = (scene) => {
  const reminders = remindersAfterMaturity(scene);
  const informed = dayOfFact(scene.facts.notices?.priorInformationOn, scene.zone);
  const from = reportFrom(reminders, informed);
  const missing = [
    ...(dayOfFact(scene.facts.debt?.dueDate, scene.zone) === null ? ["debt.dueDate"] : []),
    ...(from === null ? ["notices.remindersOn"] : []),
    ...(informed === null ? ["notices.priorInformationOn"] : []),
  ];
  if (missing.length > 0 || from === null || informed === null) return asking(...missing);
  if (informed < Math.min(...reminders))
    return {
      values: { date: dateOf(informed) },
      next: null,
      effect: "block",
      message: "de_informed_too_early",
    };
  if (scene.day >= from) return null;
  return {
    values: { date: dateOf(from), reason: "law.wait.de_report" },
    next: { day: from },
    message: "waiting_period",
  };
};

/** A claim that the debtor disputes, or ever disputed, is not reported; in a part of a record whether it is must be told. */
export const undisputed: Check = ({ facts, history, holds, to }) => {
  const told = facts.notices?.disputed;
  const saysSo = isKnown(told) && told !== false && told !== "no";
  if (saysSo || holds.some(({ type }) => type === "dispute") || hasAny(history, ["dispute"], to))
    return { values: {}, next: null, effect: "block" };
  return isKnown(told) || !history.excerpt ? null : asking("notices.disputed");
};
