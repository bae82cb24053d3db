import type { ActionFunctionArgs } from "@remix-run/node";
import { CheckText } from "#app/domain/timeline/text-forms.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { goTo } from "#app/http/respond.ts";
import { askTextReview } from "#app/use-cases/texts/ask-text-review.server.ts";

/** Asks for a review of words that were just checked, and goes back to the case, or to the check with the reason why not. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "step.record");
  const form = await parseForm(args.request, CheckText, { caseId: args.params.caseId });
  if (!form.ok) throw notFound();
  const { caseId, type } = form.value;
  const asked = await askTextReview(ctx, form.value);
  if (asked.ok) return goTo(ctx, `/cases/${caseId}`, { flash: { tone: "ok", key: "texts.asked_flash" } });
  const { kind } = asked.error;
  if (kind === "case-not-found") throw notFound();
  const key = kind === "too-many" ? ("error.too_many" as const) : (`refusal.${kind}` as const);
  return goTo(ctx, `/cases/${caseId}/words?type=${type}`, { flash: { tone: "bad", key } });
}
