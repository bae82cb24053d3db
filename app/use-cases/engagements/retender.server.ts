import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { endReasons, mayEndFor, reasonsFor } from "#app/domain/engagements/end-mandate.ts";
import { isId } from "#app/domain/ids.ts";
import { err, type Result } from "#app/domain/result.ts";
import { factsOf } from "#app/domain/timeline/facts.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { endMandate } from "#app/use-cases/end-mandate.server.ts";
import { localPlace } from "#app/use-cases/local-place.ts";
import type { OpenRoundRefusal } from "#app/use-cases/open-round.server.ts";
import { headingOf } from "#app/use-cases/timeline/heading.server.ts";
import type { Reader } from "#db/client.ts";
import { awardInForce } from "#db/queries/awards.ts";
import { findCase, lockCase, relationTo } from "#db/queries/cases.ts";
import { type EngagementRow, mandateOf } from "#db/queries/engagements.ts";
import { openPlan } from "#db/queries/lapse-plans.ts";
import { lawBook } from "#db/queries/law.ts";
import { organizationOf } from "#db/queries/organizations.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { transact } from "#db/transact.ts";
import { sharesOf } from "./mandate-standing.server.ts";

export const Retender = z.object({ caseId: z.uuid(), reason: z.enum(endReasons, "error.choose") });

export type RetenderRefusal =
  | { kind: "case-not-found" }
  | { kind: "not-engaged" }
  | { kind: "reason-not-shown" }
  | OpenRoundRefusal;

/** Ends the mandate in force and opens a round for the case, in one go. A reproach is taken only where the record bears it out. */
export function retender(
  ctx: Ctx,
  { caseId, reason }: z.infer<typeof Retender>,
): Promise<Result<null, RetenderRefusal>> {
  return transact<null, RetenderRefusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, caseId);
    if (!kase || !may(ctx.actor, "mandate.end", relationTo(ctx.actor, kase)))
      return err({ kind: "case-not-found" });
    const award = await awardInForce(tx, caseId);
    const row = await mandateOf(tx, caseId);
    if (!award || !row || kase.status !== "engaged") return err({ kind: "not-engaged" });
    if (!mayEndFor(reason, await standingOf(tx, row), ctx.now)) return err({ kind: "reason-not-shown" });
    return endMandate(tx, ctx, kase, { award, row, reason });
  });
}

/** What the record bears out about a mandate of a case or a lot, for whoever would end it. */
export const standingOf = async (reader: Reader, { caseId, alarmedAt, periodEndsAt }: EngagementRow) => ({
  alarmedAt,
  periodEndsAt,
  lapsed: (await openPlan(reader, caseId)) !== null,
});

/** What ending the mandate would mean now; null when the case is not this creditor's, `ready` false without a mandate. */
export async function readRetender(ctx: Ctx, caseId: string) {
  const kase = isId(caseId) ? await findCase(ctx.db, ctx.actor, caseId) : null;
  if (!kase || !may(ctx.actor, "mandate.end", relationTo(ctx.actor, kase))) return null;
  const events = await eventsOf(ctx.db, caseId);
  const { series } = await lawBook(ctx.db);
  const place = localPlace(kase.placeCode, ctx);
  const heading = await headingOf(kase, { facts: factsOf(events), today: place.today, series }, ctx);
  const row = await mandateOf(ctx.db, caseId);
  if (!row || kase.status !== "engaged" || !kase.collectorOrgId) return { heading, place, ready: null };
  const firm = await organizationOf(ctx.db, kase.collectorOrgId);
  return {
    heading,
    place,
    ready: {
      firm: firm?.name ?? "",
      reasons: reasonsFor(await standingOf(ctx.db, row), ctx.now),
      shares: await sharesOf(ctx, kase, events),
    },
  };
}
