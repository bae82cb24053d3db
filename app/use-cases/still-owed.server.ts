import { owedAccount } from "#app/domain/payments/asking.ts";
import type { Reader } from "#db/client.ts";
import { balanceOf } from "#db/queries/ledger.ts";
import { openPayments, type Payment } from "#db/queries/payments.ts";

/**
 * Whether a fee or charge is owed as far as this payment is for it, beside what can be paid at other pages that are open. What a debtor
 * owes is looked at when the money comes in: a page for it is good while its case is.
 */
export async function isStillOwed(
  reader: Reader,
  { caseId, id, purpose, amount, currency }: Payment,
): Promise<boolean> {
  if (purpose === "recovery") return true;
  const owed = await balanceOf(reader, { kind: owedAccount(purpose), bookId: caseId }, currency);
  const others = (await openPayments(reader, caseId, purpose)).filter((each) => each.id !== id);
  return others.reduce((left, each) => left - each.amount, owed) >= amount;
}
