import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId } from "#app/domain/ids.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { TextReviewPage } from "#app/ui/texts/text-review-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { DecideText, decideText } from "#app/use-cases/texts/decide-text.server.ts";
import { readText } from "#app/use-cases/texts/read-text.server.ts";

export const meta = titleMeta;

const keyOf = ({ caseId = "", reviewId = "" }: LoaderFunctionArgs["params"]) => {
  if (!isId(caseId) || !isId(reviewId)) throw notFound();
  return { caseId, reviewId };
};

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "text.review");
  const found = await readText(ctx, keyOf(args.params));
  if (!found.ok) throw notFound();
  const { code, stepType, words, marks, verdict, reason } = found.value;
  return {
    review: { code, stepType, words, marks, verdict, reason },
    title: pageTitle(ctx, "texts.review_title", { code }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "text.review");
  const form = await parseForm(args.request, DecideText, keyOf(args.params));
  if (!form.ok) return refuse(422, form.error);
  const decided = await decideText(ctx, form.value);
  if (decided.ok) return goTo(ctx, "/admin/texts", { flash: { tone: "ok", key: "texts.decided_flash" } });
  switch (decided.error.kind) {
    case "text-not-found":
      throw notFound();
    case "already-decided":
      return refuse(409, refusedAt("form", "refusal.already-decided", form.values));
  }
}

export default function TextReviewRoute() {
  const { review } = useLoaderData<typeof loader>();
  return <TextReviewPage review={review} answer={useActionData<typeof action>()} />;
}
