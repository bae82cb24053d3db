import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isClaimCurrency } from "#app/domain/cases/amount.ts";
import { amendmentForm } from "#app/domain/engagements/amendment.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo } from "#app/http/respond.ts";
import { AmendmentForm } from "#app/ui/engagements/amendment-form.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { proposeAmendment } from "#app/use-cases/engagements/propose-amendment.server.ts";
import { readProposal } from "#app/use-cases/engagements/read-amendment.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "engagement.sign");
  const view = await readProposal(ctx, args.params.caseId ?? "");
  if (!view) throw notFound();
  const today = ctx.now.toISOString().slice(0, 10);
  return { title: pageTitle(ctx, "amendment.propose_title", { case: view.heading.code }), ...view, today };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "engagement.sign");
  const caseId = args.params.caseId ?? "";
  const view = await readProposal(ctx, caseId);
  if (!view || !isClaimCurrency(view.heading.currency)) throw notFound();
  const form = await parseForm(args.request, amendmentForm(view.heading.currency), { caseId });
  if (!form.ok) return data({ ...form.error, findings: [] }, 422);
  const done = await proposeAmendment(ctx, form.value);
  if (done.ok) {
    const flash = { tone: "ok", key: "amendment.drawn_flash" } as const;
    return goTo(ctx, `/cases/${caseId}/engagement/amendments/${done.value.amendmentId}`, { flash });
  }
  const { error } = done;
  const refused = (field: string, status: number) =>
    data({ ...refusedAt(field, `amendment.refusal.${error.kind}`, form.values), findings: [] }, status);
  switch (error.kind) {
    case "case-not-found":
      throw notFound();
    case "not-in-force":
    case "one-open":
      return refused("form", 409);
    case "nothing":
    case "same":
      return refused("form", 422);
    case "no-later":
      return refused("periodEndsOn", 422);
    case "over-cap":
      return data({ ...refusedAt("model", "amendment.refusal.over-cap", form.values), findings: [] }, 422);
    case "not-capable":
      return data(
        {
          ...refusedAt("scope", "amendment.refusal.not-capable", form.values),
          findings: error.decision.findings,
        },
        409,
      );
  }
}

export default function ProposeAmendmentPage() {
  return <AmendmentForm view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
