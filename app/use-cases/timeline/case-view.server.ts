import { may, type Relation } from "#app/domain/accounts/access.ts";
import { packOfCase } from "#app/domain/cases/case-pack.ts";
import { mayKnowDebtor } from "#app/domain/cases/may-know-debtor.ts";
import { proposalIn } from "#app/domain/debtors/proposal.ts";
import { isOthersNote, isOthersStrategy, scopeOf } from "#app/domain/engagements/hand-over.ts";
import type { CaseDate } from "#app/domain/law/case-dates/row.ts";
import { historyOf } from "#app/domain/law/history.ts";
import { purposesFor } from "#app/domain/privacy/sights.ts";
import { claimToday } from "#app/domain/timeline/claim-today.ts";
import type { TimelineEvent } from "#app/domain/timeline/events.ts";
import {
  addedFact,
  factsOf,
  historyEventsOf,
  titleTypeOf,
  withReminders,
} from "#app/domain/timeline/facts.ts";
import { addDays, dateIn } from "#app/domain/timeline/local-time.ts";
import type { WhatIfAsked } from "#app/domain/timeline/what-if.ts";
import { translator } from "#app/messages/catalogue.ts";
import { courtCostsOf } from "#app/use-cases/advances-of.server.ts";
import { conductFound } from "#app/use-cases/conduct/conduct-found.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { evidenceOf } from "#app/use-cases/evidence-of.server.ts";
import { notesOf } from "#app/use-cases/log-notes.server.ts";
import { proposalsOn, waitingOf } from "#app/use-cases/plans/proposals.server.ts";
import { debtorCard } from "#app/use-cases/privacy/debtor-card.server.ts";
import { lastLooks } from "#app/use-cases/privacy/who-looked.server.ts";
import { actorInputOf } from "#app/use-cases/record-event.server.ts";
import { caseLadder } from "#app/use-cases/timeline/case-ladder.ts";
import { headingOf } from "#app/use-cases/timeline/heading.server.ts";
import { datesOf } from "#app/use-cases/timers/keep-dates.server.ts";
import { type CaseRow, findCase, relationTo } from "#db/queries/cases.ts";
import { messagesAboutLog } from "#db/queries/conversation.ts";
import { mandateOver } from "#db/queries/engagements.ts";
import type { EvidenceItem } from "#db/queries/evidence.ts";
import { openPlan } from "#db/queries/lapse-plans.ts";
import { lawBook } from "#db/queries/law.ts";
import { organizationOf, organizationsById } from "#db/queries/organizations.ts";
import { zoneOf } from "#db/queries/subjects.ts";
import { eventsOf } from "#db/queries/timeline.ts";

/**
 * Everything the case page shows to this actor, or null when the case is not theirs. A day that is asked about moves the
 * ladder; the log and the claim stay as they are. The debtor is in it only for those who may know.
 */
export async function caseView(ctx: Ctx, caseId: string, asked: WhatIfAsked) {
  const kase = await findCase(ctx.db, ctx.actor, caseId);
  if (!kase) return null;
  const known = mayKnowDebtor(ctx.actor, kase);
  const [events, zone, person, looked, actor, beside] = await Promise.all([
    eventsOf(ctx.db, caseId),
    zoneOf(ctx.db, caseId),
    known ? debtorCard(ctx, caseId) : null,
    known ? lastLooks(ctx, caseId) : [],
    ladderActor(ctx, kase),
    besideTheLog(ctx, caseId, known),
  ]);
  const names = await namesOf(ctx, kase, events);
  const today = dateIn(zone, ctx.now);
  const facts = factsOf(events);
  const acts = historyEventsOf(events);
  const history = historyOf(acts);
  const pack = packOfCase(await lawBook(ctx.db), kase);
  const relation = relationTo(ctx.actor, kase);
  const claim = claimToday({
    jurisdiction: kase.jurisdiction,
    answers: kase.answers,
    events,
    known: withReminders(facts, acts, zone),
    holds: history.holds,
    today,
    series: pack.series,
    courtCosts: await courtCostsOf(ctx.db, kase),
  });
  return {
    heading: await headingOf(kase, { facts, today, series: pack.series }, ctx),
    relation,
    debtor: person,
    purposes: known ? [...purposesFor(ctx.actor)] : [],
    looked,
    isErased: known && !person,
    creditorName: names.get(kase.creditorOrgId) ?? "",
    collectorName: kase.collectorOrgId ? (names.get(kase.collectorOrgId) ?? "") : null,
    zone,
    today,
    pack: {
      id: pack.id,
      version: pack.version,
      signedOffBy: pack.signedOffBy,
      signedOffOn: pack.signedOffOn,
    },
    now: ctx.now.toISOString(),
    dates: datesOf(ctx, kase, { pack, events, climber: kase.collectorOrgId ? actor : null }).map(dateView),
    ...caseLadder(ctx, {
      ...{ kase, relation, claim, names, zone, today, asked },
      scene: { pack, facts, history, actor },
    }),
    claim,
    proposes: await proposesOn(ctx, kase, { relation, events }),
    conduct: known ? await conductFound(ctx, caseId) : [],
    lapse: relation === "none" ? null : await lapseOver(ctx, caseId),
    log: logOf(handedOver(ctx, kase, events), ownNotes(ctx, kase, { events, beside }), {
      names,
      debtor: translator(ctx.locale)("role.debtor"),
    }),
  };
}

