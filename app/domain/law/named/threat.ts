import { isKnown, type LawActionType } from "#app/domain/law/facts.ts";
import type { Check, Scene } from "#app/domain/law/scene.ts";

/** What texts threaten with, and the act whose own bars are then asked. */
const threatened: Record<string, LawActionType> = {
  suit: "file_suit",
  file_suit: "file_suit",
  dishonest_listing: "apply_dishonest_listing",
  consumption_restriction: "apply_consumption_restriction",
  enforcement: "apply_enforcement",
  bureau_report: "bureau_report",
  arbitration: "arbitration",
  payment_order: "payment_order",
};

/** Ids of the rows that bar an act as such in this scene; null where the pack does not know the act. */
export type BarsOf = (scene: Scene, type: LawActionType) => readonly string[] | null;

/** a text that threatens a step is held to that step's own bars. A threat the engine cannot read is refused. */
export function threatCheck(barsOf: BarsOf): Check {
  return (scene) => {
    const { threatens, threatensSuit, threatenedSteps } = scene.action;
    const steps: LawActionType[] = [...(threatenedSteps ?? [])];
    if (threatensSuit === true && !steps.includes("file_suit")) steps.push("file_suit");
    if (isKnown(threatens)) {
      const step = threatened[threatens];
      if (!step) return { values: { threat: threatens, bars: "X-05" }, next: null, effect: "block" };
      steps.push(step);
    }
    const bars = [...new Set(steps.flatMap((step) => barsOf(scene, step) ?? ["X-05"]))];
    if (bars.length === 0) return null;
    return {
      values: { threat: `law.action.${steps[0]}`, bars: bars.join(", ") },
      next: null,
      effect: "block",
    };
  };
}
