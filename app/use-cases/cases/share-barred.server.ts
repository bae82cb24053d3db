import { readStep } from "#app/domain/cases/read-step.ts";
import { legalCap } from "#app/domain/tenders/legal-cap.ts";
import { scopeOf } from "#app/domain/tenders/scope.ts";
import type { DraftView } from "./draft-view.server.ts";

/** The rule by which no lawyer may take a share of the result in a mandate that may go to court; null where one may, or nothing is known yet. */
export function shareBarred({ draft, places, known }: DraftView): string | null {
  const jurisdiction = places.at(-1)?.jurisdiction;
  const claim = readStep("claim", draft.answers.claim, known);
  if (!jurisdiction || !claim.ok) return null;
  const { principal, currency } = claim.value;
  const asked = { jurisdiction, currency, principal, recovered: principal };
  const { barred, rule } = legalCap({ ...asked, scope: scopeOf.up_to_lawsuit, bidder: "lawyer" });
  return barred ? rule : null;
}
