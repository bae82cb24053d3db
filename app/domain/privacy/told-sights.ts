import { dateIn } from "#app/domain/timeline/local-time.ts";

/** One look as the debtor is told it. */
export type ToldSight = {
  at: string;
  role: string;
  organization: string | null;
  purpose: string;
  /** What of the person was shown, where it was kept. */
  fields: string[];
};

/** Looks of one day, purpose and organisation as one, at the moment of the last; the latest first. */
export function toldByDay(sights: readonly ToldSight[], zone: string): ToldSight[] {
  const told = new Map<string, ToldSight>();
  for (const sight of sights.toSorted((a, b) => (a.at < b.at ? 1 : -1))) {
    const { at, role, organization, purpose, fields } = sight;
    const key = JSON.stringify([dateIn(zone, new Date(at)), role, organization, purpose]);
    const known = told.get(key);
    told.set(key, known ? { ...known, fields: [...new Set([...known.fields, ...fields])] } : sight);
  }
  return [...told.values()];
}
