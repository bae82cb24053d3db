import { askTextReview } from "#app/use-cases/texts/ask-text-review.server.ts";
import type { Player } from "./cast.ts";
import { ctxOf, type Stage, value } from "./stage.ts";

/** Words that may be meant either way, which a lawyer asked to have read before they go out. */
export async function askAboutWords(stage: Stage, lawyer: Player, caseId: string): Promise<void> {
  const words =
    "This is a reminder of the open invoice. Please pay by Friday, or let us know if you disagree. We would rather not have to take further steps.";
  value(await askTextReview(await ctxOf(stage, lawyer.actor), { caseId, type: "letter", words }));
}
