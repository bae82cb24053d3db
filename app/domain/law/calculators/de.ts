import type { Calculators } from "#app/domain/law/calculator.ts";
import { deDeadlines } from "#app/domain/law/calculators/de-deadlines.ts";
import { deCourtFees, deFeeCaps } from "#app/domain/law/calculators/de-fees.ts";
import { allocation, interest } from "#app/domain/law/calculators/de-interest.ts";
import { lastDayToSue, titled } from "#app/domain/law/calculators/de-limitation.ts";

/** The calculations of DE, by topic and question (INTERFACE of `rung law`). */
export const deCalculators: Calculators = {
  interest: { interest, allocation },
  limitation: { "last-day-to-sue": lastDayToSue, titled },
  deadline: deDeadlines,
  "fee-cap": deFeeCaps,
  "court-fee": deCourtFees,
};
