import { createHash, randomBytes } from "node:crypto";
import { asc, eq, inArray } from "drizzle-orm";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { newId } from "#app/domain/ids.ts";
import type { Decision, EventType, Stage } from "#app/domain/law/types.ts";
import { type WordPlace, wordPlaces } from "#app/domain/privacy/word-places.ts";
import { type ChainedEvent, canonicalJson, chainText, genesisHash } from "#app/domain/timeline/chain.ts";
import type { Link } from "#app/domain/timeline/chain-check.ts";
import type { EventPayload, TimelineEvent } from "#app/domain/timeline/events.ts";
import type { Reader, Tx } from "#db/client.ts";
import { subjectKeys } from "#db/schema/keys.ts";
import { eventNotes, timelineEvents, timelineHeads } from "#db/schema/timeline.ts";

/** The keyed digests a chain's head is sealed with. */
export type Macs = { macs(purpose: string, text: string): string[] };

/** The case as its timeline needs it; the row is locked by the caller. */
type LockedCase = { caseId: string; stage: Stage };

type NewEvent = {
  type: EventType;
  stageAfter: Stage;
  /** When it happened, as its author states it; instants of the future are refused by `decide`. */
  occurredAt: Date;
  payload: EventPayload;
  decision: Decision;
  /** The author's own words, kept beside the chain under the debtor's key. */
  note?: { words: string; seal: (place: WordPlace, plain: string) => Buffer };
};

/**
 * Adds one link to a case's chain. Only the use-cases of the timeline call it, with the decision that allowed
 * the event (or refused the attempt it records); the database checks all of it again.
 */
export async function appendEvent(
  tx: Tx,
  { actor, now, secrets }: { actor: Actor; now: Date; secrets: Macs },
  kase: LockedCase,
  entry: NewEvent,
): Promise<TimelineEvent> {
  const [head] = await tx
    .select()
    .from(timelineHeads)
    .where(eq(timelineHeads.caseId, kase.caseId))
    .for("update");
  const salt = entry.note ? randomBytes(16).toString("hex") : null;
  const payload = salt ? { ...entry.payload, noteHash: digest(salt + entry.note?.words) } : entry.payload;
  const link: ChainedEvent = {
    caseId: kase.caseId,
    seq: (head?.seq ?? 0) + 1,
    id: newId(now),
    type: entry.type,
    stageBefore: kase.stage,
    stageAfter: entry.stageAfter,
    occurredAt: entry.occurredAt,
    recordedAt: now,
    actorUserId: actor.userId,
    actorOrgId: actor.orgId,
    actorRole: actor.role,
    packId: entry.decision.pack.id,
    packVersion: entry.decision.pack.version,
    body: canonicalJson({ payload, decision: entry.decision }),
    prevHash: head?.hash ?? genesisHash,
  };
  const hash = digest(chainText(link));
  await tx.insert(timelineEvents).values({ ...link, hash });
  const seal = { seq: link.seq, hash, mac: headMacs(secrets, { ...link, hash })[0] };
  await tx
    .insert(timelineHeads)
    .values({ caseId: link.caseId, ...seal })
    .onConflictDoUpdate({ target: timelineHeads.caseId, set: seal });
  if (salt && entry.note) {
    const note = entry.note.seal(wordPlaces.note(link.seq), salt + entry.note.words);
    await tx.insert(eventNotes).values({ caseId: link.caseId, seq: link.seq, note });
  }
  const { body: _, ...fields } = link;
  return { ...fields, type: entry.type, hash, payload, decision: entry.decision };
}

export const digest = (text: string): string => createHash("sha256").update(text).digest("hex");

type Head = { caseId: string; seq: number; hash: string };

/** The seals a head may bear: under the current key first, then under those of before. */
export const headMacs = (secrets: Macs, { caseId, seq, hash }: Head): string[] =>
  secrets.macs("timeline-head", `${caseId}\n${seq}\n${hash}`);

/** A case's events in order. Scope is the caller's: it has read or locked the case as its actor. */
export async function eventsOf(reader: Reader, caseId: string): Promise<TimelineEvent[]> {
  return (await linksOf(reader, caseId)).map(eventFrom);
}

/** The logs of several cases, by case, each in order. Scope is the caller's. */
export async function eventsOfCases(
  reader: Reader,
  caseIds: readonly string[],
): Promise<Map<string, TimelineEvent[]>> {
  const logs = new Map<string, TimelineEvent[]>(caseIds.map((caseId) => [caseId, []]));
  if (caseIds.length === 0) return logs;
  const rows = await reader
    .select()
    .from(timelineEvents)
    .where(inArray(timelineEvents.caseId, [...caseIds]))
    .orderBy(asc(timelineEvents.caseId), asc(timelineEvents.seq));
  for (const row of rows) logs.get(row.caseId)?.push(eventFrom(row));
  return logs;
}

/** The body was written by `appendEvent` and checked by the database; its shape is ours. */
export function eventFrom({ body, type, ...row }: Link): TimelineEvent {
  const { payload, decision }: { payload: EventPayload; decision: Decision } = JSON.parse(body);
  return { ...row, type: type as EventType, payload, decision };
}

/** A case's events as they are chained, in order: what a proof is made of. Scope is the caller's. */
export async function linksOf(reader: Reader, caseId: string): Promise<Link[]> {
  return reader
    .select()
    .from(timelineEvents)
    .where(eq(timelineEvents.caseId, caseId))
    .orderBy(asc(timelineEvents.seq));
}

/** Characters of a salt, which a note begins with. */
export const saltLength = 32;

/** What people wrote beside the events, as it is kept, with the key it lies under. */
export const sealedNotesOf = (reader: Reader, caseId: string) =>
  reader
    .select({ seq: eventNotes.seq, note: eventNotes.note, key: subjectKeys.sealed })
    .from(eventNotes)
    .leftJoin(subjectKeys, eq(subjectKeys.caseId, eventNotes.caseId))
    .where(eq(eventNotes.caseId, caseId));

/** The evidence that a case's events name; none for a case that was never posted. */
export async function recordedEvidence(reader: Reader, caseId: string): Promise<Set<string>> {
  const events = await eventsOf(reader, caseId);
  return new Set(events.flatMap(({ payload }) => payload.evidenceIds ?? []));
}
