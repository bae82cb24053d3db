import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId } from "#app/domain/ids.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { ApproveCasePage } from "#app/ui/cases/decision-pages.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { approveCase } from "#app/use-cases/cases/approve-case.server.ts";
import { caseUnderReview } from "#app/use-cases/cases/review-case.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "case.review");
  const review = await caseUnderReview(ctx, args.params.caseId ?? "");
  if (!review) throw notFound();
  const { caseId, code, creditorName, waiting, goal } = review;
  const title = pageTitle(ctx, "cases.decide.approve.title", { code });
  return {
    title,
    caseId,
    code,
    creditorName,
    waiting,
    windowHours: goal.windowHours,
    standing: goal.lane === "standing",
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "case.review");
  const { caseId = "" } = args.params;
  if (!isId(caseId)) throw notFound();

  const decided = await approveCase(ctx, { caseId });
  if (decided.ok)
    return goTo(ctx, "/admin/cases", { flash: { tone: "ok", key: "cases.decide.approve.done" } });
  switch (decided.error.kind) {
    case "case-not-found":
      throw notFound();
    case "not-waiting":
    case "wrong-status":
      return refuse(409, refusedAt("form", "error.not_waiting"));
    case "not-lawful":
      return refuse(409, refusedAt("form", "refusal.not-lawful"));
  }
}

export default function ApproveCaseRoute() {
  return <ApproveCasePage review={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
