import fc from "fast-check";
import { expect, test } from "vitest";
import type { CaseAnswers } from "#app/domain/cases/answers.ts";
import { publishedSeries } from "#app/domain/law/series/published.ts";
import { balanceOf } from "#app/domain/ledger/balance.ts";
import { type PaymentReceived, setOffs } from "#app/domain/ledger/set-off.ts";
import { addDays } from "#app/domain/timeline/local-time.ts";

const claim: CaseAnswers["claim"] = {
  kind: "loan_private",
  purpose: "commercial",
  creditorKind: "natural",
  principal: 100_000_00,
  currency: "CNY",
  dueOn: "2025-01-31",
  contractOn: "2024-01-31",
  written: "yes",
  interest: "agreed",
  agreedRate: "10",
  assigned: "no",
  description: "A loan that was not repaid.",
};

function balance(
  payments: readonly PaymentReceived[],
  until: string,
  {
    interest = claim.interest,
    jurisdiction = "CN-440300",
    courtCosts = [] as { on: string; amount: number }[],
  } = {},
) {
  const given = { ...claim, interest };
  const debtor = { kind: "company" as const, name: "Debtor", placeCode: jurisdiction };
  const question = { jurisdiction, answers: { claim: given, debtor }, series: publishedSeries };
  return balanceOf(given, setOffs({ ...question, payments, courtCosts, until }));
}
const paid = (id: string, on: string, amount: number): PaymentReceived => ({ id, on, amount });

test("interest runs on what each payment left of the principal, and the parts that are left come to what is outstanding", () => {
  // 59 days on 100,000 at ten per cent of a year of 365 are 1,616.44; 91 days on the 80,000 that are left are 1,994.52.
  expect(balance([paid("a", "2025-03-31", 21_616_44)], "2025-06-30")).toMatchObject({
    value: {
      principal: "10000000",
      interest: {
        amount: "361096",
        parts: [
          { from: "2025-02-01", to: "2025-03-31", days: 59, principal: "10000000", amount: "161644" },
          { from: "2025-04-01", to: "2025-06-30", days: 91, principal: "8000000", amount: "199452" },
        ],
      },
      payments: [{ on: "2025-03-31", setOff: { interest: "161644", principal: "2000000" } }],
      left: { costs: "0", interest: "199452", principal: "8000000" },
      total: "8199452",
    },
  });
});

test("what courts were paid is costs from its day on, once", () => {
  const courtCosts = [{ on: "2025-04-10", amount: 800_00 }];
  const at = (until: string) => balance([paid("a", "2025-05-01", 1_000_00)], until, { courtCosts });
  expect(at("2025-05-02")).toMatchObject({ value: { costs: "80000", left: { costs: "0" } } });
  expect(balance([], "2025-04-09", { courtCosts })).toMatchObject({ value: { costs: "0" } });
  expect(balance([], "2025-04-10", { courtCosts })).toMatchObject({ value: { costs: "80000" } });
});

test("what is outstanding is what was owed less what was paid, to the cent, whatever was paid when", () => {
  const some = fc.array(fc.record({ day: fc.nat(149), amount: fc.integer({ min: 1, max: 10_000_00 }) }), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(some, (all) => {
      const payments = all.map(({ day, amount }, at) => paid(`p${at}`, addDays("2025-02-01", day), amount));
      const found = balance(payments, "2025-06-30");
      if (!found.ok) throw new Error(found.error.kind);
      const { principal, interest, costs, total, left } = found.value;
      const received = payments.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
      expect(BigInt(total)).toBe(BigInt(principal) + BigInt(interest.amount) + BigInt(costs) - received);
      const parts = [left?.costs, left?.interest, left?.principal].map((part) => BigInt(part ?? 0));
      expect(parts.reduce((sum, part) => sum + part)).toBe(BigInt(total));
    }),
  );
});

test("where no order is on file a payment leaves a balance of a claim without interest alone; more than is owed is no balance anywhere", () => {
  const inCalifornia = { jurisdiction: "US-CA" };
  const some = [paid("a", "2025-03-31", 1_000_00)];
  expect(balance(some, "2025-06-30", { ...inCalifornia, interest: "none" })).toMatchObject({
    value: { total: "9900000", left: null, interest: { amount: "0", parts: [] } },
  });
  expect(balance(some, "2025-06-30", inCalifornia)).toEqual({
    ok: false,
    error: { kind: "cannot-tell", reason: "no_order" },
  });
  const all = [paid("a", "2025-03-31", 200_000_00)];
  for (const place of [{ ...inCalifornia, interest: "none" as const }, {}])
    expect(balance(all, "2025-06-30", place)).toEqual({ ok: false, error: { kind: "overpaid" } });
});

test("a day beyond the rates on file has no balance", () => {
  const given = {
    ...claim,
    interest: "statutory" as const,
    kind: "goods" as const,
    currency: "EUR" as const,
  };
  const debtor = { kind: "company" as const, name: "Debtor", placeCode: "DE-BE" };
  const inBerlin = {
    jurisdiction: "DE-BE",
    answers: { claim: { ...given, creditorKind: "business" as const }, debtor },
    known: { verzugFrom: "2025-02-01" },
    series: publishedSeries,
    payments: [],
  };
  const on = (until: string) => balanceOf(given, setOffs({ ...inBerlin, until }));
  expect(on("2025-06-30").ok).toBe(true);
  expect(on("2099-01-01")).toEqual({ ok: false, error: { kind: "cannot-tell", reason: "stale_rate" } });
});
