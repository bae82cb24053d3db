import { may } from "#app/domain/accounts/access.ts";
import { historyOf } from "#app/domain/law/history.ts";
import { factsOf, historyEventsOf } from "#app/domain/timeline/facts.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import { lawyerRecords, recordKinds } from "#app/domain/timeline/record-forms.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { headingOf } from "#app/use-cases/timeline/heading.server.ts";
import { debtorOf, findCase, relationTo } from "#db/queries/cases.ts";
import { evidenceOf } from "#db/queries/evidence.ts";
import { eventsOf } from "#db/queries/timeline.ts";

/** What the pages for recording a fact show; null when the case is not this actor's. */
export async function recordView(ctx: Ctx, caseId: string) {
  const kase = await findCase(ctx.db, ctx.actor, caseId);
  if (!kase || !may(ctx.actor, "fact.record", relationTo(ctx.actor, kase))) return null;
  const [events, debtor, evidence] = await Promise.all([
    eventsOf(ctx.db, caseId),
    debtorOf(ctx.db, caseId),
    evidenceOf(ctx.db, caseId),
  ]);
  const zone = debtor?.zones[0] ?? "UTC";
  const today = dateIn(zone, ctx.now);
  const isLawyer = ctx.actor.role === "lawyer" || ctx.actor.role === "law_firm";
  return {
    heading: headingOf(kase, { facts: factsOf(events), today }, ctx),
    kinds: recordKinds.filter((kind) => isLawyer || !lawyerRecords.has(kind)),
    zone,
    today,
    currency: kase.answers.claim.currency,
    openHolds: historyOf(historyEventsOf(events))
      .holds.filter(({ endsAt }) => !endsAt || endsAt === "unknown")
      .map(({ type }) => type),
    evidence: evidence.map(({ id, title }) => ({ id, title })),
  };
}
