import { may } from "#app/domain/accounts/access.ts";
import { licenceCounts } from "#app/domain/accounts/licence-upkeep.ts";
import { longestWaitDays } from "#app/domain/engagements/end-mandate.ts";
import { isId } from "#app/domain/ids.ts";
import { factsOf } from "#app/domain/timeline/facts.ts";
import { addDays, dateIn } from "#app/domain/timeline/local-time.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { localPlace } from "#app/use-cases/local-place.ts";
import { headingOf } from "#app/use-cases/timeline/heading.server.ts";
import type { Reader } from "#db/client.ts";
import { findCase, relationTo } from "#db/queries/cases.ts";
import { type LapsePlanRow, openPlan } from "#db/queries/lapse-plans.ts";
import { lawBook } from "#db/queries/law.ts";
import { type LicenceRow, licenceById, licencesOf } from "#db/queries/licences.ts";
import { organizationOf } from "#db/queries/organizations.ts";
import { eventsOf } from "#db/queries/timeline.ts";

/** What waits to be decided because the collector lost its licence; `plan` is null where nothing does, the whole to a stranger. */
export async function readLapse(ctx: Ctx, caseId: string) {
  const kase = isId(caseId) ? await findCase(ctx.db, ctx.actor, caseId) : null;
  const relation = kase && relationTo(ctx.actor, kase);
  if (!kase || !relation || !may(ctx.actor, "engagement.read", relation)) return null;
  const place = localPlace(kase.placeCode, ctx);
  const { series } = await lawBook(ctx.db);
  const facts = factsOf(await eventsOf(ctx.db, caseId));
  const heading = await headingOf(kase, { facts, today: place.today, series }, ctx);
  const plan = await openPlan(ctx.db, caseId);
  const firm = kase.collectorOrgId ? await organizationOf(ctx.db, kase.collectorOrgId) : null;
  if (!plan || !firm) return { heading, place, plan: null };
  const held = await licencesOf(ctx.db, firm.id);
  const today = dateIn("UTC", ctx.now);
  return {
    heading,
    place,
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
  const held = await licencesOf(reader, lost.orgId);
  return held.filter(
    (each) =>
      each.id !== lost.id &&
      each.kind === lost.kind &&
      each.territory === lost.territory &&
      licenceCounts(each, now),
  );
}
