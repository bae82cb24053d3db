import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { AnswerQuestion, answerQuestion } from "#app/use-cases/tenders/answer-question.server.ts";
import { AskQuestion, askQuestion } from "#app/use-cases/tenders/ask-question.server.ts";
import { questionsForBidder, questionsForCreditor } from "#app/use-cases/tenders/read-questions.server.ts";
import { notFound } from "./guard.ts";
import { parseForm, refusedAt } from "./parse-form.ts";
import { goTo } from "./respond.ts";

/** Puts a bidder's question to the creditor of a case's or a lot's round. */
export async function putQuestion(
  ctx: Ctx,
  { request }: Pick<LoaderFunctionArgs, "request">,
  caseId: string,
) {
  const view = await questionsForBidder(ctx, caseId);
  if (!view) throw notFound();
  const form = await parseForm(request, AskQuestion, { caseId: view.caseId });
  if (!form.ok) return data({ ...form.error, giveaways: [] }, 422);

  const asked = await askQuestion(ctx, form.value);
  if (asked.ok) return goTo(ctx, `${view.at}/questions`, { flash: { tone: "ok", key: "qa.asked_flash" } });
  const refusal = refusedAt("question", `qa.refusal.${asked.error.kind}`, form.values);
  switch (asked.error.kind) {
    case "round-not-found":
      throw notFound();
    case "round-closed":
    case "questions-closed":
    case "too-many-questions":
      return data({ ...refusal, giveaways: [] }, 409);
    case "question-gives-away":
      return data({ ...refusal, giveaways: asked.error.giveaways }, 422);
  }
}

/** A question by its address, if it is one of this creditor's round. */
async function askedOf(ctx: Ctx, caseId: string, questionId: string) {
  const view = await questionsForCreditor(ctx, caseId);
  const found = view?.questions.find(({ id }) => id === questionId);
  if (!view || !found) throw notFound();
  return { view, found };
}

/** What the page that answers a question needs; sends on where there is nothing left to answer. */
export async function questionToAnswer(ctx: Ctx, caseId: string, questionId: string) {
  const { view, found } = await askedOf(ctx, caseId, questionId);
  if (found.answer !== null || !view.mayAnswer) throw redirect(`${view.at}/questions`);
  return { at: view.at, code: view.code, question: found.question };
}

/** Answers a question of a case's or a lot's round before all its bidders. */
export async function giveAnswer(
  ctx: Ctx,
  { request }: Pick<LoaderFunctionArgs, "request">,
  { caseId, questionId }: { caseId: string; questionId: string },
) {
  const { view, found } = await askedOf(ctx, caseId, questionId);
  const form = await parseForm(request, AnswerQuestion, { caseId: view.caseId, questionId: found.id });
  if (!form.ok) return data({ ...form.error, giveaways: [] }, 422);

  const given = await answerQuestion(ctx, form.value);
  if (given.ok) return goTo(ctx, `${view.at}/questions`, { flash: { tone: "ok", key: "qa.answered_flash" } });
  const refusal = refusedAt("answer", `qa.refusal.${given.error.kind}`, form.values);
  switch (given.error.kind) {
    case "question-not-found":
      throw notFound();
    case "already-answered":
    case "round-closed":
      return data({ ...refusal, giveaways: [] }, 409);
    case "question-names":
    case "answer-names":
      return data({ ...refusal, giveaways: given.error.giveaways }, 422);
  }
}
