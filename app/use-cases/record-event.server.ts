import { eq } from "drizzle-orm";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { isInForce } from "#app/domain/accounts/licence-moves.ts";
import { holdsPersonally, responsibleFor, restsOn } from "#app/domain/accounts/staff.ts";
import { packOfCase } from "#app/domain/cases/case-pack.ts";
import type { ActionInput } from "#app/domain/law/action-input.ts";
import { type ActorInput, type ActorKind, actorOf } from "#app/domain/law/actor-input.ts";
import { packIn } from "#app/domain/law/book.ts";
import { isKnown } from "#app/domain/law/facts.ts";
import { withThreatsOf } from "#app/domain/law/named/text.ts";
import { stageAfter } from "#app/domain/law/packs.ts";
import type { ActionType, Decision } from "#app/domain/law/types.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { EventPayload, TimelineEvent } from "#app/domain/timeline/events.ts";
import { type Court, judge } from "#app/domain/timeline/judge.ts";
import { advancesOf } from "#app/use-cases/advances-of.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { sealOf } from "#app/use-cases/debtor.server.ts";
import { keepDates } from "#app/use-cases/timers/keep-dates.server.ts";
import type { Reader, Tx } from "#db/client.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { mandateOver } from "#db/queries/engagements.ts";
import { lawBook } from "#db/queries/law.ts";
import { credentialsOf, isHeld, licenceById } from "#db/queries/licences.ts";
import { membershipOf, membersOf, organizationOf } from "#db/queries/organizations.ts";
import { appendEvent, eventsOf } from "#db/queries/timeline.ts";
import { cases } from "#db/schema/cases.ts";

export type Act = {
  type: ActionType;
  /** When it happened, or happens now. */
  occurredAt: Date;
  /** What the law asks about the act itself (channel, forum, purpose ...). */
  action?: Omit<ActionInput, "type">;
  payload?: EventPayload;
  note?: string;
  /** Whose capability the law looks at, where that is not the person acting: the collector of an award, or whoever goes to see the debtor. */
  subject?: { orgId: string; role: Actor["role"]; userId?: string };
};

export type NotLawful = { kind: "not-lawful"; decision: Decision };

/**
 * The one door to a case's timeline: replays the log into facts and history, asks the pack, and appends the
 * event with its decision and the stage it enters. A refusal appends nothing; see `recordAttempt`.
 */
export async function recordEvent(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  act: Act,
): Promise<Result<TimelineEvent, NotLawful>> {
  const { decision, actor, pack, events } = await decideAct(tx, ctx, kase, act);
  if (!decision.allowed) return err({ kind: "not-lawful", decision });

  const stage = stageAfter(pack, act.type, kase.stage);
  const event = await appendEvent(tx, ctx, kase, {
    type: act.type,
    stageAfter: stage,
    occurredAt: act.occurredAt,
    payload: { ...act.payload, ...asked(act, actor) },
    decision,
    note: act.note ? { words: act.note, seal: await sealOf(tx, ctx, kase.caseId) } : undefined,
  });
  const under = { packId: pack.id, packVersion: pack.version };
  await tx
    .update(cases)
    .set({ stage, ...under, updatedAt: ctx.now })
    .where(eq(cases.caseId, kase.caseId));
  Object.assign(kase, { stage, ...under });
  const climber = await climberOf(tx, kase, act);
  await keepDates(tx, ctx, kase, { pack, events: [...events, event], climber });
  return ok(event);
}

/** The collector who climbs the ladder: the engaged one, or whom this very act engages. */
export async function climberOf(tx: Tx, { collectorOrgId }: CaseRow, act?: Act): Promise<ActorInput | null> {
  const subject = act?.type === "engaged" ? act.subject : null;
  if (subject) return { id: subject.orgId, kind: kinds[subject.role] };
  const organization = collectorOrgId ? await organizationOf(tx, collectorOrgId) : null;
  if (!organization || organization.kind === "platform") return null;
  return { id: organization.id, kind: kinds[organization.kind] };
}

/** Keeps what was tried and why it was refused; nobody was contacted and nothing was filed. */
export async function recordAttempt(tx: Tx, ctx: Ctx, kase: CaseRow, act: Act, decision: Decision) {
  const actor = await actorInputOf(tx, act.subject ?? ctx.actor, ctx.now);
  return appendEvent(tx, ctx, kase, {
    type: "attempt_blocked",
    stageAfter: kase.stage,
    occurredAt: ctx.now,
    payload: {
      attempted: act.type,
      act: { ...act.payload?.act, startedAt: act.occurredAt.toISOString() },
      ...asked(act, actor),
    },
    decision,
  });
}

