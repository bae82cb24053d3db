import type { ActionInput } from "#app/domain/law/action-input.ts";
import { decideAcross } from "#app/domain/law/decide-across.ts";
import type { HistoryEvent } from "#app/domain/law/facts.ts";
import { historyOf } from "#app/domain/law/history.ts";
import type { Pack } from "#app/domain/law/pack.ts";
import { knowsMove, stageMoves } from "#app/domain/law/packs.ts";
import type { DecisionInput } from "#app/domain/law/set-scene.ts";
import {
  type ActionType,
  type Decision,
  type Finding,
  type Stage,
  stages,
  stepTypes,
} from "#app/domain/law/types.ts";

const rank = (stage: Stage) => stages.indexOf(stage);

/** The lowest rung above this one from which the pack knows the step; null where it knows it from none. */
function rungBefore(pack: Pack, type: ActionType, stage: Stage): Stage | null {
  const from = stageMoves(pack)
    .filter((move) => move.type === type && rank(move.stageBefore) > rank(stage))
    .map(({ stageBefore }) => stageBefore);
  return from.sort((a, b) => rank(a) - rank(b))[0] ?? null;
}

/**
 * Refuses what the rules allow and the ladder does not: a step the pack has no rung for, or one whose rung cannot
 * be entered from where the case stands. The database would refuse the event; a person is told which rung
 * comes first.
 */
export function onLadder(decision: Decision, pack: Pack, type: ActionType, stage: Stage): Decision {
  if (knowsMove(pack, type, stage)) return decision;
  const first = rungBefore(pack, type, stage);
  const rung = `law.stage.${first}`;
  const finding: Finding = {
    rule: "X-09",
    force: "POL",
    effect: "block",
    message: first
      ? {
          key: "step_missing",
          values: { notice: rung, items: rung, fact: rung, evidence: rung, rule: "X-09" },
        }
      : { key: "unsupported", values: { why: `law.action.${type}`, rule: "X-09" } },
    citation: `Rule pack ${pack.id} ${pack.version}`,
    requires: first ? [first] : [],
    unblockedBy: first ? [] : ["other_step"],
    earliest: null,
  };
  return { ...decision, allowed: false, findings: [...decision.findings, finding], earliest: null };
}

type Question = Omit<DecisionInput, "history" | "action" | "at"> & { packOf: (place: string) => Pack | null };
const steps: ReadonlySet<string> = new Set(stepTypes);

/**
 * What a step told late would make of the steps already recorded after it: the findings that each of them has with
 * it and not without it. A frequency cap or a wait must not depend on the order in which acts are told.
 */
export function undoneLater(
  { packOf, ...question }: Question,
  events: readonly HistoryEvent[],
  told: HistoryEvent,
): Finding[] {
  if (!steps.has(told.type)) return [];
  return events
    .filter(({ type, startedAt }) => steps.has(type) && startedAt > told.startedAt)
    .flatMap((later) => {
      const others = events.filter((event) => event !== later);
      const { startedAt: at, ...known } = later;
      const action = known as ActionInput;
      const before = decideAcross({ ...question, action, at, history: historyOf(others) }, packOf);
      const had = new Set(before.findings.map(({ rule }) => rule));
      const after = decideAcross({ ...question, action, at, history: historyOf([...others, told]) }, packOf);
      return after.findings.filter(({ rule, effect }) => effect !== "warn" && !had.has(rule));
    })
    .map((finding) => ({ ...finding, earliest: null }));
}
