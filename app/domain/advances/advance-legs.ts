import type { Account, AccountKind } from "#app/domain/ledger/accounts.ts";
import type { Leg } from "#app/domain/ledger/legs.ts";
import type { AdvanceKind } from "./advances.ts";

type Book = { caseId: string; collectorOrgId: string | null; currency: string };

/**
 * A receipt: what lay on the collector's client account for it goes first, what came in at the provider is with the collector's bank by now.
 * A fixed fee is the collector's own from the act on.
 */
export function spentLegs(
  { caseId, collectorOrgId, currency }: Book,
  { kind, amount, inBank }: { kind: AdvanceKind; amount: bigint; inBank: bigint },
): Leg[] {
  const inCase = (name: AccountKind): Account => ({ kind: name, bookId: caseId });
  const collector: Account = { kind: "collector_bank", bookId: collectorOrgId ?? caseId };
  const ofBank = amount < inBank ? amount : inBank;
  const to = kind === "court_costs" ? inCase("court") : collector;
  const legs: Leg[] = [
    { from: inCase("advance_uses"), to: inCase("advance_spent"), currency, amount },
    { from: inCase("cost_advance"), to, currency, amount: ofBank },
    ...(kind === "court_costs" ? [{ from: collector, to, currency, amount: amount - ofBank }] : []),
  ];
  return legs.filter((leg) => leg.amount > 0n);
}

export const spentKey = (advanceId: string) => `advance-spent:${advanceId}`;
