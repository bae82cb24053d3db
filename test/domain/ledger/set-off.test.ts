import fc from "fast-check";
import { expect, test } from "vitest";
import type { CaseAnswers } from "#app/domain/cases/answers.ts";
import { publishedSeries } from "#app/domain/law/series/published.ts";
import { type PaymentReceived, setOffs } from "#app/domain/ledger/set-off.ts";
import { interestOf } from "#app/domain/timeline/claim-today.ts";

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
const inChina = {
  jurisdiction: "CN-440300",
  answers: { claim, debtor: { kind: "company" as const, name: "Debtor", placeCode: "CN-440300" } },
  series: publishedSeries,
};
const paid = (id: string, on: string, amount: number): PaymentReceived => ({ id, on, amount });
const interestOn = (today: string, more: { principal?: number; since?: string } = {}) => {
  const found = interestOf({ ...inChina, today, ...more });
  if (found.kind !== "counted") throw new Error(found.kind);
  return found.amount;
};

test("a payment covers the interest of its day first, and what is left the principal", () => {
  const due = interestOn("2025-06-30");
  expect(due).toBeGreaterThan(4_000_00);
  const { payments, principalLeft, order } = setOffs({
    ...inChina,
    payments: [paid("a", "2025-06-30", due + 500_00)],
  });
  expect(payments[0].setOff).toMatchObject({
    costs: 0,
    interest: due,
    principal: 500_00,
    over: 0,
    unassigned: 0,
    reason: null,
  });
  expect([principalLeft, order?.rule]).toEqual([99_500_00, "CN-MONEY-14"]);
});

test("a payment below the interest leaves the principal whole, and the rest of the interest for the next one", () => {
  const payments = [paid("a", "2025-06-30", 1_000_00), paid("b", "2025-06-30", 100_000_00)];
  const [first, second] = setOffs({ ...inChina, payments }).payments;
  expect(first.setOff).toMatchObject({ interest: 1_000_00, principal: 0 });
  expect(second.setOff.interest).toBe(interestOn("2025-06-30") - 1_000_00);
});

test("after a part of the principal is paid, interest runs from the next day on what is left", () => {
  const due = interestOn("2025-03-31");
  const payments = [paid("a", "2025-03-31", due + 40_000_00), paid("b", "2025-06-30", 5_000_00)];
  const [, second] = setOffs({ ...inChina, payments }).payments;
  const after = interestOn("2025-06-30", { principal: 60_000_00, since: "2025-04-01" });
  expect(second.setOff).toMatchObject({ interest: after, principal: 5_000_00 - after });
});

test("after judgment the principal comes before the interest", () => {
  const titled = { ...inChina, known: { judgment: { enteredOn: "2025-05-01" } } };
  const { payments } = setOffs({ ...titled, payments: [paid("a", "2025-06-30", 5_000_00)] });
  expect(payments[0].setOff).toMatchObject({ interest: 0, principal: 5_000_00 });
});

test("what is paid beyond the debt is owed back", () => {
  const due = interestOn("2025-06-30");
  const { payments } = setOffs({
    ...inChina,
    payments: [paid("a", "2025-06-30", claim.principal + due + 7)],
  });
  expect(payments[0].setOff).toMatchObject({ principal: claim.principal, interest: due, over: 7 });
});

test("a payment of the due day or before pays principal: no interest has run", () => {
  const { payments } = setOffs({ ...inChina, payments: [paid("a", "2025-01-31", 10_00)] });
  expect(payments[0].setOff).toMatchObject({ interest: 0, principal: 10_00 });
});

test("where no order is on file a payment stays unassigned and says so", () => {
  for (const jurisdiction of ["US-CA", "GB-EW"]) {
    const found = setOffs({ ...inChina, jurisdiction, payments: [paid("a", "2025-06-30", 5_000_00)] });
    expect(found.payments[0].setOff).toMatchObject({
      principal: 0,
      unassigned: 5_000_00,
      reason: "no_order",
    });
    expect([found.order, found.principalLeft]).toEqual([null, claim.principal]);
  }
});

const inGermany = {
  jurisdiction: "DE-BE",
  answers: {
    claim: {
      ...claim,
      kind: "invoice_b2b" as const,
      creditorKind: "business" as const,
      currency: "EUR" as const,
      interest: "statutory" as const,
    },
    debtor: { kind: "company" as const, name: "Debtor", placeCode: "DE-BE" },
  },
  known: { verzugFrom: "2025-02-01" },
  series: publishedSeries,
};

test("in Germany the fixed sum of a late payer counts as costs, and costs come first", () => {
  const { payments, order } = setOffs({ ...inGermany, payments: [paid("a", "2025-06-30", 50_00)] });
  expect(order).toMatchObject({ rule: "DE-MONEY-03", citation: "BGB 367(1)" });
  expect(payments[0].setOff).toMatchObject({ costs: 40_00, interest: 10_00, principal: 0 });
});

test("beyond the verified rates nothing is guessed: that payment and those after it stay unassigned", () => {
  const payments = [
    paid("a", "2025-06-30", 1_00),
    paid("b", "2099-01-01", 2_00),
    paid("c", "2099-01-02", 3_00),
  ];
  const found = setOffs({ ...inGermany, payments }).payments.map(({ setOff }) => [
    setOff.costs,
    setOff.unassigned,
  ]);
  expect(found).toEqual([
    [1_00, 0],
    [0, 2_00],
    [0, 3_00],
  ]);
});

test("the parts of every payment add up to it, and the order they are told in changes nothing", () => {
  const some = fc.uniqueArray(
    fc.record({ day: fc.integer({ min: 0, max: 120 }), amount: fc.integer({ min: 1, max: 90_000_00 }) }),
    { selector: ({ day }) => day, minLength: 1, maxLength: 5 },
  );
  fc.assert(
    fc.property(some, (all) => {
      const payments = all.map(({ day, amount }, index) =>
        paid(`p${index}`, new Date(Date.UTC(2025, 1, 1 + day)).toISOString().slice(0, 10), amount),
      );
      const found = setOffs({ ...inChina, payments });
      for (const { amount, setOff } of found.payments) {
        const { costs, interest, principal, over, unassigned } = setOff;
        expect(costs + interest + principal + over + unassigned).toBe(amount);
        expect(Math.min(costs, interest, principal, over, unassigned)).toBeGreaterThanOrEqual(0);
      }
      expect(found.principalLeft).toBeGreaterThanOrEqual(0);
      expect(setOffs({ ...inChina, payments: payments.toReversed() })).toEqual(found);
    }),
    { numRuns: 50 },
  );
});
