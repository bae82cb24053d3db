/** Somebody who can be mentioned: a member of one of the two parties. */
export type Mentionable = { userId: string; name: string };

/** A piece of a message: plain words, or a mention of somebody. */
export type Segment = { text: string; mention: boolean };

/** More than this in one message is no mention but a roll call. */
export const maxMentions = 20;

const folded = (text: string) => text.normalize("NFKC").toLowerCase();
const letter = /[\p{L}\p{N}_]/u;
/** What stands before the sign in an e-mail address. */
const addressed = /[\p{sc=Latin}\p{N}_.+-]/u;

/**
 * Splits a text at its mentions: `@` and the whole name of somebody among `people`, the longest name first, not inside an
 * e-mail address and not followed by more of one. A name that several bear mentions them all; a name of nobody here is plain text.
 */
export function segmentsOf(
  text: string,
  people: readonly Mentionable[],
): { segments: Segment[]; userIds: string[] } {
  const names = new Map<string, string[]>();
  for (const { userId, name } of people) {
    const key = folded(name.trim());
    if (key) names.set(key, [...(names.get(key) ?? []), userId]);
  }
  const longestFirst = [...names.keys()].sort((a, b) => b.length - a.length);
  const segments: Segment[] = [];
  const userIds = new Set<string>();
  let plainFrom = 0;
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    const found = userIds.size < maxMentions ? nameAt(text, at, longestFirst) : null;
    if (!found) continue;
    if (at > plainFrom) segments.push({ text: text.slice(plainFrom, at), mention: false });
    segments.push({ text: text.slice(at, at + 1 + found.length), mention: true });
    for (const userId of names.get(found.key) ?? []) userIds.add(userId);
    plainFrom = at + 1 + found.length;
  }
  if (plainFrom < text.length) segments.push({ text: text.slice(plainFrom), mention: false });
  return { segments, userIds: [...userIds] };
}

/** More than this is no help to choose from; another letter narrows it. */
const mostOffered = 6;
const longestBegun = 80;

/**
 * The mention that is being written before a place in a text: where its sign stands, and whom of these it may mean, by the beginning of
 * the name or of one of its words. Null where none is begun, and where a whole name stands already.
 */
export function mentionBegun(
  text: string,
  caret: number,
  names: readonly string[],
): { from: number; names: string[] } | null {
  const from = caret > 0 ? text.lastIndexOf("@", caret - 1) : -1;
  if (from < 0 || caret - from > longestBegun || (from > 0 && addressed.test(text[from - 1]))) return null;
  const typed = folded(text.slice(from + 1, caret));
  const whole = typed.trimEnd();
  const known = [...new Set(names)].map((name) => ({ name, key: folded(name.trim()) }));
  if (whole !== typed && known.some(({ key }) => key === whole)) return null;
  const fitting = known.filter(
    ({ key }) =>
      key !== "" &&
      key !== typed &&
      (key.startsWith(typed) || key.split(/\s+/).some((word) => word.startsWith(typed))),
  );
  return fitting.length > 0 ? { from, names: fitting.slice(0, mostOffered).map(({ name }) => name) } : null;
}

/** The name that stands after the sign at `at`, and how many characters of the text it takes. */
function nameAt(text: string, at: number, names: readonly string[]): { key: string; length: number } | null {
  if (at > 0 && addressed.test(text[at - 1])) return null;
  for (const key of names) {
    const length = lengthOf(text, at + 1, key);
    if (length === null) continue;
    const next = text[at + 1 + length] ?? "";
    if (!isLatin(key) || !letter.test(next)) return { key, length };
  }
  return null;
}

/** Names in scripts without spaces are followed by the next word at once. */
const isLatin = (name: string) => /[\p{sc=Latin}\p{N}]$/u.test(name);

/** Folding can change a text's length, so the name is compared as it grows. */
function lengthOf(text: string, from: number, key: string): number | null {
  const most = Math.min(text.length - from, key.length + 8);
  for (let length = 1; length <= most; length += 1) {
    if (folded(text.slice(from, from + length)) === key) return length;
  }
  return null;
}
