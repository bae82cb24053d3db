import type { CaseAnswers } from "#app/domain/cases/answers.ts";
import { briefFrom } from "#app/domain/cases/brief.ts";
import type { Unfinished } from "#app/domain/cases/draft.ts";
import { type ClaimFinding, claimFindings, type Verdict, verdicts } from "#app/domain/cases/eligibility.ts";
import type { HistoryEvent } from "#app/domain/law/facts.ts";
import { limitationOf } from "#app/domain/law/limitation.ts";
import type { Pack } from "#app/domain/law/pack.ts";
import type { Brief } from "#app/domain/tenders/may-bid.ts";
import { claimToday } from "#app/domain/timeline/claim-today.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { findDraft } from "#db/queries/case-drafts.ts";
import { findCase, likelyDuplicates } from "#db/queries/cases.ts";
import { type DraftView, draftView } from "./draft-view.server.ts";
import { enforceableUntil, lastDayOf, type PreparedCase, prepareCase } from "./prepare-case.server.ts";

type PackShown = Pick<Pack, "id" | "version" | "signedOffBy" | "signedOffOn">;

export type DraftReview = {
  view: DraftView;
  /** Null while something is unfinished; `unfinished` then says which pages. */
  ready: {
    answers: CaseAnswers;
    pack: PackShown;
    verdicts: Verdict[];
    findings: ClaimFinding[];
    limitation: ReturnType<typeof limitationOf>;
    total: ReturnType<typeof claimToday>;
    /** The masked card, exactly as bidders get it; its code is given at posting. */
    card: Brief;
    duplicates: { caseId: string; code: string; status: string }[];
    zone: string;
  } | null;
  unfinished: Unfinished[];
};

/** Everything a creditor should see before posting; null when the draft is not theirs. */
export async function reviewDraft(ctx: Ctx, caseId: string): Promise<DraftReview | null> {
  const view = await draftView(ctx, caseId);
  if (!view) return null;
  const prepared = await prepareCase(ctx.db, ctx, view.draft);
  if (!prepared.ok) {
    return {
      view,
      ready: null,
      unfinished: prepared.error.kind === "unfinished" ? prepared.error.pages : [],
    };
  }
  const { duplicateKey } = prepared.value;
  const duplicates = await likelyDuplicates(ctx.db, ctx.actor, { duplicateKey, exceptCaseId: caseId });
  const code = view.editing?.code ?? "";
  return { view, ready: { ...judged(ctx, prepared.value, { caseId, code }), duplicates }, unfinished: [] };
}

function judged(ctx: Ctx, prepared: PreparedCase, { caseId, code }: { caseId: string; code: string }) {
  const { answers, jurisdiction, pack, facts, today, evidence, zones } = prepared;
  const limitation = limitationOf({ jurisdiction, facts, on: today, series: pack.series });
  const findings = claimFindings({ pack, facts, history: statedHistory(answers, ctx.now), at: ctx.now });
  const barred = limitation.refused ? null : limitation.barred === true;
  return {
    answers,
    pack: {
      id: pack.id,
      version: pack.version,
      signedOffBy: pack.signedOffBy,
      signedOffOn: pack.signedOffOn,
    },
    verdicts: verdicts({ findings, disputed: answers.history.disputed, barred }),
    findings,
    limitation,
    total: claimToday({ jurisdiction, answers, events: [], known: facts, today, series: pack.series }),
    card: briefFrom(answers, {
      caseId,
      code,
      jurisdiction,
      limitationLast: lastDayOf(prepared),
      enforceableUntil: enforceableUntil(prepared),
      evidence,
    }),
    zone: zones[0],
  };
}

/** What posting would record at once besides the facts. */
const statedHistory = ({ history }: CaseAnswers, now: Date): HistoryEvent[] =>
  history.judgment === "yes" ? [{ type: "title_recorded", startedAt: now.toISOString() }] : [];

/** Whether a draft of this id would change a case that is already posted. */
export async function isEditing(ctx: Ctx, caseId: string): Promise<boolean> {
  return (
    (await findDraft(ctx.db, ctx.actor, caseId)) !== null &&
    (await findCase(ctx.db, ctx.actor, caseId)) !== null
  );
}
