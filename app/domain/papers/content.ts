import type { TaxLine, TaxNote } from "./tax.ts";

/** Every kind of paper, and the series its numbers are of: one a year and issuer, without a gap. */
export const paperSeries = {
  invoice: "INV",
  /** Cancels an invoice whole and names it. */
  credit_note: "INV",
  receipt: "RCT",
  receipt_cancelled: "RCT",
  balance_letter: "BAL",
  /** Says that nothing more is owed on a claim. */
  satisfaction_letter: "SAT",
  satisfaction_withdrawn: "SAT",
  creditor_statement: "STM",
  remittance_advice: "ADV",
} as const;
export type PaperKind = keyof typeof paperSeries;
export const paperKinds = Object.keys(paperSeries) as [PaperKind, ...PaperKind[]];
export type PaperSeries = (typeof paperSeries)[PaperKind];

/** The papers that undo another, and what they undo. */
export const undoes: Partial<Record<PaperKind, PaperKind>> = {
  credit_note: "invoice",
  receipt_cancelled: "receipt",
  satisfaction_withdrawn: "satisfaction_letter",
};

export const paperNumber = (series: PaperSeries, year: number, nth: number): string =>
  `${series}-${year}-${String(nth).padStart(6, "0")}`;

/** An amount in minor units as decimal text: JSON has no whole numbers beyond 2^53. */
type Minor = string;
export type PartyNamed = { name: string; address: string; country: string; taxNumber: string | null };
type Head = { number: string; issuedOn: string; currency: string; total: Minor };
type Named = { number: string; issuedOn: string };

export type Basis =
  | {
      what: "fee";
      recovered: Minor;
      successBps: number;
      cappedBy: { rule: string; citation: string } | null;
      /** How much was recovered at which share, where the share was amended between; what is said above is of the last. */
      parts?: { recovered: Minor; successBps: number }[];
    }
  | { what: "charge" };

export type InvoiceContent = Head & {
  kind: "invoice" | "credit_note";
  issuer: PartyNamed;
  recipient: PartyNamed;
  case: string;
  /** Civil days between which it was done. */
  supply: { from: string; to: string };
  basis: Basis;
  net: Minor;
  tax: (Omit<TaxLine, "net" | "tax"> & { net: Minor; tax: Minor })[];
  notes: TaxNote[];
  /** The invoice that this one undoes. */
  cancels: Named | null;
};

type Parts = Record<"costs" | "interest" | "principal" | "over" | "unassigned", Minor>;

export type ReceiptContent = Head & {
  kind: "receipt" | "receipt_cancelled";
  issuer: { name: string };
  creditor: string;
  case: string;
  paidOn: string;
  through: "provider" | "transfer";
  setOff: Parts;
  cancels: Named | null;
};

export type InterestPart = {
  from: string;
  to: string;
  days: number;
  rate: string;
  principal: Minor;
  amount: Minor;
};
export type BalanceContent = Head & {
  kind: "balance_letter";
  issuer: { name: string };
  creditor: string;
  case: string;
  asOf: string;
  dueOn: string;
  principal: Minor;
  interest: { amount: Minor; citation: string | null; parts: InterestPart[] };
  /** What the law gives once beside the interest. */
  costs: Minor;
  payments: { on: string; amount: Minor; setOff: Parts }[];
  /** What is left of each; null where no order of set-off is on file. */
  left: Record<"costs" | "interest" | "principal", Minor> | null;
};

/** `paid`: the payments on record leave nothing, or a party closed the case as paid. `settled`: less was taken for the whole. */
export const satisfactions = ["paid", "settled"] as const;
export type Satisfaction = (typeof satisfactions)[number];

/** `total` is what counted of the payments: what came beyond the debt goes back and is no part of it. */
export type SatisfactionContent = Head & {
  kind: "satisfaction_letter" | "satisfaction_withdrawn";
  issuer: { name: string };
  creditor: string;
  case: string;
  /** The law the claim is under, and whether a court has decided it: both say what the letter must add. */
  jurisdiction: string;
  judgment: boolean;
  how: Satisfaction;
  /** The civil day at the debtor's place from which nothing is owed. */
  satisfiedOn: string;
  principal: Minor;
  payments: { on: string; amount: Minor }[];
  cancels: Named | null;
};

export const statementAccounts = ["recovered", "held", "fee", "charge", "received"] as const;
export type StatementAccount = (typeof statementAccounts)[number];
export type StatementSum = { account: StatementAccount; opening: Minor; moved: Minor; closing: Minor };
export type StatementLine = {
  on: string;
  /** When it happened, where it was booked in a later month than its own. */
  happenedOn: string | null;
  account: StatementAccount;
  /** The kind of its cause: `payment`, `stripe`, `reversal fee-due` ... */
  cause: string;
  amount: Minor;
};
export type StatementContent = Head & {
  kind: "creditor_statement" | "remittance_advice";
  issuer: { name: string };
  recipient: { name: string };
  period: { from: string; to: string };
  sums: StatementSum[];
  /** `code` is null for what is about no case. */
  cases: { code: string | null; sums: StatementSum[]; lines: StatementLine[] }[];
};

export type PaperContent =
  | InvoiceContent
  | ReceiptContent
  | BalanceContent
  | SatisfactionContent
  | StatementContent;
