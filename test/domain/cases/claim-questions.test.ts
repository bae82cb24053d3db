import { expect, test } from "vitest";
import { claimQuestions, type Debtor, meets } from "#app/domain/cases/claim-questions.ts";
import { readStep } from "#app/domain/cases/read-step.ts";
import { statedFacts } from "#app/domain/cases/stated-facts.ts";
import type { Typed } from "#app/domain/cases/typed.ts";
import { publishedSeries } from "#app/domain/law/series/published.ts";
import { placeOf } from "#app/domain/places/register.ts";

const today = "2026-11-23";
const claim: Typed = {
  kind: "services",
  purpose: "consumer",
  creditorKind: "business",
  principal: "1,250.50",
  currency: "GBP",
  dueOn: "2026-06-30",
  written: "yes",
  interest: "none",
  assigned: "no",
  description: "Work done and not paid.",
};
const london: Debtor = { country: "GB", debtorKind: "natural_consumer" };
const berlin: Debtor = { country: "DE", debtorKind: "natural_consumer" };

const metBy = (typed: Typed, debtor: Debtor) =>
  claimQuestions.filter((question) => meets(question, typed, debtor) === true);

test("a claim meets the questions of its own country and kind, and no other", () => {
  expect(metBy(claim, london)).toEqual(["regulatedCredit"]);
  expect(metBy({ ...claim, regulatedCredit: "yes" }, london)).toEqual([
    "regulatedCredit",
    "defaultNoticeOn",
    "defaultNoticeExpiredOn",
  ]);
  expect(metBy({ ...claim, kind: "invoice_b2b" }, london)).toEqual([]);
  expect(metBy(claim, { country: "GB", debtorKind: "company" })).toEqual([]);
  expect(metBy(claim, berlin)).toEqual(["dueAgreed", "invoiceReceivedOn", "invoiceHint"]);
  const trade = { ...claim, kind: "invoice_b2b", purpose: "commercial" };
  expect(metBy(trade, { country: "DE", debtorKind: "company" })).toEqual(["dueAgreed", "invoiceReceivedOn"]);
  const loan = { ...claim, kind: "loan_bank" };
  expect(metBy(loan, berlin)).toEqual(["dueAgreed", "apr", "landCharge"]);
  expect(metBy({ ...loan, creditorKind: "natural" }, berlin)).toEqual(["dueAgreed"]);
  for (const country of ["US", "CN"]) expect(metBy(claim, { ...london, country })).toEqual([]);
});

test("what is not answered yet leaves a question open, and no question is open for a country that never asks it", () => {
  expect(meets("regulatedCredit", {}, london)).toBeNull();
  expect(meets("regulatedCredit", {}, berlin)).toBe(false);
  expect(meets("apr", { kind: "goods" }, berlin)).toBe(false);
  expect(meets("invoiceHint", { kind: "goods" }, berlin)).toBeNull();
});

test("a question that is met is answered, if only by not knowing; one that is not met keeps no answer", () => {
  const read = (typed: Typed, debtor: Debtor) => readStep("claim", typed, { today, ...debtor });
  expect(read(claim, london)).toMatchObject({ ok: false, error: { regulatedCredit: ["error.choose"] } });
  expect(read({ ...claim, regulatedCredit: "unknown" }, london).ok).toBe(true);
  const stray = {
    ...claim,
    kind: "invoice_b2b",
    regulatedCredit: "yes",
    defaultNoticeOn: "2026-08-03",
    apr: "9,9",
  };
  const stated = read(stray, london);
  if (!stated.ok) throw new Error(JSON.stringify(stated.error));
  expect([stated.value.regulatedCredit, stated.value.defaultNoticeOn, stated.value.apr]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  const credit = { ...claim, kind: "loan_bank", regulatedCredit: "yes", defaultNoticeOn: "2026-08-03" };
  expect(read({ ...credit, defaultNoticeExpiredOn: "2026-08-02" }, london)).toMatchObject({
    error: { defaultNoticeExpiredOn: ["error.notice_expired_before"] },
  });
});

/** What the creditor's answers make the engine know of a claim in Berlin or London. */
function factsAt(code: string, typed: Typed, debtor: Debtor) {
  const place = placeOf(code);
  const read = readStep("claim", typed, { today, ...debtor });
  if (!place?.jurisdiction || !read.ok) throw new Error(JSON.stringify(read));
  const stated = {
    debtor: { kind: "natural_consumer" as const, name: "Example", placeCode: code },
    claim: read.value,
    history: { disputed: "no" as const, judgment: "no" as const },
  };
  const { jurisdiction } = place;
  return statedFacts(stated, { caseId: "c1", place, jurisdiction, evidence: [], series: publishedSeries });
}

test("answers become facts in the law's own names; what was not asked is null and what nobody knows is unknown", () => {
  const credit = { ...claim, kind: "loan_bank", regulatedCredit: "yes" };
  const notice = { defaultNoticeOn: "2026-08-03", defaultNoticeExpiredOn: "2026-08-18" };
  expect(factsAt("GB-EW", { ...credit, ...notice }, london)).toMatchObject({
    debt: { regulatedCredit: true, apr: null, invoiceHint: null },
    notices: { defaultNoticeOn: "2026-08-03" },
    limitation: { defaultNoticeExpiredOn: "2026-08-18" },
    verzugFrom: null,
  });
  expect(factsAt("GB-EW", { ...claim, regulatedCredit: "unknown" }, london).debt?.regulatedCredit).toBe(
    "unknown",
  );
  const german = {
    ...claim,
    currency: "EUR",
    dueAgreed: "no",
    invoiceReceivedOn: "2026-06-16",
    invoiceHint: "no",
  };
  expect(factsAt("DE-BE", german, berlin)).toMatchObject({
    debt: { invoiceReceivedOn: "2026-06-16", invoiceHint: false, regulatedCredit: null },
    debtor: { residence: { land: "BE" } },
    verzugFrom: null,
  });
  const loan = { ...german, kind: "loan_bank", apr: "15,9", landCharge: "no" };
  expect(factsAt("DE-BE", loan, berlin).debt).toMatchObject({
    apr: "15.9",
    landCharge: false,
    invoiceHint: null,
  });
});

test("a day of payment that the contract names puts the debtor in default the next day, or after the next working day", () => {
  const due = (dueOn: string) =>
    factsAt("DE-BE", { ...claim, currency: "EUR", dueAgreed: "yes", invoiceHint: "no", dueOn }, berlin)
      .verzugFrom;
  expect(due("2026-06-30")).toBe("2026-07-01");
  // Saturday; and Friday, 1 May, a holiday before a weekend.
  expect(due("2026-06-27")).toBe("2026-06-30");
  expect(due("2026-05-01")).toBe("2026-05-05");
  // No calendar is on file for the year: nothing is guessed.
  expect(due("2024-06-28")).toBeNull();
});
