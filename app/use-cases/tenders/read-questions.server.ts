import { may } from "#app/domain/accounts/access.ts";
import { isId } from "#app/domain/ids.ts";
import { isOpen, questionsUntil } from "#app/domain/tenders/round.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { localPlace } from "#app/use-cases/local-place.ts";
import { findCase, relationTo } from "#db/queries/cases.ts";
import { findLot, lotRelation } from "#db/queries/lots.ts";
import { type QuestionRow, questionsIn } from "#db/queries/round-questions.ts";
import { latestTender, type TenderRow } from "#db/queries/tenders.ts";
import { anyRoundFor } from "./standing.server.ts";

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
  /** The round's address for the reader. */
  at: string;
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
  const found = await anyRoundFor(ctx.db, ctx, caseId);
  if (!found || !may(ctx.actor, "round.read", found.relation)) return null;
  const { tender, brief } = found.round;
  const rows = await questionsIn(ctx.db, { caseId, tenderId: tender.id });
  const shown = rows.filter(({ answer, askerOrgId }) => answer !== null || askerOrgId === ctx.actor.orgId);
  return {
    ...viewOf(ctx, tender, shown),
    at: `/${found.subject === "lot" ? "lots" : "rounds"}/${caseId}`,
    code: brief.code,
    zone: localPlace(brief.placeCode, ctx).zone,
    mayAnswer: false,
  };
}

/** All of them for the creditor, who is not told who asked. Null when the case or lot is not the actor's, or was never tendered. */
export async function questionsForCreditor(ctx: Ctx, caseId: string): Promise<QuestionsView | null> {
  const offered = isId(caseId) ? await offeredBy(ctx, caseId) : null;
  if (!offered || !may(ctx.actor, "question.answer", offered.relation)) return null;
  const tender = await latestTender(ctx.db, caseId);
  if (!tender) return null;
  const rows = await questionsIn(ctx.db, { caseId, tenderId: tender.id });
  const { at, code, placeCode } = offered;
  const { zone } = localPlace(placeCode, ctx);
  return { ...viewOf(ctx, tender, rows), at, code, zone, mayAsk: false, mayAnswer: isOpen(tender, ctx.now) };
}

/** The case or the lot that a round is about, as this creditor has it. */
async function offeredBy({ db, actor }: Ctx, caseId: string) {
  const kase = await findCase(db, actor, caseId);
  if (kase) {
    const { code, placeCode } = kase;
    return { at: `/cases/${caseId}`, code, placeCode, relation: relationTo(actor, kase) };
  }
  const lot = await findLot(db, actor, caseId);
  if (!lot) return null;
  const placeCode = lot.regions[0] ?? lot.jurisdiction;
  return { at: `/lots/${caseId}`, code: lot.code, placeCode, relation: lotRelation(actor, lot) };
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
