import type { Calculators } from "#app/domain/law/calculator.ts";

/** The calculations of GB-EW, by topic and question (INTERFACE of `rung law`). */
export const gbCalculators: Calculators = {
  interest: {},
  limitation: {},
  deadline: {},
  "fee-cap": {},
  "court-fee": {},
};
