import { walkBack } from "#app/domain/law/history.ts";
import type { Check, Scene } from "#app/domain/law/scene.ts";

/** Steps that can carry the claim in text form. */
const inText = ["reminder", "email", "sms", "letter", "demand_payment", "lawyer_letter"];
const professionals = new Set(["lawyer", "law_firm", "agency", "agency_licensed", "agency_employee"]);

/** RDG 13a(1) nos. 1-8, BRAO 43d(1), in their order. */
const items = [
  "clientNameAddress",
  "reasonAndContractDate",
  "interestCalculation",
  "aboveStatutoryRate",
  "costsKindAmountBasis",
  "vatStatement",
  "addressSource",
  "supervisor",
] as const;

/**
 * Whether the collector or lawyer who acts has asserted the claim in text form before; the first time had to be complete. What another
 * sent frees nobody, and a letter whose sender is not told is nobody's.
 */
function assertedBefore(scene: Scene): boolean {
  const self = [scene.actor.id, scene.action.actorId].filter((id) => id !== undefined);
  let found = false;
  walkBack(scene.history, inText, scene.to, ({ event }) => {
    found =
      event.direction !== "in" &&
      professionals.has(event.actorKind ?? "") &&
      self.some((id) => id === event.actorId);
    return found;
  });
  return found;
}

/**
 * DE-NOTICE-01: the first assertion to a private person carries all eight items; an item that does not arise counts as carried. VAT
 * that is not claimed needs no statement.
 */
export const firstAssertionComplete: Check = (scene) => {
  if (assertedBefore(scene)) return null;
  const told = scene.action.items ?? {};
  const noVat = scene.action.vatClaimed === false;
  const missing = items.filter((item) => told[item] !== true && !(item === "vatStatement" && noVat));
  if (missing.length === 0) return null;
  const paths = missing.map((item) => `action.items.${item}`);
  const named = paths.map((path) => `law.fact.${path}`).join("|");
  const isKnownToLack = missing.some((item) => told[item] === false);
  return {
    values: { items: named, fact: named, evidence: named },
    next: null,
    requires: paths,
    effect: isKnownToLack ? "block" : "require",
  };
};

/** DE-ESC-05: nobody asserts the claim by voice before it was asserted in text form. */
export const assertedInText: Check = (scene) =>
  assertedBefore(scene) ? null : { values: {}, next: null, requires: ["history.textForm"] };
