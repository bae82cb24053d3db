import { may } from "#app/domain/accounts/access.ts";
import { licenceCounts } from "#app/domain/accounts/licence-upkeep.ts";
import { longestWaitDays } from "#app/domain/engagements/end-mandate.ts";
import { isId } from "#app/domain/ids.ts";
import { addDays, dateIn } from "#app/domain/timeline/local-time.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { findEngaged } from "#app/use-cases/engaged.server.ts";
import { localPlace } from "#app/use-cases/local-place.ts";
import type { Reader } from "#db/client.ts";
import { type LapsePlanRow, openPlan } from "#db/queries/lapse-plans.ts";
import { type LicenceRow, licenceById, licencesOf, oncePassed } from "#db/queries/licences.ts";
import { organizationOf } from "#db/queries/organizations.ts";

/** What waits to be decided about a case or a lot because its collector lost its licence; `plan` is null where nothing does, the whole to a stranger. */
export async function readLapse(ctx: Ctx, id: string) {
  const engaged = isId(id) ? await findEngaged(ctx.db, ctx.actor, id) : null;
  if (!engaged || !may(ctx.actor, "engagement.read", engaged.relation)) return null;
  const { code, home, subject, relation, collectorOrgId } = engaged;
  const { zone } = localPlace(engaged.placeCode, ctx);
  const plan = await openPlan(ctx.db, id);
  const firm = collectorOrgId ? await organizationOf(ctx.db, collectorOrgId) : null;
  if (!plan || !firm) return { code, home, subject, zone, plan: null };
  const held = await licencesOf(ctx.db, firm.id);
  const today = dateIn("UTC", ctx.now);
  return {
    code,
    home,
    subject,
    zone,
    plan: {
      firm: firm.name,
      number: held.find(({ id }) => id === plan.licenceId)?.number ?? "",
      reason: plan.reason,
      status: plan.status,
      decideBy: plan.decideBy,
      earliest: addDays(today, 1),
      latest: addDays(today, longestWaitDays),
      others: (await standIns(ctx.db, plan, ctx.now)).map(({ id, holderName, number }) => ({
        id,
        holderName,
        number,
      })),
      mayDecide: may(ctx.actor, "mandate.end", relation),
    },
  };
}

/** Licences of the same firm that would do in the lost one's place: of its kind and territory, and counting now. */
export async function standIns(reader: Reader, plan: LapsePlanRow, now: Date): Promise<LicenceRow[]> {
  const lost = await licenceById(reader, plan.licenceId);
  if (!lost) return [];
  const held = await oncePassed(reader, lost.orgId);
  return held.filter(
    (each) =>
      each.id !== lost.id &&
      each.kind === lost.kind &&
      each.territory === lost.territory &&
      licenceCounts(each, now),
  );
}
