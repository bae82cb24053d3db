import type { ActionInput } from "#app/domain/law/action-input.ts";
import type { ActorKind } from "#app/domain/law/actor-input.ts";
import type { Facts, HistoryEvent } from "#app/domain/law/facts.ts";
import type { Decision, EventType, Stage } from "#app/domain/law/types.ts";

/**
 * What an event says beyond its type: only facts the law asks about and ids, never personal data and never
 * free words (those are kept beside the chain, see `noteHash`).
 */
export type EventPayload = {
  /** Facts that hold from this event on; merged over those before it. */
  facts?: Facts;
  /** Details of an act or record as the law's history names them (channel, outcome, connected ...). */
  act?: Partial<HistoryEvent>;
  /** What the law asked about the act before it was done; kept so that it can be judged again under another law. */
  action?: Omit<ActionInput, "type">;
  /** Evidence items that prove the event. */
  evidenceIds?: string[];
  /** For `attempt_blocked`: the act that was refused. */
  attempted?: EventType;
  /** Ids and figures of the marketplace: tender, award, engagement, hash of the signed paper. */
  refs?: Record<string, string | number | null>;
  /** SHA-256 of salt and note; the words themselves can be erased without breaking the chain. */
  noteHash?: string;
  /** What kind of actor the law saw at that moment. */
  actorKind?: ActorKind;
};

export type TimelineEvent = {
  caseId: string;
  seq: number;
  id: string;
  type: EventType;
  stageBefore: Stage;
  stageAfter: Stage;
  occurredAt: Date;
  recordedAt: Date;
  actorUserId: string | null;
  actorOrgId: string | null;
  actorRole: string;
  packId: string;
  packVersion: string;
  hash: string;
  prevHash: string;
  payload: EventPayload;
  decision: Decision;
};
