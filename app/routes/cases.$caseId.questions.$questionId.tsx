import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { giveAnswer, questionToAnswer } from "#app/http/round-questions.server.ts";
import { AnswerPage } from "#app/ui/tenders/questions-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "question.answer");
  const { caseId = "", questionId = "" } = args.params;
  const asked = await questionToAnswer(ctx, caseId, questionId);
  return { ...asked, title: pageTitle(ctx, "qa.answer_act") };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "question.answer");
  const { caseId = "", questionId = "" } = args.params;
  return giveAnswer(ctx, args, { caseId, questionId });
}

export default function Answer() {
  return <AnswerPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
