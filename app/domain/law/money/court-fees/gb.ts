import { dayOf } from "#app/domain/law/calendar/civil.ts";
import type { CourtFeeKind, CourtFeeOf } from "#app/domain/law/money/court-fee.ts";
import { divideDown } from "#app/domain/law/money/decimal.ts";
import { exactFee, FEE_SCALE } from "#app/domain/law/money/fee-table.ts";
import { manualQuote } from "#app/domain/law/money/refusal.ts";
import { feeTableOn } from "#app/domain/law/series/series.ts";

type Schedule = { id: string; rule: string; citation: string };

const schedules: Partial<Record<CourtFeeKind, Schedule>> = {
  issue: { id: "GB-ISSUE", rule: "GB-FEE-01", citation: "Civil Proceedings Fees Order 2008; EX50" },
  hearing: { id: "GB-SMALL-HEARING", rule: "GB-FEE-03", citation: "Civil Proceedings Fees Order 2008; EX50" },
  "fixed-costs": { id: "GB-FIXED-COSTS", rule: "GB-FEE-04", citation: "CPR 45" },
};

/** The most that is heard on the small-claims track, in pence (CPR 26; GB-FEE-05). */
export const SMALL_CLAIMS_MOST = 10_000_00;

/**
 * Issue of a money claim on the sum with interest to issue, five per cent of it cut to the penny; the hearing of a small claim; and the fixed
 * costs of issue that are claimed where a solicitor acts and the court serves.
 */
export const gbCourtFee: CourtFeeOf = ({ kind, amount, interestToIssue = 0, on, series }) => {
  const schedule = schedules[kind];
  if (!schedule) return null;
  if (kind === "hearing" && amount > SMALL_CLAIMS_MOST) return manualQuote(schedule.rule);
  const found = feeTableOn(series, schedule.id, on ? dayOf(on) : Number.POSITIVE_INFINITY);
  if (!found) return manualQuote(schedule.rule);
  const charged = kind === "issue" ? amount + interestToIssue : amount;
  const fee = Number(divideDown(exactFee(found.table, charged), FEE_SCALE));
  return {
    refused: false,
    fee,
    currency: "GBP",
    prepaid: kind !== "fixed-costs",
    citation: schedule.citation,
  };
};
