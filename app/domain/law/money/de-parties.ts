import { type Facts, isKnown } from "#app/domain/law/facts.ts";

/** yes, no, or unknown. */
export type Told = boolean | null;

const organisations = new Set(["company", "public"]);
const loans = new Set(["loan_bank", "loan_private"]);
const prices = new Set(["goods", "services", "invoice_b2b", "rent"]);

/** Whether the debtor is a consumer (BGB 13): what the debt was for decides, whoever is called what. */
export function debtorIsConsumer({ debt, debtor }: Facts): Told {
  if (debt?.kind === "invoice_b2b" || organisations.has(debtor?.kind ?? "")) return false;
  if (isKnown(debt?.purpose)) return debt.purpose !== "commercial";
  return debtor?.kind === "natural_consumer" ? true : null;
}

/** DE-COV-02: whether any consumer takes part in the transaction, the creditor included. */
export function consumerInvolved(facts: Facts): Told {
  const debtor = debtorIsConsumer(facts);
  if (debtor === true || facts.creditor?.kind === "natural") return true;
  if (debtor === null) return null;
  return facts.debt?.kind === "invoice_b2b" || isKnown(facts.creditor?.kind) ? false : null;
}

/** Whether the claim is the price of goods or services (Entgeltforderung), not a loan or damages. */
export function isPrice({ debt }: Facts): Told {
  if (!isKnown(debt?.kind)) return null;
  return prices.has(debt.kind);
}

/** A loan of a business to a consumer (BGB 491). */
export function isConsumerLoan(facts: Facts): Told {
  const { debt, creditor } = facts;
  if (!isKnown(debt?.kind)) return null;
  if (!loans.has(debt.kind) || creditor?.kind === "natural") return false;
  const consumer = debtorIsConsumer(facts);
  if (consumer !== true) return consumer;
  return debt.kind === "loan_bank" || isKnown(creditor?.kind) ? true : null;
}

/** Facts whose absence leaves the parties open. */
export function openParties({ debt, debtor, creditor }: Facts): string[] {
  return [
    ...(isKnown(debt?.kind) ? [] : ["debt.kind"]),
    ...(isKnown(debt?.purpose) || organisations.has(debtor?.kind ?? "") ? [] : ["debt.purpose"]),
    ...(isKnown(creditor?.kind) ? [] : ["creditor.kind"]),
  ];
}

/** A price between businesses that is a consumer's, or a company that is one. */
export const contradictsItself = ({ debt, debtor }: Facts) =>
  isKnown(debt?.purpose) &&
  debt.purpose === "consumer" &&
  (debt.kind === "invoice_b2b" || organisations.has(debtor?.kind ?? ""));
