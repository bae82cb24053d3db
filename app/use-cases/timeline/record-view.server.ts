import { may } from "#app/domain/accounts/access.ts";
import type { Hold } from "#app/domain/law/facts.ts";
import { historyOf } from "#app/domain/law/history.ts";
import { type HoldEnding, holdEndings, partsOfEnding } from "#app/domain/law/holds.ts";
import { factsOf, historyEventsOf } from "#app/domain/timeline/facts.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import { lawyerRecords, recordKinds } from "#app/domain/timeline/record-forms.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { evidenceOf } from "#app/use-cases/evidence-of.server.ts";
import { headingOf } from "#app/use-cases/timeline/heading.server.ts";
import { findCase, relationTo } from "#db/queries/cases.ts";
import { lawBook } from "#db/queries/law.ts";
import { zoneOf } from "#db/queries/subjects.ts";
import { eventsOf } from "#db/queries/timeline.ts";

/** How each pause that stands now can end. */
function endingsOf(holds: readonly Hold[], now: Date): HoldEnding[] {
  const open = new Set(
    holds
      .filter(({ endsAt }) => !endsAt || endsAt === "unknown" || new Date(endsAt) > now)
      .map(({ type }) => type),
  );
  return holdEndings.filter((ending) => open.has(partsOfEnding(ending).hold));
}

/** What the pages for recording a fact show; null when the case is not this actor's. */
export async function recordView(ctx: Ctx, caseId: string) {
  const kase = await findCase(ctx.db, ctx.actor, caseId);
  if (!kase || !may(ctx.actor, "fact.record", relationTo(ctx.actor, kase))) return null;
  const [events, zone, evidence] = await Promise.all([
    eventsOf(ctx.db, caseId),
    zoneOf(ctx.db, caseId),
    evidenceOf(ctx.db, ctx, caseId),
  ]);
  const { series } = await lawBook(ctx.db);
  const today = dateIn(zone, ctx.now);
  const isLawyer = ctx.actor.role === "lawyer" || ctx.actor.role === "law_firm";
  return {
    heading: await headingOf(kase, { facts: factsOf(events), today, series }, ctx),
    kinds: recordKinds.filter((kind) => isLawyer || !lawyerRecords.has(kind)),
    zone,
    today,
    currency: kase.answers.claim.currency,
    endings: endingsOf(historyOf(historyEventsOf(events)).holds, ctx.now),
    evidence: evidence.map(({ id, title }) => ({ id, title })),
  };
}