/** What the law saw of the act and of whoever did it, so that the act can be judged again; never words to the debtor. */
function asked({ type, action }: Act, { kind }: ActorInput): Pick<EventPayload, "action" | "actorKind"> {
  const { text: _, type: __, ...kept } = withThreatsOf({ ...action, type });
  return { ...(action && { action: kept }), ...(isKnown(kind) && { actorKind: kind }) };
}

/** What the law in force answers to this act by this actor, without writing anything. */
export async function decideAct(tx: Tx, ctx: Ctx, kase: CaseRow, act: Act) {
  const court = await courtOf(tx, ctx, kase, act.subject);
  const { type, occurredAt, action, payload } = act;
  const decision = judge(court, { type, occurredAt, action, act: payload?.act, facts: payload?.facts });
  return { ...court, decision };
}

/** Before whom an act on this case is judged now, by whoever acts or for whom it is done. */
export async function courtOf(
  reader: Reader,
  ctx: Ctx,
  kase: CaseRow,
  subject?: Act["subject"],
): Promise<Court> {
  const [events, actor, book, lapsedLicence, { advances }] = await Promise.all([
    eventsOf(reader, kase.caseId),
    actorInputOf(reader, subject ?? ctx.actor, ctx.now),
    lawBook(reader),
    lapsedLicenceOf(reader, ctx, kase.caseId),
    advancesOf(reader, kase),
  ]);
  return {
    pack: packOfCase(book, kase),
    packOf: (place) => packIn(book, place),
    caseId: kase.caseId,
    stage: kase.stage,
    events,
    actor,
    production: ctx.mode === "production",
    now: ctx.now,
    under: {
      ...{ lapsedLicence, supervised: isKnown(actor.responsibleAuthorisedPersonId) },
      unfunded: advances.filter(({ state }) => state === "asked").sort((a, b) => +b.prepaid - +a.prepaid),
    },
  };
}

/** The licence that the mandate in force over a case, its own or its lot's, names, where it permits nothing any more. A look-up that is too old is the packs' to judge (X-06). */
async function lapsedLicenceOf(
  reader: Reader,
  { now }: Pick<Ctx, "now">,
  caseId: string,
): Promise<string | null> {
  const mandate = await mandateOver(reader, caseId);
  const licence = mandate?.licenceId ? await licenceById(reader, mandate.licenceId) : null;
  if (!licence) return null;
  const counts =
    licence.status === "verified" && isInForce(licence, now) && (await isHeld(reader, licence.id));
  return counts ? null : licence.number;
}

const kinds: Record<Actor["role"], ActorKind | null> = {
  anonymous: null,
  guest: null,
  creditor: "creditor_self",
  lawyer: "lawyer",
  law_firm: "law_firm",
  agency: "agency",
  debtor: null,
  admin: null,
  system: null,
};

type Acting = Pick<Actor, "orgId" | "role"> & Partial<Pick<Actor, "userId">>;

/**
 * The actor as the law asks for it: its kind, and its credentials as they stand at this moment. Where a person acts, only what that
 * person's acts may rest on counts; an organisation that is looked at as a whole has all of its own.
 */
export async function actorInputOf(
  reader: Reader,
  { orgId, role, userId }: Acting,
  now: Date,
): Promise<ActorInput> {
  const { credentials, responsible } = await heldBy(reader, { orgId, userId }, now);
  const actor = actorOf({ id: orgId ?? undefined, kind: kinds[role], credentials }, now);
  return responsible ? { ...actor, responsibleAuthorisedPersonId: responsible } : actor;
}

/** Whether this person is a licensed lawyer themselves, whoever else of their organisation is. */
export async function isLawyerInPerson(
  reader: Reader,
  { orgId, userId }: Omit<Acting, "role">,
  now: Date,
): Promise<boolean> {
  if (!orgId || !userId) return false;
  const [credentials, members] = await Promise.all([
    credentialsOf(reader, orgId, now),
    membersOf(reader, orgId),
  ]);
  const counting = credentials.filter(({ counts }) => counts);
  return holdsPersonally(counting, { userId, isAlone: members.length === 1 });
}

/** What an act of this person may rest on, and the licensed member who is responsible for it where it is not the person's own. */
async function heldBy(reader: Reader, { orgId, userId }: Omit<Acting, "role">, now: Date) {
  const credentials = orgId ? await credentialsOf(reader, orgId, now) : [];
  const member = orgId && userId ? await membershipOf(reader, orgId, userId) : null;
  if (!member || !userId) return { credentials, responsible: null };
  const acting = { userId, supervisorUserId: member.supervisorUserId };
  const counting = credentials.filter(({ counts }) => counts);
  return { credentials: restsOn(credentials, acting), responsible: responsibleFor(counting, acting) };
}
