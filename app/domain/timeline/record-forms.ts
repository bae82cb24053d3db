import { z } from "zod";
import { laender } from "#app/domain/law/calendar/de.ts";
import { channels, type Facts, isKnown, limitationKinds } from "#app/domain/law/facts.ts";
import { holdEndings } from "#app/domain/law/holds.ts";
import { payees } from "#app/domain/ledger/flows.ts";
import { stepDay as day, plainText } from "./step-forms.ts";

/** What the debtor does and what becomes known, with what each is asked for besides day, proof and note. */
export const recordFields = {
  dispute: ["sentOn"],
  verification_sent: [],
  payment: ["amount", "payee"],
  reply: [],
  plan_agreed: ["endsOn"],
  plan_ended: [],
  cease_contact: [],
  channel_optout: ["channel"],
  represented: [],
  bankruptcy: [],
  death: [],
  military: [],
  identity_theft: [],
  hardship: ["endsOn"],
  validation_requested: ["sentOn"],
  minor: [],
  incapacity: [],
  breathing_space: ["endsOn"],
  complaint: [],
  settlement_talks: ["endsOn"],
  hold_ended: ["ending"],
  delivery: ["document"],
  acknowledgment: [],
  limitation_statement: ["lastDay"],
  title_recorded: ["reference"],
} as const;
export type RecordKind = keyof typeof recordFields;
export const recordKinds = Object.keys(recordFields) as RecordKind[];

/** Records that only a lawyer may make. */
export const lawyerRecords: ReadonlySet<RecordKind> = new Set(["limitation_statement"]);

export const RecordFact = z.object({
  caseId: z.uuid(),
  type: z.enum(recordKinds, "error.choose"),
  occurredOn: day,
  sentOn: day.optional(),
  endsOn: day.optional(),
  lastDay: day.optional(),
  /** As typed, in major units of the case's currency. */
  amount: z.string().trim().max(30, "error.amount").optional(),
  /** Whose account the money came in on. */
  payee: z.enum(payees, "error.choose").optional(),
  channel: z.enum(channels, "error.choose").optional(),
  ending: z.enum(holdEndings, "error.choose").optional(),
  document: z
    .enum(["demand_payment", "lawyer_letter", "validation_notice", "assignment"], "error.choose")
    .optional(),
  reference: plainText(120).optional(),
  evidenceId: z.uuid().optional(),
  proof: z.instanceof(File).optional(),
  note: plainText(2_000).optional(),
});
export type RecordFact = z.infer<typeof RecordFact>;

/** Which fields a record cannot do without. */
export const neededFields: Partial<Record<RecordKind, readonly (keyof RecordFact)[]>> = {
  payment: ["amount", "payee"],
  channel_optout: ["channel"],
  hold_ended: ["ending"],
  delivery: ["document"],
  limitation_statement: ["lastDay", "note"],
};

type FactField = (
  | { kind: "date"; mayBeAhead?: true }
  | { kind: "integer"; max: number }
  | { kind: "choice"; options: readonly string[] }
  | { kind: "flag" }
  /** Per cent a year, as decimal text. */
  | { kind: "rate" }
  | { kind: "proof" }
) & {
  /** Missing, it can be added; stated, it stands: whoever is blocked by it may not restate it. */
  once?: true;
  /** Shields the debtor: a yes is not taken back. */
  shields?: true;
};

/** Days that a court's paper tells; periods run from them. A day may be put right by a later paper, so they can be restated. */
const courtDates: Record<string, FactField> = {
  "proceeding.claimIssuedOn": { kind: "date" },
  "proceeding.claimPostedOn": { kind: "date" },
  "proceeding.claimServedOn": { kind: "date" },
  "proceeding.enforcementOrderServedOn": { kind: "date" },
  "proceeding.feeNoticeOn": { kind: "date" },
  "proceeding.judgmentServedOn": { kind: "date" },
  "proceeding.mediationEffectiveOn": { kind: "date" },
  "proceeding.preservedOn": { kind: "date" },
  "proceeding.rulingReceivedOn": { kind: "date" },
  "proceeding.statementDemandedOn": { kind: "date" },
  "proceeding.serviceAcknowledgedOn": { kind: "date" },
  "proceeding.defenceFiledOn": { kind: "date" },
  "judgment.enteredOn": { kind: "date", once: true },
  "judgment.periodEnds": { kind: "date", mayBeAhead: true },
};

/** What was written and answered before a claim in England and Wales. */
const protocolFacts: Record<string, FactField> = {
  "notices.letterDate": { kind: "date", once: true },
  "notices.postedOn": { kind: "date", once: true },
  "notices.channel": { kind: "choice", options: ["post", "email"], once: true },
  "notices.emailAskedFor": { kind: "flag", once: true },
  "notices.replyReceivedOn": { kind: "date", once: true },
  "notices.replyFormPartial": { kind: "flag", shields: true },
  "notices.replyFormQueriedOn": { kind: "date" },
  "notices.documentsRequestedOn": { kind: "date", once: true },
  "notices.documentsProvidedOn": { kind: "date" },
  "notices.documentsExplainedOn": { kind: "date" },
  "notices.timeToPayRequestedOn": { kind: "date", once: true },
  "notices.writtenReasonsOn": { kind: "date" },
  "notices.fourteenDayNoticeOn": { kind: "date" },
  "notices.defaultNoticeOn": { kind: "date", once: true },
  "limitation.defaultNoticeExpiredOn": { kind: "date", mayBeAhead: true, once: true },
  "notices.limitationReliedOn": { kind: "date", once: true },
  "notices.enforcementPermissionOn": { kind: "date" },
};

