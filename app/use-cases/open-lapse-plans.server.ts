import { system } from "#app/domain/accounts/actor.ts";
import { licenceCounts } from "#app/domain/accounts/licence-upkeep.ts";
import { lapseDecisionDays } from "#app/domain/engagements/end-mandate.ts";
import { newId } from "#app/domain/ids.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { lockEngaged } from "#app/use-cases/engaged.server.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import type { Tx } from "#db/client.ts";
import { insertPlan, type LapsePlanRow, plansOfLicence, updatePlan } from "#db/queries/lapse-plans.ts";
import { mandatesOn } from "#db/queries/licence-upkeep.ts";
import { isHeld, type LicenceRow, licenceById, licencesOfHolder } from "#db/queries/licences.ts";
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
    const engaged = await lockEngaged(tx, system, caseId);
    if (engaged?.status !== "engaged") continue;
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
      case: engaged.code,
      firm,
      stateKey: `licence.state.${reason}`,
      decideByAt: decideBy.toISOString(),
    };
    for (const toOrgId of [engaged.creditorOrgId, licence.orgId]) {
      await notify(tx, ctx, { kind: "mandate_lapsed", values, toOrgId, href: `${engaged.home}/lapse` });
    }
  }
}

/** Closes what waited for a licence, of cases and of lots, if it counts again: in force by now, and its holder there. */
export async function settleLapsePlans(tx: Tx, ctx: Ctx, licence: Lost): Promise<void> {
  const row = await licenceById(tx, licence.id);
  if (!row || !licenceCounts(row, ctx.now) || !(await isHeld(tx, row.id))) return;
  const firm = (await organizationOf(tx, licence.orgId))?.name ?? "";
  for (const plan of await plansOfLicence(tx, licence.id)) {
    const engaged = await lockEngaged(tx, system, plan.caseId);
    await updatePlan(tx, plan, { status: "renewed", closedAt: ctx.now });
    if (!engaged) continue;
    for (const toOrgId of [engaged.creditorOrgId, licence.orgId]) {
      const values = { case: engaged.code, firm };
      await notify(tx, ctx, { kind: "mandate_restored", values, toOrgId, href: engaged.home });
    }
  }
}

type Member = { orgId: string; userId: string };

/** Marks the mandates that rested on a member's own licences, because the member has left: the creditor hired that person's licence. */
export async function holderLeft(tx: Tx, ctx: Ctx, member: Member): Promise<void> {
  for (const licence of await licencesOfHolder(tx, member))
    await openLapsePlans(tx, ctx, licence, "holder_left");
}

/** Closes what waited for a member who has come back. */
export async function holderBack(tx: Tx, ctx: Ctx, member: Member): Promise<void> {
  for (const licence of await licencesOfHolder(tx, member)) await settleLapsePlans(tx, ctx, licence);
}
