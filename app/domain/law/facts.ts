import type { ActorKind } from "#app/domain/law/actor-input.ts";
import type { DateFacts, FeeFacts } from "#app/domain/law/calculation-facts.ts";
import type { CivilDate } from "#app/domain/law/calendar/civil.ts";
import type { LimitationFacts } from "#app/domain/law/limitation-facts.ts";
import type { ProceedingFacts } from "#app/domain/law/proceeding-facts.ts";
import type { ActionType, EventType } from "#app/domain/law/types.ts";

/** A fact may be absent, null or "unknown": all three mean that it must be found out, never that it is so or not so. */
export type Known<T> = T | null | "unknown" | undefined;

export const holdTypes = [
  "dispute",
  "validation",
  "cease_contact",
  "channel_optout",
  "represented",
  "bankruptcy",
  "death",
  "minor",
  "incapacity",
  "military",
  "identity_theft",
  "hardship",
  "breathing_space",
  "payment_plan",
  "complaint",
  "settlement_talks",
] as const;
export type HoldType = (typeof holdTypes)[number];

/** A legal pause. Half-open: at `endsAt` it is over. */
export type Hold = {
  type: HoldType;
  startedAt: string;
  endsAt?: Known<string>;
  /** For `channel_optout`: the channel; absent means every electronic channel. */
  channel?: Known<Channel>;
  evidenceId?: Known<string>;
  /** For `breathing_space`: the day it was entered in the register; it runs from the next. */
  registeredOn?: Known<CivilDate>;
  /** For `breathing_space`: of a mental-health crisis, which lasts as long as the treatment and thirty days. */
  crisis?: Known<boolean>;
  treatmentEndedOn?: Known<CivilDate>;
  /** For `dispute`: the day the debtor sent it; a dispute sent in time is in time whenever it arrives. */
  sentOn?: Known<CivilDate>;
  /** For `dispute`: the day the verification was sent, which ends it. */
  verificationSentOn?: Known<CivilDate>;
};

export const channels = ["voice", "sms", "email", "im", "post", "in_person"] as const;
export type Channel = (typeof channels)[number];

export type Hours = { from?: Known<string>; to?: Known<string>; evidenceId?: Known<string> };

