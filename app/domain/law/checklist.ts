import { isAskedInTheForm } from "#app/domain/law/decide.ts";
import type { Check, Prerequisite } from "#app/domain/law/ladder.ts";
import { type LineState, lineStates } from "#app/domain/law/line-states.ts";
import type { Force } from "#app/domain/law/types.ts";

export type ChecklistLine = {
  state: LineState;
  /** What the rule asks for where it is met (`law.check.*`), why it is not where it is not (`law.reason.*`). */
  says: Check;
  /** Every rule that says just this. */
  rules: { rule: string; force: Force; citation: string }[];
  earliest: string | null;
  requires: string[];
  unblockedBy: string[];
};

function stateOf({ met, effect, earliest, requires }: Prerequisite): LineState {
  if (met || effect === null) return "met";
  if (effect === "warn") return "note";
  if (isAskedInTheForm({ effect, requires })) return "asked";
  if (earliest !== null) return "waits";
  return effect === "require" || requires.length > 0 ? "missing" : "blocked";
}

function lineOf(each: Prerequisite): ChecklistLine {
  const state = stateOf(each);
  const { rule, force, citation, earliest, requires, unblockedBy } = each;
  const says = state === "met" ? each.check : each.message;
  return { state, says, rules: [{ rule, force, citation }], earliest, requires, unblockedBy };
}

/** The sentence without the id of the rule that says it. */
function sentenceOf({ state, says: { key, values } }: ChecklistLine): string {
  const { rule: _, ...said } = values;
  return JSON.stringify([state, key, said]);
}

const union = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])];

/** Rules that say the same make one line with all their sources. */
function merged(lines: readonly ChecklistLine[]): ChecklistLine[] {
  const bySentence = new Map<string, ChecklistLine>();
  for (const line of lines) {
    const sentence = sentenceOf(line);
    const known = bySentence.get(sentence);
    bySentence.set(
      sentence,
      known
        ? {
            ...known,
            rules: [...known.rules, ...line.rules],
            requires: union(known.requires, line.requires),
            unblockedBy: union(known.unblockedBy, line.unblockedBy),
          }
        : line,
    );
  }
  return [...bySentence.values()].map((line) => ({
    ...line,
    rules: [...new Map(line.rules.map((each) => [each.rule, each])).values()],
  }));
}

/** Pauses that are not in force make one line, not a dozen. */
function withOneLineOfPauses(lines: readonly ChecklistLine[]): ChecklistLine[] {
  const isQuietPause = ({ state, says }: ChecklistLine) => state === "met" && says.key === "hold";
  const pauses = lines.filter(isQuietPause);
  const [first] = pauses;
  if (!first) return [...lines];
  const holds = new Set(pauses.flatMap(({ says }) => String(says.values.hold ?? "").split("|")));
  const says = { key: "no_pause", values: { count: holds.size } };
  return [
    ...lines.filter((line) => !isQuietPause(line)),
    { ...first, says, rules: pauses.flatMap(({ rules }) => rules) },
  ];
}

const rank = ({ state }: ChecklistLine) => lineStates.indexOf(state);

/** A rung's checklist in the order of reading: what somebody must do, what time brings, what is done. */
export const checklistOf = (prerequisites: readonly Prerequisite[]): ChecklistLine[] =>
  merged(withOneLineOfPauses(merged(prerequisites.map(lineOf)))).sort((a, b) => rank(a) - rank(b));
