import { type Rolled, rollForward } from "#app/domain/law/calendar/workdays.ts";
import type { Series } from "#app/domain/law/series/series.ts";

/** A period of mainland procedure: its days from a day that does not count; the last one rolls to a working day (CPL 85). */
export type CnPeriod = { days: number; rule: string; citation: string };

export const cnPeriods = {
  appealJudgment: { days: 15, rule: "CN-ESC-19", citation: "民事诉讼法 171" },
  appealRuling: { days: 10, rule: "CN-ESC-19", citation: "民事诉讼法 171" },
  judicialConfirmation: { days: 30, rule: "CN-ESC-07", citation: "民事诉讼法 205" },
  paymentOrderObjection: { days: 15, rule: "CN-ESC-09", citation: "民事诉讼法 227" },
  prepayFee: { days: 7, rule: "CN-FEE-07", citation: "诉讼费用交纳办法 22" },
  refuseConversion: { days: 7, rule: "CN-ESC-11", citation: "民事诉讼法 228; 民诉法解释 438-439" },
  sueAfterPreservation: { days: 30, rule: "CN-ESC-18", citation: "民事诉讼法 104" },
} as const satisfies Record<string, CnPeriod>;

/** The last day of a period that starts on `from`, in day numbers; refused where that year's calendar is not on file. */
export const cnDeadline = (series: Series, from: number, { days }: CnPeriod): Rolled =>
  rollForward(series, ["CN"], from + days);
