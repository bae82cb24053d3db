import { expect, test } from "vitest";
import { historyOf } from "#app/domain/law/history.ts";
import { readDecideLine } from "#app/domain/law/interface.ts";
import type { Row } from "#app/domain/law/pack.ts";
import { packFor, packs } from "#app/domain/law/packs.ts";
import { reader } from "#app/domain/law/paths.ts";
import { sceneOf } from "#app/domain/law/set-scene.ts";
import { stages, stepTypes } from "#app/domain/law/types.ts";
import { ask } from "./cases.ts";
import { cnWitnesses } from "./cn-witnesses.ts";
import { deWitnesses } from "./de-witnesses.ts";
import { gbWitnesses } from "./gb-witnesses.ts";
import { usWitnesses } from "./us-witnesses.ts";

const witnesses = { US: usWitnesses, CN: cnWitnesses, "GB-EW": gbWitnesses, DE: deWitnesses };

/** Values of every type there is; the first that the interface takes is the path's own. */
const values = [
  true,
  "2026-01-05",
  ["2026-01-05"],
  1,
  "5",
  "Europe/London",
  "09:00",
  "agency",
  "company",
  "consumer",
  "ok",
];

/** What a rule names and no fact says: steps and statements of the record, papers of the actor, the engine's own calendars and readings. */
const steps: ReadonlySet<string> = new Set([...stages, ...stepTypes]);
const elsewhere =
  /^(history|calendar|holds|actor\.credentials)\b|^limitation\.statement$|^action\.threatenedSteps$/;
const isFact = (path: string) => !steps.has(path) && !elsewhere.test(path);

/** Every path to a fact in a row's data, with the values the row compares it to. */
function pathsIn(part: unknown, found = new Map<string, unknown[]>()) {
  if (Array.isArray(part)) for (const each of part) pathsIn(each, found);
  else if (typeof part === "object" && part !== null) {
    const { fact, known, facts, orFacts, asks, amount, in: among } = part as Record<string, unknown>;
    const named = [fact, known, asks, amount, ...listOf(facts), ...listOf(orFacts)];
    for (const path of named)
      if (typeof path === "string") found.set(path, [...(found.get(path) ?? []), ...listOf(among)]);
    for (const each of Object.values(part)) pathsIn(each, found);
  }
  return found;
}
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** A line that tells this one thing. */
function lineTelling(place: string, path: string, value: unknown) {
  const names = path.split(".");
  const nested = names.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as object;
  const isBeside = names[0] === "action" || names[0] === "actor";
  const line = { jurisdiction: place, at: "2026-06-17", action: { type: "letter" }, facts: {} };
  if (!isBeside) return { ...line, facts: nested };
  const { action, actor } = nested as { action?: object; actor?: object };
  return { ...line, action: { ...line.action, ...action }, ...(actor && { actor }) };
}

function reaches(place: string, path: string, value: unknown): boolean {
  const read = readDecideLine(lineTelling(place, path, value));
  const pack = packFor(place);
  if (!read.ok || !pack) return false;
  const scene = sceneOf({ ...read.value, pack, history: historyOf(read.value.history) });
  return reader(path)(scene) !== undefined;
}

const unread = (place: string, paths: Map<string, unknown[]>) =>
  [...paths]
    .filter(([path]) => isFact(path))
    .filter(([path, own]) => ![...own, ...values, place].some((value) => reaches(place, path, value)))
    .map(([path]) => path)
    .sort();

for (const { id, rows } of packs) {
  test(`${id}: every fact that a row asks, compares or counts from can be told on a line, and reaches the rule`, () => {
    const paths = pathsIn(rows.map(({ when, guard }: Row) => ({ when, guard })));
    expect(paths.size).toBeGreaterThan(30);
    expect(unread(id, paths)).toEqual([]);
  });

  test(`${id}: every fact that a refusal asks for can be told on a line`, () => {
    const asked = Object.values(witnesses[id]).flatMap((each) =>
      ask(each).findings.flatMap(({ requires }) => requires),
    );
    expect(asked.length).toBeGreaterThan(10);
    expect(unread(id, new Map(asked.map((path) => [path, []])))).toEqual([]);
  });
}

test("a name that no rule knows is told by nobody", () => {
  expect(unread("GB-EW", new Map([["notices.shoeSize", []]]))).toEqual(["notices.shoeSize"]);
});
