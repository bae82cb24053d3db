import { dayOf } from "#app/domain/law/calendar/civil.ts";
import type { CourtFeeOf } from "#app/domain/law/money/court-fee.ts";
import { divideHalfUp } from "#app/domain/law/money/decimal.ts";
import { exactFee, FEE_SCALE } from "#app/domain/law/money/fee-table.ts";
import { manualQuote } from "#app/domain/law/money/refusal.ts";
import { feeTableOn } from "#app/domain/law/series/series.ts";

/** A federal civil complaint; the courts of the states are asked for a quote (us.md section 9). */
export const usCourtFee: CourtFeeOf = ({ kind, court, amount, on, series }) => {
  if (kind !== "filing" || court !== "federal_district") return manualQuote("US-STATE-04");
  const found = feeTableOn(series, "US-FEDERAL-FILING", on ? dayOf(on) : Number.POSITIVE_INFINITY);
  if (!found) return manualQuote("US-STATE-04");
  const fee = Number(divideHalfUp(exactFee(found.table, amount), FEE_SCALE));
  return { refused: false, fee, currency: "USD", prepaid: true, citation: "28 USC 1914" };
};
