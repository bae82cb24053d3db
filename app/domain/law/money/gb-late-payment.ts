import { dayOrNull } from "#app/domain/law/calendar/civil.ts";
import { type Facts, isKnown } from "#app/domain/law/facts.ts";

/** Days that the Act gives where none were agreed; the first of them is the day of performance or notice itself. */
const STATUTORY_DAYS = 30;
/** An agreed date beyond so many days must not be grossly unfair. */
const LONGEST_FAIR_DAYS = 60;

/** Fixed sums of the Act by the size of the debt, in pence (s.5A). */
const fixedSums = [
  { below: 1_000_00, sum: 40_00 },
  { below: 10_000_00, sum: 70_00 },
  { below: Number.POSITIVE_INFINITY, sum: 100_00 },
] as const;

const fixedSumOf = (debt: number) => fixedSums.find(({ below }) => debt < below)?.sum ?? 0;

const suppliers = new Set(["business", "financial_institution", "debt_buyer", "public"]);
const supplies = new Set(["goods", "services", "invoice_b2b"]);

/** What is known of performance or an invoice shows a supply, whatever else is said of the debt. */
const isSupply = ({ debt }: Facts) =>
  (isKnown(debt?.invoices) && debt.invoices.length > 0) ||
  [debt?.performedOn, debt?.deliveredOn, debt?.invoiceReceivedOn].some(isKnown);

/** Whether the debtor bought in the course of business; a company or an authority always does. */
function buysInBusiness({ debt, debtor }: Facts): boolean | "debtor.kind" | "debt.purpose" {
  if (!isKnown(debtor?.kind)) return "debtor.kind";
  if (debtor.kind === "company" || debtor.kind === "public") return true;
  if (debtor.kind === "natural_consumer") return false;
  return isKnown(debt?.purpose) ? debt.purpose === "commercial" : "debt.purpose";
}

/**
 * Whether the Late Payment of Commercial Debts (Interest) Act 1998 governs a debt: goods or services, both sides in the course of business.
 * Where that is not known, the facts to ask for.
 *
 * @see LPCDA s.2 (GB-COV-04)
 */
export function isCommercialDebt(facts: Facts): boolean | string[] {
  const { creditor, debt } = facts;
  if (isKnown(creditor?.kind) && !suppliers.has(creditor.kind)) return false;
  const buys = buysInBusiness(facts);
  if (buys === false) return false;
  const supplied = isKnown(debt?.kind) ? supplies.has(debt.kind) : isSupply(facts) || null;
  if (supplied === false) return false;
  const missing = [
    ...(isKnown(creditor?.kind) ? [] : ["creditor.kind"]),
    ...(buys === true ? [] : [buys]),
    ...(supplied === null ? ["debt.kind"] : []),
  ];
  return missing.length > 0 ? missing : true;
}

export type Start = { refused: false; from: number; unfair: boolean } | { refused: true; requires: string[] };

/** The day after the thirty that begin with the later of performance and notice of the amount; null where one is not known. */
function statutoryStart({ debt }: Facts): number | null {
  const performed = dayOrNull(debt?.performedOn) ?? dayOrNull(debt?.deliveredOn);
  const noticed = dayOrNull(debt?.invoiceReceivedOn);
  return performed === null || noticed === null ? null : Math.max(performed, noticed) + STATUTORY_DAYS;
}

/**
 * The first day that bears statutory interest: after the agreed date, else after the thirty days; a public authority's is never later than
 * these. `unfair`: the agreed date lies beyond sixty days, and counsel asks whether it is grossly unfair.
 *
 * @see LPCDA s.4(2)-(2H) (GB-MONEY-02)
 */
export function latePaymentStart(facts: Facts): Start {
  const due = dayOrNull(facts.debt?.dueDate);
  const statutory = statutoryStart(facts);
  if (due === null) {
    if (statutory !== null) return { refused: false, from: statutory, unfair: false };
    const { performedOn, deliveredOn, invoiceReceivedOn } = facts.debt ?? {};
    const requires = [
      ...(isKnown(performedOn) || isKnown(deliveredOn) ? [] : ["debt.performedOn"]),
      ...(isKnown(invoiceReceivedOn) ? [] : ["debt.invoiceReceivedOn"]),
    ];
    return { refused: true, requires };
  }
  if (facts.debtor?.kind === "public" && statutory !== null)
    return { refused: false, from: Math.min(due + 1, statutory), unfair: false };
  const fairTo = statutory === null ? null : statutory - STATUTORY_DAYS + LONGEST_FAIR_DAYS;
  return { refused: false, from: due + 1, unfair: fairTo !== null && due >= fairTo };
}

/** The fixed sums of the Act, one for each invoice; for the whole debt where no invoices are named. Null where neither is known. */
export function fixedSum({ debt }: Facts): number | null {
  const debts = isKnown(debt?.invoices) && debt.invoices.length > 0 ? debt.invoices : [debt?.principal];
  let sum = 0;
  for (const each of debts) {
    if (!isKnown(each) || each <= 0) return null;
    sum += fixedSumOf(each);
  }
  return sum;
}
