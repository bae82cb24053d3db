import { isKnown } from "#app/domain/law/facts.ts";
import type { Stage } from "#app/domain/law/types.ts";
import type { TimelineEvent } from "./events.ts";
import { factsOf } from "./facts.ts";

/** Whether a court or another office has decided the claim: by its judgment another sum is owed, and more is to be done once it is paid. */
export function isTitled(events: readonly TimelineEvent[], stage: Stage): boolean {
  const { effectiveInstrument, judgment } = factsOf(events);
  const reached = stage === "judgment" || stage === "enforcement";
  const decided = events.some(({ type }) => type === "judgment" || type === "default_judgment");
  return reached || decided || effectiveInstrument === true || isKnown(judgment?.enteredOn);
}
