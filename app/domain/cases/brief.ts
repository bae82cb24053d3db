import { filedUnder } from "#app/domain/market/fields.ts";
import type { Brief } from "#app/domain/tenders/may-bid.ts";
import type { KeptAnswers } from "./answers.ts";

type Known = Pick<Brief, "caseId" | "code" | "jurisdiction" | "limitationLast" | "enforceableUntil"> & {
  evidence: readonly { kind: string }[];
};

/**
 * The masked card of a case. It is put together field by field from closed lists, figures and dates: no name,
 * address, title or free text of the answers has a way into it.
 */
export function briefFrom({ debtor, claim, history, goal }: KeptAnswers, known: Known): Brief {
  const regulated = claim.regulatedCredit;
  return {
    caseId: known.caseId,
    code: known.code,
    jurisdiction: known.jurisdiction,
    placeCode: debtor.placeCode,
    debtorKind: debtor.kind,
    creditorKind: claim.creditorKind,
    purpose: claim.purpose,
    claimKind: claim.kind,
    field: filedUnder(claim, claim.field),
    principal: claim.principal,
    currency: claim.currency,
    dueOn: claim.dueOn,
    limitationLast: known.limitationLast,
    goal: goal.goal,
    evidenceKinds: [...new Set(known.evidence.map(({ kind }) => kind))].sort(),
    disputed: history.disputed,
    titledOn: history.judgmentOn ?? null,
    enforceableUntil: known.enforceableUntil,
    regulatedCredit: regulated === undefined || regulated === "unknown" ? null : regulated === "yes",
  };
}
