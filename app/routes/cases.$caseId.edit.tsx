import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId } from "#app/domain/ids.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { EditCasePage } from "#app/ui/cases/change-pages.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { caseChange } from "#app/use-cases/cases/case-change.server.ts";
import { reopenCase } from "#app/use-cases/cases/reopen-case.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "case.edit");
  const change = await caseChange(ctx, args.params.caseId ?? "", "case.edit");
  if (!change) throw notFound();
  return { ...change, title: pageTitle(ctx, "cases.edit.title", { code: change.code }) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "case.edit");
  const caseId = args.params.caseId ?? "";
  if (!isId(caseId)) throw notFound();

  const reopened = await reopenCase(ctx, { caseId });
  if (reopened.ok) return goTo(ctx, `/cases/drafts/${caseId}/debtor`, {});
  switch (reopened.error.kind) {
    case "case-not-found":
      throw notFound();
    case "past-editing":
      return refuse(409, refusedAt("form", "error.past_editing"));
  }
}

export default function EditRoute() {
  return <EditCasePage change={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
