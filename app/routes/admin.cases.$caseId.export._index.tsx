import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { exportReasons } from "#app/domain/debtors/subject-export.ts";
import { exportAsked } from "#app/http/export-asked.server.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { ExportSubjectPage } from "#app/ui/cases/export-subject-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { caseToExport } from "#app/use-cases/debtors/export-subject.server.ts";
import { exportText } from "#app/use-cases/debtors/export-text.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "subject.export");
  const found = await caseToExport(ctx, args.params.caseId ?? "");
  if (!found) throw notFound();
  const { code } = found;
  return { ...found, reasons: [...exportReasons], title: pageTitle(ctx, "subject.title", { code }) };
}

/** Answers with the data itself, once, so that no address and no history of a browser holds it. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "subject.export");
  const asked = await exportAsked(ctx, args);
  if (!asked.ok) return asked.error;
  return data({ shown: exportText(asked.value, ctx.locale) }, { headers: { "cache-control": "no-store" } });
}

export default function ExportSubjectRoute() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const shown = answer && "shown" in answer ? answer.shown : null;
  return <ExportSubjectPage view={view} shown={shown} answer={answer} />;
}
