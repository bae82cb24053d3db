import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { KeepParticulars } from "#app/domain/papers/particulars.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { BillingPage } from "#app/ui/papers/billing-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { keepParticulars, particularsView } from "#app/use-cases/papers/keep-particulars.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "billing.keep");
  const view = await particularsView(ctx);
  if (!view) throw notFound();
  return { view, title: pageTitle(ctx, "billing.title") };
}

/** Keeps how the organisation is named on its papers, and how it stands to taxes. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "billing.keep");
  const form = await parseForm(args.request, KeepParticulars);
  if (!form.ok) return refuse(422, form.error);
  const done = await keepParticulars(ctx, form.value);
  if (!done.ok) throw notFound();
  const to = ctx.actor.role === "admin" ? "/admin/papers" : "/payments";
  return goTo(ctx, to, { flash: { tone: "ok", key: "billing.kept_flash" } });
}

export default function BillingRoute() {
  return <BillingPage view={useLoaderData<typeof loader>().view} answer={useActionData<typeof action>()} />;
}
