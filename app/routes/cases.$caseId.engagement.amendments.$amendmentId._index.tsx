import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { refusedSigning } from "#app/http/refused-signing.ts";
import { goTo } from "#app/http/respond.ts";
import { AmendmentPage } from "#app/ui/engagements/amendment-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { readAmendment } from "#app/use-cases/engagements/read-amendment.server.ts";
import { SignAmendment, signAmendment } from "#app/use-cases/engagements/sign-amendment.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "engagement.read");
  const view = await readAmendment(ctx, args.params.caseId ?? "", args.params.amendmentId ?? "");
  if (!view) throw notFound();
  const values = { case: view.heading.code, number: view.amendment.number };
  return { title: pageTitle(ctx, "certificate.paper.amendment", values), ...view };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "engagement.sign");
  const { caseId, amendmentId } = args.params;
  const address = args.context.address;
  const form = await parseForm(args.request, SignAmendment, { caseId, amendmentId, address });
  if (!(await readAmendment(ctx, caseId ?? "", amendmentId ?? ""))) throw notFound();
  if (!form.ok) return data({ ...form.error, findings: [] }, 422);
  const signed = await signAmendment(ctx, form.value);
  if (signed.ok) {
    const key = signed.value.agreed ? "amendment.agreed_flash" : "amendment.signed_flash";
    return goTo(ctx, `/cases/${caseId}/engagement`, { flash: { tone: "ok", key } });
  }
  if (signed.error.kind === "case-not-found") throw notFound();
  return refusedSigning(signed.error, form.values, "amendment.refusal.not-capable");
}

export default function AmendmentRoute() {
  return <AmendmentPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
