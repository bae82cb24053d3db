import fc from "fast-check";
import { expect, test } from "vitest";
import { dateOf, dayOf } from "#app/domain/law/calendar/civil.ts";
import type { Facts } from "#app/domain/law/facts.ts";
import { interestOn } from "#app/domain/law/money/interest.ts";
import { calculate } from "./calculators.ts";
import { but } from "./cases.ts";

const business: Facts = {
  debt: { kind: "invoice_b2b", purpose: "commercial", principal: 1_000_00, currency: "EUR" },
  creditor: { kind: "business" },
  debtor: { kind: "company" },
  interest: { from: "2026-01-01", to: "2026-01-31" },
};
const interest = (over: object) => calculate("DE", ["interest", "interest"], but(business, over));
const rate = (over: object) => ({ rate: null, ...interest(over) }).rate;

test("DE-COV-02: nine points only between businesses and only for a price, five wherever a consumer takes part", () => {
  expect(rate({})).toBe("10.27");
  expect(rate({ debt: { kind: "rent" } })).toBe("10.27");
  expect(rate({ debt: { kind: "loan_bank" } })).toBe("6.27");
  expect(rate({ debt: { kind: "other" } })).toBe("6.27");
  expect(rate({ debt: { kind: "goods" }, creditor: { kind: "natural" } })).toBe("6.27");
  expect(rate({ debt: { kind: "goods", purpose: "consumer" }, debtor: { kind: "sole_trader" } })).toBe(
    "6.27",
  );
});

test("DE-COV-02: unknown parties bear the consumer's rate, and are asked for", () => {
  const found = interest({ debt: { kind: "services", purpose: null }, debtor: { kind: "sole_trader" } });
  expect(found).toMatchObject({ rate: "6.27", requires: ["debt.purpose"] });
  expect(found).not.toHaveProperty("fixedSum");
});

test("DE-MONEY-01: a loan on land bears two and a half points; whether it is one is asked of a consumer's", () => {
  const loan = { debt: { kind: "loan_bank", purpose: "consumer" }, debtor: { kind: "natural_consumer" } };
  expect(rate(but(loan, { debt: { landCharge: true } }))).toBe("3.77");
  expect(interest(but(loan, { debt: { landCharge: false } }))).not.toHaveProperty("requires");
  expect(interest(loan)).toMatchObject({ rate: "6.27", requires: ["debt.landCharge"] });
});

test("DE-MONEY-01: an obligation of 28 July 2014 bears eight points, unless it continues, and no flat sum", () => {
  const old = { debt: { createdOn: "2014-07-28" } };
  expect(interest(old)).toMatchObject({
    rate: "9.27",
    findings: [{ rule: "DE-MONEY-01", reason: "de_old_rate" }],
  });
  expect(interest(old)).not.toHaveProperty("fixedSum");
  expect(rate({ debt: { createdOn: "2014-07-29" } })).toBe("10.27");
  expect(rate({ debt: { createdOn: "2014-07-28", performedOn: "2016-06-30" } })).toBe("9.27");
  expect(rate({ debt: { createdOn: "2014-07-28", performedOn: "2016-07-01" } })).toBe("10.27");
});

test("DE-MONEY-02: forty euros for each invoice of a debtor who is no consumer", () => {
  expect(interest({})).toMatchObject({ fixedSum: 40_00 });
  expect(interest({ debt: { invoices: [400_00, 600_00] } })).toMatchObject({ fixedSum: 80_00 });
});

test("DE-MONEY-04: without default, interest runs from the day after the suit", () => {
  const silent = {
    debt: { kind: "goods", purpose: "consumer", invoiceReceivedOn: "2025-12-01", invoiceHint: false },
    debtor: { kind: "natural_consumer" },
    interest: { from: "2025-12-01" },
  };
  expect(interest(silent)).toMatchObject({ refused: true, rule: "DE-ESC-02", reason: "de_no_default" });
  const found = interest(but(silent, { suedOn: "2026-01-10" }));
  expect(found).toMatchObject({ interestFrom: "2026-01-11", days: 21 });
  expect(found).not.toHaveProperty("verzugFrom");
});

