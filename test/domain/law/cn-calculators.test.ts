import fc from "fast-check";
import { expect, test } from "vitest";
import type { Facts } from "#app/domain/law/facts.ts";
import { allocate, principalFirst } from "#app/domain/law/money/allocate.ts";
import { calculate } from "./calculators.ts";

const yuan = (amount: number) => amount * 100;
const interest = ["interest", "interest"] as const;

const loan = (over: object, rest: Facts = {}): Facts => ({
  debt: {
    kind: "loan_private",
    principal: yuan(200_000),
    currency: "CNY",
    contractDate: "2023-07-10",
    dueDate: "2024-07-10",
    agreedRate: "18",
    ...over,
  },
  creditor: { kind: "natural" },
  interest: { to: "2025-03-31" },
  ...rest,
});

test("CN-TV-06: interest runs from the day after the due date, is cut to the cap, and says by which rule", () => {
  expect(calculate("CN", interest, loan({}))).toMatchObject({
    amount: 2_054_137,
    currency: "CNY",
    days: 264,
    interestFrom: "2024-07-11",
    rate: "14.2",
    segments: [{ from: "2024-07-11", to: "2025-03-31" }],
    findings: [{ rule: "CN-MONEY-01" }],
  });
});

test("CN-MONEY-02: interest, penalty and fees count together against the cap", () => {
  const at = (charges: object) => calculate("CN", interest, loan({ agreedRate: undefined, charges }));
  expect(at({ interest: "10", penalty: "3", fees: "1.2" })).toMatchObject({ rate: "14.2" });
  expect(at({ interest: "10", penalty: "3", fees: "1.2" })).not.toHaveProperty("findings");
  expect(at({ interest: "10", penalty: "3", fees: "1.3" })).toMatchObject({
    rate: "14.2",
    findings: [{ rule: "CN-MONEY-01" }],
  });
  expect(calculate("CN", interest, loan({ agreedRate: "6", charges: { penalty: "4" } }))).toMatchObject({
    rate: "10",
  });
  expect(at({ interest: "10", penalty: "unknown" })).toMatchObject({
    refused: true,
    requires: ["debt.charges.penalty"],
  });
});

test("CN-MONEY-04: without the request the cap of the suit's day holds for all of it, and a suit before the change is counsel's", () => {
  const old = (rest: Facts) =>
    calculate(
      "CN",
      interest,
      loan(
        { contractDate: "2019-01-10", agreedRate: "30" },
        { interest: { from: "2020-08-19", to: "2020-08-20" }, ...rest },
      ),
    );
  const rates = (found: ReturnType<typeof old>) =>
    found.refused ? found.reason : (found.segments as { rate: string }[]).map(({ rate }) => rate);
  expect(rates(old({ suedOn: "2024-08-01", oldRuleRequested: true }))).toEqual(["24", "13.4"]);
  expect(rates(old({ suedOn: "2024-08-01" }))).toEqual(["13.4", "13.4"]);
  expect(old({ suedOn: "2024-08-01", oldRuleRequested: "unknown" })).toMatchObject({
    requires: ["oldRuleRequested"],
  });
  expect(old({})).toMatchObject({ refused: true, requires: ["suedOn"] });
  expect(rates(old({ suedOn: "2020-08-19" }))).toBe("counsel_decision");
});

test("CN-MONEY-03: a loan without agreed interest bears none before it falls due", () => {
  const found = (from: string, to: string) =>
    calculate("CN", interest, loan({ agreedRate: null, lateClause: false }, { interest: { from, to } }));
  expect(found("2023-12-01", "2024-07-10")).toMatchObject({ amount: 0, days: 0, segments: [] });
  expect(found("2024-07-01", "2024-07-11")).toMatchObject({
    days: 1,
    rate: "3.45",
    segments: [{ from: "2024-07-11", to: "2024-07-11" }],
  });
});

