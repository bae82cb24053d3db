import type { EventType } from "#app/domain/law/types.ts";

type Logged = { type: EventType; actorOrgId: string | null; seq: number };

/**
 * What of a case's log was another collector's own business: whoever takes a case over gets what happened, when, and the papers; not what
 * the one before it wrote for itself, and not what it tried in vain. A creditor, and the collector itself, see all of theirs.
 *
 * @param reader the organisation that reads, when it is the engaged collector; null for anybody else
 */
export function isOthersStrategy(
  { type, actorOrgId }: Pick<Logged, "type" | "actorOrgId">,
  { reader, creditorOrgId }: { reader: string | null; creditorOrgId: string },
): boolean {
  if (reader === null || actorOrgId === null || actorOrgId === reader || actorOrgId === creditorOrgId)
    return false;
  return type === "attempt_blocked";
}

/** Whether the words beside an event are another collector's, and so not the reader's to see. */
export const isOthersNote = (
  { actorOrgId }: Pick<Logged, "actorOrgId">,
  { reader, creditorOrgId }: { reader: string | null; creditorOrgId: string },
): boolean => reader !== null && actorOrgId !== null && actorOrgId !== reader && actorOrgId !== creditorOrgId;
