import type { Condition } from "#app/domain/law/pack.ts";
import { organisation } from "#app/domain/law/packs/acts.ts";

/** Owed or guaranteed by natural persons, at most $500,000, in cents (SB 1286). */
const COVERED_COMMERCIAL = 500_000_00;

/** US-COV-03: California covers small commercial debts of natural persons from 1 July 2025. */
const californiaCommercial: Condition = {
  all: [
    { state: "CA" },
    { from: "2025-07-01" },
    { fact: "debtor.kind", in: ["sole_trader", "natural_consumer"] },
    { fact: "debt.principal", atMost: COVERED_COMMERCIAL },
  ],
};

/** US-COV-01 to -03: whom Regulation F, or a state that follows it, protects. An unknown purpose counts as consumer. */
export const covered: Condition = {
  all: [
    { not: organisation },
    { any: [{ fact: "debt.purpose", in: ["consumer", "mixed"] }, californiaCommercial] },
  ],
};

/** The federal statute alone. */
export const consumer: Condition = {
  all: [{ not: organisation }, { fact: "debt.purpose", in: ["consumer", "mixed"] }],
};
