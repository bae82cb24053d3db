import { data, redirect } from "@remix-run/node";
import { z } from "zod";
import type { AnsweredStep } from "#app/domain/cases/answers.ts";
import { typedPlace } from "#app/domain/cases/place-choice.ts";
import type { Typed } from "#app/domain/cases/typed.ts";
import { stepAfter } from "#app/use-cases/cases/draft-view.server.ts";
import { saveStep } from "#app/use-cases/cases/save-step.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notFound } from "./guard.ts";
import { parseForm } from "./parse-form.ts";
import { goTo, refuse } from "./respond.ts";

/** Far above every field's own limit: what is longer is no answer. */
const text = z.string().max(20_000, "error.too_long");
const StepForm = z.record(
  z.string().max(40, "error.invalid"),
  z.union([text, z.array(text).max(50, "error.invalid")]),
);

type StepRequest = { request: Request; caseId: string | undefined; step: AnsweredStep };

/**
 * Answers a wizard page that was sent in. What was typed is always kept. `autosave` only keeps it; `next` says
 * whether to stay on the page, to leave the wizard, or (absent) to go on, which the page's mistakes prevent.
 */
export async function answerStep(ctx: Ctx, { request, caseId, step }: StepRequest) {
  const form = await parseForm(request, StepForm);
  if (!form.ok) return refuse(422, form.error);
  const { autosave, next, pick, q, ...typed } = form.value;

  const saved = await saveStep(ctx, { caseId: caseId ?? "", step, typed: withPick(typed, pick) });
  if (!saved.ok && autosave) return data({ savedAt: null }, 404);
  if (!saved.ok) throw notFound();
  if (autosave) return data({ savedAt: ctx.now.toISOString() });
  if (next === "leave") return left(ctx);
  if (next === "stay" || pick) return redirect(here(caseId, step, pick ? "" : q));
  if (saved.value.errors) return refuse(422, { errors: saved.value.errors, values: saved.value.typed });
  return redirect(`/cases/drafts/${caseId}/${stepAfter(step)}`);
}

/** A place chosen from the search fills the three place fields. */
const withPick = (typed: Typed, pick: unknown): Typed =>
  typeof pick === "string" ? { ...typed, ...typedPlace(pick) } : typed;

const here = (caseId: string | undefined, step: AnsweredStep, q: unknown) =>
  `/cases/drafts/${caseId}/${step}${typeof q === "string" && q ? `?q=${encodeURIComponent(q)}#place` : "#place"}`;

const left = (ctx: Ctx) => goTo(ctx, "/cases", { flash: { tone: "ok", key: "cases.draft.kept" } });
