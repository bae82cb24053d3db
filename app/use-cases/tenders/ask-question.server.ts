import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { newId } from "#app/domain/ids.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { contactsIn, type Giveaway, namesWhole } from "#app/domain/tenders/masking.ts";
import { isOpen, questionsUntil } from "#app/domain/tenders/round.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import type { Tx } from "#db/client.ts";
import { organizationOf } from "#db/queries/organizations.ts";
import { countAsked, insertQuestion } from "#db/queries/round-questions.ts";
import { lockTender } from "#db/queries/tenders.ts";
import { transact } from "#db/transact.ts";
import { anyRoundFor } from "./standing.server.ts";

/** More than a round can answer from one bidder. */
const mostQuestions = 5;

export const AskQuestion = z.object({
  caseId: z.uuid(),
  question: z.string("error.required").trim().min(10, "error.question_short").max(600, "error.too_long"),
});

export type AskRefusal =
  | { kind: "round-not-found" }
  | { kind: "round-closed" }
  | { kind: "questions-closed"; until: Date }
  | { kind: "too-many-questions" }
  | { kind: "question-gives-away"; giveaways: Giveaway[] };

/**
 * Puts a question to the creditor of a round, without a name. Refused for a way to reach somebody or the asker's own name, and for
 * nothing that depends on who the debtor is: a refusal would tell whether a guess was right. It is shown to the other bidders with its answer.
 */
export function askQuestion(
  ctx: Ctx,
  { caseId, question }: z.infer<typeof AskQuestion>,
): Promise<Result<null, AskRefusal>> {
  return transact<null, AskRefusal>(ctx, async (tx) => {
    const found = await anyRoundFor(tx, ctx, caseId);
    if (!found || !may(ctx.actor, "question.ask", found.relation)) return err({ kind: "round-not-found" });
    const { tender: known, brief, party } = found.round;
    const tender = await lockTender(tx, { caseId, id: known.id, strength: "share" });
    if (!tender || !isOpen(tender, ctx.now)) return err({ kind: "round-closed" });
    const until = questionsUntil(tender);
    if (ctx.now >= until) return err({ kind: "questions-closed", until });
    const giveaways = await givenAway(tx, ctx, question);
    if (giveaways.length > 0) return err({ kind: "question-gives-away", giveaways });
    const asker = { caseId, tenderId: tender.id, orgId: ctx.actor.orgId ?? "" };
    if ((await countAsked(tx, asker)) >= mostQuestions) return err({ kind: "too-many-questions" });

    const written = await insertQuestion(tx, {
      caseId,
      id: newId(ctx.now),
      tenderId: tender.id,
      askerOrgId: asker.orgId,
      askedBy: ctx.actor.userId ?? "",
      question,
      askedAt: ctx.now,
      answer: null,
      answeredBy: null,
      answeredAt: null,
    });
    if (written === "round-closed") return err({ kind: "round-closed" });
    await notify(tx, ctx, {
      kind: "question_asked",
      values: { case: brief.code, untilAt: tender.closesAt.toISOString() },
      toOrgId: party.creditorOrgId,
      href: `/${found.subject}s/${caseId}/questions`,
    });
    return ok(null);
  });
}

async function givenAway(tx: Tx, { actor }: Ctx, question: string): Promise<Giveaway[]> {
  const own = actor.orgId ? await organizationOf(tx, actor.orgId) : null;
  const named = own !== null && namesWhole(question, own.name);
  return [...contactsIn(question), ...(named ? (["organization"] as const) : [])];
}
