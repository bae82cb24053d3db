export type Owed = { costs: number; interest: number; principal: number };

/**
 * How a payment that does not cover everything is set off: costs of realising the claim, then interest, then principal, unless the
 * parties agreed otherwise. Minor units; what is paid beyond the debt is returned as `over`.
 *
 * @see CC 561 (CN-MONEY-14)
 */
export function allocate(
  payment: number,
  owed: Owed,
): { allocation: Owed; principalLeft: number; over: number } {
  const costs = Math.min(payment, owed.costs);
  const interest = Math.min(payment - costs, owed.interest);
  const principal = Math.min(payment - costs - interest, owed.principal);
  return {
    allocation: { costs, interest, principal },
    principalLeft: owed.principal - principal,
    over: payment - costs - interest - principal,
  };
}
