import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { refusedUpload } from "#app/http/refused-upload.ts";
import { refuse } from "#app/http/respond.ts";
import { EvidenceStep } from "#app/ui/cases/evidence-step.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { draftView } from "#app/use-cases/cases/draft-view.server.ts";
import { AddEvidence, addDraftEvidence } from "#app/use-cases/evidence/add-draft-evidence.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "case.post");
  const view = await draftView(ctx, args.params.caseId ?? "");
  if (!view) throw notFound();
  const title = pageTitle(ctx, "cases.step.evidence");
  return { title, caseId: view.draft.caseId, items: view.evidence, needs: view.needs };
}

/** Adds one document; the page's other forms take one out or go on. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "case.post");
  const form = await parseForm(args.request, AddEvidence, { caseId: args.params.caseId });
  if (!form.ok) return refuse(422, form.error);

  const added = await addDraftEvidence(ctx, form.value);
  if (added.ok) return redirect(`/cases/drafts/${form.value.caseId}/evidence`);
  if (added.error.kind === "draft-not-found") throw notFound();
  return refusedUpload(added.error, form.values);
}

export default function EvidenceRoute() {
  const { title: _title, ...view } = useLoaderData<typeof loader>();
  return <EvidenceStep {...view} answer={useActionData<typeof action>()} />;
}
