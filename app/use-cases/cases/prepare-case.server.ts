import type { CaseAnswers } from "#app/domain/cases/answers.ts";
import { draftKnown } from "#app/domain/cases/debtor-day.ts";
import { type DraftAnswers, readDraft, type Unfinished } from "#app/domain/cases/draft.ts";
import { enoughToPost, evidenceNeeds } from "#app/domain/cases/evidence.ts";
import { debtorText, duplicateText } from "#app/domain/cases/likeness.ts";
import { statedFacts } from "#app/domain/cases/stated-facts.ts";
import { packIn } from "#app/domain/law/book.ts";
import { enforcementPeriodOf } from "#app/domain/law/enforcement-period.ts";
import type { Facts } from "#app/domain/law/facts.ts";
import { limitationOf } from "#app/domain/law/limitation.ts";
import type { Pack } from "#app/domain/law/pack.ts";
import { placeOf } from "#app/domain/places/register.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { evidenceOf } from "#app/use-cases/evidence-of.server.ts";
import type { Reader } from "#db/client.ts";
import type { EvidenceItem } from "#db/queries/evidence.ts";
import { lawBook } from "#db/queries/law.ts";

/** A draft that reads as a whole, with everything the law and the tables need to know of it. */
export type PreparedCase = {
  answers: CaseAnswers;
  jurisdiction: string;
  zones: string[];
  pack: Pack;
  evidence: EvidenceItem[];
  facts: Facts;
  /** Civil date where the debtor lives. */
  today: string;
  limitation: ReturnType<typeof limitationOf>;
  duplicateKey: string;
  nameKey: string;
};

export type Unpostable =
  | { kind: "unfinished"; pages: Unfinished[] }
  | { kind: "place-unsupported"; placeCode: string }
  | { kind: "evidence-missing" };

type Draft = { caseId: string; creditorOrgId: string; answers: DraftAnswers };

/**
 * Reads a draft as it would be posted now. Refuses what is unfinished, a debtor in a place whose law has no pack,
 * and a claim without the documents it cannot be judged without.
 */
export async function prepareCase(
  reader: Reader,
  ctx: Ctx,
  draft: Draft,
): Promise<Result<PreparedCase, Unpostable>> {
  const known = draftKnown(draft.answers, ctx.now);
  const read = readDraft(draft.answers, known);
  if (!read.ok) return err({ kind: "unfinished", pages: read.error });

  const { debtor, claim, history } = read.value;
  const place = placeOf(debtor.placeCode);
  const book = await lawBook(reader);
  const pack = place?.jurisdiction ? packIn(book, place.jurisdiction) : null;
  if (!place?.jurisdiction || !pack) return err({ kind: "place-unsupported", placeCode: debtor.placeCode });

  const evidence = await evidenceOf(reader, ctx, draft.caseId);
  if (!enoughToPost(evidenceNeeds({ claim, history }, evidence), evidence.length)) {
    return err({ kind: "evidence-missing" });
  }
  const { jurisdiction, zones } = place;
  const { caseId } = draft;
  const facts = statedFacts(read.value, { caseId, place, jurisdiction, evidence, series: pack.series });
  const claimed = { ...claim, creditorOrgId: draft.creditorOrgId, debtorName: debtor.name };
  return ok({
    answers: read.value,
    jurisdiction,
    zones,
    pack,
    evidence,
    facts,
    today: known.today,
    limitation: limitationOf({ jurisdiction, facts, series: pack.series }),
    duplicateKey: ctx.secrets.mac(
      "duplicate-case",
      duplicateText({ ...claimed, reference: claim.reference }),
    ),
    nameKey: ctx.secrets.mac("debtor-name", debtorText(debtor.name, debtor.placeCode)),
  });
}

/** The last day to apply for the enforcement of a judgment in hand, where it can be told. */
export function enforceableUntil({ answers, jurisdiction, facts, pack }: PreparedCase): string | null {
  if (answers.history.judgment !== "yes") return null;
  const period = enforcementPeriodOf(jurisdiction, facts, pack.series);
  return period.refused ? null : period.last;
}

/** The last day to sue where it can be told. */
export const lastDayOf = ({ limitation }: Pick<PreparedCase, "limitation">): string | null =>
  limitation.refused ? null : limitation.last;
