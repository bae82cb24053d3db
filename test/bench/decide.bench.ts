import type { Engine } from "json-rules-engine";
import { decide } from "#app/domain/law/decide.ts";
import { extend, historyOf } from "#app/domain/law/history.ts";
import type { DecisionInput } from "#app/domain/law/set-scene.ts";
import {
  beforeFirstContact,
  type Case,
  casesOver,
  liveCase,
  type Outcome,
  onPeersRules,
  outcomes,
} from "./decide/inputs.ts";
import { allows, ruleEngine } from "./decide/json-rules.ts";
import { lets } from "./decide/state-machine.ts";
import { inPairs, median, rate, rateAwaited, rounded } from "./measure.ts";
import type { Bench, Figure } from "./run.ts";

const lengths = [10, 100, 1_000, 10_000];
const pairs = 3;
const seconds = 0.25;
const batch = 64;

/**
 * Our `decide` beside a rule engine and a state machine, on one core. The pack is cut to the ten rules that the peers carry; the whole
 * pack is measured besides. And what a long history costs a case whose state is carried forward.
 */
export const bench: Bench = async () => {
  const engine = ruleEngine();
  const figures: Figure[] = [];
  for (const length of lengths) {
    const cases = casesOver(length);
    for (const each of [...cases, beforeFirstContact]) await agree(each, engine);
    for (const outcome of outcomes) {
      const whole = cases.filter((each) => each.outcome === outcome).map(({ input }) => input);
      for (const [rules, inputs] of [
        ["the same ten rules", whole.map(onPeersRules)],
        ["the whole pack", whole],
      ] as const) {
        figures.push(...(await compare(engine, inputs, { length, outcome, rules })));
      }
    }
  }
  return [...figures, carriedForward()];
};

type Asked = { length: number; outcome: Outcome; rules: string };

/** The rule engine is asynchronous, so it is given its best case too: many decisions under way at once. */
async function compare(
  engine: Engine,
  inputs: readonly DecisionInput[],
  { length, outcome, rules }: Asked,
): Promise<Figure[]> {
  const next = inTurn(inputs);
  const ours = () => rate(() => decide(next()), seconds);
  const atOnce = () => Promise.all(Array.from({ length: batch }, () => allows(engine, next())));
  const peers = {
    "json-rules-engine 7.3.1 one by one": () => rateAwaited(() => allows(engine, next()), seconds),
    [`json-rules-engine 7.3.1 ${batch} at once`]: async () => batch * (await rateAwaited(atOnce, seconds)),
    "XState 5.33.3, one pure transition": () => rate(() => lets(next()), seconds),
  };
  const unit = `decisions per second of processor time, ${outcome}, history of ${length} events`;
  const more = outcome === "refused" ? `${rules}, with every reason and when it ends` : rules;
  const figures: Figure[] = [];
  for (const [peer, measured] of Object.entries(peers)) {
    const found = await inPairs(pairs, ours, measured);
    figures.push({
      bench: "decide",
      ...found,
      unit,
      peer: `${peer}, ten rules; ours asks ${more}`,
      n: length,
    });
  }
  return figures;
}

const chains = 60;
const steps = 10;

/** Each new event is appended with `extend` and the next call decided at once, as on a live case. */
function carriedForward(): Figure {
  const shortest = lengths[0];
  const longest = lengths[lengths.length - 1];
  const costs: [number, number][] = [];
  for (let chain = 0; chain < chains; chain += 1) costs.push([stepCost(shortest), stepCost(longest)]);
  const [short, long] = [costs.map(([cost]) => cost), costs.map(([, cost]) => cost)].map(median);
  return {
    bench: "decide",
    figure: rounded(long),
    unit: `µs a decision with the state carried forward, history of ${longest} events`,
    peer: `ours at ${shortest} events`,
    peerFigure: rounded(short),
    ratio: rounded(short / long),
    n: longest,
  };
}

/** Microseconds an appended event and a decision take together after `length` events; the first steps are not timed. */
function stepCost(length: number): number {
  const { input, events, decideAt } = liveCase(length, 2 * steps);
  let history = historyOf(events.slice(0, length));
  const take = (from: number, to: number) => {
    for (let step = from; step < to; step += 1) {
      history = extend(history, events[length + step]);
      decide({ ...input, history, at: decideAt[step] });
    }
  };
  take(0, steps);
  const start = process.hrtime.bigint();
  take(steps, 2 * steps);
  return Number(process.hrtime.bigint() - start) / 1e3 / steps;
}

/** A comparison of speed is worth nothing unless all give the same answer, and the right one. */
async function agree({ name, outcome, input }: Case, engine: Engine): Promise<void> {
  const answers = {
    "the whole pack": decide(input).allowed,
    "the ten rules": decide(onPeersRules(input)).allowed,
    "the rule engine": await allows(engine, input),
    "the state machine": lets(input),
  };
  const wrong = Object.entries(answers).filter(([, allowed]) => allowed !== (outcome === "allowed"));
  if (wrong.length === 0) return;
  throw new Error(`${name} is to be ${outcome}, and is not for ${wrong.map(([who]) => who).join(", ")}`);
}

function inTurn<T>(values: readonly T[]): () => T {
  let at = 0;
  return () => {
    at = (at + 1) % values.length;
    return values[at];
  };
}
