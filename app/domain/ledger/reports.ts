import { z } from "zod";
import { stepDay as day } from "#app/domain/timeline/step-forms.ts";
import type { Account, AccountKind } from "./accounts.ts";
import { type Leg, reversalOf } from "./legs.ts";
import type { OwedName } from "./owed.ts";
import type { SetOff } from "./set-off.ts";

/** What one side reports of money that moved past the platform, and where its answer puts it. */
export const reportKinds = {
  /** The debtor paid straight to the payee of record. */
  payment: { reported: "payment_reported", confirmed: "payment_confirmed", contested: "payment_contested" },
  /** The collector passed client money on to the creditor. */
  remittance: {
    reported: "remittance_reported",
    confirmed: "remittance_confirmed",
    contested: "remittance_contested",
  },
  /** The creditor paid the collector's fee. Contested, it is owed again. */
  fee: { reported: "fee_reported", confirmed: "fee_settled", contested: "fee_owed" },
  /** The creditor paid in what an act costs. */
  advance: { reported: "advance_reported", confirmed: "advance_settled", contested: "advance_owed" },
  /** The collector gave back what acts did not cost. */
  advance_return: {
    reported: "return_reported",
    confirmed: "return_confirmed",
    contested: "return_contested",
  },
} as const satisfies Record<string, Record<ReportState, AccountKind>>;

export const reportStates = ["reported", "confirmed", "contested"] as const;
export type ReportState = (typeof reportStates)[number];
export type ReportKind = keyof typeof reportKinds;
export const reportKindNames = Object.keys(reportKinds) as [ReportKind, ...ReportKind[]];

/** What may be reported on the money page itself; a debtor's payment is a fact of the timeline. */
export const settlements = ["remittance", "fee", "advance", "advance_return"] as const;
export type Settlement = (typeof settlements)[number];

export type Side = "creditor" | "collector";
/** Who pays, and so reports; the other side answers. */
export const payerOf = {
  remittance: "collector",
  fee: "creditor",
  advance: "creditor",
  advance_return: "collector",
} as const satisfies Record<Settlement, Side>;

export const ReportSettlement = z.object({
  caseId: z.uuid(),
  /** Made with the form, so that sending it twice reports it once. */
  reportId: z.uuid("error.required"),
  kind: z.enum(settlements, "error.choose"),
  paidOn: day,
  /** As typed, in major units of the case's currency. */
  amount: z.string("error.required").trim().max(30, "error.amount"),
});
export type ReportSettlement = z.infer<typeof ReportSettlement>;

export const AnswerReport = z.object({
  caseId: z.uuid(),
  kind: z.enum(reportKindNames, "error.choose"),
  reportId: z.uuid("error.required"),
  answer: z.enum(["confirmed", "contested"], "error.choose"),
});
export type AnswerReport = z.infer<typeof AnswerReport>;

export const reportKey = (kind: ReportKind, id: string) => `${kind}:${id}`;
export const answerKey = (answer: "confirmed" | "contested", kind: ReportKind, id: string) =>
  `${answer}:${reportKey(kind, id)}`;
export const setOffKey = (paymentId: string, attempt: number) => `set-off:${paymentId}:${attempt}`;
/** What changed of the fee, or of the platform's charge, with this cause. */
export const dueKey = (name: OwedName, trigger: string) => `${name}-due:${trigger}`;

type Book = { caseId: string; creditorOrgId: string; collectorOrgId: string | null; currency: string };

const inCase = ({ caseId }: Book, kind: AccountKind): Account => ({ kind, bookId: caseId });

/** Parts of nothing are no legs. */
const legsFrom = (
  parts: (Omit<Leg, "amount" | "currency"> & { amount: number })[],
  currency: string,
): Leg[] =>
  parts.flatMap(({ amount, ...accounts }) =>
    amount > 0 ? [{ ...accounts, currency, amount: BigInt(amount) }] : [],
  );

