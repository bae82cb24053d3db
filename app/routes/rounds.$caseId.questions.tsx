import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { putQuestion } from "#app/http/round-questions.server.ts";
import { BidderQuestionsPage } from "#app/ui/tenders/questions-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
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
  return putQuestion(ctx, args, args.params.caseId ?? "");
}

export default function RoundQuestions() {
  return (
    <BidderQuestionsPage view={useLoaderData<typeof loader>().view} answer={useActionData<typeof action>()} />
  );
}