/** What is known about the case; names and nesting of the shared fact vocabulary. Amounts in minor units. */
export type Facts = {
  case?: { jurisdiction?: Known<string> };
  debt?: {
    id?: Known<string>;
    purpose?: Known<"consumer" | "commercial" | "mixed">;
    kind?: Known<
      "loan_bank" | "loan_private" | "goods" | "services" | "rent" | "invoice_b2b" | "judgment" | "other"
    >;
    principal?: Known<number>;
    currency?: Known<string>;
    dueDate?: Known<CivilDate>;
    contractDate?: Known<CivilDate>;
    regulatedCredit?: Known<boolean>;
    lawful?: Known<"ok" | "suspected_illegal">;
    apr?: Known<string>;
    signedInState?: Known<string>;
    limitationKind?: Known<LimitationKind>;
    /** Medical debts of a hospital carry waits of their own in the US. */
    medical?: Known<boolean>;
    firstBillOn?: Known<CivilDate>;
    /** Rates are per cent a year as decimal text. */
    agreedRate?: Known<string>;
    agreedLateRate?: Known<string>;
    breachOn?: Known<CivilDate>;
    charges?: Known<{ interest?: Known<string>; penalty?: Known<string>; fees?: Known<string> }>;
    createdOn?: Known<CivilDate>;
    deliveredOn?: Known<CivilDate>;
    performedOn?: Known<CivilDate>;
    invoiceReceivedOn?: Known<CivilDate>;
    /** A consumer's invoice said that default follows thirty days after it (BGB 286(3)). */
    invoiceHint?: Known<boolean>;
    /** Amounts of the invoices that make up the debt, each with a fixed sum of its own (LPCDA 5A). */
    invoices?: Known<number[]>;
    /** A consumer loan secured on land (BGB 497(4)). */
    landCharge?: Known<boolean>;
    /** The contract has a clause on late payment. */
    lateClause?: Known<boolean>;
  };
  creditor?: {
    kind?: Known<"natural" | "business" | "financial_institution" | "debt_buyer" | "public">;
    assigned?: Known<boolean>;
    size?: Known<string>;
  };
  debtor?: {
    kind?: Known<"natural_consumer" | "sole_trader" | "company" | "public">;
    ageYears?: Known<number>;
    residence?: {
      country?: Known<string>;
      state?: Known<string>;
      province?: Known<string>;
      land?: Known<string>;
      city?: Known<string>;
      tz?: Known<string>;
    };
    /** Zones that other data point to, a telephone's area code for instance. */
    otherZones?: Known<string[]>;
    consentedHours?: Known<Hours>;
    preferredHours?: Known<Hours>;
    objectsOnline?: Known<boolean>;
    employerForbidsContact?: Known<boolean>;
    preferredLanguage?: Known<string>;
    size?: Known<string>;
  };
  holds?: Hold[] | null;
  limitation?: LimitationFacts;
  notices?: {
    remindersOn?: Known<CivilDate[]>;
    demandDeliveredOn?: Known<CivilDate>;
    lawyerLetterOn?: Known<CivilDate>;
    assignmentOn?: Known<CivilDate>;
    assignmentDeliveredOn?: Known<string>;
    initialCommunicationOn?: Known<CivilDate>;
    validation?: { sentOn?: Known<CivilDate>; complete?: Known<boolean> } | null | "unknown";
    validationEndsOn?: Known<CivilDate>;
    scraCertificateOn?: Known<string>;
    paymentOrderReceivedOn?: Known<CivilDate>;
    objectionReceivedOn?: Known<CivilDate>;
    /** The day after which the execution notice's period has run. */
    executionNoticeEndsOn?: Known<CivilDate>;
    /** The date on a letter of claim, and the day and channel it went out by (PAP 3.2-3.3). */
    letterDate?: Known<CivilDate>;
    postedOn?: Known<CivilDate>;
    channel?: Known<string>;
    /** The reply form came in; what it asks for follows. */
    replyReceivedOn?: Known<CivilDate>;
    documentsRequestedOn?: Known<CivilDate>;
    documentsProvidedOn?: Known<CivilDate>;
    fourteenDayNoticeOn?: Known<CivilDate>;
    /** The debtor asked for the letter by e-mail and not by post (PAP 3.3). */
    emailAskedFor?: Known<boolean>;
    /** The creditor said why a document that was asked for cannot be given (PAP 5.2). */
    documentsExplainedOn?: Known<CivilDate>;
    /** The debtor asked for time to pay, and when the creditor refused it with written reasons (PAP 4.4). */
    timeToPayRequestedOn?: Known<CivilDate>;
    writtenReasonsOn?: Known<CivilDate>;
    /** The reply form came back only partly completed, and when the debtor was asked about it (PAP 4.5). */
    replyFormPartial?: Known<boolean>;
    replyFormQueriedOn?: Known<CivilDate>;
    /** A default notice under s.87 of the Consumer Credit Act was served. */
    defaultNoticeOn?: Known<CivilDate>;
    /** The court allowed enforcement of an old judgment (CPR 83.2). */
    enforcementPermissionOn?: Known<CivilDate>;
    /** The notice of an enforcement agent went out. */
    enforcementNoticeOn?: Known<CivilDate>;
    /** The debtor said that the debt is out of time. */
    limitationReliedOn?: Known<CivilDate>;
    /** A Mahnbescheid was served. */
    orderServedOn?: Known<CivilDate>;
    disputed?: Known<boolean | string>;
    /** The day the debtor was told that a report to a credit bureau may follow (征信业管理条例 15, BDSG 31(2)). */
    priorInformationOn?: Known<CivilDate>;
    /** The creditor told the consumer that e-mail may be used and how to opt out (12 CFR 1006.6(d)(4)(ii)). */
    emailNoticeOn?: Known<CivilDate>;
    /** A payment order was issued; the debtor's objection to it was in writing, and what it said (CPL 227). */
    paymentOrderIssuedOn?: Known<CivilDate>;
    objectionWritten?: Known<boolean>;
    objectionGround?: Known<string>;
  };
  /** Evidence ids of what a formal demand must carry. */
  documents?: { itemisedAccountId?: Known<string>; primaryDocumentId?: Known<string> };
  outsourcing?: { contract?: Known<string>; whitelisted?: Known<boolean> };
  arbitrationAgreement?: Known<boolean>;
  effectiveInstrument?: Known<boolean>;
  engagementSigned?: Known<boolean>;
  courtLand?: Known<string>;
  proceeding?: ProceedingFacts;
  verzugFrom?: Known<CivilDate>;
  judgment?: {
    amount?: Known<number>;
    currency?: Known<string>;
    consumer?: Known<boolean>;
    medical?: Known<boolean>;
    ccaRegulated?: Known<boolean>;
    latePaymentDebt?: Known<boolean>;
    court?: Known<string>;
    enteredOn?: Known<CivilDate>;
    periodEnds?: Known<CivilDate>;
  };
  /** Military service of the debtor. */
  service?: { startedOn?: Known<CivilDate>; writtenNotice?: Known<boolean> };
  /** Suspensions of enforcement. */
  suspensions?: Known<
    { from?: Known<CivilDate>; to?: Known<CivilDate>; requestedByDebtor?: Known<boolean> }[]
  >;
  suedOn?: Known<CivilDate>;
  oldRuleRequested?: Known<boolean>;
  borrowerRequestsReduction?: Known<boolean>;
  /** The period interest is asked for; both days count. */
  interest?: { from?: Known<CivilDate>; to?: Known<CivilDate> };
  /** A payment and what is owed when it comes, in minor units. */
  payment?: Known<number>;
  paidOn?: Known<CivilDate>;
  owed?: { costs?: Known<number>; interest?: Known<number>; principal?: Known<number> };
  dates?: DateFacts;
} & FeeFacts;

