import type { Pack } from "#app/domain/law/pack.ts";
import { type ActionType, type Finding, stepTypes } from "#app/domain/law/types.ts";

/** On what an act by a collector rests besides the law: the licence its mandate names, and the person who acts. */
export type ActingUnder = {
  /** The number of the licence the mandate rests on, where that licence is over, suspended or refused. */
  lapsedLicence: string | null;
  /** Whether the person who acts has no licence of their own and works under another's. */
  supervised: boolean;
  /** What was asked to be paid in before acts and was not; `prepaid`: the court has it paid before. */
  unfunded?: readonly { act: ActionType; prepaid: boolean }[];
};

const steps: ReadonlySet<string> = new Set(stepTypes);

/** Whether the pack opens the step to lawyers and to no agency: what the law reserves. */
const isReserved = (pack: Pack, type: ActionType) =>
  pack.rungs.some(
    (rung) =>
      rung.steps.some((step) => step === type) &&
      rung.mayAct.includes("lawyer") &&
      !rung.mayAct.includes("agency"),
  );

/**
 * What stands in the way of a step although the firm as a whole could take it. Supervised staff take no reserved step, except in England
 * and Wales, where the authorised person keeps the responsibility and the pack's own rows judge it (GB-ACTOR-02).
 */
export function mandateFindings(
  pack: Pack,
  type: ActionType,
  { lapsedLicence, supervised, unfunded = [] }: ActingUnder,
): Finding[] {
  if (!steps.has(type)) return [];
  return [
    ...(lapsedLicence
      ? [finding("POL-MANDATE-01", "mandate_licence", { number: lapsedLicence }, "verify_credential")]
      : []),
    ...(supervised && pack.id !== "GB-EW" && isReserved(pack, type)
      ? [finding("POL-STAFF-01", "staff_reserved", {}, "licensed_member")]
      : []),
    ...unfunded
      .filter(({ act }) => act === type)
      .slice(0, 1)
      .map(({ prepaid }) => ({
        ...finding("POL-ADVANCE-01", "advance_unfunded", {}, "advance_funded"),
        effect: prepaid ? ("block" as const) : ("warn" as const),
      })),
  ];
}

const finding = (rule: string, key: string, values: Record<string, string>, unblock: string): Finding => ({
  rule,
  force: "POL",
  effect: "block",
  message: { key, values: { ...values, rule } },
  citation: "Rung platform policy: mandates and staff",
  requires: [],
  unblockedBy: [unblock],
  earliest: null,
});