test("CN-MONEY-06, -07 and -08: a bank's loan is cut to 24 %, unless the borrower of an older one does not ask for it", () => {
  const bank = (contractDate: string, borrowerRequestsReduction?: boolean) =>
    calculate(
      "CN",
      interest,
      loan(
        { kind: "loan_bank", contractDate, agreedRate: "30", dueDate: "2026-01-01" },
        {
          creditor: { kind: "financial_institution" },
          interest: { from: "2026-02-01", to: "2026-02-01" },
          ...(borrowerRequestsReduction !== undefined && { borrowerRequestsReduction }),
        },
      ),
    );
  expect(bank("2025-09-30")).toMatchObject({ rate: "24", findings: [{ rule: "CN-MONEY-06" }] });
  expect(bank("2025-09-30", true)).toMatchObject({ rate: "24" });
  expect(bank("2025-09-30", false)).toMatchObject({ rate: "30", findings: [{ rule: "CN-MONEY-06" }] });
  expect(bank("2025-10-01", false)).toMatchObject({ rate: "24", findings: [{ rule: "CN-MONEY-07" }] });
  const later = loan(
    { kind: "loan_bank", contractDate: "2028-01-01" },
    { creditor: { kind: "financial_institution" }, interest: { from: "2028-02-01", to: "2028-02-02" } },
  );
  expect(calculate("CN", interest, later)).toMatchObject({ refused: true, rule: "CN-MONEY-08" });
});

test("CN-MONEY-10: a sale with a clause but no rate, or with an unknown clause, gives no figure", () => {
  const sale = (over: object) =>
    calculate("CN", interest, {
      debt: { kind: "goods", principal: yuan(10_000), breachOn: "2025-06-01", ...over },
      creditor: { kind: "business" },
      interest: { from: "2025-06-01", to: "2025-06-30" },
    });
  expect(sale({ lateClause: false, agreedLateRate: null })).toMatchObject({ rate: "3.9" });
  expect(sale({ lateClause: true })).toMatchObject({ refused: true, requires: ["debt.agreedLateRate"] });
  expect(sale({ lateClause: "unknown" })).toMatchObject({ refused: true, requires: ["debt.lateClause"] });
  expect(sale({ lateClause: true, agreedLateRate: "8" })).toMatchObject({ rate: "8" });
  expect(sale({ breachOn: "2019-08-19" })).toMatchObject({ refused: true, rule: "CN-MONEY-10" });
});

test("CN-MONEY-11: a small supplier's invoice is due thirty days after delivery to a public body, sixty to a large firm", () => {
  const from = (debtor: Facts["debtor"], over: object = {}) => {
    const found = calculate("CN", interest, {
      debt: { kind: "goods", principal: yuan(10_000), deliveredOn: "2025-06-01", ...over },
      creditor: { kind: "business", size: "sme" },
      debtor,
      interest: { to: "2025-09-30" },
    });
    return found.refused ? found.rule : (found.segments as { from: string; rate: string }[])[0];
  };
  expect(from({ kind: "public" })).toMatchObject({ from: "2025-07-02", rate: "18.25" });
  expect(from({ kind: "public" }, { dueDate: "2025-09-01" })).toMatchObject({ from: "2025-08-01" });
  expect(from({ kind: "company", size: "large" })).toMatchObject({ from: "2025-08-01" });
  expect(
    from({ kind: "company", size: "large" }, { agreedLateRate: "2", contractDate: "2025-05-20" }),
  ).toMatchObject({ rate: "3" });
  expect(from({ kind: "public" }, { deliveredOn: "2025-04-01" })).toBe("CN-MONEY-11");
});

test("CN-HOLD-02: interest stops the day before a bankruptcy was accepted, by the mainland's own date", () => {
  const found = calculate(
    "CN",
    interest,
    loan({}, { holds: [{ type: "bankruptcy", startedAt: "2024-07-20T16:30:00Z" }] }),
  );
  expect(found).toMatchObject({ days: 10, segments: [{ from: "2024-07-11", to: "2024-07-20" }] });
});

