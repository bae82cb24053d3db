import { dateOf } from "#app/domain/law/calendar/civil.ts";
import { validationPeriod } from "#app/domain/law/calendar/us-periods.ts";
import { localDay } from "#app/domain/law/calendar/zones.ts";
import { type Hold, isKnown } from "#app/domain/law/facts.ts";
import { dayOfFact } from "#app/domain/law/guards/anchors.ts";
import { endOf, isActive, staysOpen } from "#app/domain/law/guards/hold.ts";
import { dayOfEvent, firstOf } from "#app/domain/law/history.ts";
import { asking } from "#app/domain/law/named/asking.ts";
import type { Check, Scene, Unmet } from "#app/domain/law/scene.ts";
import { momentOf } from "#app/domain/law/selectors.ts";

/** Days after the initial communication within which the validation notice must be sent (12 CFR 1006.34(a)(1)). */
const NOTICE_DAYS = 5;
/** A dispute that came too late pauses collection for this long all the same (US-ESC-04, platform policy). */
const LATE_DISPUTE_DAYS = 30;

const communications = [
  "call",
  "email",
  "sms",
  "letter",
  "visit",
  "reminder",
  "demand_payment",
  "lawyer_letter",
];

/** An attempt that conveyed nothing is no communication (12 CFR 1006.2(d)). */
const unheard = new Set([
  "no_answer",
  "busy",
  "not_connected",
  "not_in_service",
  "number_invalid",
  "limited_content",
]);

function noticeDay(scene: Scene): number | null {
  const { notices } = scene.facts;
  const validation = isKnown(notices?.validation) ? notices.validation : null;
  const stated = dayOfFact(validation?.sentOn, scene.zone);
  if (stated !== null) return stated;
  const lane = scene.history.lanes.get("validation_notice");
  // A notice that came back is sent again, and the period runs from the later one (comment 34(b)(5)-2).
  for (let at = (lane?.length ?? 0) - 1; lane && at >= 0; at -= 1) {
    const { event, ms } = lane.items[at];
    if (ms <= scene.to && event.direction !== "in") return dayOfEvent(lane.items[at], scene.zone);
  }
  return null;
}

function initialDay(scene: Scene): number | null {
  const stated = dayOfFact(scene.facts.notices?.initialCommunicationOn, scene.zone);
  if (stated !== null) return stated;
  const first = firstOf(
    scene.history,
    communications,
    scene.to,
    ({ event }) => event.direction !== "in" && !(event.outcome && unheard.has(event.outcome)),
  );
  return first && dayOfEvent(first, scene.zone);
}

/** Last day of the validation period; null where no notice was sent. */
export function validationEnd(scene: Scene): number | null {
  const stated = dayOfFact(scene.facts.notices?.validationEndsOn, scene.zone);
  const sent = noticeDay(scene);
  const counted = sent === null ? null : validationPeriod(sent).ends;
  // A notice may give more time than the law, never less.
  return stated === null || counted === null ? (stated ?? counted) : Math.max(stated, counted);
}

/** US-ESC-01: with the initial communication or within five days of it; after that nothing else goes out first. */
export const validationNoticeSent: Check = (scene) => {
  const { notices } = scene.facts;
  const validation = isKnown(notices?.validation) ? notices.validation : null;
  const sent = noticeDay(scene);
  const missing: Unmet = {
    values: { notice: "law.notice.validation", items: "law.notice.validation_items" },
    next: null,
    requires: ["notices.validation.sentOn"],
    effect: "block",
  };
  if (sent !== null && sent <= scene.day) {
    return validation?.complete === false ? { ...missing, requires: ["notices.validation.complete"] } : null;
  }
  const initial = initialDay(scene);
  if (initial === null || scene.day <= initial + NOTICE_DAYS) return null;
  return { ...missing, values: { ...missing.values, date: dateOf(initial + NOTICE_DAYS) } };
};

/** US-ESC-03: nothing that would overshadow the debtor's rights before the validation period is over. */
export const validationPeriodOver: Check = (scene) => {
  const end = validationEnd(scene);
  if (end === null) return asking("notices.validation.sentOn");
  if (scene.day > end) return null;
  return {
    values: { date: dateOf(end), reason: "law.wait.validation" },
    next: { day: end + 1 },
  };
};

/** Whether a dispute came after the period; null where only its late arrival is known and not when it was sent. */
function isLate(hold: Hold, scene: Scene, end: number | null): boolean | null {
  if (end === null) return false;
  const sent = dayOfFact(hold.sentOn, scene.zone);
  if (sent !== null) return sent > end;
  const arrived = momentOf(hold.startedAt);
  if (arrived === null || localDay(scene.zone, arrived) <= end) return false;
  return null;
}

function pausedBy(hold: Hold, scene: Scene, end: number | null): Unmet | null {
  if (hold.type !== "dispute" || !isActive(hold, scene) || staysOpen(scene, "dispute")) return null;
  const values = {
    hold: "law.hold.dispute",
    date: hold.startedAt.slice(0, 10),
    unblock: "law.holdEnd.dispute",
  };
  const late = isLate(hold, scene, end);
  const over = endOf(hold);
  const next = over === null ? null : { ms: over };
  if (late === null) return { values, next, requires: ["holds[].sentOn"], effect: "block" };
  if (!late) return { values, next };
  const started = momentOf(hold.startedAt);
  if (started === null) return { values, next: null };
  const until = localDay(scene.zone, started) + LATE_DISPUTE_DAYS;
  return scene.day >= until ? null : { values, next: { day: until } };
}

/**
 * US-ESC-04: a dispute sent within the validation period stops collection until the verification is sent; a late one is
 * reported as disputed and pauses collection for thirty days.
 */
export const disputeAnswered: Check = (scene) => {
  if (!scene.holds.some(({ type }) => type === "dispute")) return null;
  const end = validationEnd(scene);
  let worst: Unmet | null = null;
  for (const hold of scene.holds) {
    const unmet = pausedBy(hold, scene, end);
    if (!unmet) continue;
    if (!unmet.next) return unmet;
    worst ??= unmet;
  }
  return worst;
};
