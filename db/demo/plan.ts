import { system } from "#app/domain/accounts/actor.ts";
import { newId } from "#app/domain/ids.ts";
import { addDays, dateIn } from "#app/domain/timeline/local-time.ts";
import { applyEvents } from "#app/use-cases/payments/apply-events.server.ts";
import { makeCalls } from "#app/use-cases/payments/make-calls.server.ts";
import { onboardingLink } from "#app/use-cases/payments/onboarding-link.server.ts";
import { openAccount } from "#app/use-cases/payments/open-account.server.ts";
import { offerPlan } from "#app/use-cases/plans/offer-plan.server.ts";
import { paymentAccountOf, paymentsOn } from "#db/queries/payments.ts";
import { latestPlanOn } from "#db/queries/plans.ts";
import type { Player } from "./cast.ts";
import { record } from "./play.ts";
import { ctxOf, type Stage, value } from "./stage.ts";

const zone = "America/New_York";
/** A card of the stand-in that pays at once. */
const card = "4000000000000077";

/**
 * The debtor pays a claim in parts on the creditor's own account: the first is paid and the way of paying kept for the others. Only at the
 * stand-in, whose pages ask for nothing but invented answers; with other keys, or with no provider, the demo has no plan.
 */
export async function playPlan(
  stage: Stage,
  { creditor }: { creditor: Player },
  caseId: string,
): Promise<void> {
  const at = stage.services.provider?.standInAt;
  if (!at) return;
  const ctx = await ctxOf(stage, creditor.actor);
  const today = dateIn(zone, ctx.now);
  value(await openAccount(ctx));
  await work(stage);
  const page = value(await onboardingLink(ctx));
  await fillIn(at, page, { name: creditor.organization, accountNumber: "000123456789" });
  const orgId = creditor.actor.orgId ?? "";
  if (!(await untilSo(stage, async () => (await paymentAccountOf(ctx.db, orgId))?.chargesEnabled))) return;

  await record(stage, creditor, { caseId, zone, type: "plan_agreed", endsOn: addDays(today, 150) });
  const terms = {
    total: "1,800.00",
    count: 3,
    firstOn: today,
    rhythm: "monthly",
    payee: "creditor",
  } as const;
  value(await offerPlan(ctx, { caseId, planId: newId(ctx.now), ...terms }));
  await work(stage);
  const [first] = await paymentsOn(ctx.db, caseId);
  if (!first.sessionUrl) throw new Error("The demo's plan has no page to pay its first part at");
  await fillIn(at, first.sessionUrl, { number: card, name: "Demo Payer" });
  await untilSo(stage, async () => (await latestPlanOn(ctx.db, caseId))?.methodId);
}

/** Makes the calls that wait and applies what the provider has told of, as the worker does. */
async function work(stage: Stage): Promise<void> {
  const ctx = await ctxOf(stage, system);
  while (value(await makeCalls(ctx)) + value(await applyEvents(ctx)) > 0);
}

/** Sends a form of the stand-in's own pages, as a person would there: to itself, since the product's address may lead to this machine only from outside. */
async function fillIn(at: string, page: string, answers: Record<string, string>): Promise<void> {
  const { pathname, search } = new URL(page);
  const body = new URLSearchParams(answers);
  const answer = await fetch(`${at}${pathname}${search}`, { method: "POST", body, redirect: "manual" });
  if (answer.status >= 400) throw new Error(`The stand-in answered ${answer.status}`);
}

const patienceMs = 20_000;

/** Works until something is so: the stand-in tells what happened by messages of its own, which take a moment. False where none came. */
async function untilSo(stage: Stage, isSo: () => Promise<unknown>): Promise<boolean> {
  for (let waited = 0; waited < patienceMs; waited += 100) {
    await work(stage);
    if (await isSo()) return true;
    await new Promise((next) => setTimeout(next, 100));
  }
  return false;
}
