import { isActive } from "#app/domain/law/guards/hold.ts";
import { hasAny, walkBack } from "#app/domain/law/history.ts";
import { asking } from "#app/domain/law/named/asking.ts";
import type { Check, Scene } from "#app/domain/law/scene.ts";

const reach = ["call", "sms", "email", "letter", "visit"];
/** The debtor cannot be reached after this many failed contacts in a row (CBA guideline). */
const FAILED_IN_A_ROW = 3;

const failed = new Set([
  "no_answer",
  "busy",
  "not_connected",
  "not_in_service",
  "undeliverable",
  "returned",
  "number_invalid",
]);
const invalid = new Set(["number_invalid", "not_in_service"]);

function contactedBefore(scene: Scene): boolean {
  let found = false;
  walkBack(scene.history, reach, scene.to, ({ event }) => {
    if (!event.recipientRole || event.recipientRole === "debtor" || event.direction === "in") return false;
    found = !scene.action.contactId || !event.contactId || event.contactId === scene.action.contactId;
    return found;
  });
  return found;
}

/** US-CONTACT-13: another person is asked once where the debtor is, and is not told that a debt is owed. */
export const thirdPartyOnlyForLocation: Check = (scene) => {
  const { disclosesDebt } = scene.action;
  const script = { script: "law.script.location" };
  if (disclosesDebt === true) return { values: script, next: null };
  if (disclosesDebt !== false)
    return {
      ...asking("action.disclosesDebt"),
      values: { ...script, fact: "law.fact.action.disclosesDebt", evidence: "law.fact.action.disclosesDebt" },
    };
  return contactedBefore(scene) ? { values: script, next: null } : null;
};

function failuresInARow(scene: Scene): number {
  let count = 0;
  walkBack(scene.history, ["call", "sms", "email"], scene.to, ({ event }) => {
    if (event.direction === "in") return true;
    if (event.recipientRole && event.recipientRole !== "debtor") return false;
    if (event.outcome !== undefined && invalid.has(event.outcome)) {
      count = FAILED_IN_A_ROW;
      return true;
    }
    const missed = event.connected === false || (event.outcome !== undefined && failed.has(event.outcome));
    if (!missed) return true;
    count += 1;
    return count >= FAILED_IN_A_ROW;
  });
  return count;
}

/** Whether this person asked not to be contacted; a person who is not named may be the one who did. */
function refusedBefore(scene: Scene): boolean {
  const { contactId } = scene.action;
  let refused = false;
  walkBack(scene.history, ["refusal"], scene.to, ({ event }) => {
    const byDebtor = event.contactId === undefined && event.channel !== undefined;
    refused = !byDebtor && (!contactId || !event.contactId || event.contactId === contactId);
    return refused;
  });
  return refused;
}

/** CN-HOLD-10: a person who refused is never contacted again. */
export const thirdPartyNotRefused: Check = (scene) =>
  refusedBefore(scene) ? { values: { script: "law.script.callback" }, next: null, effect: "block" } : null;

/**
 * CN-CONTACT-06, CN-HOLD-10: another person only where the debtor cannot be reached, has died or lacks capacity, only to pass on
 * a request to call back, and never again once that person refused.
 */
export const thirdPartyUnreachable: Check = (scene) => {
  const script = { script: "law.script.callback" };
  if (scene.action.disclosesDebt === true || refusedBefore(scene)) return { values: script, next: null };
  const gone =
    scene.holds.some(
      (hold) => (hold.type === "death" || hold.type === "incapacity") && isActive(hold, scene),
    ) || hasAny(scene.history, ["death"], scene.to);
  if (!gone && failuresInARow(scene) < FAILED_IN_A_ROW) return { values: script, next: null };
  return scene.action.disclosesDebt === false ? null : asking("action.disclosesDebt");
};
