import { expect, test } from "vitest";
import { dayOf } from "#app/domain/law/calendar/civil.ts";
import type { Facts } from "#app/domain/law/facts.ts";
import {
  consumerInvolved,
  contradictsItself,
  debtorIsConsumer,
  isConsumerLoan,
  isPrice,
  openParties,
} from "#app/domain/law/money/de-parties.ts";
import { defaultAfterAgreedDay, verzugOf } from "#app/domain/law/money/de-verzug.ts";
import { interestOn } from "#app/domain/law/money/interest.ts";
import { publishedSeries as series } from "#app/domain/law/series/published.ts";

type Debt = NonNullable<Facts["debt"]>;
type Debtor = NonNullable<NonNullable<Facts["debtor"]>["kind"]>;
type Creditor = NonNullable<NonNullable<Facts["creditor"]>["kind"]>;
const parties = (debt: Debt, debtor?: Debtor, creditor?: Creditor): Facts => ({
  debt,
  debtor: { kind: debtor },
  creditor: { kind: creditor },
});

test("BGB 13: what the debt was for decides whether the debtor is a consumer", () => {
  expect(debtorIsConsumer(parties({ kind: "invoice_b2b", purpose: "consumer" }))).toBe(false);
  expect(debtorIsConsumer(parties({ purpose: "consumer" }, "company"))).toBe(false);
  expect(debtorIsConsumer(parties({ purpose: "consumer" }, "public"))).toBe(false);
  expect(debtorIsConsumer(parties({ purpose: "commercial" }, "natural_consumer"))).toBe(false);
  expect(debtorIsConsumer(parties({ purpose: "mixed" }, "sole_trader"))).toBe(true);
  expect(debtorIsConsumer(parties({}, "natural_consumer"))).toBe(true);
  expect(debtorIsConsumer(parties({}, "sole_trader"))).toBeNull();
  expect(debtorIsConsumer({})).toBeNull();
});

test("DE-COV-02: whether a consumer takes part, the creditor included, and what is open about it", () => {
  expect(consumerInvolved(parties({ purpose: "consumer" }, undefined, "business"))).toBe(true);
  expect(consumerInvolved(parties({}, "company", "natural"))).toBe(true);
  expect(consumerInvolved(parties({}, undefined, "business"))).toBeNull();
  expect(consumerInvolved(parties({}, "company"))).toBeNull();
  expect(consumerInvolved(parties({}, "company", "business"))).toBe(false);
  expect(consumerInvolved(parties({ kind: "invoice_b2b" }))).toBe(false);
  expect(consumerInvolved({})).toBeNull();
  expect(openParties({})).toEqual(["debt.kind", "debt.purpose", "creditor.kind"]);
  expect(openParties(parties({ kind: "goods" }, "company", "business"))).toEqual([]);
  expect(openParties(parties({ kind: "goods" }, "public", "business"))).toEqual([]);
  expect(openParties(parties({ purpose: "consumer" }))).toEqual(["debt.kind", "creditor.kind"]);
  for (const kind of ["goods", "services", "invoice_b2b", "rent"] as const)
    expect(isPrice(parties({ kind })), kind).toBe(true);
  for (const kind of ["loan_bank", "loan_private", "other", "judgment"] as const)
    expect(isPrice(parties({ kind })), kind).toBe(false);
  expect([isPrice({}), isPrice(parties({ kind: "unknown" }))]).toEqual([null, null]);
  expect([
    contradictsItself(parties({ purpose: "consumer", kind: "invoice_b2b" })),
    contradictsItself(parties({ purpose: "consumer" }, "company")),
    contradictsItself(parties({ purpose: "consumer" }, "public")),
  ]).toEqual([true, true, true]);
  expect([
    contradictsItself({}),
    contradictsItself(parties({ purpose: "commercial" }, "company")),
    contradictsItself(parties({ purpose: "consumer" }, "sole_trader")),
    contradictsItself(parties({ purpose: "unknown" }, "company")),
  ]).toEqual([false, false, false, false]);
});

