import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AnswerReport } from "#app/domain/ledger/reports.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { AnswerPage } from "#app/ui/money/report-pages.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { answerReport } from "#app/use-cases/ledger/answer-report.server.ts";
import { readMoney } from "#app/use-cases/ledger/read-money.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "money.answer");
  const view = await readMoney(ctx, args.params.caseId ?? "", null);
  const asked = new URL(args.request.url).searchParams.get("report");
  if (!view) throw notFound();
  const report = view.reports.find(
    ({ kind, id, mayAnswer }) => mayAnswer && (!asked || `${kind}:${id}` === asked),
  );
  const { heading, currency } = view;
  const title = pageTitle(ctx, "money.answer.title");
  return { caseId: heading.caseId, code: heading.code, currency, report: report ?? null, title };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "money.answer");
  const form = await parseForm(args.request, AnswerReport, { caseId: args.params.caseId });
  if (!form.ok) return refuse(422, form.error);

  const done = await answerReport(ctx, form.value);
  const to = `/cases/${form.value.caseId}/money`;
  if (done.ok) return goTo(ctx, to, { flash: { tone: "ok", key: "money.answer.done" } });
  switch (done.error.kind) {
    case "case-not-found":
      throw notFound();
    case "report-not-found":
      return refuse(422, refusedAt("form", "refusal.report-not-found", form.values));
    case "own-report":
      return refuse(403, refusedAt("form", "refusal.own-report", form.values));
    case "already-answered":
      return refuse(409, refusedAt("form", "refusal.already-answered", form.values));
  }
}

export default function AnswerReportRoute() {
  return <AnswerPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
