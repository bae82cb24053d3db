import { mayBePaid, payees } from "#app/domain/ledger/flows.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { flowSceneOf } from "#app/use-cases/flow-scene.server.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { organizationOf } from "#db/queries/organizations.ts";
import { paymentAccountOf } from "#db/queries/payments.ts";

/** Whose account may be paid by the law of the place and can be paid at the provider. */
export async function payeesOf(ctx: Ctx, kase: CaseRow) {
  const scene = await flowSceneOf(ctx.db, kase);
  const found = [];
  for (const payee of payees) {
    const orgId = payee === "creditor" ? kase.creditorOrgId : kase.collectorOrgId;
    if (!orgId || !mayBePaid(payee, scene).ok || !ctx.provider) continue;
    const account = await paymentAccountOf(ctx.db, orgId);
    if (account?.chargesEnabled)
      found.push({ payee, name: (await organizationOf(ctx.db, orgId))?.name ?? "" });
  }
  return found;
}