/** What the German rules ask for: how default came, what credit it is, and how the payment order fared. */
const germanFacts: Record<string, FactField> = {
  verzugFrom: { kind: "date", once: true },
  "debt.invoiceReceivedOn": { kind: "date", once: true },
  "debt.invoiceHint": { kind: "flag", once: true },
  "debt.apr": { kind: "rate", once: true },
  "debt.landCharge": { kind: "flag", shields: true },
  "notices.orderServedOn": { kind: "date" },
  "notices.objectionReceivedOn": { kind: "date", once: true },
  "notices.disputed": { kind: "flag", shields: true },
  courtLand: { kind: "choice", options: laender },
  "debtor.residence.land": { kind: "choice", options: laender, once: true },
};

/**
 * Facts a blocked person can add with evidence, by the law's own names. Credentials are proved on the
 * licence page, and whether a debt is lawful is for an admin to say: neither is here.
 */
export const addableFacts: Record<string, FactField> = {
  "debtor.ageYears": { kind: "integer", max: 130, once: true },
  "debt.contractDate": { kind: "date", once: true },
  "debt.limitationKind": { kind: "choice", options: limitationKinds, once: true },
  "debt.signedInState": {
    kind: "choice",
    options: ["CA", "NY", "TX", "FL", "IL", "MA", "WA", "NJ", "PA", "GA"],
    once: true,
  },
  "debt.regulatedCredit": { kind: "flag", once: true },
  "documents.itemisedAccountId": { kind: "proof" },
  "documents.primaryDocumentId": { kind: "proof" },
  "notices.assignmentDeliveredOn": { kind: "date" },
  "notices.assignmentOn": { kind: "date" },
  "notices.demandDeliveredOn": { kind: "date" },
  "notices.initialCommunicationOn": { kind: "date" },
  "notices.scraCertificateOn": { kind: "date" },
  "notices.paymentOrderReceivedOn": { kind: "date" },
  "notices.executionNoticeEndsOn": { kind: "date", mayBeAhead: true },
  ...courtDates,
  ...protocolFacts,
  ...germanFacts,
  "notices.priorInformationOn": { kind: "date" },
  "debtor.employerForbidsContact": { kind: "flag", shields: true },
  "debtor.objectsOnline": { kind: "flag", shields: true },
  "limitation.accruedOn": { kind: "date", once: true },
  arbitrationAgreement: { kind: "flag" },
  effectiveInstrument: { kind: "flag" },
  "outsourcing.whitelisted": { kind: "flag" },
};

export const AddFact = z.object({
  caseId: z.uuid(),
  fact: z.string().refine((name) => Object.hasOwn(addableFacts, name), "error.choose"),
  value: z.string().trim().max(40, "error.too_long").optional(),
  evidenceId: z.uuid().optional(),
  proof: z.instanceof(File).optional(),
  note: plainText(2_000).optional(),
});
export type AddFact = z.infer<typeof AddFact>;

/** Whether a stated fact may be stated anew; otherwise adding it would be a way around the block it causes. */
export function mayRestate(fact: string, known: Facts): boolean {
  const stated = fact.split(".").reduce<unknown>((inner, name) => memberOf(inner, name), known);
  const { once, shields } = addableFacts[fact];
  return !isKnown(stated) || !(once || (shields && stated === true));
}

const memberOf = (value: unknown, name: string): unknown =>
  value !== null && typeof value === "object" && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;

/** The typed value of a fact, or null when the text is none. A proof's value is its evidence id, given later. */
export function factValue(fact: string, text: string | undefined): string | number | boolean | null {
  const field = Object.hasOwn(addableFacts, fact) ? addableFacts[fact] : null;
  if (!field || text === undefined) return null;
  switch (field.kind) {
    case "date":
      return day.safeParse(text).success ? text : null;
    case "integer":
      return /^\d{1,3}$/.test(text) && Number(text) <= field.max ? Number(text) : null;
    case "choice":
      return field.options.includes(text) ? text : null;
    case "rate":
      return /^\d{1,3}([.,]\d{1,6})?$/.test(text) ? text.replace(",", ".") : null;
    case "flag":
      return text === "yes" ? true : text === "no" ? false : null;
    case "proof":
      return null;
  }
}

/** `{"debtor": {"ageYears": 44}}` from `debtor.ageYears`. */
export function nested(path: string, value: unknown): Record<string, unknown> {
  return path
    .split(".")
    .reverse()
    .reduce<unknown>((inner, name) => ({ [name]: inner }), value) as Record<string, unknown>;
}
