import type { Calculators } from "#app/domain/law/calculator.ts";

/** The calculations of US, by topic and question (INTERFACE of `rung law`). */
export const usCalculators: Calculators = {
  interest: {},
  limitation: {},
  deadline: {},
  "fee-cap": {},
  "court-fee": {},
};
