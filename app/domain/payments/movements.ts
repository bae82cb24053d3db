import type { Account } from "#app/domain/ledger/accounts.ts";
import type { Leg } from "#app/domain/ledger/legs.ts";
import type { PaymentPurpose } from "./payments.ts";

/** A movement's kind by the provider's own names for it; null for one that has nothing to do with a payment or a payout. */
export function movementType(type: string, category: string): MovementType | null {
  if (type === "adjustment")
    return category === "dispute" || category === "dispute_reversal" ? category : null;
  return byType[type] ?? null;
}

const byType: Record<string, MovementType> = {
  charge: "charge",
  payment: "charge",
  refund: "refund",
  payment_refund: "refund",
  payment_failure_refund: "refund",
  refund_failure: "refund_failure",
  payout: "payout",
  payout_failure: "payout_reversal",
  payout_cancel: "payout_reversal",
};

/** One movement of a provider's balance, as the provider booked it; `gross` less `fee` is what the balance gained. */
export type Movement = {
  id: string;
  type: MovementType;
  currency: string;
  gross: bigint;
  fee: bigint;
  at: Date;
};
export type MovementType =
  | "charge"
  | "refund"
  | "refund_failure"
  | "dispute"
  | "dispute_reversal"
  | "payout"
  | "payout_reversal";

/** Whose balance it is, and what the money was for; a payout is for no case. */
export type About = {
  orgId: string;
  bank: "creditor_bank" | "collector_bank";
  paid: { caseId: string; purpose: PaymentPurpose } | null;
};

/** The cause a movement is booked under: its own id, whichever of the provider's events told of it. */
export const causeOf = ({ id }: Pick<Movement, "id">): string => `stripe:${id}`;

/**
 * The transfers of one movement; null where it is none of ours to book. What the provider shows as the balance of the account that
 * was paid is `connected_balance`, gross in and fees out, so that the two can be compared to the cent.
 */
export function legsOf(movement: Movement, { orgId, bank, paid }: About): Leg[] | null {
  const party = (kind: Account["kind"]): Account => ({ kind, bookId: orgId });
  const payer = payerOf(orgId, paid);
  const held: Account =
    paid?.purpose === "platform_charge" ? party("platform_fees") : party("connected_balance");
  const ends = endsOf(movement.type, { payer, held, bank: party(bank), caseId: paid?.caseId ?? null });
  if (!ends) return null;
  const { currency, fee } = movement;
  const gross = movement.gross < 0n ? -movement.gross : movement.gross;
  const legs: Leg[] = gross > 0n ? [{ ...ends, currency, amount: gross }] : [];
  if (fee > 0n) legs.push({ from: held, to: party("provider_fees"), currency, amount: fee });
  if (fee < 0n) legs.push({ from: party("provider_fees"), to: held, currency, amount: -fee });
  return legs;
}

const payerOf = (orgId: string, paid: About["paid"]): Account | null => {
  if (!paid) return null;
  if (paid.purpose === "platform_charge") return { kind: "creditor_bank", bookId: orgId };
  return { kind: "debtor", bookId: paid.caseId };
};

type Places = { payer: Account | null; held: Account; bank: Account; caseId: string | null };

function endsOf(type: MovementType, { payer, held, bank, caseId }: Places): Pick<Leg, "from" | "to"> | null {
  if (type === "payout") return { from: held, to: bank };
  if (type === "payout_reversal") return { from: bank, to: held };
  if (!payer || !caseId) return null;
  const disputed: Account = { kind: "dispute_held", bookId: caseId };
  switch (type) {
    case "charge":
    case "refund_failure":
      return { from: payer, to: held };
    case "refund":
      return { from: held, to: payer };
    case "dispute":
      return { from: held, to: disputed };
    case "dispute_reversal":
      return { from: disputed, to: held };
  }
}

/** A dispute that was lost: what was held goes back to the payer for good. */
export function lostDisputeLegs(amount: bigint, currency: string, { orgId, paid }: About): Leg[] | null {
  const payer = payerOf(orgId, paid);
  if (!payer || !paid) return null;
  return [{ from: { kind: "dispute_held", bookId: paid.caseId }, to: payer, currency, amount }];
}