test("BGB 491: a loan of a business to a consumer", () => {
  const loan = (kind: Debt["kind"], purpose?: Debt["purpose"], creditor?: Creditor) =>
    isConsumerLoan(parties({ kind, purpose }, undefined, creditor));
  expect(loan(undefined)).toBeNull();
  expect(loan("goods", "consumer", "business")).toBe(false);
  expect(loan("loan_bank", "consumer", "natural")).toBe(false);
  expect(loan("loan_bank", "commercial", "business")).toBe(false);
  expect(loan("loan_bank")).toBeNull();
  expect(loan("loan_bank", "consumer")).toBe(true);
  expect(loan("loan_private", "consumer")).toBeNull();
  expect(loan("loan_private", "consumer", "business")).toBe(true);
});

const verzug = (facts: Facts, reminders?: number[]) => verzugOf({ facts, series, place: "DE-BE", reminders });
const from = (date: string, ...requires: string[]) => ({ kind: "from", from: dayOf(date), requires });

test("BGB 286: default as stated, after the first reminder past the due date, or thirty days after the invoice", () => {
  expect(verzug({ verzugFrom: "2026-03-02", notices: { remindersOn: ["2026-01-01"] } })).toEqual(
    from("2026-03-02"),
  );
  const due = { debt: { kind: "goods", purpose: "consumer", dueDate: "2026-02-02" } } as const;
  expect(verzug({ ...due, notices: { remindersOn: ["2026-02-20", "2026-02-10", "2026-02-02"] } })).toEqual(
    from("2026-02-11"),
  );
  expect(verzug({ ...due, notices: { demandDeliveredOn: "2026-02-12" } })).toEqual(from("2026-02-13"));
  expect(verzug({ ...due, notices: { orderServedOn: "2026-02-14" } })).toEqual(from("2026-02-15"));
  expect(verzug(due, [dayOf("2026-02-03"), dayOf("2026-02-05")])).toEqual(from("2026-02-04"));
  expect(
    verzug({ debt: { kind: "goods", purpose: "consumer" }, notices: { remindersOn: ["2026-02-20"] } }),
  ).toEqual({ kind: "unknown", rule: "DE-ESC-01", requires: ["verzugFrom"] });
  const trade = (over: Debt) => verzug({ debt: { kind: "invoice_b2b", ...over } });
  expect(trade({ invoiceReceivedOn: "2026-03-02" })).toEqual(from("2026-04-02"));
  expect(trade({ invoiceReceivedOn: "2026-03-02", dueDate: "2026-03-10" })).toEqual(from("2026-04-10"));
  expect(trade({ invoiceReceivedOn: "2026-03-02", dueDate: "2026-02-10" })).toEqual(from("2026-04-02"));
  expect(trade({ performedOn: "2026-03-02", deliveredOn: "2026-03-05" })).toEqual(from("2026-04-02"));
  expect(trade({ deliveredOn: "2026-03-05" })).toEqual(from("2026-04-08"));
  expect(trade({ invoiceReceivedOn: "2098-03-02" })).toMatchObject({
    kind: "no_calendar",
    latest: dayOf("2098-04-15"),
  });
  const warned = (over: Debt, notices: Facts["notices"] = {}) =>
    verzug({ debt: { kind: "goods", purpose: "consumer", ...over }, notices });
  expect(warned({ invoiceReceivedOn: "2026-03-02", invoiceHint: true })).toEqual(from("2026-04-02"));
  expect(warned({ invoiceReceivedOn: "2026-03-02", invoiceHint: false })).toEqual({
    kind: "none",
    rule: "DE-ESC-02",
  });
  expect(warned({ invoiceReceivedOn: "2026-03-02" })).toEqual({
    kind: "unknown",
    rule: "DE-ESC-02",
    requires: ["debt.invoiceHint", "verzugFrom"],
  });
  expect(warned({ performedOn: "2026-03-02", invoiceHint: true })).toMatchObject({ rule: "DE-ESC-01" });
  expect(warned({ invoiceHint: false }, { remindersOn: [] })).toEqual({ kind: "none", rule: "DE-ESC-01" });
  expect(warned({ invoiceHint: false }, { remindersOn: "unknown" })).toMatchObject({
    kind: "unknown",
    rule: "DE-ESC-01",
  });
  expect(warned({}, { remindersOn: [] })).toMatchObject({ kind: "unknown" });
  const both = (remindersOn: string[]) =>
    verzug({
      debt: { kind: "invoice_b2b", dueDate: "2026-03-01", invoiceReceivedOn: "2026-03-02" },
      notices: { remindersOn },
    });
  expect(both(["2026-04-01"])).toEqual(from("2026-04-02"));
  expect(both(["2026-04-02"])).toEqual(from("2026-04-02"));
  expect(both(["2026-03-20"])).toEqual(from("2026-03-21"));
  expect(
    verzug({ debt: { kind: "loan_bank", purpose: "commercial", invoiceReceivedOn: "2026-03-02" } }),
  ).toMatchObject({ kind: "unknown", rule: "DE-ESC-01" });
  const far: Debt = { kind: "invoice_b2b", dueDate: "2098-03-01", invoiceReceivedOn: "2098-03-02" };
  expect(verzug({ debt: far, notices: { remindersOn: ["2098-03-20"] } })).toEqual(from("2098-03-21"));
  expect(
    verzugOf({
      facts: { debt: { kind: "invoice_b2b", invoiceReceivedOn: "2026-05-05" } },
      series,
      place: "DE",
    }),
  ).toEqual(from("2026-06-06", "debtor.residence.land"));
  const corpusChristi = (remindersOn: string[]) =>
    verzugOf({
      facts: {
        debt: { kind: "invoice_b2b", dueDate: "2026-05-01", invoiceReceivedOn: "2026-05-05" },
        notices: { remindersOn },
      },
      series,
      place: "DE",
    });
  expect(corpusChristi(["2026-06-05"])).toEqual(from("2026-06-06", "debtor.residence.land"));
  expect(corpusChristi(["2026-06-04"])).toEqual(from("2026-06-05"));
  expect(corpusChristi(["2026-06-03"])).toEqual(from("2026-06-04"));
  expect([
    defaultAfterAgreedDay("2026-05-01", series, "BE"),
    defaultAfterAgreedDay("2026-05-04", series, "BE"),
    defaultAfterAgreedDay("2098-05-04", series, "BE"),
  ]).toEqual(["2026-05-05", "2026-05-05", null]);
});

