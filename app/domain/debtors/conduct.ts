/** What a debtor can report of how they were treated. */
export const conductReasons = [
  "threat",
  "force",
  "at_night",
  "told_others",
  "false_office",
  "forged_paper",
  "abuse",
  "too_often",
  "wrong_place",
  "other",
] as const;
export type ConductReason = (typeof conductReasons)[number];

/** What nobody may do even once: the firm writes nothing more on the case until an administrator has looked. */
export const severeConduct: ReadonlySet<ConductReason> = new Set([
  "threat",
  "force",
  "at_night",
  "told_others",
  "false_office",
  "forged_paper",
  "abuse",
]);

/** What an administrator finds. */
export const conductVerdicts = ["upheld", "unfounded"] as const;
export type ConductVerdict = (typeof conductVerdicts)[number];

const hour = 3_600_000;

/** By when an administrator has looked at it. */
export const conductDueAt = (severe: boolean, at: Date): Date =>
  new Date(at.getTime() + (severe ? 4 : 72) * hour);

type Report = { id: string; reason: ConductReason; reportedAt: Date };

/** The report that a statement made or, said again while one like it waited, came to. */
export function reportBehind<T extends Report>(
  reports: readonly T[],
  said: { id: string; reason: string | null; saidAt: Date },
): T | null {
  const own = reports.find(({ id }) => id === said.id);
  if (own) return own;
  const before = reports.filter(
    ({ reason, reportedAt }) => reason === said.reason && reportedAt <= said.saidAt,
  );
  return before.sort((a, b) => b.reportedAt.getTime() - a.reportedAt.getTime())[0] ?? null;
}
