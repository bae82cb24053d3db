import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
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
  const { error } = signed;
  const refused = (field: string, key: string, status: number) =>
    data(
      {
        ...refusedAt(field, key, form.values),
        findings: error.kind === "not-capable" ? error.decision.findings : [],
      },
      status,
    );
  switch (error.kind) {
    case "case-not-found":
      throw notFound();
    case "nothing-to-sign":
    case "paper-changed":
    case "already-signed":
    case "too-late":
      return refused("form", `tender.refusal.${error.kind}`, 409);
    case "over-cap":
      return refused("form", "amendment.refusal.over-cap", 409);
    case "not-capable":
      return refused("form", "amendment.refusal.not-capable", 409);
    case "code-wrong":
    case "code-over":
      return refused("code", `sign.refusal.${error.kind}`, 422);
    case "too-many":
      return data(
        { ...refusedAt("form", "error.too_many", form.values), findings: [] },
        { status: 429, headers: { "retry-after": String(error.retryAfterSeconds) } },
      );
  }
}

export default function AmendmentRoute() {
  return <AmendmentPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