const euros = { principal: 100_000, currency: "EUR" };
const german = (debt: Debt, rest: Facts = {}, over: object = {}) =>
  interestOn({
    jurisdiction: "DE-BE",
    facts: { debt: { ...euros, ...debt }, verzugFrom: "2025-03-01", ...rest },
    from: "2025-03-01",
    to: "2025-03-31",
    ...over,
  });

test("BGB 288: five points over the base rate, nine between businesses, eight for old contracts, two and a half on land", () => {
  const trade: Facts = { creditor: { kind: "business" }, debtor: { kind: "company" } };
  const consumer = { kind: "goods", purpose: "consumer" } as const;
  expect(german(consumer)).toMatchObject({
    rate: "7.27",
    citation: "BGB 247, 288(1)",
    notes: [],
    currency: "EUR",
    days: 31,
    interestFrom: "2025-03-01",
    verzugFrom: "2025-03-01",
  });
  expect(german(consumer)).not.toHaveProperty("requires");
  expect(german(consumer)).not.toHaveProperty("fixedSum");
  expect(german({ kind: "goods" }, trade)).toMatchObject({
    rate: "11.27",
    citation: "BGB 247, 288(2)",
    notes: [],
    fixedSum: 4_000,
  });
  expect(german({ kind: "goods", contractDate: "2014-07-29" }, trade)).toMatchObject({ rate: "11.27" });
  expect(german({ kind: "goods", contractDate: "2014-07-28" }, trade)).toMatchObject({
    rate: "10.27",
    notes: [{ rule: "DE-MONEY-01", key: "de_old_rate" }],
  });
  expect(german({ kind: "goods", contractDate: "2014-07-28" }, trade)).not.toHaveProperty("fixedSum");
  expect(german({ kind: "goods", createdOn: "2014-07-28", contractDate: "2015-01-01" }, trade)).toMatchObject(
    { rate: "10.27" },
  );
  expect(
    german({ kind: "goods", contractDate: "2014-07-28", performedOn: "2016-07-01" }, trade),
  ).toMatchObject({ rate: "11.27" });
  expect(
    german({ kind: "goods", contractDate: "2014-07-28", performedOn: "2016-06-30" }, trade),
  ).toMatchObject({ rate: "10.27" });
  expect(german({ kind: "goods", invoices: [1, 2, 3] }, trade)).toMatchObject({ fixedSum: 12_000 });
  expect(german({ kind: "goods", invoices: [] }, trade)).toMatchObject({ fixedSum: 4_000 });
  expect(german({ kind: "other" }, trade)).not.toHaveProperty("fixedSum");
  const land = { kind: "loan_bank", purpose: "consumer", landCharge: true } as const;
  expect(german(land)).toMatchObject({ rate: "4.77", citation: "BGB 247, 497(4)", notes: [] });
  expect(german({ ...land, kind: "goods" })).toMatchObject({ rate: "7.27" });
  expect(german({ ...land, landCharge: undefined })).toMatchObject({
    rate: "7.27",
    requires: ["debt.landCharge"],
  });
  expect(german({ ...land, landCharge: false })).not.toHaveProperty("requires");
  expect(german({ kind: "goods" })).toMatchObject({
    rate: "7.27",
    requires: ["debt.purpose", "creditor.kind"],
  });
});

