import { dayOf } from "#app/domain/law/calendar/civil.ts";
import type { CourtFee, CourtFeeOf } from "#app/domain/law/money/court-fee.ts";
import { divideHalfUp } from "#app/domain/law/money/decimal.ts";
import { exactFee, FEE_SCALE } from "#app/domain/law/money/fee-table.ts";
import { feeTableOn } from "#app/domain/law/series/series.ts";

/** Whatever the sum, preservation costs no more (art. 14(2)). */
const PRESERVATION_MOST = 5_000_00n * FEE_SCALE;

/** 诉讼费用交纳办法 13-16, 20, 38 (CN-FEE-01 to -06). */
export const cnCourtFee: CourtFeeOf = ({ kind, amount, on, series }) => {
  const exact = (id: string) => {
    const found = feeTableOn(series, id, on ? dayOf(on) : Number.POSITIVE_INFINITY);
    return found && exactFee(found.table, amount);
  };
  const made = (fee: bigint | null, divisor: bigint, prepaid: boolean, article: string): CourtFee | null =>
    fee === null
      ? null
      : {
          refused: false,
          fee: Number(divideHalfUp(fee, FEE_SCALE * divisor)),
          currency: "CNY",
          prepaid,
          citation: `诉讼费用交纳办法 ${article}`,
        };
  switch (kind) {
    case "acceptance":
      return made(exact("CN-ACCEPTANCE"), 1n, true, "13");
    case "simplified":
      return made(exact("CN-ACCEPTANCE"), 2n, true, "15-16");
    case "payment-order":
      return made(exact("CN-ACCEPTANCE"), 3n, true, "14(3)");
    case "enforcement":
      return made(exact("CN-ENFORCEMENT"), 1n, false, "14(1), 20, 38");
    case "preservation": {
      const fee = exact("CN-PRESERVATION");
      return made(fee !== null && fee > PRESERVATION_MOST ? PRESERVATION_MOST : fee, 1n, true, "14(2)");
    }
    default:
      return null;
  }
};
