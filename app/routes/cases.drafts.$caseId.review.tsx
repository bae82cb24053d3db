import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type WizardStep, wizardSteps } from "#app/domain/cases/answers.ts";
import { isId } from "#app/domain/ids.ts";
import { spelledPath } from "#app/domain/places/register.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { ReviewStep, UnfinishedSteps } from "#app/ui/cases/review-step.tsx";
import { useT } from "#app/ui/messages.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { editCase } from "#app/use-cases/cases/edit-case.server.ts";
import { postCase } from "#app/use-cases/cases/post-case.server.ts";
import { isEditing, reviewDraft } from "#app/use-cases/cases/review-draft.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "case.post");
  const found = await reviewDraft(ctx, args.params.caseId ?? "");
  if (!found) throw notFound();
  const { view, ready } = found;
  const unfinished = wizardSteps.filter((step) => step !== "review" && !view.done[step]);
  const title = pageTitle(ctx, "cases.step.review");
  const shared = { title, caseId: view.draft.caseId, editing: view.editing, unfinished };
  if (!ready) return { ...shared, review: null };
  const { answers, ...rest } = ready;
  const place = spelledPath(view.places, ctx.locale);
  const { name: debtorName } = answers.debtor;
  const { windowHours, lane } = answers.goal;
  const standing = lane === "standing";
  return {
    ...shared,
    review: { ...rest, debtorName, place, windowHours, standing, today: view.known.today },
  };
}

/** Posts the case, or sends its edit in. A second click finds it done and leads to the same page. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "case.post");
  const caseId = args.params.caseId ?? "";
  if (!isId(caseId)) throw notFound();

  const editing = await isEditing(ctx, caseId);
  const sent = editing ? await editCase(ctx, { caseId }) : await postCase(ctx, { caseId });
  if (sent.ok) {
    const key = editing ? "cases.edit.done" : "cases.posted";
    return goTo(ctx, `/cases/${caseId}`, { flash: { tone: "ok", key } });
  }
  const { error } = sent;
  switch (error.kind) {
    case "draft-not-found":
    case "case-not-found":
      throw notFound();
    case "past-editing":
      return refuse(409, refusedAt("form", "error.past_editing"));
    case "cannot-take-back":
      return refuse(422, { errors: { form: Object.values(error.errors).flat() }, values: {} });
    case "unfinished":
      return refuse(422, refusedAt("form", "error.case_unfinished"));
    case "place-unsupported":
      return refuse(422, refusedAt("form", "error.place_no_pack"));
    case "evidence-missing":
      return refuse(422, refusedAt("form", "error.evidence_needed"));
    case "not-lawful":
      return refuse(409, refusedAt("form", "refusal.not-lawful"));
  }
}

export default function ReviewRoute() {
  const { caseId, editing, unfinished, review } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const page = (step: WizardStep) => ({
    step,
    label: t(`cases.step.${step}`),
    to: `/cases/drafts/${caseId}/${step}`,
  });
  if (!review) return <UnfinishedSteps steps={unfinished.map(page)} />;
  return <ReviewStep review={review} editing={editing} answer={answer} />;
}
