import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId } from "#app/domain/ids.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { CaseReasonPage } from "#app/ui/cases/decision-pages.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { RefuseCase, refuseCase } from "#app/use-cases/cases/refuse-case.server.ts";
import { caseUnderReview } from "#app/use-cases/cases/review-case.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "case.review");
  const review = await caseUnderReview(ctx, args.params.caseId ?? "");
  if (!review) throw notFound();
  const { caseId, code, creditorName, waiting } = review;
  return {
    caseId,
    code,
    creditorName,
    waiting,
    title: pageTitle(ctx, "cases.decide.refuse.title", { code }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "case.review");
  const { caseId = "" } = args.params;
  if (!isId(caseId)) throw notFound();
  const form = await parseForm(args.request, RefuseCase, { caseId });
  if (!form.ok) return refuse(422, form.error);

  const decided = await refuseCase(ctx, form.value);
  if (decided.ok)
    return goTo(ctx, "/admin/cases", { flash: { tone: "ok", key: "cases.decide.refuse.done" } });
  switch (decided.error.kind) {
    case "case-not-found":
      throw notFound();
    case "not-waiting":
      return refuse(409, refusedAt("form", "error.not_waiting", form.values));
    case "not-lawful":
      return refuse(409, refusedAt("form", "refusal.not-lawful", form.values));
  }
}

export default function RefuseCaseRoute() {
  const review = useLoaderData<typeof loader>();
  return <CaseReasonPage decision="refuse" review={review} answer={useActionData<typeof action>()} />;
}
