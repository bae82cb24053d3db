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
  outcomes,
} from "./decide/inputs.ts";
import { allows, peerEngine } from "./decide/peer.ts";
import { inPairs, median, rate, rateAwaited, rounded } from "./measure.ts";
import type { Bench, Figure } from "./run.ts";

const lengths = [10, 100, 1_000, 10_000];
const pairs = 3;
const seconds = 0.25;
const batch = 64;

/** Our `decide` beside json-rules-engine, the same answers asked of both; and what a long history costs. */
export const bench: Bench = async () => {
  const engine = peerEngine();
  const figures: Figure[] = [];
  for (const length of lengths) {
    const cases = casesOver(length);
    for (const each of [...cases, beforeFirstContact]) await agree(each, engine);
    for (const outcome of outcomes) {
      const inputs = cases.filter((each) => each.outcome === outcome).map(({ input }) => input);
      figures.push(...(await compare(engine, inputs, { length, outcome })));
    }
  }
  return [...figures, carriedForward()];
};

/** The peer is asynchronous, so it is given its best case too: many decisions under way at once. */
async function compare(
  engine: Engine,
  inputs: readonly DecisionInput[],
  { length, outcome }: { length: number; outcome: Outcome },
): Promise<Figure[]> {
  const next = inTurn(inputs);
  const ours = () => rate(() => decide(next()), seconds);
  const one = () => rateAwaited(() => allows(engine, next()), seconds);
  const atOnce = () => Promise.all(Array.from({ length: batch }, () => allows(engine, next())));
  const many = async () => batch * (await rateAwaited(atOnce, seconds));
  const unit = `decisions/s, ${outcome}, history of ${length} events`;
  const more = outcome === "refused" ? "the whole pack, and when each refusal ends" : "the whole pack";
  const peer = (how: string) => `json-rules-engine 7.3.1 ${how}, ten of the rules; ours asks ${more}`;
  return [
    { bench: "decide", ...(await inPairs(pairs, ours, one)), unit, peer: peer("one by one"), n: length },
    {
      bench: "decide",
      ...(await inPairs(pairs, ours, many)),
      unit,
      peer: peer(`${batch} at once`),
      n: length,
    },
  ];
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

/** A comparison of speed is worth nothing unless both give the same answer, and the right one. */
async function agree({ name, outcome, input }: Case, engine: Engine): Promise<void> {
  const { allowed, findings } = decide(input);
  const peerAllows = await allows(engine, input);
  const expected = outcome === "allowed";
  if (allowed === expected && peerAllows === expected) return;
  const rules = findings.map(({ rule }) => rule).join(", ");
  throw new Error(`${name} is to be ${outcome}: ours allows ${allowed} (${rules}), the peer ${peerAllows}`);
}

function inTurn<T>(values: readonly T[]): () => T {
  let at = 0;
  return () => {
    at = (at + 1) % values.length;
    return values[at];
  };
}
