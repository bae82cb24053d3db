import type { ActorInput } from "#app/domain/law/actor-input.ts";
import { decide } from "#app/domain/law/decide.ts";
import type { Facts } from "#app/domain/law/facts.ts";
import { historyOf } from "#app/domain/law/history.ts";
import type { Pack } from "#app/domain/law/pack.ts";
import type { Decision, Finding, Stage } from "#app/domain/law/types.ts";
import { needsLawyer, startOf } from "./scope.ts";

/** The masked card: all of a case that a collector may know before the engagement is signed. Money in minor units. */
export type Brief = {
  caseId: string;
  code: string;
  jurisdiction: string;
  placeCode: string;
  debtorKind: "natural_consumer" | "sole_trader" | "company";
  creditorKind: string;
  purpose: "consumer" | "commercial";
  claimKind: string;
  /** The practice field it is filed under. */
  field: string;
  principal: number;
  currency: string;
  dueOn: string;
  limitationLast: string | null;
  goal: string;
  evidenceKinds: string[];
  disputed: "yes" | "no" | "unknown";
  /** Whether permission to collect consumer credit is needed (GB-COV-03); null where that was not asked or is not known. */
  regulatedCredit: boolean | null;
  /** Day of the judgment or award at hand; null without one. */
  titledOn: string | null;
  /** The last day to apply for its enforcement, where the pack's rows say it. */
  enforceableUntil: string | null;
};

/** What the law can be told about a case without naming anybody. A round opens only after a reviewer found the debt lawful. */
export function factsOfBrief(brief: Brief): Facts {
  const [country, state] = brief.jurisdiction.split("-");
  return {
    case: { jurisdiction: brief.jurisdiction },
    debt: {
      id: brief.caseId,
      purpose: brief.purpose,
      kind: brief.claimKind as NonNullable<Facts["debt"]>["kind"],
      principal: brief.principal,
      currency: brief.currency,
      dueDate: brief.dueOn,
      lawful: "ok",
      regulatedCredit: brief.regulatedCredit,
    },
    creditor: { kind: brief.creditorKind as NonNullable<Facts["creditor"]>["kind"] },
    debtor: {
      kind: brief.debtorKind,
      residence: {
        country,
        ...(country === "US" && state ? { state } : {}),
        ...(brief.placeCode === brief.jurisdiction ? {} : { city: brief.placeCode }),
      },
    },
  };
}

type Question = { pack: Pack; brief: Brief; scope: Stage; actor: ActorInput; at: Date };

/**
 * May this collector bid on this case now? Kind, territory and validity of its licences are the pack's to judge;
 * a mandate that reaches rungs reserved to lawyers is none for an agency. A refusal names the rule.
 */
export function mayBid({ pack, brief, scope, actor, at }: Question): Decision {
  const decision = decide({
    pack,
    facts: factsOfBrief(brief),
    history: historyOf([]),
    action: { type: "bid", debtId: brief.caseId, actorId: actor.id },
    actor,
    at,
  });
  const beyond = actor.kind === "agency" && needsLawyer(pack, scope, startOf(brief));
  if (!beyond) return decision;
  const findings = [...decision.findings, reservedScope(pack, scope)];
  return { ...decision, allowed: false, findings, earliest: null };
}

const reservedScope = (pack: Pack, scope: Stage): Finding => ({
  rule: "POL-SCOPE-01",
  force: "POL",
  effect: "block",
  message: { key: "scope_reserved", values: { stage: `law.stage.${scope}`, rule: "POL-SCOPE-01" } },
  citation: `Rung platform policy, scope 1; rule pack ${pack.id} ${pack.version}`,
  requires: [],
  unblockedBy: ["engage_lawyer"],
  earliest: null,
});
