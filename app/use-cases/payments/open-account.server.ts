import { memberIn } from "#app/domain/accounts/access.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { callProvider } from "#app/use-cases/call-provider.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { lockOrganization } from "#db/queries/organizations.ts";
import { insertPaymentAccount } from "#db/queries/payments.ts";
import { transact } from "#db/transact.ts";

export type OpenAccountRefusal = { kind: "not-allowed" } | { kind: "no-provider" };

/**
 * Asks the provider for an account of the organisation's own, on which it is paid directly. It answers for its fees and losses to
 * the provider itself: the platform stands beside its money, never in it. Asked twice, it is asked once.
 */
export const openAccount = (ctx: Ctx): Promise<Result<null, OpenAccountRefusal>> =>
  transact<null, OpenAccountRefusal>(ctx, async (tx) => {
    const member = memberIn(ctx.actor, "payment.setUp");
    const organization = member && (await lockOrganization(tx, member.orgId));
    if (!organization) return err({ kind: "not-allowed" });
    if (!ctx.provider) return err({ kind: "no-provider" });
    const country = organization.placeCode.slice(0, 2);
    const made = await insertPaymentAccount(tx, {
      orgId: organization.id,
      accountId: null,
      country,
      chargesEnabled: false,
      payoutsEnabled: false,
      detailsSubmitted: false,
      requirements: [],
      createdAt: ctx.now,
      syncedAt: null,
    });
    if (!made) return ok(null);
    await callProvider(tx, ctx, {
      operation: "account.create",
      accountId: null,
      orgId: organization.id,
      request: {
        country,
        business_profile: { name: organization.name },
        controller: {
          fees: { payer: "account" },
          losses: { payments: "stripe" },
          requirement_collection: "stripe",
          stripe_dashboard: { type: "full" },
        },
        metadata: { org_id: organization.id },
      },
    });
    const subject = { subjectKind: "organization", subjectId: organization.id } as const;
    await insertAudit(tx, ctx, { operation: "payment_account.asked", ...subject });
    return ok(null);
  });
