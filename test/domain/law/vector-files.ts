import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { expect } from "vitest";
import { answerLines } from "#app/cli/law/lines.ts";
import { answerTo } from "#app/cli/law.ts";
import type { Topic } from "#app/domain/law/calculator.ts";

/**
 * A question to `rung law` and what must be in its answer. Every field of `expect` is a field of the answer, with these of its own:
 * `rules` are among the findings, one of `rulesAny` and none of `notRules` is among those that are no warning, and one of `oneOf` is met.
 */
export type Vector = {
  id: string;
  topic: Topic | "decide";
  expect: Expected;
  why: string;
  line?: unknown;
  /** In place of `line`: the text as it came. */
  raw?: string;
};
type Expected = Record<string, unknown>;

/** The vectors of every file of a folder, in the order of their ids. */
export function vectorsIn(folder: string): Vector[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".jsonl"))
    .flatMap((file) => {
      const lines = readFileSync(join(folder, file), "utf8").split("\n");
      return lines.flatMap((line) => (line === "" ? [] : read(file.replace(".jsonl", ""), line)));
    });
}

/** The countries' authors numbered the rules they share each for themselves. */
const read = (file: string, line: string): Vector => {
  const vector: Vector = JSON.parse(line);
  return {
    ...vector,
    id: vector.id.toLowerCase().startsWith(`${file}-`) ? vector.id : `${file} ${vector.id}`,
  };
};

/** The answer as the command prints it, over the same road of bytes. */
export async function answerOf({ topic, line, raw }: Vector): Promise<unknown> {
  const printed = new PassThrough();
  const asked = Readable.from([Buffer.from(`${raw ?? JSON.stringify(line)}\n`)]);
  await answerLines(asked, printed, (each) => answerTo(topic, each));
  return JSON.parse(String(printed.read()));
}

type Findings = { findings?: { rule: string; effect?: string }[]; requires?: string[] };

/** Holds an answer to what the vector expects of it; throws at the first difference. */
export function meets(answer: unknown, { oneOf, rules, rulesAny, notRules, requires, ...fields }: Expected) {
  const { findings = [], requires: missing = [] } = answer as Findings;
  const found = findings.map(({ rule }) => rule);
  const standing = findings.filter(({ effect }) => effect !== "warn").map(({ rule }) => rule);
  expect(inShortest(answer)).toMatchObject(inShortest(fields));
  if (rules) expect(found).toEqual(expect.arrayContaining(listOf(rules)));
  if (requires) expect(listOf(requires).filter((path) => !isAmong(String(path), missing))).toEqual([]);
  if (rulesAny) expect(standing.filter((rule) => listOf(rulesAny).includes(rule))).not.toEqual([]);
  if (notRules) expect(standing.filter((rule) => listOf(notRules).includes(rule))).toEqual([]);
  if (oneOf) expect(answer).toSatisfy(() => listOf(oneOf).some((each) => doesMeet(answer, each)));
}

/** `8.10` and `8.1` are one rate. */
const inShortest = (value: unknown): object =>
  JSON.parse(JSON.stringify(value), (_, each: unknown) =>
    typeof each === "string" && /^-?\d+\.\d+$/.test(each) ? String(Number(each)) : each,
  );

/** A fact that is asked for under a longer or a shorter path is the same fact. */
const isAmong = (path: string, paths: readonly string[]) =>
  paths.some((each) => each.endsWith(path) || path.endsWith(each));

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

function doesMeet(answer: unknown, expected: unknown): boolean {
  try {
    meets(answer, expected as Expected);
    return true;
  } catch {
    return false;
  }
}
