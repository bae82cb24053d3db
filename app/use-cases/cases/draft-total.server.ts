import { readStep } from "#app/domain/cases/read-step.ts";
import { claimToday } from "#app/domain/timeline/claim-today.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { lawBook } from "#db/queries/law.ts";
import type { DraftView } from "./draft-view.server.ts";

/** Principal and interest to today as far as the draft says them; null while its claim page or its place is unfinished. */
export async function draftTotal({ db }: Pick<Ctx, "db">, { draft, places, known }: DraftView) {
  const jurisdiction = places.at(-1)?.jurisdiction;
  const claim = readStep("claim", draft.answers.claim, known);
  const debtor = readStep("debtor", draft.answers.debtor, known);
  if (!jurisdiction || !claim.ok || !debtor.ok) return null;
  return claimToday({
    jurisdiction,
    answers: { claim: claim.value, debtor: debtor.value },
    events: [],
    today: known.today,
    series: (await lawBook(db)).series,
  });
}
