import type { Calculators } from "#app/domain/law/calculator.ts";

/** The calculations of CN, by topic and question (INTERFACE of `rung law`). */
export const cnCalculators: Calculators = {
  interest: {},
  limitation: {},
  deadline: {},
  "fee-cap": {},
  "court-fee": {},
};
