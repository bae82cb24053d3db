import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { CreditorQuestionsPage } from "#app/ui/tenders/questions-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { questionsForCreditor } from "#app/use-cases/tenders/read-questions.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "question.answer");
  const view = await questionsForCreditor(ctx, args.params.caseId ?? "");
  if (!view) throw notFound();
  return { view, title: pageTitle(ctx, "round.questions") };
}

export default function CaseQuestions() {
  return <CreditorQuestionsPage view={useLoaderData<typeof loader>().view} />;
}
