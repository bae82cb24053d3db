import type { LicenceKind } from "./licences.ts";

/** Licences that are given to a person and not to the business. */
const personal: ReadonlySet<string> = new Set<LicenceKind>(["bar_admission", "lawyer_certificate"]);
export const isPersonal = (kind: string): boolean => personal.has(kind);

export type HeldLicence = { kind: string; holderUserId: string | null };

/** Somebody who acts for an organisation. `supervisorUserId`: the licensed member they work under. */
export type Acting = { userId: string; supervisorUserId: string | null };

/**
 * On what somebody's act may rest: the licences of the business, their own, and their supervisor's. A person's licence for which no
 * member is named counts for the whole organisation, as it did before members were named.
 */
export function restsOn<L extends HeldLicence>(
  licences: readonly L[],
  { userId, supervisorUserId }: Acting,
): L[] {
  return licences.filter(
    ({ kind, holderUserId }) =>
      !isPersonal(kind) ||
      holderUserId === null ||
      holderUserId === userId ||
      holderUserId === supervisorUserId,
  );
}

/** Whether a person's licence is this very person's: named so, or that of an organisation they are alone in. */
export const holdsPersonally = (
  licences: readonly HeldLicence[],
  { userId, isAlone }: { userId: string; isAlone: boolean },
): boolean =>
  licences.some(
    ({ kind, holderUserId }) =>
      isPersonal(kind) && (holderUserId === userId || (holderUserId === null && isAlone)),
  );

/** Who keeps responsibility for what this person does: nobody but themselves where a licence is their own. */
export function responsibleFor(licences: readonly HeldLicence[], acting: Acting): string | null {
  const named = licences.filter(({ kind, holderUserId }) => isPersonal(kind) && holderUserId !== null);
  if (named.some(({ holderUserId }) => holderUserId === acting.userId)) return null;
  const supervisor = named.find(({ holderUserId }) => holderUserId === acting.supervisorUserId);
  return supervisor?.holderUserId ?? null;
}
