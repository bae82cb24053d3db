import { breathingSpaceOf, MORATORIUM_ZONE } from "#app/domain/law/breathing-space.ts";
import { startOfDay } from "#app/domain/law/calendar/zones.ts";
import type { Hold, HoldType } from "#app/domain/law/facts.ts";
import { isKnown } from "#app/domain/law/facts.ts";
import type { Guard } from "#app/domain/law/pack.ts";
import type { Check, Scene } from "#app/domain/law/scene.ts";
import { momentOf } from "#app/domain/law/selectors.ts";

/** a hold never stops a notice the law demands, nor an answer to the debtor. */
const openPurposes = new Set([
  "remedy_notice",
  "termination_notice",
  "mandatory_notice",
  "reply_to_debtor",
  "verification",
  "insolvency_claim",
]);

const filings = new Set(["file_suit", "arbitration", "payment_order"]);

/** A lawyer may file so that limitation does not run out, and says why; a stay by a court's insolvency is stronger. */
const isProtectiveFiling = ({ action, actor }: Scene, type: HoldType) =>
  filings.has(action.type) &&
  (actor.kind === "lawyer" || actor.kind === "law_firm") &&
  isKnown(action.protectiveReason) &&
  action.protectiveReason.trim() !== "" &&
  type !== "bankruptcy" &&
  type !== "breathing_space";

/** A breathing space whose end is not recorded ends by its own law. */
function lawfulEnd(hold: Hold): number | null {
  const last = breathingSpaceOf(hold)?.to ?? null;
  return last === null ? null : startOfDay(MORATORIUM_ZONE, last + 1);
}

/** When the hold ends, in milliseconds; null while nothing says so. */
export function endOf(hold: Hold): number | null {
  const ends = momentOf(hold.endsAt) ?? lawfulEnd(hold);
  const verified = hold.type === "dispute" ? momentOf(hold.verificationSentOn) : null;
  if (ends === null) return verified;
  return verified === null ? ends : Math.min(ends, verified);
}

export function isActive(hold: Hold, scene: Scene): boolean {
  const started = momentOf(hold.startedAt);
  if (started !== null && started > scene.to) return false;
  const end = endOf(hold);
  return end === null || end > scene.from;
}

/** Whether X-04 keeps the act open whatever hold there is. */
export const staysOpen = (scene: Scene, type: HoldType) =>
  (scene.action.purpose !== undefined && openPurposes.has(scene.action.purpose)) ||
  isProtectiveFiling(scene, type);

const electronic = new Set(["sms", "email", "im", "voice"]);

function concerns(guard: Extract<Guard, { kind: "hold" }>, hold: Hold, scene: Scene): boolean {
  if (!guard.types.includes(hold.type) || !isActive(hold, scene) || staysOpen(scene, hold.type)) return false;
  if (guard.recipients && scene.action.recipientRole && guard.recipients.includes(scene.action.recipientRole))
    return false;
  if (!guard.channelOnly) return true;
  const channel = channelOf(scene);
  return isKnown(hold.channel) ? hold.channel === channel : channel !== "voice" && electronic.has(channel);
}

const channelByType: Record<string, string> = {
  call: "voice",
  sms: "sms",
  email: "email",
  visit: "in_person",
  enter_premises: "in_person",
  reminder: "email",
};

export const channelOf = ({ action }: Pick<Scene, "action">) =>
  action.channel ?? channelByType[action.type] ?? "post";

/** No escalation and no outbound collection while one of these holds is active. */
export function compileHold(guard: Extract<Guard, { kind: "hold" }>): Check {
  return (scene) => {
    let first: Hold | null = null;
    let until: number | null = Number.NEGATIVE_INFINITY;
    for (const hold of scene.holds) {
      if (!concerns(guard, hold, scene)) continue;
      first ??= hold;
      const end = endOf(hold);
      until = end === null || until === null ? null : Math.max(until, end);
    }
    if (!first) return null;
    return {
      values: {
        hold: `law.hold.${first.type}`,
        date: first.startedAt.slice(0, 10),
        unblock: `law.holdEnd.${first.type}`,
      },
      next: until === null ? null : { ms: until },
    };
  };
}
