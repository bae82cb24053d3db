import type { Stage } from "#app/domain/law/types.ts";

/** One link of a case's log, as it is hashed and stored. */
export type ChainedEvent = {
  caseId: string;
  seq: number;
  id: string;
  type: string;
  stageBefore: Stage;
  stageAfter: Stage;
  occurredAt: Date;
  recordedAt: Date;
  actorUserId: string | null;
  actorOrgId: string | null;
  actorRole: string;
  packId: string;
  packVersion: string;
  body: string;
  prevHash: string;
};

/** What the first event of a case follows. */
export const genesisHash = "0".repeat(64);

/**
 * The bytes of a link: its fields in fixed order, one a line, instants in UTC with milliseconds.
 * The database computes the same text (`guard_timeline_event`) and refuses a hash that does not match.
 */
export function chainText(event: ChainedEvent): string {
  return [
    event.caseId,
    event.seq,
    event.id,
    event.type,
    event.stageBefore,
    event.stageAfter,
    event.occurredAt.toISOString(),
    event.recordedAt.toISOString(),
    event.actorUserId ?? "",
    event.actorOrgId ?? "",
    event.actorRole,
    event.packId,
    event.packVersion,
    event.body,
    event.prevHash,
  ].join("\n");
}

/** JSON with keys in order and no spaces: equal values give equal bytes. Undefined members are left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each ?? null)).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join(",")}}`;
  }
  return JSON.stringify(value ?? null);
}