test("DE-ESC-01: a reminder after maturity starts default the day after, one before it does not", () => {
  const reminded = (remindersOn: string[]) =>
    interest({
      debt: { dueDate: "2025-12-01" },
      notices: { remindersOn },
      interest: { from: "2025-11-01", to: "2026-01-31" },
    });
  expect(reminded(["2025-12-02"])).toMatchObject({ verzugFrom: "2025-12-03" });
  expect(reminded(["2025-12-01", "2025-12-20"])).toMatchObject({ verzugFrom: "2025-12-21" });
});

test("no figure in another currency, on reversed or contradictory facts, or beyond the base rate on file", () => {
  expect(interest({ debt: { currency: "USD" } })).toMatchObject({ refused: true, reason: "wrong_currency" });
  expect(interest({ interest: { to: "2025-12-31" } })).toMatchObject({ refused: true });
  expect(interest({ debt: { purpose: "consumer" } })).toMatchObject({
    refused: true,
    reason: "contradiction",
  });
  expect(interest({ interest: { to: "2026-12-31" } })).toMatchObject({ days: 365 });
  expect(interest({ interest: { to: "2027-01-01" } })).toMatchObject({ refused: true, rule: "X-10" });
  expect(interest({ interest: { from: "2015-12-31" } })).toMatchObject({ refused: true, rule: "X-10" });
});

test("a figure shown for today stops at the last verified base rate and says so", () => {
  const question = { jurisdiction: "DE", from: "2026-12-01", to: "2027-02-01", beyond: "shown" } as const;
  const found = interestOn({ ...question, facts: but(business, { verzugFrom: "2026-12-01" }) });
  expect(found).toMatchObject({ shownTo: "2026-12-31", days: 31, notes: [{ rule: "X-10" }] });
});

test("segments follow each half-year without a gap and add up to the total within a cent each", () => {
  const day = fc.integer({ min: dayOf("2016-01-01"), max: dayOf("2026-12-31") });
  fc.assert(
    fc.property(day, day, fc.integer({ min: 1, max: 10_000_000 }), (a, b, principal) => {
      const [from, to] = [dateOf(Math.min(a, b)), dateOf(Math.max(a, b))];
      const found = interestOn({
        jurisdiction: "DE",
        facts: but(business, { debt: { principal }, verzugFrom: from }),
        from,
        to,
      });
      if (found.refused) throw new Error(found.reason);
      const { segments, amount, days } = found;
      expect(segments[0].from).toBe(from);
      expect(segments.at(-1)?.to).toBe(to);
      for (const [at, segment] of segments.slice(1).entries()) {
        expect(dayOf(segment.from)).toBe(dayOf(segments[at].to) + 1);
        expect(segment.from).toMatch(/-(01|07)-01$/);
      }
      expect(days).toBe(segments.reduce((sum, each) => sum + each.days, 0));
      const shown = segments.reduce((sum, each) => sum + each.amount, 0);
      expect(Math.abs(shown - amount)).toBeLessThanOrEqual(segments.length);
    }),
    { numRuns: 300 },
  );
});

test("DE-MONEY-03: a consumer's payment goes to the principal before the interest, another's to the interest", () => {
  const paid = (facts: Facts) =>
    calculate("DE", ["interest", "allocation"], {
      ...facts,
      payment: 500_00,
      owed: { costs: 100_00, interest: 300_00, principal: 1_000_00 },
    });
  const loan: Facts = {
    debt: { kind: "loan_bank", purpose: "consumer" },
    debtor: { kind: "natural_consumer" },
  };
  expect(paid(loan)).toMatchObject({ allocation: { costs: 100_00, interest: 0, principal: 400_00 } });
  expect(paid(but(loan, { debt: { landCharge: true } }))).toMatchObject({
    allocation: { costs: 100_00, interest: 300_00, principal: 100_00 },
    principalLeft: 900_00,
  });
  expect(paid(business)).toMatchObject({ allocation: { interest: 300_00 } });
  expect(paid({ debt: { kind: "loan_private", purpose: "consumer" } })).toMatchObject({
    allocation: { interest: 0 },
    requires: ["creditor.kind"],
  });
});