/** The debtor's proposal that waits for whoever may answer it. */
async function proposesOn(
  ctx: Ctx,
  kase: CaseRow,
  { relation, events }: { relation: Relation; events: TimelineEvent[] },
) {
  if (!may(ctx.actor, "plan.keep", relation) || kase.status === "closed") return null;
  return waitingOf(await proposalsOn(ctx.db, kase.caseId, events))?.proposal ?? null;
}

/** Where it is decided what becomes of the mandate over a case, its own or its lot's, whose collector lost its licence; null where nothing is. */
async function lapseOver({ db }: Ctx, caseId: string): Promise<string | null> {
  const mandate = await mandateOver(db, caseId);
  if (!mandate || !(await openPlan(db, mandate.caseId))) return null;
  return `/${mandate.caseId === caseId ? "cases" : "lots"}/${mandate.caseId}/lapse`;
}

/** From its first alarm on a last day presses. */
const dateView = ({ alarms, at: _at, ...date }: CaseDate) => ({
  ...date,
  pressesFrom: addDays(date.on, -Math.max(...alarms, 0)),
});

/** The names of both parties and of everyone who wrote in the log, asked for at once. */
async function namesOf({ db }: Ctx, { creditorOrgId, collectorOrgId }: CaseRow, events: TimelineEvent[]) {
  const authors = events.map(({ actorOrgId }) => actorOrgId);
  const found = await organizationsById(db, [...new Set([creditorOrgId, collectorOrgId, ...authors])]);
  return new Map([...found].map(([orgId, { name }]) => [orgId, name]));
}

/** The ladder is told for whoever will climb it: the engaged collector, or the one who looks. */
async function ladderActor(ctx: Ctx, { collectorOrgId }: CaseRow) {
  if (!collectorOrgId || collectorOrgId === ctx.actor.orgId) return actorInputOf(ctx.db, ctx.actor, ctx.now);
  const organization = await organizationOf(ctx.db, collectorOrgId);
  const role = organization?.kind === "platform" ? "admin" : (organization?.kind ?? "guest");
  return actorInputOf(ctx.db, { orgId: collectorOrgId, role }, ctx.now);
}

type BesideTheLog = {
  notes: Map<number, string>;
  evidence: EvidenceItem[];
  /** The messages that the reader may read about an entry. */
  messages: Map<number, string[]>;
};

/** Notes and proofs may name the debtor, so they are for those who may know. */
async function besideTheLog(ctx: Ctx, caseId: string, known: boolean): Promise<BesideTheLog> {
  if (!known) return { notes: new Map(), evidence: [], messages: new Map() };
  const { db, actor } = ctx;
  const [notes, evidence, messages] = await Promise.all([
    notesOf(db, ctx, caseId),
    evidenceOf(db, ctx, caseId),
    messagesAboutLog(db, actor, caseId),
  ]);
  return { notes, evidence, messages };
}

const handedOver = ({ actor }: Ctx, kase: CaseRow, events: TimelineEvent[]) =>
  events.filter((event) => !isOthersStrategy(event, scopeOf(actor, kase)));

/** Another collector's own words stay its own. */
function ownNotes(
  { actor }: Ctx,
  kase: CaseRow,
  { events, beside }: { events: TimelineEvent[]; beside: BesideTheLog },
): BesideTheLog {
  const notes = new Map(beside.notes);
  for (const event of events) if (isOthersNote(event, scopeOf(actor, kase))) notes.delete(event.seq);
  return { ...beside, notes };
}

/** Newest first. */
function logOf(
  events: TimelineEvent[],
  { notes, evidence, messages }: BesideTheLog,
  { names, debtor }: { names: Map<string, string>; debtor: string },
) {
  const items = new Map(evidence.map((item) => [item.id, item]));
  return events
    .toReversed()
    .map(({ seq, type, occurredAt, payload, decision, hash, actorOrgId, actorRole }) => ({
      seq,
      type: titleTypeOf({ type, payload }),
      sent: typeof payload.refs?.messageId === "string" ? payload.refs.messageId : null,
      attempted: payload.attempted ?? null,
      occurredAt: occurredAt.toISOString(),
      outcome: payload.act?.outcome ?? null,
      amount: Number(payload.refs?.amount ?? 0) || null,
      fact: addedFact({ type, payload }),
      findings: decision.findings,
      note: notes.get(seq) ?? null,
      proposal: proposalIn(payload.refs),
      proofs: (payload.evidenceIds ?? []).flatMap((id) => {
        const item = items.get(id);
        return item ? [{ documentId: item.documentId, title: item.title }] : [];
      }),
      messages: messages.get(seq) ?? [],
      by: (actorOrgId && names.get(actorOrgId)) || (actorRole === "debtor" ? debtor : "Rung"),
      hash,
    }));
}
