import type { CaseAnswers } from "#app/domain/cases/answers.ts";
import type { Pack } from "#app/domain/law/pack.ts";
import { type Stage, stages } from "#app/domain/law/types.ts";

type Goal = CaseAnswers["goal"]["goal"];

/** The rung up to which a mandate runs, by what the creditor wants. */
export const scopeOf = {
  amicable: "formal_demand",
  up_to_lawsuit: "judgment",
  enforcement: "enforcement",
} as const satisfies Record<Goal, Stage>;

export const tenderScopes = ["formal_demand", "judgment", "enforcement"] as const satisfies readonly Stage[];

const heightOf = (stage: Stage) => stages.indexOf(stage);

/** Where the ladder of a case begins: with a judgment in hand at that judgment, whose rungs below it are not climbed (POL-LADDER-09). */
export const startOf = ({ titledOn }: { titledOn: string | null }): Stage =>
  titledOn ? "judgment" : "intake";

/**
 * Whether a mandate reaches a rung that the pack opens to lawyers and not to agencies, so that an agency
 * could not carry it through. Rungs that may be left out do not count.
 */
export function needsLawyer(pack: Pick<Pack, "rungs">, scope: Stage, from: Stage = "intake"): boolean {
  return pack.rungs.some(
    ({ stage, mayAct, optional }) =>
      !optional &&
      heightOf(stage) > heightOf(from) &&
      heightOf(stage) <= heightOf(scope) &&
      mayAct.includes("lawyer") &&
      !mayAct.includes("agency"),
  );
}