export const limitationKinds = [
  "written",
  "oral",
  "open_account",
  "goods",
  "consumer_credit",
  "card",
] as const;
export type LimitationKind = (typeof limitationKinds)[number];

/** Acts that only the law engine knows: nobody records them as steps of a case. */
export const engineOnlyActions = [
  "bid",
  "send_template",
  "apply_dishonest_listing",
  "apply_consumption_restriction",
  "list_dishonest_debtor",
  "restrict_consumption",
  "enter_premises",
  "claim_collection_costs",
  "apply_judicial_confirmation",
  "refuse_conversion_to_suit",
  "apply_preservation",
  "apply_higher_court",
  "resume_enforcement",
  "list_debtors_register",
] as const;
export type LawActionType = ActionType | (typeof engineOnlyActions)[number];

/** What happened. `startedAt` is an instant, or a civil date where only the day is known. */
export type HistoryEvent = {
  type: EventType | "consent" | "refusal" | LawActionType;
  startedAt: string;
  direction?: "in" | "out";
  channel?: Channel;
  outcome?: string;
  connected?: Known<boolean>;
  recipientRole?: string;
  contactId?: string;
  number?: string;
  debtId?: string;
  actorId?: string;
  actorKind?: ActorKind;
  givenTo?: string;
  voice?: "human" | "synthetic";
  tz?: string;
  employerAddress?: Known<boolean>;
  /** For `hold_ended` and `plan_ended`: which hold. */
  hold?: HoldType;
  /** For a letter of claim: the date that it bears. */
  letterDate?: CivilDate;
  /** For a demand or a letter: the last day the debtor was given to answer. */
  answerBy?: CivilDate;
  /** For `dispute`: the day it was sent. */
  sentOn?: CivilDate;
  /** For `limitation_statement`: the last day to sue by the lawyer's reading. */
  lastDay?: CivilDate;
  endsAt?: string;
  evidenceId?: string;
};

/** Whether a fact is known at all. */
export const isKnown = <T>(value: T): value is Exclude<T, null | undefined | "unknown"> =>
  value !== undefined && value !== null && value !== "unknown";
