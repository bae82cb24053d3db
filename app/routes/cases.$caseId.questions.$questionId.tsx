import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo } from "#app/http/respond.ts";
import { AnswerPage } from "#app/ui/tenders/questions-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { AnswerQuestion, answerQuestion } from "#app/use-cases/tenders/answer-question.server.ts";
import { questionsForCreditor } from "#app/use-cases/tenders/read-questions.server.ts";

export const meta = titleMeta;

/** The question in the address, if it is one of this creditor's case. */
async function asked(ctx: Ctx, { caseId = "", questionId = "" }: LoaderFunctionArgs["params"]) {
  const view = await questionsForCreditor(ctx, caseId);
  const found = view?.questions.find(({ id }) => id === questionId);
  if (!view || !found) throw notFound();
  return { view, found };
}

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "question.answer");
  const { view, found } = await asked(ctx, args.params);
  if (found.answer !== null || !view.mayAnswer) throw redirect(`/cases/${view.caseId}/questions`);
  const { caseId, code } = view;
  return { caseId, code, question: found.question, title: pageTitle(ctx, "qa.answer_act") };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "question.answer");
  const { view, found } = await asked(ctx, args.params);
  const { caseId } = view;
  const form = await parseForm(args.request, AnswerQuestion, { caseId, questionId: found.id });
  if (!form.ok) return data({ ...form.error, giveaways: [] }, 422);

  const given = await answerQuestion(ctx, form.value);
  if (given.ok) {
    const flash = { tone: "ok", key: "qa.answered_flash" } as const;
    return goTo(ctx, `/cases/${caseId}/questions`, { flash });
  }
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

export default function Answer() {
  return <AnswerPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
