import type { CivilDate } from "#app/domain/law/calendar/civil.ts";
import type { Channel, Known, LawActionType } from "#app/domain/law/facts.ts";

/** What must all hold for a payment order on the mainland (CN-ESC-08). */
export const paymentOrderConditions = [
  "moneyOrSecurities",
  "maturedAndCertain",
  "noCounterPerformanceOrOtherDispute",
  "debtorInMainlandKnown",
  "serviceable",
  "competentBasicCourt",
  "noPreservation",
] as const;
export type PaymentOrderConditions = Partial<Record<(typeof paymentOrderConditions)[number], Known<boolean>>>;

/** The proposed act. */
export type ActionInput = {
  type: LawActionType;
  direction?: "in" | "out";
  channel?: Channel;
  purpose?: string;
  recipientRole?: string;
  contactId?: string;
  number?: string;
  debtId?: string;
  actorId?: string;
  voice?: "human" | "synthetic";
  disclosesDebt?: Known<boolean>;
  emailBasis?: Known<string>;
  employerAddress?: Known<boolean>;
  numberCheckedAt?: Known<string>;
  tcpaConsent?: Known<string>;
  record?: Known<boolean>;
  bothConsent?: Known<boolean>;
  attorneyReview?: Known<boolean>;
  consentToEntry?: Known<boolean>;
  forumState?: Known<string>;
  online?: Known<boolean>;
  ground?: Known<number>;
  threatens?: Known<string>;
  threatensSuit?: Known<boolean>;
  /** Why a filing cannot wait for a hold to end: limitation would run out. Lawyers only. */
  protectiveReason?: Known<string>;
  amounts?: Partial<
    Record<
      | "itemized"
      | "interest"
      | "fees"
      | "payments"
      | "credits"
      | "current"
      /** Given up in a settlement; agreed as damages; lost indeed. */
      | "forgiven"
      | "damages"
      | "loss",
      Known<number>
    >
  >;
  conditions?: PaymentOrderConditions;
  /** For a letter of claim: the date that it bears. */
  letterDate?: Known<string>;
  /** What the text or the act carries, by the names of `act-items.ts`. */
  items?: Partial<Record<string, Known<boolean>>>;
  /** The share of the result that a bid asks for, and the yearly rate a text claims: per cent as decimal text. */
  feePercent?: Known<string>;
  interestRate?: Known<string>;
  language?: Known<string>;
  /** The day a notice names as the last to dispute. */
  statedEnd?: Known<CivilDate>;
  /** What enforcement is asked for, `wage_garnishment` for instance; the procedure of a suit; what founds its venue. */
  remedy?: Known<string>;
  procedure?: Known<string>;
  forumBasis?: Known<string>;
  mediationBody?: Known<string>;
  /** Who is paid: `firm` or `lawyer`. */
  payee?: Known<string>;
  matter?: Known<string>;
  counterPerformanceOutstanding?: Known<boolean | string>;
  publicServiceNeeded?: Known<boolean>;
  vatClaimed?: Known<boolean>;
  place?: Known<string>;
  workplaceConsent?: Known<boolean>;
  /** The words that would reach the debtor; read by the linter, never kept in the log. */
  text?: Known<string>;
  /** Steps that the words hold out, as the linter reads them. */
  threatenedSteps?: readonly LawActionType[];
  /** A person at the platform has read these very words and let them pass. */
  textReviewed?: Known<boolean>;
};
