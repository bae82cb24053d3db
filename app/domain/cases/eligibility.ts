import type { ActorInput } from "#app/domain/law/actor-input.ts";
import { decide } from "#app/domain/law/decide.ts";
import type { Facts, HistoryEvent } from "#app/domain/law/facts.ts";
import { historyOf } from "#app/domain/law/history.ts";
import type { Pack } from "#app/domain/law/pack.ts";
import type { Finding, StepType } from "#app/domain/law/types.ts";

/** The steps whose rules speak of the claim itself, in the order a case meets them. */
const asked = ["reminder", "demand_payment", "file_suit"] as const satisfies StepType[];

/** Facts about the claim and its papers; the rest of what a rule may ask for comes with the collector and the road. */
const aboutTheClaim = /^(case|debt|creditor|debtor|documents|limitation|arbitrationAgreement)\b/;
const dueRule = "POL-LADDER-01";
const barredMessage = "time_barred";

export type ClaimFinding = Finding & { step: StepType };

type Question = { pack: Pack; facts: Facts; history: readonly HistoryEvent[]; at: Date };

/**
 * What the pack finds wanting in the claim itself, each rule once: facts and papers that a later step will ask for,
 * and a period that has run. Waits and licences are left out: they belong to the road and to whoever takes it.
 */
export function claimFindings({ pack, facts, history, at }: Question): ClaimFinding[] {
  const actor: ActorInput = { kind: "creditor_self", credentials: [] };
  const found = new Map<string, ClaimFinding>();
  for (const step of asked) {
    const action = { type: step, direction: "out" } as const;
    const { findings } = decide({ pack, facts, history: historyOf(history), action, actor, at });
    for (const finding of findings) {
      if (concernsClaim(finding) && !found.has(finding.rule)) found.set(finding.rule, { ...finding, step });
    }
  }
  return [...found.values()];
}

const concernsClaim = ({ rule, message, requires }: Finding) =>
  rule === dueRule || message.key === barredMessage || requires.some((fact) => aboutTheClaim.test(fact));

export const verdictKeys = ["place", "due", "documents", "dispute", "lawful", "limitation"] as const;
export type VerdictKey = (typeof verdictKeys)[number];

/** `ok`; `later`: it can be posted, and something waits until this is mended; `review`: a person decides. */
export type Verdict = { key: VerdictKey; state: "ok" | "later" | "review"; rule: string };

type Asked = {
  findings: readonly ClaimFinding[];
  disputed: "yes" | "no" | "unknown";
  /** Whether the last day to sue has passed; null where it cannot be told. */
  barred: boolean | null;
};

/** The questions a creditor asks before posting, answered from the pack's findings. */
export function verdicts({ findings, disputed, barred }: Asked): Verdict[] {
  const named = (start: string) =>
    findings.some(({ requires }) => requires.some((fact) => fact.startsWith(start)));
  return [
    { key: "place", state: "ok", rule: "X-01" },
    { key: "due", state: findings.some(({ rule }) => rule === dueRule) ? "later" : "ok", rule: dueRule },
    { key: "documents", state: named("documents.") ? "later" : "ok", rule: "POL-LADDER-03" },
    { key: "dispute", state: disputed === "yes" ? "later" : "ok", rule: "X-04" },
    { key: "lawful", state: "review", rule: "X-09" },
    { key: "limitation", state: barred === false ? "ok" : "later", rule: "POL-LADDER-07" },
  ];
}
