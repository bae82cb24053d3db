import { staysOpen } from "#app/domain/law/guards/hold.ts";
import type { Check } from "#app/domain/law/scene.ts";

/** A dispute that the case tells of without a pause of its own stops collection until one records when it came and how it ended. */
export const disputeOnFile: Check = (scene) => {
  const told = scene.facts.notices?.disputed === true;
  if (!told || staysOpen(scene, "dispute") || scene.holds.some(({ type }) => type === "dispute")) return null;
  return { values: {}, next: null };
};
