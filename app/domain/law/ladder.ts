import type { ActionInput } from "#app/domain/law/action-input.ts";
import type { ActorInput } from "#app/domain/law/actor-input.ts";
import { dateOf } from "#app/domain/law/calendar/civil.ts";
import { outlook, prerequisites } from "#app/domain/law/decide.ts";
import type { Facts } from "#app/domain/law/facts.ts";
import { dayOfEvent, firstOf, type History } from "#app/domain/law/history.ts";
import type { Pack, Row, RungPlan } from "#app/domain/law/pack.ts";
import type { DecisionInput } from "#app/domain/law/set-scene.ts";
import {
  type Finding,
  type Force,
  type MessageValues,
  type Stage,
  type StepType,
  stages,
} from "#app/domain/law/types.ts";

/** One line of a rung's checklist. */
export type Prerequisite = {
  rule: string;
  force: Force;
  /** What the rule asks for, met or not: key of `law.check.*`. */
  check: { key: string; values: MessageValues };
  /** Why it is not met, else the check again. */
  message: { key: string; values: MessageValues };
  citation: string;
  met: boolean;
  effect: Finding["effect"] | null;
  earliest: string | null;
  /** What is missing and what would heal it; empty where it is met. */
  requires: string[];
  unblockedBy: string[];
};

export type Rung = {
  stage: Stage;
  /** done: climbed; now: where the case stands; next: open to climb today; blocked: not yet; skipped: passed over or not this pack's way. */
  state: "done" | "now" | "next" | "blocked" | "skipped";
  step: StepType;
  optional: boolean;
  mayAct: RungPlan["mayAct"];
  /** Key of `law.cost.*`. */
  cost: string;
  /** Where the case stands and `step` is the one that carries the rung on: whether it is open today. */
  sequel: "next" | "blocked" | null;
  /** Civil date of the first step of the rung, and who took it. */
  doneAt: string | null;
  doneBy: string | null;
  findings: Finding[];
  earliest: string | null;
  /** Of the rungs that are open or ahead; what lies behind is shown with its date alone. */
  prerequisites: Prerequisite[];
};

export type LadderInput = {
  pack: Pack;
  facts: Facts;
  history: History;
  actor: ActorInput;
  at: Date | string;
  /** Where the case stands. */
  stage: Stage;
};

/** Rows that share a guard ask the same kind of thing, whatever their refusal says. */
function checkKey({ guard, message }: Row): string {
  if (guard.kind === "never") return message;
  return guard.kind === "need" && guard.all.every(({ asks }) => asks === "actor.kind") ? "actor" : guard.kind;
}

const facts = (paths: readonly string[]) => [...new Set(paths)].map((path) => `law.fact.${path}`).join("|");

/** A sentence of `law.check.*` with its values. */
export type Check = { key: string; values: MessageValues };

/** What a row asks for, met or not. */
export const askedBy = (row: Row): Check => ({ key: checkKey(row), values: asked(row) });

/** The numbers and names of a guard, for the sentence that says what it asks for. */
function asked({ guard, id }: Row): MessageValues {
  switch (guard.kind) {
    case "wait":
    case "deadline":
      return { rule: id, reason: guard.reason };
    case "need":
      return { rule: id, items: facts(guard.all.map(({ asks }) => asks)) };
    case "credential":
      return { rule: id, who: guard.who, credential: `law.credential.${guard.types[0]}` };
    case "window":
      return { rule: id, from: guard.from, to: guard.to };
    case "counter":
      return { rule: id, limit: guard.limit, window: guard.window };
    case "hold":
      return { rule: id, hold: guard.types.map((type) => `law.hold.${type}`).join("|") };
    case "order":
      return { rule: id, items: `law.stage.${guard.asks}` };
    case "named":
      return { rule: id, reason: `law.rule.${guard.name}` };
    default:
      return { rule: id };
  }
}

function prerequisitesOf(input: DecisionInput): Prerequisite[] {
  return prerequisites(input).map(({ rule: { row }, finding }) => ({
    rule: row.id,
    force: row.force,
    check: askedBy(row),
    message: finding?.message ?? { key: row.message, values: asked(row) },
    citation: row.source.cite,
    met: finding === null,
    effect: finding?.effect ?? null,
    earliest: finding?.earliest ?? null,
    requires: finding?.requires ?? [],
    unblockedBy: finding?.unblockedBy ?? [],
  }));
}

function doneOn({ history }: LadderInput, { steps }: RungPlan, zone: string) {
  const first = firstOf(history, steps, Number.POSITIVE_INFINITY, ({ event }) => event.direction !== "in");
  return { doneAt: first && dateOf(dayOfEvent(first, zone)), doneBy: first?.event.actorId ?? null };
}

function stateOf(
  plan: RungPlan,
  { stage }: LadderInput,
  doneAt: string | null,
  allowed: boolean,
): Rung["state"] {
  const here = stages.indexOf(stage);
  const own = stages.indexOf(plan.stage);
  if (plan.stage === stage) return "now";
  if (doneAt !== null) return "done";
  if (own < here || stage === "closed") return "skipped";
  return allowed ? "next" : "blocked";
}

const isTaken = ({ history }: LadderInput, step: StepType) =>
  firstOf(history, [step], Number.POSITIVE_INFINITY, ({ event }) => event.direction !== "in") !== null;

/** Where a rung's principal step is taken and its sequel is not. */
const isCarriedOn = ({ stage, steps, sequel }: RungPlan, input: LadderInput): boolean =>
  stage === input.stage && sequel !== undefined && isTaken(input, steps[0]) && !isTaken(input, sequel);

/**
 * The ladder of a case at a moment: each rung with its state, what stands in its way and a checklist of every rule that its
 * principal step must pass, met or not.
 */
export function ladder(input: LadderInput): Rung[] {
  return input.pack.rungs.map((plan) => {
    const carriedOn = isCarriedOn(plan, input);
    const step = carriedOn && plan.sequel ? plan.sequel : plan.steps[0];
    const action: ActionInput = { type: step, direction: "out" };
    const question = { ...input, action };
    const decision = outlook(question);
    const { doneAt, doneBy } = doneOn(input, plan, decision.zone);
    const state = stateOf(plan, input, doneAt, decision.allowed);
    const ahead = state === "next" || state === "blocked" || carriedOn;
    return {
      stage: plan.stage,
      state,
      step,
      optional: plan.optional ?? false,
      sequel: carriedOn ? (decision.allowed ? "next" : "blocked") : null,
      mayAct: plan.mayAct,
      cost: plan.cost,
      doneAt,
      doneBy,
      findings: ahead ? decision.findings : [],
      earliest: ahead ? decision.earliest : null,
      prerequisites: ahead || state === "now" ? prerequisitesOf(question) : [],
    };
  });
}
