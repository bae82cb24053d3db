import { dateOf, dayOrNull } from "#app/domain/law/calendar/civil.ts";
import { validationPeriod } from "#app/domain/law/calendar/us-periods.ts";
import { stateAnswer } from "#app/domain/law/deadlines/us.ts";
import { isKnown } from "#app/domain/law/facts.ts";
import { dayOfFact } from "#app/domain/law/guards/anchors.ts";
import { notBefore } from "#app/domain/law/guards/calendar.ts";
import { isActive } from "#app/domain/law/guards/hold.ts";
import { parseRate } from "#app/domain/law/money/decimal.ts";
import { SERVICE_CAP } from "#app/domain/law/money/us-interest.ts";
import { asking } from "#app/domain/law/named/asking.ts";
import type { Check, Scene } from "#app/domain/law/scene.ts";

/** US-ESC-02: the last day to dispute that a notice names is not before the one the law gives. */
export const statedEndLateEnough: Check = ({ action, day }) => {
  const stated = dayOrNull(action.statedEnd);
  const { ends } = validationPeriod(day);
  return stated === null || stated >= ends ? null : { values: { date: dateOf(ends) }, next: null };
};

/** US-CAL-03: no default judgment before the time to answer is over; the longest of the states where the debtor was or lives. */
export const answerPeriodOver: Check = ({ facts, action, states, zone, day }) => {
  const servedOn = dayOfFact(facts.proceeding?.claimServedOn, zone);
  if (servedOn === null) return { ...asking("proceeding.claimServedOn"), effect: "warn" };
  const courts = isKnown(action.forumState) ? [action.forumState.replace(/^US-/, "")] : states;
  const livesIn = isKnown(facts.debtor?.residence?.state) ? facts.debtor.residence.state : null;
  const lasts = courts.flatMap((state) => stateAnswer(state, { servedOn, livesIn })?.last ?? []);
  if (lasts.length === 0) return { ...asking("action.forumState"), effect: "warn" };
  const open = Math.max(...lasts) + 1;
  return day >= open ? null : notBefore(open, "law.wait.summons");
};

/** US-CONTACT-20: the debtor is written to in the language the debtor prefers, where that is known. */
export const inPreferredLanguage: Check = ({ facts, action }) => {
  const preferred = facts.debtor?.preferredLanguage;
  if (!isKnown(preferred) || !isKnown(action.language)) return null;
  return action.language.toLowerCase() === preferred.toLowerCase()
    ? null
    : { values: { language: preferred }, next: null };
};

function serviceStart({ facts, holds, zone, ...scene }: Scene): number | null {
  const stated = dayOrNull(facts.service?.startedOn);
  if (stated !== null) return stated;
  const hold = holds.find(
    (each) => each.type === "military" && isActive(each, { ...scene, facts, holds, zone }),
  );
  return hold ? dayOfFact(hold.startedAt, zone) : null;
}

/** US-HOLD-06: a text on a debt from before military service claims at most 6 % a year; a rate it does not tell is looked at by counsel. */
export const serviceRateCapped: Check = (scene) => {
  const { debt, service } = scene.facts;
  const started = serviceStart(scene);
  const agreed = parseRate(debt?.agreedLateRate) ?? parseRate(debt?.agreedRate) ?? parseRate(debt?.apr);
  if (started === null || agreed === null || agreed <= SERVICE_CAP || service?.writtenNotice === false)
    return null;
  const formed = dayOrNull(debt?.contractDate);
  if (formed !== null && formed >= started) return null;
  const claimed = parseRate(scene.action.interestRate);
  if (claimed === null) return { values: {}, next: null, effect: "warn" };
  return claimed <= SERVICE_CAP ? null : { values: {}, next: null };
};
