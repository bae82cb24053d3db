import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ProposeAct } from "#app/domain/payments/exceptions.ts";
import { guard } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { ProposePage } from "#app/ui/exceptions/act-pages.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { proposeAct } from "#app/use-cases/exceptions/propose-act.server.ts";
import { proposalView } from "#app/use-cases/exceptions/read-desk.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "exception.propose");
  const asked = new URL(args.request.url).searchParams;
  const named = (name: string) => asked.get(name) ?? "";
  const view = await proposalView(ctx, { caseId: named("case"), key: named("key"), act: named("act") });
  return { title: pageTitle(ctx, "desk.propose"), view };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "exception.propose");
  const form = await parseForm(args.request, ProposeAct);
  if (!form.ok) return refuse(422, form.error);
  const done = await proposeAct(ctx, form.value);
  if (done.ok) return goTo(ctx, "/admin/exceptions", { flash: { tone: "ok", key: "desk.proposed_flash" } });
  const at = (status: number, field: string, key: string) =>
    refuse(status, refusedAt(field, key, form.values));
  switch (done.error.kind) {
    case "not-there":
    case "not-fitting":
      return at(409, "form", "desk.gone");
    case "amount":
      return at(422, "amount", "error.amount");
    case "more-than-paid":
      return at(422, "amount", "desk.more_than_paid");
    case "under-way":
      return at(409, "form", "desk.under_way");
  }
}

export default function ProposeRoute() {
  return <ProposePage view={useLoaderData<typeof loader>().view} answer={useActionData<typeof action>()} />;
}
