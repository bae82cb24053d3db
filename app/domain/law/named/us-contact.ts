import { dateOf } from "#app/domain/law/calendar/civil.ts";
import { isKnown } from "#app/domain/law/facts.ts";
import { dayOfFact } from "#app/domain/law/guards/anchors.ts";
import { dayOfEvent, walkBack } from "#app/domain/law/history.ts";
import { asking } from "#app/domain/law/named/asking.ts";
import type { Check, Scene } from "#app/domain/law/scene.ts";
import { isConversation, momentOf } from "#app/domain/law/selectors.ts";

const DAY_MS = 86_400_000;
/** A number counts as the debtor's for sixty days after a text from it or a check that it was not reassigned. */
const NUMBER_DAYS = 60;
/** Time in which an undeliverable letter comes back, the safe reading of 12 CFR 1006.30(a). */
const RETURN_DAYS = 14;

const bare = (state: string) => state.toUpperCase().replace(/^US-/, "");

/** US-ESC-07: suit only where the consumer lives or signed the contract. */
export const venueAllowed: Check = ({ facts, action, states }) => {
  const forum = action.forumState;
  const signed = facts.debt?.signedInState;
  const lives = facts.debtor?.residence?.state;
  const home = isKnown(lives) ? bare(lives) : states[0];
  if (!isKnown(forum)) return asking("action.forumState");
  if (home && bare(forum) === home) return null;
  if (isKnown(signed) && bare(forum) === bare(signed)) return null;
  const missing = [
    ...(home ? [] : ["debtor.residence.state"]),
    ...(isKnown(signed) ? [] : ["debt.signedInState"]),
  ];
  const list = [...new Set([home, isKnown(signed) ? bare(signed) : undefined])].filter(Boolean).join(", ");
  return { values: { court: forum, list }, next: null, effect: "block", requires: missing };
};

function textedWithin(scene: Scene, from: number): boolean {
  let found = false;
  walkBack(scene.history, ["sms"], scene.to, ({ event, ms }) => {
    if (ms < from) return true;
    found =
      event.direction === "in" &&
      (!scene.action.number || !event.number || event.number === scene.action.number);
    return found;
  });
  return found;
}

/** US-CONTACT-10: the number was used by the debtor or checked against reassignment within sixty days. */
export const textBasis: Check = (scene) => {
  const from = scene.from - NUMBER_DAYS * DAY_MS;
  const checked = momentOf(scene.action.numberCheckedAt);
  if (checked !== null && checked >= from && checked <= scene.to) return null;
  return textedWithin(scene, from) ? null : asking("action.numberCheckedAt");
};

/** US-ESC-09: no report to a bureau before the debtor was spoken to, or written to and the letter did not come back. */
export const furnishingNotified: Check = (scene) => {
  let spoken = false;
  let written: number | null = null;
  const types = ["call", "letter", "email", "validation_notice", "demand_payment", "lawyer_letter"];
  walkBack(scene.history, types, scene.to, (item) => {
    const { event } = item;
    if (event.type === "call") spoken = isConversation(item);
    else if (event.direction !== "in") written = dayOfEvent(item, scene.zone);
    return spoken;
  });
  if (spoken) return null;
  const validation = isKnown(scene.facts.notices?.validation) ? scene.facts.notices.validation : null;
  const noticed = dayOfFact(validation?.sentOn, scene.zone);
  const first = written === null ? noticed : noticed === null ? written : Math.min(written, noticed);
  if (first === null) return asking("notices.validation.sentOn");
  const from = first + RETURN_DAYS;
  if (scene.day >= from) return null;
  return {
    values: { date: dateOf(from), reason: "law.wait.returned_letter" },
    next: { day: from },
  };
};

/** US-NOTICE-01: amount on the itemization date, plus interest and fees, less payments and credits, is the amount shown. */
export const noticeAddsUp: Check = ({ action }) => {
  const { itemized, interest, fees, payments, credits, current } = action.amounts ?? {};
  const parts = { itemized, interest, fees, payments, credits, current };
  const missing = Object.entries(parts).flatMap(([name, value]) =>
    isKnown(value) ? [] : [`action.amounts.${name}`],
  );
  if (missing.length > 0) return asking(...missing);
  const sum = (value: unknown) => (typeof value === "number" ? value : 0);
  const expected = sum(itemized) + sum(interest) + sum(fees) - sum(payments) - sum(credits);
  return expected === current ? null : { values: { claimed: sum(current), expected }, next: null };
};
