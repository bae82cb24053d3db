import type { Calculator, Calculators, Topic } from "#app/domain/law/calculator.ts";
import { cnCalculators } from "#app/domain/law/calculators/cn.ts";
import { deCalculators } from "#app/domain/law/calculators/de.ts";
import { gbCalculators } from "#app/domain/law/calculators/gb.ts";
import { usCalculators } from "#app/domain/law/calculators/us.ts";
import type { PackId } from "#app/domain/law/pack.ts";

export const calculatorsByPack: Record<PackId, Calculators> = {
  US: usCalculators,
  CN: cnCalculators,
  "GB-EW": gbCalculators,
  DE: deCalculators,
};

/** The calculation that answers a question in a pack's country; null where the country does not know the question. */
export function calculatorOf(pack: PackId, topic: Topic, question: string): Calculator | null {
  const known = calculatorsByPack[pack][topic];
  return Object.hasOwn(known, question) ? known[question] : null;
}
