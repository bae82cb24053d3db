import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { whyNotBilled } from "#app/http/refused-invoice.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { InvoicePage } from "#app/ui/papers/invoice-pages.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { IssueInvoice, invoiceView, issueInvoice } from "#app/use-cases/papers/issue-invoice.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "invoice.issue");
  const view = await invoiceView(ctx, args.params.caseId ?? "");
  if (!view) throw notFound();
  return {
    view: { ...view, back: `/cases/${args.params.caseId}/money` },
    title: pageTitle(ctx, "papers.issue"),
  };
}

/** Bills the creditor what is due of the fee. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "invoice.issue");
  const form = await parseForm(args.request, IssueInvoice, { caseId: args.params.caseId });
  if (!form.ok) return refuse(422, form.error);
  const done = await issueInvoice(ctx, form.value);
  if (done.ok)
    return goTo(ctx, `/cases/${form.value.caseId}/money`, {
      flash: { tone: "ok", key: "papers.issued_flash", values: { number: done.value } },
    });
  const why = whyNotBilled(done.error);
  if (!why) throw notFound();
  return refuse(409, refusedAt("form", why, form.values));
}

export default function InvoiceRoute() {
  return <InvoicePage view={useLoaderData<typeof loader>().view} answer={useActionData<typeof action>()} />;
}
