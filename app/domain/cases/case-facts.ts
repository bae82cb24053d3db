import type { Facts, LimitationKind } from "#app/domain/law/facts.ts";
import type { CaseAnswers, yesNoUnknown } from "./answers.ts";

type Known = {
  caseId: string;
  jurisdiction: string;
  country: string;
  /** Province-level code below the country, where the country has such a level. */
  province: string | null;
  /** The Land, `BE`, in Germany: its holidays move deadlines. */
  land: string | null;
  /** English name of the city, where the place is one: some cities have contact rules of their own. */
  city: string | null;
  /** Time zones of the debtor's place; several mean that a contact hour must hold in all of them. */
  zones: readonly string[];
  /** The first day of default, where the contract names the day of payment by the calendar (BGB 286(2) no. 1). */
  verzugFrom?: string | null;
  evidence: readonly { id: string; kind: string }[];
};

export type Stated = Pick<CaseAnswers, "debtor" | "claim" | "history">;

/**
 * What the creditor stated, in the law's own names. Carried by the event that posts or edits the case; every name
 * is given, null where there is nothing, so that an edit leaves nothing of what stood before.
 */
export function factsFromAnswers({ debtor, claim, history }: Stated, known: Known): Facts {
  const { jurisdiction, country, zones } = known;
  const ofKind = (...kinds: string[]) => known.evidence.find(({ kind }) => kinds.includes(kind))?.id ?? null;
  return {
    case: { jurisdiction },
    debt: {
      id: known.caseId,
      purpose: claim.purpose,
      kind: claim.kind,
      principal: claim.principal,
      currency: claim.currency,
      dueDate: claim.dueOn,
      contractDate: claim.contractOn ?? null,
      limitationKind: limitationKindOf(claim),
      agreedRate: claim.agreedRate ?? null,
      regulatedCredit: told(claim.regulatedCredit),
      apr: claim.apr ?? null,
      landCharge: told(claim.landCharge),
      invoiceReceivedOn: claim.invoiceReceivedOn ?? null,
      invoiceHint: told(claim.invoiceHint),
    },
    creditor: { kind: claim.creditorKind, assigned: claim.assigned === "yes" },
    debtor: {
      kind: debtor.kind,
      residence: {
        country,
        state: country === "US" ? jurisdiction.slice("US-".length) : null,
        land: known.land,
        province: known.province,
        city: known.city,
        tz: zones[0] ?? "unknown",
      },
      otherZones: zones.slice(1),
    },
    notices: {
      remindersOn: history.reminderSentOn ? [history.reminderSentOn] : [],
      demandDeliveredOn: history.demandDeliveredOn ?? null,
      assignmentDeliveredOn: claim.assignmentDeliveredOn ?? null,
      defaultNoticeOn: claim.defaultNoticeOn ?? null,
    },
    verzugFrom: known.verzugFrom ?? null,
    limitation: {
      accruedOn: claim.dueOn,
      defaultNoticeExpiredOn: claim.defaultNoticeExpiredOn ?? null,
      finalOn: history.judgmentFinalOn ?? null,
      periodEnds: history.judgmentPayBy ?? null,
      interruptions: interruptionsOf(history),
    },
    documents: {
      itemisedAccountId: ofKind("statement", "invoice"),
      primaryDocumentId: ofKind("contract", "invoice", "delivery_proof"),
    },
    arbitrationAgreement: "unknown",
    effectiveInstrument: history.judgment === "yes",
    judgment: { enteredOn: history.judgmentOn ?? null },
  };
}

/** What was not asked is null: nobody said that it is not known. */
function told(answer: (typeof yesNoUnknown)[number] | undefined): boolean | "unknown" | null {
  if (answer === undefined) return null;
  return answer === "unknown" ? "unknown" : answer === "yes";
}

function limitationKindOf(claim: CaseAnswers["claim"]): LimitationKind | "unknown" {
  if (claim.kind === "goods") return "goods";
  if (claim.written === "unknown") return "unknown";
  return claim.written === "yes" ? "written" : "oral";
}

function interruptionsOf(history: CaseAnswers["history"]) {
  return [
    ...(history.lastPaymentOn ? [{ type: "part_payment", on: history.lastPaymentOn }] : []),
    ...(history.demandDeliveredOn
      ? [{ type: "demand", on: history.demandDeliveredOn, delivered: true }]
      : []),
  ];
}
