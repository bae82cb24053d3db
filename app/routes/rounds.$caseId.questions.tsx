import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo } from "#app/http/respond.ts";
import { BidderQuestionsPage } from "#app/ui/tenders/questions-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { AskQuestion, askQuestion } from "#app/use-cases/tenders/ask-question.server.ts";
import { questionsForBidder } from "#app/use-cases/tenders/read-questions.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "question.ask");
  const view = await questionsForBidder(ctx, args.params.caseId ?? "");
  if (!view) throw notFound();
  return { view, title: pageTitle(ctx, "round.questions") };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "question.ask");
  if (!(await questionsForBidder(ctx, args.params.caseId ?? ""))) throw notFound();
  const form = await parseForm(args.request, AskQuestion, { caseId: args.params.caseId });
  if (!form.ok) return data({ ...form.error, giveaways: [] }, 422);

  const asked = await askQuestion(ctx, form.value);
  if (asked.ok) {
    const flash = { tone: "ok", key: "qa.asked_flash" } as const;
    return goTo(ctx, `/rounds/${form.value.caseId}/questions`, { flash });
  }
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

export default function RoundQuestions() {
  return (
    <BidderQuestionsPage view={useLoaderData<typeof loader>().view} answer={useActionData<typeof action>()} />
  );
}
