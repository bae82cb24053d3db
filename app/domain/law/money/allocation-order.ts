import { type Facts, isKnown } from "#app/domain/law/facts.ts";
import { principalFirst, type Share, usualOrder } from "#app/domain/law/money/allocate.ts";
import { isConsumerLoan, openParties } from "#app/domain/law/money/de-parties.ts";

export type AllocationOrder = {
  order: readonly Share[];
  rule: string;
  citation: string;
  /** Facts that could change the order; it is the debtor's better one until they are known. */
  requires: string[];
};

/** In what order a payment that does not cover everything is set off; null where no order is on file for the place. */
export function allocationOrder(jurisdiction: string, facts: Facts): AllocationOrder | null {
  const [country] = jurisdiction.split("-");
  if (country === "CN") return mainlandOrder(facts);
  if (country === "DE") return germanOrder(facts);
  return null;
}

/** After a judgment its own debt comes first and the interest for delay last. @see CN-MONEY-14 */
export function mainlandOrder({ judgment }: Facts): AllocationOrder {
  const isTitled = isKnown(judgment?.amount) || isKnown(judgment?.enteredOn) || isKnown(judgment?.periodEnds);
  return {
    order: isTitled ? principalFirst : usualOrder,
    rule: "CN-MONEY-14",
    citation: isTitled ? "法释〔2014〕8号 4" : "民法典 561",
    requires: [],
  };
}

/** BGB 367(1), for loans to consumers 497(3), unless land is charged (503). @see DE-MONEY-03 */
export function germanOrder(facts: Facts): AllocationOrder {
  const loan = isConsumerLoan(facts);
  const asConsumerLoan = loan !== false && facts.debt?.landCharge !== true;
  return {
    order: asConsumerLoan ? principalFirst : usualOrder,
    rule: "DE-MONEY-03",
    citation: asConsumerLoan ? "BGB 497(3)" : "BGB 367(1)",
    requires: asConsumerLoan && loan === null ? openParties(facts) : [],
  };
}
