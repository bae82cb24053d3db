import { expect, test } from "vitest";
import { dayOf } from "#app/domain/law/calendar/civil.ts";
import type { Facts } from "#app/domain/law/facts.ts";
import {
  financialLoan,
  isSmallSupplier,
  otherDebt,
  privateLoan,
  sale,
  smallSupplier,
  smallSupplierDue,
} from "#app/domain/law/money/cn-rates.ts";
import { consumerInvolved } from "#app/domain/law/money/de-parties.ts";
import { verzugOf } from "#app/domain/law/money/de-verzug.ts";
import { gbInterestStart } from "#app/domain/law/money/gb-interest.ts";
import { isCommercialDebt, latePaymentStart } from "#app/domain/law/money/gb-late-payment.ts";
import { interestOn } from "#app/domain/law/money/interest.ts";
import { judgmentInterestOn } from "#app/domain/law/money/judgment-interest.ts";
import { staleRate } from "#app/domain/law/money/rates.ts";
import { usJudgmentRates } from "#app/domain/law/money/us-judgment-rates.ts";
import { publishedSeries as series } from "#app/domain/law/series/published.ts";

const refused = (rule: string, reason: string, ...requires: string[]) => ({
  refused: true,
  rule,
  reason,
  requires,
});
const asks = (rule: string, ...requires: string[]) => refused(rule, "fact_unknown", ...requires);

const day = { from: dayOf("2025-07-01"), to: dayOf("2025-07-31"), series };
const period = { from: "2025-07-01", to: "2025-07-31" };

test("every rate of mainland China answers where not even a debt is known, and takes none for agreed", () => {
  const asked = { ...day, facts: {} };
  const rated = (rate: bigint, citation: string) => ({
    refused: false,
    stretches: [{ from: day.from, to: day.to, rate }],
    citation,
    notes: [],
  });
  expect(privateLoan(asked)).toEqual(rated(3_000_000n, "民法典 680; 民间借贷规定 28"));
  expect(financialLoan(asked)).toEqual(asks("CN-MONEY-06", "debt.agreedRate"));
  expect(sale(asked)).toEqual(rated(3_900_000n, "买卖合同解释 18(4)"));
  expect(smallSupplier(asked)).toEqual(rated(18_250_000n, "保障中小企业款项支付条例 17"));
  expect(otherDebt(asked)).toEqual(refused("CN-MONEY-03", "counsel_decision", "debt.agreedRate"));
});

test("国令802号: a small supplier is one of a public body or a large firm, and neither is taken for granted", () => {
  const sme = { creditor: { size: "sme" } };
  const supplies: [facts: Facts, is: boolean][] = [
    [{}, false],
    [sme, false],
    [{ debtor: { kind: "public" } }, false],
    [{ ...sme, debtor: { kind: "company", size: "sme" } }, false],
    [{ creditor: { size: "large" }, debtor: { size: "large" } }, false],
    [{ ...sme, debtor: { kind: "public" } }, true],
    [{ ...sme, debtor: { kind: "company", size: "large" } }, true],
  ];
  for (const [facts, is] of supplies) expect(isSmallSupplier(facts), JSON.stringify(facts)).toBe(is);
  expect([
    smallSupplierDue({}),
    smallSupplierDue({ debtor: { kind: "public" } }),
    smallSupplierDue({ debt: { deliveredOn: "2025-07-01" } }),
  ]).toEqual([null, null, dayOf("2025-08-30")]);
});

test("Germany: default and the parties are open where nothing is known of the debt", () => {
  const place = "DE-BE";
  const open = { kind: "unknown", rule: "DE-ESC-01", requires: ["verzugFrom"] };
  for (const facts of [{}, { debtor: { kind: "company" } }, { notices: { remindersOn: [] } }] as Facts[])
    expect(verzugOf({ facts, series, place }), JSON.stringify(facts)).toEqual(open);
  expect(consumerInvolved({ debtor: { kind: "company" } })).toBeNull();
});

