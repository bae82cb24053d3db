import fc from "fast-check";
import { expect, test } from "vitest";
import { balancesBy } from "#app/domain/ledger/legs.ts";
import { owedLegs, owedWhen } from "#app/domain/ledger/owed.ts";
import {
  type About,
  changesBy,
  disputeEnd,
  legsOf,
  type Movement,
  notAhead,
} from "#app/domain/payments/movements.ts";

const about: About = {
  orgId: "payee",
  bank: "collector_bank",
  paid: { caseId: "case", purpose: "recovery", payerOrgId: null },
};
const movement = (given: Partial<Movement>): Movement => ({
  ...{
    id: "txn_1",
    type: "charge",
    currency: "USD",
    gross: 10_900n,
    fee: 346n,
    at: new Date("2026-03-02T09:00:00Z"),
  },
  paid: { amount: 10_000n, currency: "EUR" },
  ...given,
});
const balances = (...movements: Movement[]) =>
  Object.fromEntries(balancesBy(movements.flatMap((each) => legsOf(each, about) ?? [])));

test("a bank's question that came to nothing is no loss, and what was prevented is one only where it kept money", () => {
  const taken = [{ gross: -1_000n }];
  expect(
    ["won", "lost", "needs_response", "warning_under_review"].map((each) => disputeEnd(each, taken)),
  ).toEqual(["won", "lost", "open", "open"]);
  expect(disputeEnd("warning_closed", [])).toBe("won");
  expect(disputeEnd("prevented", [])).toBe("won");
  expect(disputeEnd("prevented", [...taken, { gross: 1_000n }])).toBe("won");
  expect(disputeEnd("prevented", taken)).toBe("lost");
});

test("where the provider changes the currency, debtor and balance each move in their own, with the provider between", () => {
  expect(balances(movement({}))).toEqual({
    "case/debtor/EUR": -10_000n,
    "case/provider_clearing/EUR": 10_000n,
    "case/provider_clearing/USD": -10_900n,
    "payee/connected_balance/USD": 10_554n,
    "payee/provider_fees/USD": 346n,
  });
  const back = movement({
    id: "txn_2",
    type: "refund",
    gross: -5_500n,
    fee: 0n,
    paid: { amount: 5_000n, currency: "EUR" },
  });
  expect(balances(movement({}), back)).toMatchObject({
    "case/debtor/EUR": -5_000n,
    "payee/connected_balance/USD": 5_054n,
  });
});

test("a dispute takes the money out of the payee's hand at once, and out of the payment only when it is lost", () => {
  const paid = { amount: 100n, currency: "EUR" };
  const changes = (type: Movement["type"]) => changesBy({ type, paid });
  expect(changes("dispute")).toEqual({ paid: 0n, inHand: -100n });
  expect(changes("dispute_reversal")).toEqual({ paid: 0n, inHand: 100n });
  expect(changes("dispute_lost")).toEqual({ paid: -100n, inHand: 0n });
  expect(changes("payout")).toEqual({ paid: 0n, inHand: 0n });
});

test("a provider's clock that is ahead dates nothing into our future", () => {
  const now = new Date("2026-03-02T09:00:00Z");
  expect(notAhead(new Date("2026-03-09T09:00:00Z"), now)).toEqual(now);
  expect(notAhead(new Date("2026-03-01T09:00:00Z"), now)).toEqual(new Date("2026-03-01T09:00:00Z"));
});

test("what is owed, paid and paid too much hangs on the sums alone, whatever came first, and moves by balanced legs", () => {
  const sum = fc.bigInt(0n, 1_000_000n);
  fc.assert(
    fc.property(sum, sum, sum, sum, sum, (due, paid, reported, laterDue, laterPaid) => {
      const before = owedWhen({ due, paid, reported });
      const after = owedWhen({ due: laterDue, paid: laterPaid, reported });
      expect(before.settled + before.over).toBe(paid);
      expect(before.owed + before.reported + before.settled).toBeGreaterThanOrEqual(due);
      expect([before.owed, before.over].some((each) => each === 0n)).toBe(true);
      const legs = owedLegs({ caseId: "case", currency: "EUR" }, "fee", { from: before, to: after });
      const moved = balancesBy(legs);
      for (const state of ["owed", "settled", "over"] as const)
        expect(before[state] + (moved.get(`case/fee_${state}/EUR`) ?? 0n)).toBe(after[state]);
      expect(legs.every(({ amount }) => amount > 0n)).toBe(true);
    }),
  );
});
