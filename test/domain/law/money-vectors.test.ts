import { expect, test } from "vitest";
import type { Facts } from "#app/domain/law/facts.ts";
import { allocate } from "#app/domain/law/money/allocate.ts";
import { type CourtFeeKind, courtFee } from "#app/domain/law/money/court-fee.ts";
import { feeCap, garnishmentCap } from "#app/domain/law/money/fee-cap.ts";
import { interestOn } from "#app/domain/law/money/interest.ts";
import { judgmentInterestOn } from "#app/domain/law/money/judgment-interest.ts";

const yuan = (amount: number) => amount * 100;
const fee = (kind: CourtFeeKind, amount: number) => {
  const found = courtFee({ jurisdiction: "CN", kind, amount: yuan(amount) });
  return found.refused ? null : found.fee;
};

test("CN-TV-01: the fee of an 85,000 claim, its simplified half and its payment-order third", () => {
  expect([fee("acceptance", 85_000), fee("simplified", 85_000), fee("payment-order", 85_000)]).toEqual([
    192_500, 96_250, 64_167,
  ]);
});

test("CN-TV-02 and -03: the acceptance fee adds its bands", () => {
  expect([fee("acceptance", 1_250_000), fee("acceptance", 25_000_000)]).toEqual([1_605_000, 16_680_000]);
});

test("CN-TV-04: enforcement fees by band, and not prepaid", () => {
  expect([fee("enforcement", 85_000), fee("enforcement", 1_250_000)]).toEqual([117_500, 1_490_000]);
  expect(courtFee({ jurisdiction: "CN", kind: "enforcement", amount: yuan(85_000) })).toMatchObject({
    prepaid: false,
  });
});

test("CN-TV-05: preservation is capped at 5,000", () => {
  expect([fee("preservation", 85_000), fee("preservation", 1_250_000)]).toEqual([87_000, 500_000]);
});

test("band edges charge the lower band to its last fen", () => {
  expect([
    fee("acceptance", 10_000),
    fee("acceptance", 100_000),
    fee("preservation", 1_000),
    fee("enforcement", 10_000),
  ]).toEqual([5_000, 230_000, 3_000, 5_000]);
});

const loan: Facts = {
  debt: {
    kind: "loan_private",
    principal: yuan(200_000),
    currency: "CNY",
    contractDate: "2023-07-10",
    dueDate: "2024-07-10",
    agreedRate: "18",
  },
  creditor: { kind: "natural" },
};

test("CN-TV-06: private lending is cut to four times the LPR of the contract's day", () => {
  const found = interestOn({ jurisdiction: "CN", facts: loan, from: "2024-07-11", to: "2025-03-31" });
  expect(found).toMatchObject({ amount: 2_054_137, days: 264, rate: "14.2", currency: "CNY" });
});

test("a private loan without any agreed rate bears the LPR of the default", () => {
  const facts: Facts = { ...loan, debt: { ...loan.debt, agreedRate: undefined, breachOn: "2024-07-11" } };
  expect(interestOn({ jurisdiction: "CN", facts, from: "2024-07-11", to: "2024-07-11" })).toMatchObject({
    rate: "3.45",
  });
});

test("X-10: a rate beyond the verified series is refused, or shown to its last verified day", () => {
  const facts: Facts = { ...loan, debt: { ...loan.debt, contractDate: "2026-08-21" } };
  const question = { jurisdiction: "CN", facts, from: "2026-09-01", to: "2026-10-01" };
  expect(interestOn(question)).toMatchObject({ refused: true, rule: "X-10", requires: ["rates.lpr1y"] });
  expect(interestOn({ ...question, beyond: "shown" })).toMatchObject({ amount: 0, shownTo: "2026-08-20" });
  const last: Facts = { ...loan, debt: { ...loan.debt, contractDate: "2026-08-20" } };
  expect(interestOn({ ...question, facts: last })).toMatchObject({ refused: false, rate: "12" });
});

test("CN-MONEY-04: an old contract may keep 24 % to 19 August 2020 and takes the cap of the suit after it", () => {
  const facts: Facts = {
    ...loan,
    debt: { ...loan.debt, contractDate: "2019-01-10", agreedRate: "30" },
    suedOn: "2024-08-01",
    oldRuleRequested: true,
  };
  const found = interestOn({ jurisdiction: "CN", facts, from: "2020-08-19", to: "2020-08-20" });
  expect(found.refused ? [] : found.segments.map(({ from, rate }) => [from, rate])).toEqual([
    ["2020-08-19", "24"],
    ["2020-08-20", "13.4"],
  ]);
});

test("CN-MONEY-10 and -11: a sale without a clause takes 130 % of the LPR, a small supplier five in ten thousand a day", () => {
  const sale: Facts = {
    debt: { kind: "goods", principal: yuan(10_000), breachOn: "2025-06-01" },
    creditor: { kind: "business" },
  };
  expect(interestOn({ jurisdiction: "CN", facts: sale, from: "2025-06-01", to: "2025-06-01" })).toMatchObject(
    { rate: "3.9" },
  );
  const small: Facts = {
    ...sale,
    creditor: { kind: "business", size: "sme" },
    debtor: { kind: "company", size: "large" },
  };
  expect(
    interestOn({ jurisdiction: "CN", facts: small, from: "2025-06-01", to: "2025-06-10" }),
  ).toMatchObject({ amount: 5_000 });
});

