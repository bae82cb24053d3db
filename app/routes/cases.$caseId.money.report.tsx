import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ReportSettlement } from "#app/domain/ledger/reports.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { SettlementPage } from "#app/ui/money/report-pages.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { readMoney } from "#app/use-cases/ledger/read-money.server.ts";
import { reportSettlement } from "#app/use-cases/ledger/report-settlement.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "money.report");
  const view = await readMoney(ctx, args.params.caseId ?? "", null);
  const asked = new URL(args.request.url).searchParams.get("kind");
  const kind = view?.mayReport.find((each) => !asked || each === asked);
  if (!view || !kind) throw notFound();
  const { heading, currency, today, reportId, mostToReport } = view;
  return {
    ...{ caseId: heading.caseId, code: heading.code, currency, today, reportId, kind },
    most: mostToReport[kind],
    title: pageTitle(ctx, `money.settle.${kind}`),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "money.report");
  const form = await parseForm(args.request, ReportSettlement, { caseId: args.params.caseId });
  if (!form.ok) return refuse(422, form.error);

  const done = await reportSettlement(ctx, form.value);
  const to = `/cases/${form.value.caseId}/money`;
  if (done.ok) return goTo(ctx, to, { flash: { tone: "ok", key: "money.settle.done" } });
  const at = (status: number, field: string, key: string) =>
    refuse(status, refusedAt(field, key, form.values));
  switch (done.error.kind) {
    case "case-not-found":
      throw notFound();
    case "not-yours-to-report":
      return at(409, "form", "refusal.not-yours-to-report");
    case "in-the-future":
      return at(422, "paidOn", "refusal.in-the-future");
    case "amount":
      return at(422, "amount", "error.amount");
    case "more-than-there-is":
      return at(422, "amount", "refusal.more-than-there-is");
    case "reported-otherwise":
      return at(409, "form", "refusal.reported-otherwise");
  }
}

export default function ReportSettlementRoute() {
  return <SettlementPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
