import { z } from "zod";
import { may, type Relation } from "#app/domain/accounts/access.ts";
import { pathOf } from "#app/domain/places/register.ts";
import { contactFields } from "#app/domain/privacy/sights.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { type Giveaway, giveawaysIn, type Hidden } from "#app/domain/tenders/masking.ts";
import { isOpen } from "#app/domain/tenders/round.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { openDebtor } from "#app/use-cases/debtor.server.ts";
import { lotGiveaways } from "#app/use-cases/lots/lot-giveaways.server.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { byMachine } from "#app/use-cases/sights.server.ts";
import type { Tx } from "#db/client.ts";
import { bidders } from "#db/queries/bids.ts";
import { type CaseRow, lockCase, relationTo } from "#db/queries/cases.ts";
import { lockLot, lotRelation } from "#db/queries/lots.ts";
import { organizationOf } from "#db/queries/organizations.ts";
import { lockQuestion, type QuestionRow, writeAnswer } from "#db/queries/round-questions.ts";
import { lockTender } from "#db/queries/tenders.ts";
import { transact } from "#db/transact.ts";

export const AnswerQuestion = z.object({
  caseId: z.uuid(),
  questionId: z.uuid(),
  answer: z.string("error.required").trim().min(2, "error.required").max(1_200, "error.too_long"),
});

export type AnswerRefusal =
  | { kind: "question-not-found" }
  | { kind: "already-answered" }
  | { kind: "round-closed" }
  /** The question itself names somebody: it can never be shown, whatever the answer. */
  | { kind: "question-names"; giveaways: Giveaway[] }
  | { kind: "answer-names"; giveaways: Giveaway[] };

/**
 * Answers a question before all bidders at once. Question and answer are read for whatever would tell who the debtor or the creditor
 * is, and nothing goes out that does.
 */
export function answerQuestion(
  ctx: Ctx,
  { caseId, questionId, answer }: z.infer<typeof AnswerQuestion>,
): Promise<Result<null, AnswerRefusal>> {
  return transact<null, AnswerRefusal>(ctx, async (tx) => {
    const offered = await lockOffered(tx, ctx, caseId);
    if (!offered || !may(ctx.actor, "question.answer", offered.relation))
      return err({ kind: "question-not-found" });
    const asked = await lockQuestion(tx, { caseId, id: questionId });
    if (!asked) return err({ kind: "question-not-found" });
    if (asked.answer !== null) return err({ kind: "already-answered" });
    const tender = await lockTender(tx, { caseId, id: asked.tenderId, strength: "share" });
    if (!tender || !isOpen(tender, ctx.now)) return err({ kind: "round-closed" });

    const [inQuestion, inAnswer] = await offered.giveaways([asked.question, answer]);
    if (inQuestion.length > 0) return err({ kind: "question-names", giveaways: inQuestion });
    if (inAnswer.length > 0) return err({ kind: "answer-names", giveaways: inAnswer });

    const given = { answer, answeredBy: ctx.actor.userId ?? "", answeredAt: ctx.now };
    if ((await writeAnswer(tx, asked, given)) === "round-closed") return err({ kind: "round-closed" });
    await tell(tx, ctx, offered, asked);
    return ok(null);
  });
}

/** What a round is about: who may answer in it, where its bidders read it, and what words would give away. */
type Offered = {
  code: string;
  at: string;
  relation: Relation;
  giveaways: (texts: readonly string[]) => Promise<Giveaway[][]>;
};

/** Holds the case or the lot of a round until the transaction ends. */
async function lockOffered(tx: Tx, ctx: Ctx, caseId: string): Promise<Offered | null> {
  const kase = await lockCase(tx, ctx.actor, caseId);
  if (kase) {
    const giveaways: Offered["giveaways"] = async (texts) => {
      const hidden = await hiddenIn(tx, ctx, kase);
      return texts.map((text) => giveawaysIn(text, hidden));
    };
    return { code: kase.code, at: `/rounds/${caseId}`, relation: relationTo(ctx.actor, kase), giveaways };
  }
  const lot = await lockLot(tx, ctx.actor, caseId);
  return (
    lot && {
      code: lot.code,
      at: `/lots/${caseId}`,
      relation: lotRelation(ctx.actor, lot),
      giveaways: (texts) => lotGiveaways(tx, ctx, { lot, texts }),
    }
  );
}

/** Whom the words of a case's round must not name. */
async function hiddenIn(
  tx: Tx,
  ctx: Ctx,
  { caseId, code, creditorOrgId, answers }: CaseRow,
): Promise<Hidden> {
  const debtor = await openDebtor(tx, ctx, byMachine({ caseId, fields: ["name", ...contactFields] }));
  const creditor = await organizationOf(tx, creditorOrgId);
  if (!debtor?.person || !creditor) throw new Error(`Case ${code} lacks its debtor or its creditor`);
  const { name, email, phone, address } = debtor.person;
  return {
    debtor: { name, isCompany: debtor.kind === "company", email, phone, address },
    organizations: [creditor.name],
    references: [answers.claim.reference, answers.history.judgmentNumber].flatMap((each) => each ?? []),
    told: pathOf(debtor.placeCode).flatMap(({ en, zh }) => [en, zh]),
  };
}

/** Whoever has bid, and whoever asked. */
async function tell(tx: Tx, ctx: Ctx, { code, at }: Offered, asked: QuestionRow): Promise<void> {
  const round = { caseId: asked.caseId, tenderId: asked.tenderId };
  for (const toOrgId of new Set([asked.askerOrgId, ...(await bidders(tx, round))])) {
    await notify(tx, ctx, {
      kind: "question_answered",
      values: { case: code },
      toOrgId,
      href: `${at}/questions`,
    });
  }
}
