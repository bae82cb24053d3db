import type { LawActionType } from "#app/domain/law/facts.ts";
import { chinese, chineseCondition, chineseNegation } from "#app/domain/law/linter/chinese.ts";
import { english, englishCondition, englishNegation } from "#app/domain/law/linter/english.ts";
import { german, germanCondition, germanNegation } from "#app/domain/law/linter/german.ts";
import type { DoubtfulKind, Entry, SevereKind } from "#app/domain/law/linter/lexicon.ts";
import { type ReadText, readText } from "#app/domain/law/linter/read-text.ts";

/** A passage of the text as it was written; `from` and `to` are offsets in UTF-16 units, `to` past the last. */
export type Passage = { from: number; to: number; text: string };

export type Lint = {
  severe: (Passage & { kind: SevereKind })[];
  doubtful: (Passage & { kind: DoubtfulKind })[];
  threats: (Passage & { step: LawActionType })[];
};

type Lexicon = { entries: readonly Entry[]; negation: RegExp; condition: RegExp };

/** People mix languages, so every lexicon reads every text. */
const lexicons: readonly Lexicon[] = [
  { entries: english, negation: englishNegation, condition: englishCondition },
  { entries: chinese, negation: chineseNegation, condition: chineseCondition },
  { entries: german, negation: germanNegation, condition: germanCondition },
];

/** How far back a word can turn a passage round. */
const REACH = 60;

/**
 * Reads the words that would reach a debtor: conduct that is never allowed, what a person must read first, and the steps of the law it holds
 * out, whose guards are then asked. A lexicon finds words and not meanings: what it does not know it lets through to the other rules, and
 * what it finds turned round by a "not" goes to a person.
 *
 * @see X-05; CN-CONTACT-08, US-CONTACT-16, GB-CONTACT-02, DE-CONTACT-01
 */
export function lint(text: string): Lint {
  const read = readText(text);
  const found: Lint = { severe: [], doubtful: [], threats: [] };
  for (const lexicon of lexicons) {
    for (const entry of lexicon.entries) collect(found, text, { read, entry, lexicon });
  }
  for (const list of Object.values(found)) list.sort((a, b) => a.from - b.from);
  return found;
}

type Looking = { read: ReadText; entry: Entry; lexicon: Lexicon };

function collect(found: Lint, text: string, { read, entry, lexicon }: Looking): void {
  for (const match of read.plain.matchAll(new RegExp(entry.pattern.source, "gu"))) {
    if (match[0] === "") continue;
    const passage = passageOf(text, read, match.index, match.index + match[0].length);
    const negated = isNegated(read.plain, match, lexicon);
    if (negated) found.doubtful.push({ ...passage, kind: "negated" });
    else if (entry.says === "severe") found.severe.push({ ...passage, kind: entry.kind });
    else if (entry.says === "doubtful") found.doubtful.push({ ...passage, kind: entry.kind });
    // A step that is held out with a "not" is held out all the same, and its guards are asked.
    if (entry.says === "threat") found.threats.push({ ...passage, step: entry.step });
  }
}

const subject = /^(?:we|i|you|they|our|the|will|shall|may|can|could|might|must)\b/;

/**
 * Turned round right before the passage, or inside it between its subject and its verb. A "not" of another clause turns nothing, nor does
 * one that is a condition: "if you do not pay".
 */
function isNegated(
  plain: string,
  { 0: passage, index }: RegExpExecArray,
  { negation, condition }: Lexicon,
): boolean {
  if (subject.test(passage)) return /\b(?:not|never)\b/.test(passage);
  const before = plain.slice(Math.max(0, index - REACH), index);
  const found = negation.exec(before);
  return found !== null && !condition.test(before.slice(0, found.index));
}

function passageOf(text: string, { at }: ReadText, from: number, to: number): Passage {
  const start = at[from];
  const last = at[to - 1];
  const end = last + String.fromCodePoint(text.codePointAt(last) ?? 0).length;
  return { from: start, to: end, text: text.slice(start, end) };
}
