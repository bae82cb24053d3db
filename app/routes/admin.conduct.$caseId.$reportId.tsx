import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId } from "#app/domain/ids.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { readerZone } from "#app/http/reader-zone.server.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { ConductReportPage } from "#app/ui/conduct/conduct-report-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { DecideConduct, decideReport } from "#app/use-cases/conduct/decide-report.server.ts";
import { readConduct } from "#app/use-cases/conduct/read-report.server.ts";

export const meta = titleMeta;

const keyOf = ({ caseId = "", reportId = "" }: LoaderFunctionArgs["params"]) => {
  if (!isId(caseId) || !isId(reportId)) throw notFound();
  return { caseId, reportId };
};

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "conduct.review");
  const { caseId, reportId } = keyOf(args.params);
  const [report, zone] = await Promise.all([readConduct(ctx, { caseId, id: reportId }), readerZone(args)]);
  if (!report) throw notFound();
  return { report, zone, title: pageTitle(ctx, "conduct.title", { code: report.code }) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "conduct.review");
  const form = await parseForm(args.request, DecideConduct, keyOf(args.params));
  if (!form.ok) return refuse(422, form.error);
  const decided = await decideReport(ctx, form.value);
  if (decided.ok) return goTo(ctx, "/admin/conduct", { flash: { tone: "ok", key: "conduct.decided" } });
  switch (decided.error.kind) {
    case "report-not-found":
      throw notFound();
    case "already-decided":
      return refuse(409, refusedAt("form", "refusal.already-decided", form.values));
  }
}

export default function ConductReportRoute() {
  const { report, zone } = useLoaderData<typeof loader>();
  return <ConductReportPage report={report} zone={zone} answer={useActionData<typeof action>()} />;
}
