import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { isClaimCurrency } from "#app/domain/cases/amount.ts";
import { amendmentForm } from "#app/domain/engagements/amendment.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { DeclineAmendment, declineAmendment } from "#app/use-cases/engagements/decline-amendment.server.ts";
import { proposeAmendment } from "#app/use-cases/engagements/propose-amendment.server.ts";
import {
  readAmendment,
  readAmendmentPaper,
  readProposal,
} from "#app/use-cases/engagements/read-amendment.server.ts";
import { SignAmendment, signAmendment } from "#app/use-cases/engagements/sign-amendment.server.ts";
import { notFound } from "./guard.ts";
import { pageTitle } from "./page-title.server.ts";
import { parseForm, refusedAt } from "./parse-form.ts";
import { pdfFile } from "./pdf-file.ts";
import { refusedSigning } from "./refused-signing.ts";
import { goTo, refuse } from "./respond.ts";

type Params = LoaderFunctionArgs["params"];

/** The case or the lot whose mandate is amended, and the amendment where the address names one. */
const namedBy = ({ caseId, lotId, amendmentId = "" }: Params) => ({ id: caseId ?? lotId ?? "", amendmentId });

export async function proposalPage(ctx: Ctx, params: Params) {
  const view = await readProposal(ctx, namedBy(params).id);
  if (!view) throw notFound();
  const title = pageTitle(ctx, "amendment.propose_title", { case: view.code });
  return { title, ...view, today: ctx.now.toISOString().slice(0, 10) };
}

export async function propose(ctx: Ctx, { request, params }: ActionFunctionArgs) {
  const { currency, home } = await proposalPage(ctx, params);
  if (!isClaimCurrency(currency)) throw notFound();
  const form = await parseForm(request, amendmentForm(currency), { caseId: namedBy(params).id });
  if (!form.ok) return data({ ...form.error, findings: [] }, 422);
  const done = await proposeAmendment(ctx, form.value);
  if (done.ok) {
    const flash = { tone: "ok", key: "amendment.drawn_flash" } as const;
    return goTo(ctx, `${home}/engagement/amendments/${done.value.amendmentId}`, { flash });
  }
  const { error } = done;
  const refused = (field: string, status: number) =>
    data({ ...refusedAt(field, `amendment.refusal.${error.kind}`, form.values), findings: [] }, status);
  switch (error.kind) {
    case "case-not-found":
      throw notFound();
    case "not-in-force":
    case "one-open":
      return refused("form", 409);
    case "nothing":
    case "same":
      return refused("form", 422);
    case "no-later":
      return refused("periodEndsOn", 422);
    case "over-cap":
      return refused(params.lotId ? "scope" : "model", 422);
    case "not-capable": {
      const { findings } = error.decision;
      return data({ ...refusedAt("scope", "amendment.refusal.not-capable", form.values), findings }, 409);
    }
  }
}

export async function amendmentPage(ctx: Ctx, params: Params) {
  const { id, amendmentId } = namedBy(params);
  const view = await readAmendment(ctx, id, amendmentId);
  if (!view) throw notFound();
  const values = { case: view.code, number: view.amendment.number };
  return { title: pageTitle(ctx, "certificate.paper.amendment", values), ...view };
}

export async function signChange(ctx: Ctx, { request, params, context }: ActionFunctionArgs) {
  const { id: caseId, amendmentId } = namedBy(params);
  const { address } = context;
  const form = await parseForm(request, SignAmendment, { caseId, amendmentId, address });
  const { home } = await amendmentPage(ctx, params);
  if (!form.ok) return data({ ...form.error, findings: [] }, 422);
  const signed = await signAmendment(ctx, form.value);
  if (signed.ok) {
    const key = signed.value.agreed ? "amendment.agreed_flash" : "amendment.signed_flash";
    return goTo(ctx, `${home}/engagement`, { flash: { tone: "ok", key } });
  }
  if (signed.error.kind === "case-not-found") throw notFound();
  return refusedSigning(signed.error, form.values, "amendment.refusal.not-capable");
}

export async function declinePage(ctx: Ctx, params: Params) {
  const { home } = await amendmentPage(ctx, params);
  return { title: pageTitle(ctx, "amendment.decline"), home };
}

export async function declineChange(ctx: Ctx, { request, params }: ActionFunctionArgs) {
  const { id: caseId, amendmentId } = namedBy(params);
  const form = await parseForm(request, DeclineAmendment, { caseId, amendmentId });
  const { home } = await amendmentPage(ctx, params);
  if (!form.ok) throw notFound();
  const done = await declineAmendment(ctx, form.value);
  if (done.ok)
    return goTo(ctx, `${home}/engagement`, { flash: { tone: "ok", key: "amendment.declined_flash" } });
  switch (done.error.kind) {
    case "case-not-found":
      throw notFound();
    case "nothing-to-decline":
      return refuse(409, refusedAt("form", "tender.refusal.nothing-to-sign"));
  }
}

/** The very bytes of an amendment that both sides sign, or of its certificate. */
export async function amendmentFile(ctx: Ctx, params: Params, { certificate }: { certificate: boolean }) {
  const { id: caseId, amendmentId } = namedBy(params);
  const paper = await readAmendmentPaper(ctx, { caseId, amendmentId, certificate });
  if (!paper) throw notFound();
  return pdfFile(paper);
}