test("German interest changes with each half-year, starts at default or after the suit, and stops at what is on file", () => {
  const consumer = { kind: "goods", purpose: "consumer" } as const;
  expect(german(consumer, {}, { from: "2024-12-01", to: "2025-07-31" })).toMatchObject({
    segments: [
      { from: "2025-03-01", to: "2025-06-30" },
      { from: "2025-07-01", to: "2025-07-31" },
    ],
  });
  expect(
    german(consumer, { verzugFrom: "2024-12-31" }, { from: "2024-12-31", to: "2025-01-01" }),
  ).toMatchObject({
    segments: [
      { to: "2024-12-31", days: 1 },
      { from: "2025-01-01", days: 1 },
    ],
  });
  expect(german(consumer, { suedOn: "2025-02-28" })).toMatchObject({ verzugFrom: "2025-03-01" });
  expect(german(consumer, { suedOn: "2025-02-27" })).toMatchObject({ interestFrom: "2025-03-01" });
  expect(german(consumer, { suedOn: "2025-02-27" })).not.toHaveProperty("verzugFrom");
  expect(german(consumer, { verzugFrom: undefined, suedOn: "2025-03-10" })).toMatchObject({
    interestFrom: "2025-03-11",
    days: 21,
  });
  const trade: Facts = {
    verzugFrom: undefined,
    suedOn: "2025-03-10",
    creditor: { kind: "business" },
    debtor: { kind: "company" },
  };
  expect(german({ kind: "goods" }, trade)).not.toHaveProperty("fixedSum");
  const refused = (rule: string, reason: string, ...requires: string[]) => ({
    refused: true,
    rule,
    reason,
    requires,
  });
  expect(german(consumer, { verzugFrom: "2025-04-01" })).toEqual(refused("DE-ESC-01", "de_no_default"));
  expect(german(consumer, { verzugFrom: "2025-03-31" })).toMatchObject({ days: 1 });
  expect(german(consumer, { verzugFrom: undefined })).toEqual(
    refused("DE-ESC-01", "fact_unknown", "verzugFrom"),
  );
  expect(
    german({ ...consumer, invoiceReceivedOn: "2025-01-02", invoiceHint: false }, { verzugFrom: undefined }),
  ).toEqual(refused("DE-ESC-02", "de_no_default"));
  expect(german({ principal: undefined })).toEqual(refused("X-11", "fact_unknown", "debt.principal"));
  expect(german({ principal: -1 })).toEqual(refused("X-11", "contradiction", "debt.principal"));
  expect(german({ principal: 0, ...consumer })).toMatchObject({ amount: 0 });
  expect(german({ kind: "invoice_b2b", purpose: "consumer" })).toEqual(
    refused("DE-COV-02", "contradiction", "debt.purpose", "debtor.kind"),
  );
  const date = series.points["DE-BASE-RATE"].coverageEnd!;
  const beyond = { from: "2026-03-01", to: "2098-03-31" };
  expect(german(consumer, {}, beyond)).toEqual({
    ...refused("X-10", "stale_rate", "rates.base"),
    values: { date },
  });
  expect(german(consumer, {}, { ...beyond, beyond: "shown" })).toMatchObject({
    refused: false,
    shownTo: date,
    notes: [{ rule: "X-10", key: "stale_rate" }],
  });
  expect(german(consumer, {}, { beyond: "shown" })).not.toHaveProperty("shownTo");
  const far: Debt = { kind: "invoice_b2b", invoiceReceivedOn: "2098-03-02" };
  expect(german(far, { verzugFrom: undefined }, { from: "2098-03-02", to: "2098-12-31" })).toMatchObject({
    rule: "X-10",
    reason: "stale_calendar",
    requires: ["calendar.DE"],
  });
});
