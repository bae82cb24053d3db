import { may } from "#app/domain/accounts/access.ts";
import { lapseOf, lookUpAskAt, needsLookUp, warningDue } from "#app/domain/accounts/licence-upkeep.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { openLapsePlans } from "#app/use-cases/open-lapse-plans.server.ts";
import type { Tx } from "#db/client.ts";
import { licencesToLapse, licencesToLookUp, licencesToWarn } from "#db/queries/licence-upkeep.ts";
import { updateLicence } from "#db/queries/licences.ts";
import { platformOrganization } from "#db/queries/organizations.ts";
import { transact } from "#db/transact.ts";

/** Licences of each kind of work that one run settles at most. */
const BATCH = 100;

/**
 * Looks after the licences that are on file: warns of their end 60, 30 and 7 days before, tells of it when it has come and marks the
 * mandates that rested on them, and asks the admins for fresh look-ups before the last ones stop counting. Whether a licence counts is
 * judged by the clock wherever it matters and waits for no run. Answers how many licences it settled.
 */
export function keepLicences(ctx: Ctx): Promise<Result<number, { kind: "not-allowed" }>> {
  return transact<number, { kind: "not-allowed" }>(ctx, async (tx) => {
    if (!may(ctx.actor, "timer.fire", "none")) return err({ kind: "not-allowed" });
    const lapsed = await tellLapses(tx, ctx);
    const warned = await warnOfEnds(tx, ctx);
    const asked = await askForLookUps(tx, ctx);
    return ok(lapsed + warned + asked);
  });
}

async function tellLapses(tx: Tx, ctx: Ctx): Promise<number> {
  let told = 0;
  for (const licence of await licencesToLapse(tx, ctx.now, BATCH)) {
    if (lapseOf(licence, ctx.now) !== "expired") continue;
    await updateLicence(tx, licence.id, { lapseToldAt: ctx.now });
    const { number, territory } = licence;
    await notify(tx, ctx, {
      kind: "licence_lapsed",
      values: { number, territoryPlace: territory, stateKey: "licence.state.expired" },
      toOrgId: licence.orgId,
      href: `/licences/${licence.id}`,
    });
    await openLapsePlans(tx, ctx, licence, "expired");
    told += 1;
  }
  return told;
}

async function warnOfEnds(tx: Tx, ctx: Ctx): Promise<number> {
  let warned = 0;
  for (const licence of await licencesToWarn(tx, ctx.now, BATCH)) {
    const days = warningDue(licence, ctx.now);
    if (days === null || !licence.validTo) continue;
    await updateLicence(tx, licence.id, { warnedDays: days });
    await notify(tx, ctx, {
      kind: "licence_ending",
      values: { number: licence.number, territoryPlace: licence.territory, lastOn: licence.validTo },
      toOrgId: licence.orgId,
      href: `/licences/${licence.id}`,
    });
    warned += 1;
  }
  return warned;
}

/** One notice for all of them: the queue shows which. */
async function askForLookUps(tx: Tx, ctx: Ctx): Promise<number> {
  const due = (await licencesToLookUp(tx, lookUpAskAt(ctx.now), BATCH)).filter((licence) =>
    needsLookUp(licence, ctx.now),
  );
  for (const { id } of due) await updateLicence(tx, id, { lookUpAskedAt: ctx.now });
  const platform = due.length > 0 ? await platformOrganization(tx) : null;
  if (platform)
    await notify(tx, ctx, {
      kind: "licence_look_up",
      values: { count: due.length },
      toOrgId: platform.id,
      href: "/admin/look-ups",
    });
  return due.length;
}
