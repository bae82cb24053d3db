import { may } from "#app/domain/accounts/access.ts";
import { packOfCase } from "#app/domain/cases/case-pack.ts";
import { decide } from "#app/domain/law/decide.ts";
import { historyOf } from "#app/domain/law/history.ts";
import type { StepType } from "#app/domain/law/types.ts";
import { factsOf, historyEventsOf } from "#app/domain/timeline/facts.ts";
import { dateIn, timeIn } from "#app/domain/timeline/local-time.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { evidenceOf } from "#app/use-cases/evidence-of.server.ts";
import { actorInputOf } from "#app/use-cases/record-event.server.ts";
import { headingOf } from "#app/use-cases/timeline/heading.server.ts";
import { type CaseRow, findCase, relationTo } from "#db/queries/cases.ts";
import { lawBook } from "#db/queries/law.ts";
import { zoneOf } from "#db/queries/subjects.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { caseTemplates } from "#db/queries/wordings.ts";

/**
 * What the page for recording a step shows: the steps the pack knows, each with what the law says of it at
 * this moment, or the form of one. Null when the case is not this collector's.
 */
export async function stepView(ctx: Ctx, caseId: string, type: StepType | null) {
  const kase = await findCase(ctx.db, ctx.actor, caseId);
  if (!kase || !may(ctx.actor, "step.record", relationTo(ctx.actor, kase))) return null;
  const [events, zone, evidence, actor] = await Promise.all([
    eventsOf(ctx.db, caseId),
    zoneOf(ctx.db, caseId),
    evidenceOf(ctx.db, ctx, caseId),
    actorInputOf(ctx.db, ctx.actor, ctx.now),
  ]);
  const pack = packOfCase(await lawBook(ctx.db), kase);
  const today = dateIn(zone, ctx.now);
  const facts = factsOf(events);
  const scene = {
    pack,
    facts,
    history: historyOf(historyEventsOf(events)),
    actor,
    at: ctx.now.toISOString(),
  };
  const steps = [...new Set(pack.rungs.flatMap(({ steps }) => steps))].map((step) => ({
    type: step,
    decision: decide({
      ...scene,
      action: { type: step, direction: "out", recipientRole: "debtor", debtId: caseId },
    }),
  }));
  return {
    heading: await headingOf(kase, { facts, today, series: pack.series }, ctx),
    engaged: kase.status === "engaged",
    type,
    zone,
    today,
    time: timeIn(zone, ctx.now),
    currency: kase.answers.claim.currency,
    states: [...pack.states].sort(),
    steps: type ? steps.filter((step) => step.type === type) : steps,
    evidence: evidence.map(({ id, title }) => ({ id, title })),
    templates: kase.status === "engaged" && type ? await templatesFor(ctx, kase, type) : [],
  };
}

/** What the product itself writes for a step, by every channel there is. */
async function templatesFor({ db }: Ctx, kase: CaseRow, type: StepType) {
  const known = await caseTemplates(db, kase);
  return known.filter(({ step }) => step === type).map(({ id, channel }) => ({ id, channel }));
}
