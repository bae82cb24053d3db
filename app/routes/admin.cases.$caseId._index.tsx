import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { CaseReviewPage } from "#app/ui/cases/case-review-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { caseUnderReview } from "#app/use-cases/cases/review-case.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "case.review");
  const review = await caseUnderReview(ctx, args.params.caseId ?? "");
  if (!review) throw notFound();
  return { review, title: pageTitle(ctx, "cases.decide.title", { code: review.code }) };
}

export default function CaseReviewRoute() {
  return <CaseReviewPage review={useLoaderData<typeof loader>().review} />;
}
