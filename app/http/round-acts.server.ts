import { data, type LoaderFunctionArgs } from "@remix-run/node";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { DeclineRound, declineRound } from "#app/use-cases/tenders/decline-round.server.ts";
import { TakeBackDecline, takeBackDecline } from "#app/use-cases/tenders/take-back-decline.server.ts";
import { WithdrawBid, withdrawBid } from "#app/use-cases/tenders/withdraw-bid.server.ts";
import { notFound } from "./guard.ts";
import { parseForm, refusedAt } from "./parse-form.ts";
import { goTo } from "./respond.ts";

type Asked = Pick<LoaderFunctionArgs, "request">;
/** A round that the actor may see, of a case or of a lot, and its address. */
type SeenRound = { caseId: string; at: string };

/** Passes the round by, with the reason in the form. */
export async function declineIn(ctx: Ctx, { request }: Asked, { caseId, at }: SeenRound) {
  const form = await parseForm(request, DeclineRound, { caseId });
  if (!form.ok) return data(form.error, 422);

  const declined = await declineRound(ctx, form.value);
  if (declined.ok) return goTo(ctx, at, { flash: { tone: "info", key: "round.declined_flash" } });
  switch (declined.error.kind) {
    case "round-not-found":
      throw notFound();
    case "round-closed":
    case "bid-stands":
      return data(refusedAt("form", `tender.refusal.${declined.error.kind}`, form.values), 409);
  }
}

/** Takes a decline back. */
export async function takeBackIn(ctx: Ctx, { request }: Asked, { caseId, at }: SeenRound) {
  const form = await parseForm(request, TakeBackDecline, { caseId });
  if (!form.ok) throw notFound();

  const taken = await takeBackDecline(ctx, form.value);
  if (taken.ok) return goTo(ctx, at, { flash: { tone: "ok", key: "round.taken_back_flash" } });
  switch (taken.error.kind) {
    case "round-not-found":
      throw notFound();
    case "round-closed":
      return goTo(ctx, at, { flash: { tone: "bad", key: "tender.refusal.round-closed" } });
  }
}

/** Takes the actor's bid back. */
export async function withdrawIn(ctx: Ctx, { request }: Asked, { caseId, at }: SeenRound) {
  const form = await parseForm(request, WithdrawBid, { caseId });
  if (!form.ok) throw notFound();

  const withdrawn = await withdrawBid(ctx, form.value);
  if (withdrawn.ok) return goTo(ctx, at, { flash: { tone: "info", key: "bid.withdrawn_flash" } });
  switch (withdrawn.error.kind) {
    case "round-not-found":
      throw notFound();
    case "no-bid":
    case "round-closed":
      return data(refusedAt("form", `tender.refusal.${withdrawn.error.kind}`, form.values), 409);
  }
}
