import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { refusedSigning } from "#app/http/refused-signing.ts";
import { goTo } from "#app/http/respond.ts";
import { LotMandatePage } from "#app/ui/lots/lot-mandate-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { readLotEngagement } from "#app/use-cases/lots/read-lot-engagement.server.ts";
import { signLot } from "#app/use-cases/lots/sign-lot.server.ts";
import { Signing } from "#app/use-cases/signing.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "engagement.read");
  const view = await readLotEngagement(ctx, args.params.lotId ?? "");
  if (!view) throw notFound();
  return { ...view, title: pageTitle(ctx, "engagement.title", { case: view.heading.code }) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "engagement.sign");
  const { lotId } = args.params;
  const { address } = args.context;
  const form = await parseForm(args.request, Signing, { caseId: lotId, address });
  if (!form.ok) return data({ ...form.error, findings: [] }, 422);
  const signed = await signLot(ctx, form.value);
  if (signed.ok) {
    const key = signed.value.engaged ? "lot.engaged_flash" : "engagement.signed_flash";
    return goTo(ctx, `/lots/${lotId}/engagement`, { flash: { tone: "ok", key } });
  }
  if (signed.error.kind === "lot-not-found") throw notFound();
  return refusedSigning(signed.error, form.values, "tender.refusal.signer-not-capable");
}

export default function LotMandateRoute() {
  return <LotMandatePage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