test("CN-TV-07: delay interest runs from the day after the period, and nothing runs before it", () => {
  const delay = (rest: Facts) =>
    calculate("CN", ["interest", "post-judgment-interest"], {
      judgment: { amount: yuan(100_000), currency: "CNY", periodEnds: "2025-03-10" },
      ...rest,
    });
  expect(delay({ paidOn: "2025-06-18" })).toMatchObject({ amount: 175_000, days: 100 });
  expect(delay({ paidOn: "2025-03-10" })).toMatchObject({ amount: 0, days: 0, segments: [] });
  expect(
    delay({ paidOn: "2025-06-18", suspensions: [{ from: "2025-04-01", to: "2025-04-10" }] }),
  ).toMatchObject({ refused: true, requires: ["suspensions[].requestedByDebtor"] });
  expect(delay({ interest: { from: "2025-03-10", to: "2025-06-18" } })).toMatchObject({
    refused: true,
    reason: "contradiction",
  });
});

test("CN-TV-20: a payment covers costs, interest and principal; after judgment the delay interest comes last", () => {
  const facts: Facts = {
    payment: yuan(10_000),
    owed: { costs: 192_500, interest: yuan(3_000), principal: yuan(50_000) },
  };
  const question = ["interest", "allocation"] as const;
  expect(calculate("CN", question, facts)).toEqual({
    allocation: { costs: 192_500, interest: 300_000, principal: 507_500 },
    principalLeft: 4_492_500,
  });
  expect(calculate("CN", question, { ...facts, judgment: { enteredOn: "2025-01-10" } })).toEqual({
    allocation: { costs: 192_500, interest: 0, principal: 807_500 },
    principalLeft: 4_192_500,
  });
  expect(calculate("CN", question, { ...facts, owed: { ...facts.owed, costs: null } })).toMatchObject({
    refused: true,
    requires: ["owed.costs"],
  });
});

test("no fen of a payment is lost or invented, in either order", () => {
  const amount = fc.integer({ min: 0, max: 10_000_000 });
  fc.assert(
    fc.property(amount, amount, amount, amount, fc.boolean(), (payment, costs, due, principal, titled) => {
      const { allocation, principalLeft, over } = allocate(
        payment,
        { costs, interest: due, principal },
        titled ? principalFirst : undefined,
      );
      expect(allocation.costs + allocation.interest + allocation.principal + over).toBe(payment);
      expect(principalLeft).toBe(principal - allocation.principal);
      if (over > 0) expect(allocation).toEqual({ costs, interest: due, principal });
    }),
  );
});

test("CN-TV-16: a bid above the bands is not allowed, one at them is, and wages take none", () => {
  const bid = (facts: Facts) => calculate("CN", ["fee-cap", "contingency"], facts);
  expect(bid({ realised: yuan(3_000_000), feePercent: "20" })).toEqual({
    cap: yuan(480_000),
    fee: yuan(600_000),
    allowed: false,
  });
  expect(bid({ realised: yuan(3_000_000), fee: yuan(480_000) })).toMatchObject({ allowed: true });
  expect(bid({ realised: yuan(12_000_000) })).toEqual({ cap: yuan(1_560_000) });
  expect(bid({ realised: yuan(12_000_000), claim: yuan(3_000_000) })).toMatchObject({ cap: yuan(480_000) });
  expect(bid({ realised: yuan(1), matter: "wages" })).toMatchObject({ refused: true, rule: "CN-MONEY-12" });
  expect(bid({ realised: yuan(1), matter: "unknown" })).toMatchObject({
    refused: true,
    requires: ["matter"],
  });
});

test("CN-TV-01 to -05: court fees by question, with who pays in advance", () => {
  const fee = (question: string, amount: number | null, filedOn = "2026-03-01") =>
    calculate("CN", ["court-fee", question], { amount, filedOn, currency: "CNY" });
  expect(fee("acceptance", yuan(85_000))).toEqual({ fee: 192_500, prepaid: true });
  expect(fee("simplified", yuan(85_000))).toMatchObject({ fee: 96_250 });
  expect(fee("payment-order", yuan(85_000))).toMatchObject({ fee: 64_167 });
  expect(fee("enforcement", yuan(85_000))).toEqual({ fee: 117_500, prepaid: false });
  expect(fee("preservation", yuan(1_250_000))).toMatchObject({ fee: 500_000 });
  expect(fee("acceptance", null)).toMatchObject({ refused: true, requires: ["amount"] });
  expect(fee("acceptance", yuan(1), "2007-03-31")).toMatchObject({ refused: true });
});