test("CN-TV-07: doubled delay interest counts from the day after the period to the day paid", () => {
  const facts: Facts = { judgment: { amount: yuan(100_000), periodEnds: "2025-03-10" } };
  expect(judgmentInterestOn({ jurisdiction: "CN", facts, to: "2025-06-18" })).toMatchObject({
    amount: 175_000,
    days: 100,
  });
  const paused: Facts = {
    ...facts,
    suspensions: [{ from: "2025-04-01", to: "2025-04-10", requestedByDebtor: false }],
  };
  expect(judgmentInterestOn({ jurisdiction: "CN", facts: paused, to: "2025-06-18" })).toMatchObject({
    days: 90,
  });
  const own: Facts = {
    ...facts,
    suspensions: [{ from: "2025-04-01", to: "2025-04-10", requestedByDebtor: true }],
  };
  expect(judgmentInterestOn({ jurisdiction: "CN", facts: own, to: "2025-06-18" })).toMatchObject({
    days: 100,
  });
});

test("US-TV-16: a consumer judgment in New York bears two per cent, never nine", () => {
  const on = (consumer: boolean) =>
    judgmentInterestOn({
      jurisdiction: "US-NY",
      facts: { judgment: { amount: 850_000, consumer } },
      from: "2026-01-11",
      to: "2026-07-10",
    });
  expect([on(true), on(false)]).toMatchObject([{ amount: 8_430, days: 181 }, { amount: 37_936 }]);
});

test("US-TV-17: a Californian judgment bears ten per cent, or five on a small personal debt", () => {
  const on = (consumer: boolean, amount = 3_000_000) =>
    judgmentInterestOn({
      jurisdiction: "US-CA",
      facts: { judgment: { amount, consumer, enteredOn: "2025-03-01" } },
      from: "2025-03-02",
      to: "2025-12-31",
    });
  expect([on(false), on(true)]).toMatchObject([{ amount: 250_685, days: 305 }, { amount: 125_342 }]);
  expect([on(true, 49_999_99), on(true, 50_000_00)]).toMatchObject([{ rate: "5" }, { rate: "10" }]);
});

test("a judgment rate that is published and not on file is refused", () => {
  for (const jurisdiction of ["US-TX", "US-FL", "US-GA", "US-NJ", "US-WA", "US-MA", "US-OH"]) {
    expect(
      judgmentInterestOn({
        jurisdiction,
        facts: { judgment: { amount: 1, consumer: true, enteredOn: "2025-06-01" } },
        to: "2026-01-01",
      }),
    ).toMatchObject({
      refused: true,
      requires: ["rates.judgment"],
    });
  }
});

test("US-TV-20: a loan from before military service bears six per cent from the call-up", () => {
  const facts: Facts = {
    debt: { principal: 100_000, agreedRate: "18", contractDate: "2024-01-01" },
    service: { startedOn: "2025-01-01", writtenNotice: true },
  };
  const found = interestOn({ jurisdiction: "US-TX", facts, from: "2024-12-31", to: "2025-01-02" });
  expect(found.refused ? [] : found.segments.map(({ days, rate }) => [days, rate])).toEqual([
    [1, "18"],
    [2, "6"],
  ]);
});

test("CN-TV-16: the contingency cap adds its bands on what is realised", () => {
  const cap = (realised: number) => {
    const found = feeCap({ jurisdiction: "CN", realised: yuan(realised) });
    return found.refused ? null : found.cap;
  };
  expect([cap(3_000_000), cap(12_000_000), cap(999_999.99)]).toEqual([48_000_000, 156_000_000, 17_999_999]);
  expect(feeCap({ jurisdiction: "CN", realised: 1, matter: "wages" })).toMatchObject({
    refused: true,
    reason: "fee_barred",
  });
  expect(feeCap({ jurisdiction: "US-TX", realised: 1 })).toMatchObject({ cap: null, warnAboveBps: 4_000 });
});

test("CN-TV-20: a payment covers costs, then interest, then principal", () => {
  expect(allocate(yuan(10_000), { costs: 192_500, interest: yuan(3_000), principal: yuan(50_000) })).toEqual({
    allocation: { costs: 192_500, interest: 300_000, principal: 507_500 },
    principalLeft: 4_492_500,
    over: 0,
  });
});

test("US-ESC-13: wages are garnished by the lesser of a quarter and what exceeds thirty minimum wages", () => {
  expect([
    garnishmentCap(200_00),
    garnishmentCap(217_50),
    garnishmentCap(250_00),
    garnishmentCap(400_03),
  ]).toEqual([0, 0, 32_50, 100_00]);
});
