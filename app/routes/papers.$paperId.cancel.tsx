import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { CancelPage } from "#app/ui/papers/invoice-pages.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { CancelInvoice, cancelIssued, cancelView } from "#app/use-cases/papers/cancel-invoice.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "paper.cancel");
  const view = await cancelView(ctx, args.params.paperId ?? "");
  if (!view) throw notFound();
  const back = ctx.actor.role === "admin" ? "/admin/papers" : "/payments";
  return { view: { ...view, back }, title: pageTitle(ctx, "papers.cancel") };
}

/** Undoes an invoice by a credit note. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "paper.cancel");
  const form = await parseForm(args.request, CancelInvoice, { paperId: args.params.paperId });
  if (!form.ok) throw notFound();
  const done = await cancelIssued(ctx, form.value);
  if (done.ok)
    return goTo(ctx, ctx.actor.role === "admin" ? "/admin/papers" : "/payments", {
      flash: { tone: "ok", key: "papers.cancelled_flash", values: { number: done.value } },
    });
  switch (done.error.kind) {
    case "not-there":
      throw notFound();
    case "cancelled-before":
      return refuse(409, refusedAt("form", "papers.cancelled_before"));
  }
}

export default function CancelRoute() {
  return <CancelPage view={useLoaderData<typeof loader>().view} answer={useActionData<typeof action>()} />;
}
