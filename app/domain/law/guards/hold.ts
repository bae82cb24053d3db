import { breathingSpaceOf, MORATORIUM_ZONE } from "#app/domain/law/breathing-space.ts";
import { startOfDay } from "#app/domain/law/calendar/zones.ts";
import type { Hold, HoldType, LawActionType } from "#app/domain/law/facts.ts";
import { isKnown } from "#app/domain/law/facts.ts";
import type { Guard } from "#app/domain/law/pack.ts";
import { filings, outbound } from "#app/domain/law/packs/acts.ts";
import type { Check, Scene } from "#app/domain/law/scene.ts";
import { momentOf } from "#app/domain/law/selectors.ts";

/** a hold never stops a notice the law demands, nor an answer to the debtor. */
const openPurposes = new Set([
  "remedy_notice",
  "termination_notice",
  "mandatory_notice",
  "reply_to_debtor",
  "verification",
]);

/** What may be written or said in answer, in notice or to another than the debtor; a statutory demand opens an insolvency and is none of it. */
const writings: ReadonlySet<LawActionType> = new Set([
  ...outbound,
  "notice_of_intention",
  "validation_notice",
  "send_template",
]);
const protective: ReadonlySet<LawActionType> = new Set(filings);

/** A claim is proved in an insolvency by a paper to whoever administers it, never to the debtor. */
const isProofOfClaim = ({ type, purpose, recipientRole }: Scene["action"]) =>
  purpose === "insolvency_claim" &&
  (type === "letter" || type === "email") &&
  recipientRole !== undefined &&
  recipientRole !== "debtor";

/** A lawyer may file so that limitation does not run out, and says why; a stay by a court's insolvency is stronger. */
const isProtectiveFiling = ({ action, actor }: Scene, type: HoldType) =>
  protective.has(action.type) &&
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
  isAnswerOrNotice(scene.action) || isProofOfClaim(scene.action) || isProtectiveFiling(scene, type);

const isAnswerOrNotice = ({ type, purpose }: Scene["action"]) =>
  purpose !== undefined && openPurposes.has(purpose) && writings.has(type);

/** Whether the act is a writing to somebody whom the row leaves open, an adviser or an administrator for instance. */
const goesTo = ({ type, recipientRole }: Scene["action"], recipients: readonly string[]) =>
  recipientRole !== undefined && recipients.includes(recipientRole) && writings.has(type);

const writtenElectronically = new Set(["sms", "email", "im"]);

function concerns(guard: Extract<Guard, { kind: "hold" }>, hold: Hold, scene: Scene): boolean {
  if (!guard.types.includes(hold.type) || !isActive(hold, scene) || staysOpen(scene, hold.type)) return false;
  if (guard.recipients && goesTo(scene.action, guard.recipients)) return false;
  if (!guard.channelOnly) return true;
  const channel = channelOf(scene);
  return isKnown(hold.channel) ? hold.channel === channel : writtenElectronically.has(channel);
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
