import fc from "fast-check";
import { expect, test } from "vitest";
import { feesOwed } from "#app/domain/ledger/fees-owed.ts";

const sum = (amounts: readonly bigint[]) => amounts.reduce((all, each) => all + each, 0n);
const money = fc.bigInt({ min: 0n, max: 10_000n });
const parts = fc.array(fc.record({ due: money, paid: money }), { maxLength: 4 });

test("nobody is owed more than is open of its own fee, nor all together more than the books say, and nothing is left unasked for", () => {
  fc.assert(
    fc.property(parts, money, (given, owed) => {
      const named = given.map((part, nth) => ({ ...part, orgId: `firm ${nth}` }));
      const found = feesOwed(named, owed);
      const open = new Map(named.map(({ orgId, due, paid }) => [orgId, due > paid ? due - paid : 0n]));
      for (const { orgId, amount } of found) {
        expect(amount).toBeGreaterThan(0n);
        expect(amount).toBeLessThanOrEqual(open.get(orgId) ?? 0n);
      }
      const all = sum([...open.values()]);
      expect(sum(found.map(({ amount }) => amount))).toBe(all < owed ? all : owed);
    }),
  );
});
