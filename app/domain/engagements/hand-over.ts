import { type Actor, isCollector, type Role } from "#app/domain/accounts/actor.ts";
import type { EventType } from "#app/domain/law/types.ts";

type Logged = { type: EventType; actorOrgId: string | null; seq: number };

type Scope = {
  /** The organisation that reads, when it is the engaged collector; null for anybody else. */
  reader: string | null;
  creditorOrgId: string;
};

/** Whose case it was before is known to its creditor; a collector who follows gets what happened and not what another tried. */
export const scopeOf = (
  { role, orgId }: Pick<Actor, "role" | "orgId">,
  { creditorOrgId }: { creditorOrgId: string },
): Scope => ({ reader: isCollector(role) ? orgId : null, creditorOrgId });

/**
 * What of a case's log was another collector's own business: whoever takes a case over gets what happened, when, and the papers; not what
 * the one before it wrote for itself, and not what it tried in vain. A creditor, and the collector itself, see all of theirs.
 */
export function isOthersStrategy(
  { type, actorOrgId }: Pick<Logged, "type" | "actorOrgId">,
  { reader, creditorOrgId }: Scope,
): boolean {
  if (reader === null || actorOrgId === null || actorOrgId === reader || actorOrgId === creditorOrgId)
    return false;
  return type === "attempt_blocked";
}

/** Whether the words beside an event are another collector's, and so not the reader's to see. */
export const isOthersNote = (
  { actorOrgId }: Pick<Logged, "actorOrgId">,
  { reader, creditorOrgId }: Scope,
): boolean => reader !== null && actorOrgId !== null && actorOrgId !== reader && actorOrgId !== creditorOrgId;

/**
 * Whether a log holds another collector's own business. No entry can be left out of a chain, so such a log is handed out whole to its creditor
 * alone, who may pass it on.
 */
export const holdsOthersBusiness = (
  log: readonly { actorRole: string; actorOrgId: string | null }[],
  scope: Scope,
): boolean =>
  log.some(
    ({ actorRole, actorOrgId }) => isCollector(actorRole as Role) && isOthersNote({ actorOrgId }, scope),
  );
