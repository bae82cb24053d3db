import { expect, test } from "vitest";
import { mustTellCosts } from "#app/domain/debtors/plan-answers.ts";
import { proposalIn, proposalOf } from "#app/domain/debtors/proposal.ts";
import { proposalWords } from "#app/messages/door/proposal.ts";

const firstOn = "2027-01-31";

test("the parts of a proposal come to what is owed, and none is more than was offered", () => {
  for (let owed = 1; owed < 700_000; owed += 997)
    for (const monthly of [1_234, 25_000, 99_999, 700_000]) {
      const made = proposalOf({ owed, monthly, firstOn });
      if (!made) continue;
      expect(made.each * (made.count - 1) + made.last).toBe(owed);
      expect(made.each).toBeLessThanOrEqual(monthly);
      expect(made.last).toBeLessThan(made.each + made.count);
    }
});

test("nothing owed, nothing offered and a plan without an end are none", () => {
  expect(proposalOf({ owed: 0, monthly: 100, firstOn })).toBeNull();
  expect(proposalOf({ owed: 100, monthly: 0, firstOn })).toBeNull();
  expect(proposalOf({ owed: 60_100, monthly: 100, firstOn })).toBeNull();
});

test("it ends on the month's last day where its own day is missing", () => {
  expect(proposalOf({ owed: 300, monthly: 150, firstOn })?.lastOn).toBe("2027-02-28");
});

test("people read it as people write it, in three languages", () => {
  const even = proposalOf({ owed: 120_000, monthly: 10_000, firstOn: "2027-01-01" });
  const uneven = proposalOf({ owed: 100_001, monthly: 50_000, firstOn: "2027-01-01" });
  const once = proposalOf({ owed: 5_000, monthly: 10_000, firstOn: "2027-01-01" });
  if (!even || !uneven || !once) throw new Error("No proposal");
  expect(proposalWords(even, "GBP", "en")).toBe(
    "12 monthly payments of £100.00, the first on 1 January 2027",
  );
  expect(proposalWords(even, "EUR", "de")).toBe(
    "12 Monatsraten zu je 100,00\u00a0EUR, die erste am 01.01.2027",
  );
  expect(proposalWords(even, "CNY", "zh")).toMatch(/^分 12 个月，每月 .*100\.00.*，首期 2027年1月1日$/);
  expect(proposalWords(uneven, "GBP", "en")).toBe(
    "3 monthly payments of £333.33, the last of £333.35, the first on 1 January 2027",
  );
  expect(proposalWords(once, "GBP", "en")).toBe("One payment of £50.00 on 1 January 2027");
});

test("only a proposal of the log is read as one", () => {
  const refs = { ...proposalOf({ owed: 1_000, monthly: 100, firstOn }), door: "parts" };
  expect(proposalIn(refs)?.count).toBe(10);
  expect(proposalIn({ ...refs, door: "dispute" })).toBeNull();
  expect(proposalIn({ door: "parts", monthly: 100, firstOn })).toBeNull();
  expect(proposalIn(undefined)).toBeNull();
});

test("in Germany a private person is told what a plan costs, and nobody else", () => {
  expect(mustTellCosts({ packId: "DE", isPerson: true })).toBe(true);
  expect(mustTellCosts({ packId: "DE", isPerson: false })).toBe(false);
  expect(mustTellCosts({ packId: "GB-EW", isPerson: true })).toBe(false);
});
