import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { VerifyChannel } from "#app/domain/contact/channel.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { VerifyPage } from "#app/ui/contact/verify-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { verifyView } from "#app/use-cases/contact/contact-view.server.ts";
import { verifyChannel } from "#app/use-cases/contact/verify-channel.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "contact.write");
  const { caseId = "" } = args.params;
  const channel = new URL(args.request.url).searchParams.get("channel") ?? "email";
  const view = await verifyView(ctx, { caseId, channel });
  if (!view) throw notFound();
  if (!view.writes || view.address.carrier === "none") throw redirect(`/cases/${caseId}/contact`);
  return { ...view, title: pageTitle(ctx, "contact.verify") };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "contact.write");
  const form = await parseForm(args.request, VerifyChannel, { caseId: args.params.caseId });
  if (!form.ok) return refuse(422, form.error);
  const done = await verifyChannel(ctx, form.value);
  if (done.ok)
    return goTo(ctx, `/cases/${form.value.caseId}/contact`, {
      flash: { tone: "ok", key: "contact.verified_flash" },
    });
  switch (done.error.kind) {
    case "case-not-found":
      throw notFound();
    case "proof-needed":
      return refuse(422, refusedAt("evidenceId", "error.choose", form.values));
    case "checked-later":
      return refuse(422, refusedAt("checkedOn", "refusal.checked-later", form.values));
    case "not-engaged":
    case "no-address":
    case "no-phone":
    case "no-postal-address":
      return refuse(409, refusedAt("form", `refusal.${done.error.kind}`, form.values));
  }
}

export default function VerifyRoute() {
  return <VerifyPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
