import { dayOf } from "#app/domain/law/calendar/civil.ts";
import type { CourtFee, CourtFeeOf } from "#app/domain/law/money/court-fee.ts";
import { divideHalfUp } from "#app/domain/law/money/decimal.ts";
import { exactFee, FEE_SCALE } from "#app/domain/law/money/fee-table.ts";
import { refusal } from "#app/domain/law/money/refusal.ts";
import { feeTableOn } from "#app/domain/law/series/series.ts";

/** Half a fee for a payment order, at least this many cents (KV 1100). */
const ORDER_LEAST = 38_00;
/** Three fees for a lawsuit (KV 1210). */
const SUIT_FEES = 3n;

/**
 * GKG 34 with KV 1100, 1210. The fee of a payment order is due before the enforcement order, that of a suit in advance; the former is
 * credited to the latter.
 */
export const deCourtFee: CourtFeeOf = ({ kind, amount, on, series }) => {
  const found = feeTableOn(series, "DE-GKG", on ? dayOf(on) : Number.POSITIVE_INFINITY);
  if (!found) return refusal("X-10", "manual_quote", "fees.DE-GKG");
  if (amount <= 0) return refusal("DE-FEE-02", "contradiction", "amount");
  const full = exactFee(found.table, amount);
  const order = Math.max(ORDER_LEAST, Number(divideHalfUp(full, FEE_SCALE * 2n)));
  const suit = Number(divideHalfUp(full * SUIT_FEES, FEE_SCALE));
  const made = (fee: number, prepaid: boolean, citation: string): CourtFee => ({
    refused: false,
    fee,
    currency: "EUR",
    prepaid,
    citation,
  });
  switch (kind) {
    case "payment-order":
      return made(order, false, "GKG 34, KV 1100");
    case "suit":
      return made(suit, true, "GKG 12(1), 34, KV 1210");
    case "suit-after-payment-order":
      return made(suit - order, true, "GKG 12(3), 34, KV 1100, 1210");
    default:
      return null;
  }
};