/** A debtor's payment: the money where it came in, and the report of it. */
export function paymentLegs(book: Book, payee: "creditor" | "collector", amount: number): Leg[] {
  const to =
    payee === "creditor"
      ? { kind: "creditor_bank" as const, bookId: book.creditorOrgId }
      : inCase(book, "client_money");
  return legsFrom(
    [
      { from: inCase(book, "debtor"), to, amount },
      { from: inCase(book, "reports"), to: inCase(book, "payment_reported"), amount },
    ],
    book.currency,
  );
}

/** What a payment paid, part by part. */
export function setOffLegs(book: Book, parts: SetOff): Leg[] {
  const kinds = {
    costs: "paid_costs",
    interest: "paid_interest",
    principal: "paid_principal",
    over: "paid_over",
    unassigned: "paid_unassigned",
  } as const;
  return legsFrom(
    (Object.keys(kinds) as (keyof typeof kinds)[]).map((part) => ({
      from: inCase(book, "debt"),
      to: inCase(book, kinds[part]),
      amount: parts[part],
    })),
    book.currency,
  );
}

/** What a collector holds for the creditor, in minor units: on its client account, and of what came in at the provider. */
export type HeldForCreditor = { clientMoney: number; atProvider: number };
export const heldInAll = ({ clientMoney, atProvider }: HeldForCreditor) =>
  clientMoney + Math.max(0, atProvider);

/** What a payer has at hand for what it reports: what is held for the creditor, and what lies on the client account for acts to come. */
export type AtHand = { held: HeldForCreditor; advances: bigint };

/** Money passed on or paid, as its payer reports it. What lies on a client account goes first. */
export function settlementLegs(
  book: Book,
  kind: Settlement,
  { amount, held, advances }: { amount: number } & AtHand,
): Leg[] {
  const creditor: Account = { kind: "creditor_bank", bookId: book.creditorOrgId };
  const collector = { kind: "collector_bank" as const, bookId: book.collectorOrgId ?? book.caseId };
  const ofClient = Math.min(amount, held.clientMoney);
  const ofAdvances = Math.min(amount, Number(advances));
  const parts = {
    remittance: () => [
      { from: inCase(book, "client_money"), to: creditor, amount: ofClient },
      { from: collector, to: creditor, amount: amount - ofClient },
      { from: inCase(book, "remit_owed"), to: inCase(book, "remit_terms"), amount: amount - ofClient },
      { from: inCase(book, "reports"), to: inCase(book, "remittance_reported"), amount },
    ],
    fee: () => [
      { from: inCase(book, "fee_owed"), to: inCase(book, "fee_reported"), amount },
      { from: creditor, to: collector, amount },
    ],
    advance: () => [
      { from: inCase(book, "advance_owed"), to: inCase(book, "advance_reported"), amount },
      { from: creditor, to: inCase(book, "cost_advance"), amount },
    ],
    advance_return: () => [
      { from: inCase(book, "cost_advance"), to: creditor, amount: ofAdvances },
      { from: collector, to: creditor, amount: amount - ofAdvances },
      { from: inCase(book, "advance_uses"), to: inCase(book, "return_reported"), amount },
    ],
  };
  return legsFrom(parts[kind](), book.currency);
}

/**
 * The other side's answer to a report of so much. What its payer reported and the other side says never came goes back to where it was
 * before the report: what one owes is settled when the other has it. A debtor's payment alone stays: what the debtor is said to have paid
 * is not asked for again until it is cleared up.
 *
 * @param reported the report's own legs
 */
export function answerLegs(
  book: Book,
  kind: ReportKind,
  answer: "confirmed" | "contested",
  { amount, reported }: { amount: bigint; reported: readonly Leg[] },
): Leg[] {
  const from = reportKinds[kind].reported;
  const told: Leg = {
    ...{ from: inCase(book, from), to: inCase(book, reportKinds[kind][answer]) },
    ...{ currency: book.currency, amount },
  };
  if (kind === "payment" || answer === "confirmed") return [told];
  return [told, ...reversalOf(reported.filter(({ to }) => to.kind !== from))];
}
