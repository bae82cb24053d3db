import { lapseDecisionDays } from "#app/domain/engagements/end-mandate.ts";
import { newId } from "#app/domain/ids.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import type { Tx } from "#db/client.ts";
import { lockCase } from "#db/queries/cases.ts";
import { insertPlan, type LapsePlanRow, plansOfLicence, updatePlan } from "#db/queries/lapse-plans.ts";
import { mandatesOn } from "#db/queries/licence-upkeep.ts";
import type { LicenceRow } from "#db/queries/licences.ts";
import { organizationOf } from "#db/queries/organizations.ts";

type Lost = Pick<LicenceRow, "id" | "orgId" | "number" | "territory">;

/**
 * Marks every mandate in force that rests on a licence which permits nothing any more: its creditor is asked what is to become of it, and
 * both sides are told. In the caller's transaction. What rests on the licence is refused by the clock already; this makes it seen.
 */
export async function openLapsePlans(
  tx: Tx,
  ctx: Ctx,
  licence: Lost,
  reason: LapsePlanRow["reason"],
): Promise<void> {
  const decideBy = new Date(ctx.now.getTime() + lapseDecisionDays * 86_400_000);
  const firm = (await organizationOf(tx, licence.orgId))?.name ?? "";
  for (const { caseId, id: engagementId } of await mandatesOn(tx, licence.id)) {
    const kase = await lockCase(tx, ctx.actor, caseId);
    if (kase?.status !== "engaged") continue;
    const opened = await insertPlan(tx, {
      caseId,
      id: newId(ctx.now),
      engagementId,
      licenceId: licence.id,
      reason,
      status: "open",
      openedAt: ctx.now,
      decideBy,
    });
    if (!opened) continue;
    const values = {
      case: kase.code,
      firm,
      stateKey: `licence.state.${reason}`,
      decideByAt: decideBy.toISOString(),
    };
    for (const toOrgId of [kase.creditorOrgId, licence.orgId]) {
      await notify(tx, ctx, { kind: "mandate_lapsed", values, toOrgId, href: `/cases/${caseId}/lapse` });
    }
  }
}

/** Closes what waited for a licence that counts again. */
export async function settleLapsePlans(tx: Tx, ctx: Ctx, licence: Lost): Promise<void> {
  const firm = (await organizationOf(tx, licence.orgId))?.name ?? "";
  for (const plan of await plansOfLicence(tx, licence.id)) {
    const kase = await lockCase(tx, ctx.actor, plan.caseId);
    await updatePlan(tx, plan, { status: "renewed", closedAt: ctx.now });
    if (!kase) continue;
    for (const toOrgId of [kase.creditorOrgId, licence.orgId]) {
      const values = { case: kase.code, firm };
      await notify(tx, ctx, { kind: "mandate_restored", values, toOrgId, href: `/cases/${kase.caseId}` });
    }
  }
}
