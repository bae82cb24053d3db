import { purposesFor } from "#app/domain/privacy/sights.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { findCase, relationTo } from "#db/queries/cases.ts";
import { zoneOf } from "#db/queries/subjects.ts";
import { debtorCard } from "./debtor-card.server.ts";
import { mayAsk } from "./show-details.server.ts";
import { whoLooked } from "./who-looked.server.ts";

/** More than anybody reads; what is older is the administrators' to look up. */
const most = 200;

/** A debtor's details for a party to the case, and who of its own organisation looked; null for everybody else. */
export async function detailsView(ctx: Ctx, caseId: string) {
  const kase = await findCase(ctx.db, ctx.actor, caseId);
  const { orgId } = ctx.actor;
  if (!kase || !orgId || !mayAsk(ctx, kase)) return null;
  const debtor = await debtorCard(ctx, caseId);
  const [zone, looked] = await Promise.all([
    zoneOf(ctx.db, caseId),
    whoLooked(ctx, { caseId, orgId, limit: most }),
  ]);
  return {
    ...{ caseId, code: kase.code, relation: relationTo(ctx.actor, kase), debtor, zone, looked },
    purposes: [...purposesFor(ctx.actor)],
  };
}
