/** One place in which two texts of the law differ; null where one of them has nothing there. */
export type TextDifference = { path: string; before: string | null; after: string | null };

/** Where two values differ, member by member, in the order of their names. */
export function differencesBetween(before: unknown, after: unknown): TextDifference[] {
  const [old, fresh] = [leavesOf(before), leavesOf(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .map((path) => ({ path, before: old.get(path) ?? null, after: fresh.get(path) ?? null }))
    .filter((each) => each.before !== each.after);
}

/** Every single value below one, by its path; lists of single values are told as one. */
function leavesOf(value: unknown, path = "", found = new Map<string, string>()): Map<string, string> {
  if (value === undefined || value === null) return found;
  if (Array.isArray(value) && value.every((each) => typeof each !== "object")) {
    found.set(path, value.join(", "));
  } else if (typeof value === "object") {
    for (const [member, inner] of Object.entries(value)) {
      leavesOf(inner, path ? `${path}.${member}` : member, found);
    }
  } else found.set(path, String(value));
  return found;
}
