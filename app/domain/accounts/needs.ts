/** One thing that waits for a person. Its words stand under `home.need.<kind>.` in the catalogue. */
export type Need = {
  kind: string;
  /** For the words; named like the values of a notice. */
  values: Record<string, string | number>;
  /** Instant (ISO 8601) by which it must be done; null where nothing presses. */
  due: string | null;
  href: string;
};

/** What presses first; what has no date keeps its order at the end. */
export const byUrgency = (needs: Need[]): Need[] =>
  [...needs].sort((a, b) => (a.due ?? "9999").localeCompare(b.due ?? "9999"));
