import { memberIn } from "#app/domain/accounts/access.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { failureOf } from "#app/gateways/stripe.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { paymentAccountOf } from "#db/queries/payments.ts";

export type OnboardingRefusal = { kind: "not-allowed" } | { kind: "not-made-yet" } | { kind: "no-answer" };

/** A way into the provider's own onboarding, good once and for minutes: it moves nothing, so it is asked for at once and not by the outbox. */
export async function onboardingLink(ctx: Ctx): Promise<Result<string, OnboardingRefusal>> {
  const member = memberIn(ctx.actor, "payment.setUp");
  if (!member) return err({ kind: "not-allowed" });
  const account = await paymentAccountOf(ctx.db, member.orgId);
  if (!ctx.provider || !account?.accountId) return err({ kind: "not-made-yet" });
  try {
    const link = await ctx.provider.stripe.accountLinks.create({
      account: account.accountId,
      type: "account_onboarding",
      return_url: `${ctx.publicUrl}/payments?from=provider`,
      refresh_url: `${ctx.publicUrl}/payments?again=yes`,
    });
    return ok(link.url);
  } catch (error) {
    if (failureOf(error)) return err({ kind: "no-answer" });
    throw error;
  }
}
