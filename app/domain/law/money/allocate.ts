export type Owed = { costs: number; interest: number; principal: number };
export type Share = keyof Owed;

/** Costs of realising the claim, then interest, then principal (CC 561, BGB 367(1)). */
export const usualOrder = ["costs", "interest", "principal"] as const satisfies readonly Share[];
/**
 * The debt before its interest: after judgment in mainland China, where the doubled interest for delay comes last (法释〔2014〕8号 4), and for
 * consumer loans in default in Germany (BGB 497(3)).
 */
export const principalFirst = ["costs", "principal", "interest"] as const satisfies readonly Share[];

/**
 * How a payment that does not cover everything is set off, unless the parties agreed otherwise. Minor units; what is paid beyond the debt
 * is returned as `over`.
 *
 * @see CN-MONEY-14, DE-MONEY-03
 */
export function allocate(
  payment: number,
  owed: Owed,
  order: readonly Share[] = usualOrder,
): { allocation: Owed; principalLeft: number; over: number } {
  const allocation: Owed = { costs: 0, interest: 0, principal: 0 };
  let left = payment;
  for (const share of order) {
    allocation[share] = Math.min(left, owed[share]);
    left -= allocation[share];
  }
  return { allocation, principalLeft: owed.principal - allocation.principal, over: left };
}
