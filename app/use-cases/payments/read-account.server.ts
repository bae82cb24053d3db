import { may, memberIn } from "#app/domain/accounts/access.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { paymentAccountOf } from "#db/queries/payments.ts";

/** How the organisation's way of being paid stands; `step` is what comes next. */
export async function readAccount(ctx: Ctx) {
  const member = memberIn(ctx.actor, "payment.account");
  if (!member) return null;
  const account = await paymentAccountOf(ctx.db, member.orgId);
  return {
    step: stepOf(account, ctx.provider !== null),
    accountId: account?.accountId ?? null,
    payoutsEnabled: account?.payoutsEnabled ?? false,
    requirements: account?.requirements ?? [],
    maySetUp: may(ctx.actor, "payment.setUp", "member"),
    local: ctx.provider?.local ?? false,
  };
}

type Step = "no-provider" | "none" | "being-made" | "to-onboard" | "in-review" | "ready";

function stepOf(account: Awaited<ReturnType<typeof paymentAccountOf>>, connected: boolean): Step {
  if (!account) return connected ? "none" : "no-provider";
  if (!account.accountId) return "being-made";
  if (account.chargesEnabled) return "ready";
  return account.detailsSubmitted && account.requirements.length === 0 ? "in-review" : "to-onboard";
}
