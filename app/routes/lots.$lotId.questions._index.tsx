import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { putQuestion } from "#app/http/round-questions.server.ts";
import { BidderQuestionsPage, CreditorQuestionsPage } from "#app/ui/tenders/questions-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { questionsForBidder, questionsForCreditor } from "#app/use-cases/tenders/read-questions.server.ts";

export const meta = titleMeta;

/** The questions of a lot's round: its bidders ask them, its creditor answers. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "lot.read");
  const { lotId = "" } = args.params;
  const asks = ctx.actor.role !== "creditor";
  const view = asks ? await questionsForBidder(ctx, lotId) : await questionsForCreditor(ctx, lotId);
  if (!view) throw notFound();
  return { view, asks, title: pageTitle(ctx, "round.questions") };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "question.ask");
  return putQuestion(ctx, args, args.params.lotId ?? "");
}

export default function LotQuestions() {
  const { view, asks } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (asks) return <BidderQuestionsPage view={view} answer={answer} />;
  return <CreditorQuestionsPage view={view} />;
}
