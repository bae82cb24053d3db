import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { flashCookie } from "#app/http/flash.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { refusedSigning } from "#app/http/refused-signing.ts";
import { translator } from "#app/messages/catalogue.ts";
import { EngagementPage } from "#app/ui/engagements/engagement-page.tsx";
import { readEngagement } from "#app/use-cases/engagements/read-engagement.server.ts";
import { SignEngagement, signEngagement } from "#app/use-cases/engagements/sign-engagement.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "engagement.read");
  const view = await readEngagement(ctx, args.params.caseId ?? "");
  if (!view) throw notFound();
  return { ...view, title: translator(ctx.locale)("engagement.title", { case: view.heading.code }) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "engagement.sign");
  const form = await parseForm(args.request, SignEngagement, {
    caseId: args.params.caseId,
    address: args.context.address,
  });
  if (!form.ok) return data({ ...form.error, findings: [] }, 422);

  const signed = await signEngagement(ctx, form.value);
  if (signed.ok) {
    const key = signed.value.engaged ? "engagement.engaged_flash" : "engagement.signed_flash";
    const flash = flashCookie({ tone: "ok", key }, ctx.publicUrl);
    return redirect(`/cases/${form.value.caseId}/engagement`, { headers: { "set-cookie": flash } });
  }
  if (signed.error.kind === "case-not-found") throw notFound();
  return refusedSigning(signed.error, form.values, "tender.refusal.signer-not-capable");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Rung` }];

export default function Engagement() {
  return <EngagementPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
