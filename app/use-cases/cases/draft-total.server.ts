import { readStep } from "#app/domain/cases/read-step.ts";
import { statedFacts } from "#app/domain/cases/stated-facts.ts";
import { claimToday } from "#app/domain/timeline/claim-today.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { lawBook } from "#db/queries/law.ts";
import type { DraftView } from "./draft-view.server.ts";

/** What the page on reminders and judgments says as long as it is not finished. */
const nothingYet = { disputed: "unknown", judgment: "no" } as const;

/** Principal and interest to today as far as the draft says them; null while its claim page or its place is unfinished. */
export async function draftTotal({ db }: Pick<Ctx, "db">, { draft, places, evidence, known }: DraftView) {
  const place = places.at(-1);
  const claim = readStep("claim", draft.answers.claim, known);
  const debtor = readStep("debtor", draft.answers.debtor, known);
  if (!place?.jurisdiction || !claim.ok || !debtor.ok) return null;
  const told = readStep("history", draft.answers.history, known);
  const answers = { claim: claim.value, debtor: debtor.value };
  const { series } = await lawBook(db);
  const { jurisdiction } = place;
  const facts = statedFacts(
    { ...answers, history: told.ok ? told.value : nothingYet },
    { caseId: draft.caseId, place, jurisdiction, evidence, series },
  );
  return claimToday({ jurisdiction, answers, events: [], known: facts, today: known.today, series });
}
