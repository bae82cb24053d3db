export type Owed = { costs: number; interest: number; principal: number };

/**
 * How a payment that does not cover everything is set off, unless the parties agreed otherwise. Before judgment: costs of realising the
 * claim, then interest, then principal. After it: the judgment debt first, and the doubled interest for delay, `interest` here, last.
 * Minor units; what is paid beyond the debt is returned as `over`.
 *
 * @see CC 561; 法释〔2014〕8号 4 (CN-MONEY-14)
 */
export function allocate(
  payment: number,
  owed: Owed,
  mode: "before_judgment" | "after_judgment" = "before_judgment",
): { allocation: Owed; principalLeft: number; over: number } {
  const allocation: Owed = { costs: 0, interest: 0, principal: 0 };
  const order =
    mode === "before_judgment"
      ? (["costs", "interest", "principal"] as const)
      : (["costs", "principal", "interest"] as const);
  let left = payment;
  for (const part of order) {
    allocation[part] = Math.min(left, owed[part]);
    left -= allocation[part];
  }
  return { allocation, principalLeft: owed.principal - allocation.principal, over: left };
}
