import { z } from "zod";
import type { ActionInput } from "#app/domain/law/action-input.ts";
import type { ActorInput } from "#app/domain/law/actor-input.ts";
import {
  type CalculatorAnswer,
  type CalculatorRefusal,
  refuse,
  type Topic,
} from "#app/domain/law/calculator.ts";
import { calculatorOf } from "#app/domain/law/calculators.ts";
import { decideAcross } from "#app/domain/law/decide-across.ts";
import { type Facts, type HistoryEvent, isKnown } from "#app/domain/law/facts.ts";
import { historyOf } from "#app/domain/law/history.ts";
import { answerSchema } from "#app/domain/law/interface/answers.ts";
import { calculationLines } from "#app/domain/law/interface/calculation-lines.ts";
import { DecideLine } from "#app/domain/law/interface/decide-line.ts";
import { heldSince } from "#app/domain/law/interface/facts.ts";
import { firstProblem, type LineRefusal } from "#app/domain/law/interface/problem.ts";
import type { Pack } from "#app/domain/law/pack.ts";
import { packFor } from "#app/domain/law/packs.ts";
import { countryOf, sceneOf } from "#app/domain/law/set-scene.ts";
import type { Decision } from "#app/domain/law/types.ts";
import { err, ok, type Result } from "#app/domain/result.ts";

/** The input and output of one topic of `rung law`, as JSON Schemas. */
export const schemasOf = (topic: Topic | "decide") => ({
  input: z.toJSONSchema(topic === "decide" ? DecideLine : calculationLines[topic], { io: "input" }),
  output: z.toJSONSchema(answerSchema(topic)),
});

type DecideQuestion = {
  place: string;
  facts: Facts;
  history: HistoryEvent[];
  action: ActionInput;
  actor: ActorInput;
  at: string;
};

/** Reads one line of `decide`; the first thing that is wrong is named by its path. */
export function readDecideLine(line: unknown): Result<DecideQuestion, LineRefusal> {
  const read = DecideLine.safeParse(line);
  if (!read.success) return err(firstProblem(read.error.issues));
  const { jurisdiction, at, action } = read.data;
  const { actor, history: told, holds, ...rest } = read.data.facts;
  const facts: Facts = { ...rest, holds: heldSince(holds, at) };
  const place = placeOf(jurisdiction, facts);
  if (!place.ok) return place;
  return ok({
    place: place.value,
    facts,
    history: [...(told ?? []), ...(read.data.history ?? [])],
    action,
    actor: read.data.actor ?? actor ?? {},
    at,
  });
}

/** Decides one line, with the zone its dates are told in. A jurisdiction without a pack is refused: nothing may be done there. */
export function decideLine(question: DecideQuestion): Decision & { zone: string } {
  const pack = packFor(question.place);
  if (!pack) return { ...noPack(question.place), zone: "UTC" };
  const input = { ...question, pack, history: historyOf(question.history, { excerpt: true }) };
  return { ...decideAcross(input), zone: sceneOf(input).zone };
}

const noPack = (place: string): Decision => ({
  allowed: false,
  findings: [
    {
      rule: "X-09",
      force: "POL",
      effect: "block",
      message: { key: "unsupported", values: { why: place, rule: "X-09" } },
      citation: "No rule pack",
      requires: [],
      unblockedBy: [],
      earliest: null,
    },
  ],
  earliest: null,
  pack: { id: place, version: "none" },
});

type Calculated = CalculatorAnswer | CalculatorRefusal;

/** Answers one line of a calculation. An `err` is a line that cannot be read; a refusal is an answer. */
export function calculateLine(topic: Topic, line: unknown): Result<Calculated, LineRefusal> {
  const read = calculationLines[topic].safeParse(line);
  if (!read.success) return err(firstProblem(read.error.issues));
  const { jurisdiction, at, question } = read.data;
  const { holds, ...rest } = { holds: null, ...read.data.facts };
  const facts: Facts = { ...rest, holds: heldSince(holds, at) };
  const place = placeOf(jurisdiction, facts);
  if (!place.ok) return place;
  const pack = packFor(place.value);
  if (!pack) {
    return ok({
      ...refuse("X-09", "unsupported", "case.jurisdiction"),
      values: { why: place.value, rule: "X-09" },
    });
  }
  const calculator = calculatorOf(pack.id, topic, question);
  if (!calculator) return err({ path: "question", message: `not asked in ${pack.id}` });
  const foreign = foreignAmount(pack, facts);
  if (foreign) return ok(foreign);
  const found = calculator({ place: place.value, at, facts, series: pack.series });
  return ok(found.refused ? { ...found, values: { why: place.value, ...found.values } } : found);
}

/** Rates, caps and fees are in the money of the pack's country; an amount in another is not converted. */
function foreignAmount({ currency }: Pack, { debt, judgment, currency: stated }: Facts) {
  const currencies = {
    currency: stated,
    "debt.currency": debt?.currency,
    "judgment.currency": judgment?.currency,
  };
  for (const [path, told] of Object.entries(currencies)) {
    if (!isKnown(told) || told === currency) continue;
    return { ...refuse("X-11", "wrong_currency", path), values: { currency: told, expected: currency } };
  }
  return null;
}

/** The place of the case. A line that names two countries, each with law of its own, contradicts itself. */
function placeOf(jurisdiction: string, facts: Facts): Result<string, LineRefusal> {
  const stated = facts.case?.jurisdiction;
  if (!isKnown(stated)) return ok(jurisdiction);
  if (countryOf(stated) === countryOf(jurisdiction) || !packFor(stated)) return ok(stated);
  if (!packFor(jurisdiction)) return ok(jurisdiction);
  return err({ path: "facts.case.jurisdiction", message: `contradicts the jurisdiction ${jurisdiction}` });
}
