import { isId } from "#app/domain/ids.ts";
import type { Account } from "#app/domain/ledger/accounts.ts";
import type { Leg } from "#app/domain/ledger/legs.ts";
import type { PaymentPurpose } from "./payments.ts";

export const movementTypes = [
  "charge",
  "refund",
  "refund_failure",
  "dispute",
  "dispute_reversal",
  /** A dispute that was lost moves no balance; what was held back is the payer's for good. */
  "dispute_lost",
  "payout",
  "payout_reversal",
] as const;
export type MovementType = (typeof movementTypes)[number];

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

type Sum = { amount: bigint; currency: string };

/** One movement of a provider's balance, as the provider booked it; `gross` less `fee` is what the balance gained. */
export type Movement = {
  id: string;
  type: MovementType;
  currency: string;
  gross: bigint;
  fee: bigint;
  at: Date;
  /** What the payer paid or got back, in the currency of the payment: another one than the balance's where the provider changed it. */
  paid: Sum | null;
};

/** Whose balance it is, and what the money was for; a payout is for no case. */
export type About = {
  orgId: string;
  bank: "creditor_bank" | "collector_bank" | "platform_bank";
  paid: { caseId: string; purpose: PaymentPurpose; payerOrgId: string | null } | null;
};

/** The provider's clock may be ahead of ours; the books and the log know no future. */
export const notAhead = (at: Date, now: Date): Date => (at > now ? now : at);

/** The cause a movement is booked under: its own id, whichever of the provider's events told of it. */
export const causeOf = ({ id }: { id: string }): string => `stripe:${id}`;

/** Which way the payment itself goes with a movement: to the payee, back to the payer, or neither. */
const waysOfPayment: Partial<Record<MovementType, 1n | -1n>> = {
  charge: 1n,
  refund: -1n,
  refund_failure: 1n,
  dispute_lost: -1n,
};

/** The same of what the payee has in hand: a dispute takes it out at once. */
const waysInHand: Partial<Record<MovementType, 1n | -1n>> = {
  charge: 1n,
  refund: -1n,
  refund_failure: 1n,
  dispute: -1n,
  dispute_reversal: 1n,
};

/** What a movement changes of what was paid, and of what the payee has of it, in the payment's currency. */
export function changesBy({ type, paid }: Pick<Movement, "type" | "paid">): { paid: bigint; inHand: bigint } {
  const amount = paid?.amount ?? 0n;
  return { paid: amount * (waysOfPayment[type] ?? 0n), inHand: amount * (waysInHand[type] ?? 0n) };
}

export type DisputeEnd = "open" | "won" | "lost";
/** `warning_closed`: a bank's question that became no chargeback. `prevented`: settled or stopped before it was one. */
const endedBefore: ReadonlySet<string> = new Set(["warning_closed", "prevented"]);

/**
 * How a dispute stands by the provider's status. What ended before it was a chargeback is lost only as far as it took money that did
 * not come back: a question takes none, and what was settled with the payer's bank may have.
 */
export function disputeEnd(status: string, movements: readonly Pick<Movement, "gross">[]): DisputeEnd {
  if (status === "won" || status === "lost") return status;
  if (!endedBefore.has(status)) return "open";
  return movements.reduce((sum, { gross }) => sum + gross, 0n) < 0n ? "lost" : "won";
}

/** The payment that an object at the provider says it is of; null where it bears no such name: the payee's own business may use the same words. */
export function paymentNamedBy(
  metadata: Readonly<Record<string, string>> | null | undefined,
): { caseId: string; id: string } | null {
  const { case_id: caseId = "", payment_id: id = "" } = metadata ?? {};
  return isId(caseId) && isId(id) ? { caseId, id } : null;
}

/** What a movement gave back to the payer, or took back of that. */
export const wentBackBy = ({ type, amount }: { type: MovementType; amount: bigint }): bigint =>
  type === "charge" ? 0n : amount * -(waysOfPayment[type] ?? 0n);

/**
 * The transfers of one movement; null where it is none of ours to book. What the provider shows as the balance of the account that
 * was paid is `connected_balance`, gross in and fees out, so that the two can be compared to the cent.
 */
export function legsOf(movement: Movement, about: About): Leg[] | null {
  const places = placesOf(about);
  const { currency, fee } = movement;
  const legs = mainLegs(movement, places);
  if (!legs) return null;
  const fees: Account = { kind: "provider_fees", bookId: about.orgId };
  if (fee > 0n) legs.push({ from: places.held, to: fees, currency, amount: fee });
  if (fee < 0n) legs.push({ from: fees, to: places.held, currency, amount: -fee });
  return legs;
}

type Places = { payer: Account | null; held: Account; bank: Account; caseId: string | null };

function placesOf({ orgId, bank, paid }: About): Places {
  const party = (kind: Account["kind"], bookId = orgId): Account => ({ kind, bookId });
  const toPlatform = paid ? paid.purpose === "platform_charge" : bank === "platform_bank";
  return {
    payer: payerOf(orgId, paid),
    held: party(toPlatform ? "platform_fees" : "connected_balance"),
    bank: party(bank),
    caseId: paid?.caseId ?? null,
  };
}

function payerOf(orgId: string, paid: About["paid"]): Account | null {
  if (!paid) return null;
  switch (paid.purpose) {
    case "recovery":
      return { kind: "debtor", bookId: paid.caseId };
    case "collector_fee":
    case "advance":
      return { kind: "creditor_bank", bookId: paid.payerOrgId ?? paid.caseId };
    case "platform_charge":
      return { kind: "creditor_bank", bookId: orgId };
  }
}

function mainLegs(movement: Movement, { payer, held, bank, caseId }: Places): Leg[] | null {
  const { type, currency } = movement;
  const settled: Sum = { amount: absolute(movement.gross), currency };
  const paid: Sum = movement.paid ? { ...movement.paid, amount: absolute(movement.paid.amount) } : settled;
  if (type === "payout") return moved(held, bank, settled);
  if (type === "payout_reversal") return moved(bank, held, settled);
  if (!payer || !caseId) return null;
  const disputed: Account = { kind: "dispute_held", bookId: caseId };
  const cross = (from: [Account, Sum], to: [Account, Sum]) => crossing(caseId, from, to);
  switch (type) {
    case "charge":
    case "refund_failure":
      return cross([payer, paid], [held, settled]);
    case "refund":
      return cross([held, settled], [payer, paid]);
    case "dispute":
      return moved(held, disputed, settled);
    case "dispute_reversal":
      return moved(disputed, held, settled);
    case "dispute_lost":
      return cross([disputed, settled], [payer, paid]);
  }
}

const absolute = (amount: bigint) => (amount < 0n ? -amount : amount);

const moved = (from: Account, to: Account, { amount, currency }: Sum): Leg[] =>
  amount > 0n ? [{ from, to, currency, amount }] : [];

/** One transfer, or two with the provider between them where it changes one currency into another. */
function crossing(caseId: string, [from, gives]: [Account, Sum], [to, takes]: [Account, Sum]): Leg[] {
  if (gives.currency === takes.currency) return moved(from, to, takes);
  const changed: Account = { kind: "provider_clearing", bookId: caseId };
  return [...moved(from, changed, gives), ...moved(changed, to, takes)];
}
