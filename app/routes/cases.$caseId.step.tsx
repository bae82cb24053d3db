import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type StepType, stepTypes } from "#app/domain/law/types.ts";
import { RecordStep, stepFields, timedSteps } from "#app/domain/timeline/step-forms.ts";
import { flashCookie } from "#app/http/flash.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { StepChoice } from "#app/ui/case/step-choice.tsx";
import { StepForm } from "#app/ui/case/step-form.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { recordStep } from "#app/use-cases/timeline/record-step.server.ts";
import { stepView } from "#app/use-cases/timeline/step-view.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "step.record");
  const asked = new URL(args.request.url).searchParams.get("type");
  const type = stepTypes.find((each) => each === asked) ?? null;
  const view = await stepView(ctx, args.params.caseId ?? "", type);
  if (!view) throw notFound();
  return { ...view, title: pageTitle(ctx, "step.title") };
}

const fieldOf: Record<string, string> = {
  "in-the-future": "occurredOn",
  "before-engagement": "occurredOn",
  "no-such-time": "occurredTime",
  "proof-needed": "proof",
  "file-empty": "proof",
  "file-too-large": "proof",
  "file-type": "proof",
};

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "step.record");
  const form = await parseForm(args.request, RecordStep, { caseId: args.params.caseId });
  if (!form.ok) return data({ ...form.error, decision: null }, 422);

  const done = await recordStep(ctx, form.value);
  if (done.ok) {
    if (!done.value.recorded)
      return data({ errors: {}, values: form.values, decision: done.value.decision }, 409);
    const flash = flashCookie({ tone: "ok", key: "step.recorded_flash" }, ctx.publicUrl);
    return redirect(`/cases/${form.value.caseId}`, { headers: { "set-cookie": flash } });
  }
  const refused = (field: string, key: string, status: number) =>
    data({ ...refusedAt(field, key, form.values), decision: null }, status);
  const { error } = done;
  switch (error.kind) {
    case "case-not-found":
      throw notFound();
    case "too-many":
      return refused("form", "error.too_many", 429);
    case "amount":
      return refused(error.field, "error.amount", 422);
    case "not-engaged":
      return refused("form", "refusal.not-engaged", 409);
    case "in-the-future":
    case "before-engagement":
    case "no-such-time":
    case "proof-needed":
    case "file-empty":
    case "file-too-large":
    case "file-type":
      return refused(fieldOf[error.kind], `refusal.${error.kind}`, 422);
  }
}

export default function RecordStepPage() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!view.type) return <StepChoice view={view} />;
  return (
    <StepForm
      view={view}
      type={view.type}
      fields={stepFields[view.type as StepType]}
      timed={timedSteps.has(view.type)}
      answer={answer}
    />
  );
}
