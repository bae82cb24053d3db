import type { BalanceContent } from "#app/domain/papers/content.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { partsOf, type SetOffs } from "./set-off.ts";

/** What a balance letter says, but for who writes it. */
export type Balance = Pick<
  BalanceContent,
  "principal" | "interest" | "costs" | "payments" | "left" | "total"
>;

export type NoBalance =
  /** A figure that must not be made: a key of `law.reason.*`, or `no_order`. */
  | { kind: "cannot-tell"; reason: string }
  /** More was paid than is owed: what is too much goes back first. */
  | { kind: "overpaid" };

/**
 * How a claim stands at the end of the day its payments were set off up to: interest by principal and rate, each payment with what it paid,
 * and what is left of each part. Where no order of set-off is on file, payments leave a balance only of a claim that bears no interest.
 */
export function balanceOf(
  { principal, interest: asked }: { principal: number; interest: "none" | string },
  { order, payments, end }: SetOffs,
): Result<Balance, NoBalance> {
  const paid = payments.reduce((sum, { amount }) => sum + amount, 0);
  const head = { principal: String(principal), payments: payments.map(line) };
  if (typeof end === "string") {
    if (end !== "no_order" || asked !== "none") return err({ kind: "cannot-tell", reason: end });
    if (paid > principal) return err({ kind: "overpaid" });
    const nothing = { amount: "0", citation: null, parts: [] };
    return ok({ ...head, interest: nothing, costs: "0", left: null, total: String(principal - paid) });
  }
  const over = payments.reduce((sum, { setOff }) => sum + setOff.over, 0);
  if (over > 0) return err({ kind: "overpaid" });
  const { owed, costs } = end;
  return ok({
    ...{ ...head, interest: interestIn(end.accruals), costs: String(costs) },
    left: order && {
      costs: String(owed.costs),
      interest: String(owed.interest),
      principal: String(owed.principal),
    },
    total: String(owed.costs + owed.interest + owed.principal),
  });
}

const line = ({ on, amount, setOff }: SetOffs["payments"][number]) => ({
  ...{ on, amount: String(amount), setOff: partsOf(setOff) },
});

type Ended = Exclude<SetOffs["end"], string>;

function interestIn(accruals: Ended["accruals"]): Balance["interest"] {
  const parts = accruals.flatMap(({ principal, interest }) =>
    interest.segments.map(({ amount, ...segment }) => ({
      ...{ ...segment, principal: String(principal), amount: String(amount) },
    })),
  );
  const amount = accruals.reduce((sum, { interest }) => sum + interest.amount, 0);
  return { amount: String(amount), citation: accruals.at(-1)?.interest.citation ?? null, parts };
}
