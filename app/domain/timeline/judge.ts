import type { ActionInput } from "#app/domain/law/action-input.ts";
import type { ActorInput } from "#app/domain/law/actor-input.ts";
import { decideAcross } from "#app/domain/law/decide-across.ts";
import type { Facts, HistoryEvent } from "#app/domain/law/facts.ts";
import { historyOf } from "#app/domain/law/history.ts";
import type { Pack } from "#app/domain/law/pack.ts";
import type { ActionType, Decision, Finding, Stage } from "#app/domain/law/types.ts";
import { counselFindings } from "./counsel.ts";
import type { TimelineEvent } from "./events.ts";
import { factsOf, historyEventsOf } from "./facts.ts";
import { dateIn } from "./local-time.ts";
import { type ActingUnder, mandateFindings } from "./mandate-findings.ts";
import { onLadder, undoneLater } from "./rung-check.ts";

/** Where an act is judged: the case as its log stands before it, the law, who acts, and when it is told. */
export type Court = {
  pack: Pack;
  /** The packs of other places in the same law book: the debtor may live in one of them. */
  packOf: (place: string) => Pack | null;
  caseId: string;
  stage: Stage;
  events: readonly TimelineEvent[];
  actor: ActorInput;
  production: boolean;
  now: Date;
  /** For whoever acts now; a past act that is judged again is judged by the law alone. */
  under?: ActingUnder;
};

export type JudgedAct = {
  type: ActionType;
  occurredAt: Date;
  /** What the law asks about the act before it is done. */
  action?: Omit<ActionInput, "type">;
  /** What later decisions count. */
  act?: Partial<HistoryEvent>;
  /** What becomes known with it. */
  facts?: Facts;
};

/**
 * Everything that stands in the way of an act on a case: the rules of the court's place and of the debtor's at the act's moment, what the act would make
 * of steps recorded after it, counsel's signature, and the ladder. Pure, so that an act can be judged again.
 */
export function judge(court: Court, { type, occurredAt, action, act, facts: told }: JudgedAct): Decision {
  const { pack, packOf, caseId, stage, events, actor, production, now } = court;
  const facts = factsOf([...events, { payload: { facts: told } }]);
  const history = historyEventsOf(events);
  const at = occurredAt.toISOString();
  const asked = { ...action, type, debtId: caseId, actorId: actor.id };
  const decided = decideAcross(
    { pack, facts, history: historyOf(history), action: asked, actor, at },
    packOf,
  );
  const undone = undoneLater({ pack, packOf, facts, actor }, history, {
    ...act,
    type,
    startedAt: at,
    debtId: caseId,
    actorId: actor.id,
  });
  const more = [
    ...undone,
    ...counselFindings(pack, type, { production, on: dateIn("UTC", now) }),
    ...(court.under ? mandateFindings(pack, type, court.under) : []),
  ];
  const decision = more.length === 0 ? decided : refusedFor(decided, more);
  return onLadder(decision, pack, type, stage);
}

const refusedFor = (decision: Decision, findings: Finding[]): Decision => ({
  ...decision,
  allowed: false,
  findings: [...decision.findings, ...findings],
  earliest: null,
});
