import type { Calculators } from "#app/domain/law/calculator.ts";

/** The calculations of DE, by topic and question (INTERFACE of `rung law`). */
export const deCalculators: Calculators = {
  interest: {},
  limitation: {},
  deadline: {},
  "fee-cap": {},
  "court-fee": {},
};
