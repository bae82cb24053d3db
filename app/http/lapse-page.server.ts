import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { readLapse } from "#app/use-cases/engagements/lapse-plan.server.ts";
import { PassWithinFirm, passWithinFirm } from "#app/use-cases/engagements/pass-within-firm.server.ts";
import { WaitForRenewal, waitForRenewal } from "#app/use-cases/engagements/wait-for-renewal.server.ts";
import { notFound } from "./guard.ts";
import { pageTitle } from "./page-title.server.ts";
import { parseForm, refusedAt } from "./parse-form.ts";
import { goTo, refuse } from "./respond.ts";

/** The case or the lot whose address it is. */
const subjectOf = ({ caseId, lotId }: LoaderFunctionArgs["params"]) => caseId ?? lotId ?? "";

/** What becomes of a mandate whose collector lost its licence, for each of its addresses. */
export async function lapsePage(ctx: Ctx, params: LoaderFunctionArgs["params"]) {
  const view = await readLapse(ctx, subjectOf(params));
  if (!view) throw notFound();
  const { code, plan } = view;
  const title = plan
    ? pageTitle(ctx, "lapse.title", { firm: plan.firm, case: code })
    : pageTitle(ctx, "lapse.none_title");
  return { title, ...view };
}

export async function actOnWait(ctx: Ctx, { request, params }: ActionFunctionArgs) {
  const { home } = await lapsePage(ctx, params);
  const form = await parseForm(request, WaitForRenewal, { caseId: subjectOf(params) });
  if (!form.ok) return refuse(422, form.error);
  const done = await waitForRenewal(ctx, form.value);
  if (done.ok) return goTo(ctx, home, { flash: { tone: "ok", key: "lapse.decided_flash" } });
  switch (done.error.kind) {
    case "case-not-found":
      throw notFound();
    case "no-plan":
      return refuse(409, refusedAt("form", "lapse.refusal.no-plan", form.values));
    case "wait-too-long":
      return refuse(422, refusedAt("until", "lapse.refusal.wait-too-long", form.values));
  }
}

export async function actOnPass(ctx: Ctx, { request, params }: ActionFunctionArgs) {
  const { home } = await lapsePage(ctx, params);
  const form = await parseForm(request, PassWithinFirm, { caseId: subjectOf(params) });
  if (!form.ok) return refuse(422, form.error);
  const done = await passWithinFirm(ctx, form.value);
  if (done.ok) return goTo(ctx, home, { flash: { tone: "ok", key: "lapse.decided_flash" } });
  switch (done.error.kind) {
    case "case-not-found":
      throw notFound();
    case "no-plan":
      return refuse(409, refusedAt("form", "lapse.refusal.no-plan", form.values));
    case "no-such-licence":
      return refuse(422, refusedAt("licenceId", "lapse.refusal.no-such-licence", form.values));
    case "not-lawful":
      return refuse(409, refusedAt("form", "retender.refusal.not-lawful", form.values));
  }
}