test("England: what is not known of the debt or its parties is asked for", () => {
  expect(isCommercialDebt({ debtor: { kind: "sole_trader" } })).toEqual([
    "creditor.kind",
    "debt.purpose",
    "debt.kind",
  ]);
  expect(latePaymentStart({})).toEqual({
    refused: true,
    requires: ["debt.performedOn", "debt.invoiceReceivedOn"],
  });
  expect(latePaymentStart({ debt: { dueDate: "2025-07-01" } })).toEqual({
    refused: false,
    from: dayOf("2025-07-02"),
    unfair: false,
  });
  const natural: Facts = { creditor: { kind: "natural" } };
  expect(gbInterestStart({ facts: natural, series })).toEqual(asks("GB-MONEY-05", "debt.dueDate"));
  expect(gbInterestStart({ facts: natural, series, from: "2025-07-01" })).toEqual({
    refused: false,
    interestFrom: "2025-07-01",
  });
  expect(interestOn({ jurisdiction: "GB-EW", facts: {}, ...period })).toEqual(asks("X-11", "debt.principal"));
});

test("the United States: a judgment of which nothing is known is asked for, by the state's own rule", () => {
  const states = {
    "US-CA": ["US-MONEY-03", "judgment.enteredOn"],
    "US-NY": ["US-MONEY-04", "judgment.consumer"],
    "US-IL": ["US-MONEY-05", "judgment.amount"],
    "US-WA": ["US-MONEY-05", "judgment.consumer"],
    "US-TX": ["US-MONEY-05", "judgment.enteredOn"],
    US: ["US-MONEY-02", "judgment.court"],
  };
  for (const [place, [rule, path]] of Object.entries(states))
    expect(usJudgmentRates(place, { ...day, facts: {} }), place).toEqual(asks(rule, path));
  expect(judgmentInterestOn({ jurisdiction: "US-PA", facts: {}, ...period })).toEqual(
    asks("US-MONEY-05", "judgment.amount"),
  );
  expect(
    usJudgmentRates("US-NY", { ...day, facts: { judgment: {}, debt: { purpose: "consumer" } } }),
  ).toEqual(asks("US-MONEY-04", "judgment.consumer"));
});

test("X-10: a rate of which nothing is on file is named by its source, or by its name where it has none", () => {
  const stale = (id: string) => staleRate(series, id, { rule: "X-10", asks: "rates.lpcda" });
  const none = refused("X-10", "rate_not_on_file", "rates.lpcda");
  expect(stale("XX-RATE")).toEqual({ ...none, values: { series: "XX-RATE" } });
  expect(stale("US-WA-JUDGMENT")).toEqual({ ...none, values: { series: "RCW 4.56.110, 19.52.020" } });
  const notOnFile = (place: string, court: string) =>
    judgmentInterestOn({
      jurisdiction: place,
      facts: { judgment: { amount: 100, enteredOn: "2025-07-01", consumer: false, court } },
      ...period,
    });
  expect(notOnFile("US-WA", "superior")).toEqual({
    ...refused("US-MONEY-05", "rate_not_on_file", "rates.judgment"),
    values: { series: series.points["US-WA-JUDGMENT"].source },
  });
  expect(notOnFile("US-WA", "federal_district")).toEqual({
    ...refused("US-MONEY-02", "rate_not_on_file", "rates.judgment"),
    values: { series: series.points["US-TREASURY-1Y"].source },
  });
  const { "DE-BASE-RATE": _, ...points } = series.points;
  const german = {
    jurisdiction: "DE",
    facts: { debt: { principal: 100 }, verzugFrom: "2025-03-01" },
    ...period,
  };
  for (const beyond of ["refused", "shown"] as const)
    expect(interestOn({ ...german, series: { ...series, points }, beyond })).toEqual({
      ...refused("X-10", "rate_not_on_file", "rates.base"),
      values: { series: "DE-BASE-RATE" },
    });
});
