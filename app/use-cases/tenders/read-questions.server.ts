import { may } from "#app/domain/accounts/access.ts";
import { isId } from "#app/domain/ids.ts";
import { isOpen, questionsUntil } from "#app/domain/tenders/round.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { localPlace } from "#app/use-cases/local-place.ts";
import { findCase, relationTo } from "#db/queries/cases.ts";
import { type QuestionRow, questionsIn } from "#db/queries/round-questions.ts";
import { latestTender, type TenderRow } from "#db/queries/tenders.ts";
import { roundFor } from "./standing.server.ts";

/** A question as anyone is shown it: nothing of who asked but whether it was the reader. */
export type AskedQuestion = {
  id: string;
  question: string;
  askedAt: Date;
  answer: string | null;
  answeredAt: Date | null;
  own: boolean;
};

export type QuestionsView = {
  caseId: string;
  code: string;
  zone: string;
  questions: AskedQuestion[];
  /** Until when questions are taken; answers may be given until the round closes. */
  askUntil: Date;
  closesAt: Date;
  mayAsk: boolean;
  mayAnswer: boolean;
};

/** A round's questions for one of its bidders: what was answered, and its own that wait. Null when the round is not for it. */
export async function questionsForBidder(ctx: Ctx, caseId: string): Promise<QuestionsView | null> {
  const found = await roundFor(ctx.db, ctx, caseId);
  if (!found || !may(ctx.actor, "round.read", found.relation)) return null;
  const { tender, brief } = found.round;
  const rows = await questionsIn(ctx.db, { caseId, tenderId: tender.id });
  const shown = rows.filter(({ answer, askerOrgId }) => answer !== null || askerOrgId === ctx.actor.orgId);
  return {
    ...viewOf(ctx, tender, shown),
    code: brief.code,
    zone: localPlace(brief.placeCode, ctx).zone,
    mayAnswer: false,
  };
}

/** All of them for the creditor, who is not told who asked. Null when the case is not the actor's, or was never tendered. */
export async function questionsForCreditor(ctx: Ctx, caseId: string): Promise<QuestionsView | null> {
  const kase = isId(caseId) ? await findCase(ctx.db, ctx.actor, caseId) : null;
  if (!kase || !may(ctx.actor, "question.answer", relationTo(ctx.actor, kase))) return null;
  const tender = await latestTender(ctx.db, caseId);
  if (!tender) return null;
  const rows = await questionsIn(ctx.db, { caseId, tenderId: tender.id });
  const mayAnswer = isOpen(tender, ctx.now);
  const zone = localPlace(kase.placeCode, ctx).zone;
  return { ...viewOf(ctx, tender, rows), code: kase.code, zone, mayAsk: false, mayAnswer };
}

function viewOf({ actor, now }: Ctx, tender: TenderRow, rows: QuestionRow[]) {
  const askUntil = questionsUntil(tender);
  return {
    caseId: tender.caseId,
    questions: rows.map(({ id, question, askedAt, answer, answeredAt, askerOrgId }) => ({
      id,
      question,
      askedAt,
      answer,
      answeredAt,
      own: askerOrgId === actor.orgId,
    })),
    askUntil,
    closesAt: tender.closesAt,
    mayAsk: isOpen(tender, now) && now < askUntil,
  };
}
