import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type StepType, stepTypes } from "#app/domain/law/types.ts";
import { askedAbout, RecordStep, stepFields, timedSteps } from "#app/domain/timeline/step-forms.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { refusedRecord } from "#app/http/refused-record.ts";
import { goTo, refuse } from "#app/http/respond.ts";
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
  if (type === "visit") throw redirect(`/cases/${view.heading.caseId}/visit`);
  return { ...view, title: pageTitle(ctx, "step.title") };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "step.record");
  const form = await parseForm(args.request, RecordStep, { caseId: args.params.caseId });
  if (!form.ok) return refuse(422, form.error);

  const done = await recordStep(ctx, form.value);
  if (!done.ok) return refusedRecord(done.error, form.values);
  if (!done.value.recorded)
    return data({ errors: {}, values: form.values, decision: done.value.decision }, 409);
  return goTo(ctx, `/cases/${form.value.caseId}`, { flash: { tone: "ok", key: "step.recorded_flash" } });
}

export default function RecordStepPage() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!view.type) return <StepChoice view={view} />;
  const type = view.type as StepType;
  const decisions = [view.steps[0]?.decision, answer && "decision" in answer ? answer.decision : undefined];
  const asked = askedAbout(
    type,
    decisions.flatMap((decision) => decision?.findings.flatMap(({ requires }) => requires) ?? []),
  );
  return (
    <StepForm
      view={view}
      type={type}
      fields={[...stepFields[type], ...asked.fields]}
      items={asked.items}
      timed={timedSteps.has(view.type)}
      answer={answer}
    />
  );
}
