import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AnswerProposal } from "#app/domain/debtors/plan-answers.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { ProposalPage } from "#app/ui/plans/proposal-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { answerProposal, proposalView } from "#app/use-cases/plans/answer-proposal.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "plan.keep");
  const view = await proposalView(ctx, args.params.caseId ?? "");
  if (!view) throw notFound();
  return { view, title: pageTitle(ctx, "proposal.title") };
}

/** Accepts, counters or declines what a debtor proposes. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "plan.keep");
  const form = await parseForm(args.request, AnswerProposal, { caseId: args.params.caseId });
  if (!form.ok) return refuse(422, form.error);
  const { answer, caseId } = form.value;
  const answered = await answerProposal(ctx, form.value);
  if (answered.ok) {
    const to = answer === "accepted" ? `/cases/${caseId}/money` : `/cases/${caseId}`;
    return goTo(ctx, to, { flash: { tone: "ok", key: `proposal.${answer}_flash` } });
  }
  switch (answered.error.kind) {
    case "case-not-found":
      throw notFound();
    case "field":
      return refuse(422, refusedAt(answered.error.field, answered.error.key, form.values));
    case "case-closed":
      return refuse(409, refusedAt("form", "refusal.case-closed-to-money", form.values));
    case "not-lawful":
    case "proposal-over":
    case "proposal-past":
      return refuse(409, refusedAt("form", `refusal.${answered.error.kind}`, form.values));
  }
}

export default function ProposalRoute() {
  const { view } = useLoaderData<typeof loader>();
  return <ProposalPage view={view} answer={useActionData<typeof action>()} />;
}
