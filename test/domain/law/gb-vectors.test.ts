import { expect, test } from "vitest";
import { blocking } from "./cases.ts";
import { calculated, consumerClaim, decided, invoice, solicitorLine } from "./gb-lines.ts";

const posted = { letterDate: "2026-02-02", postedOn: "2026-02-02", channel: "post" };
const answered = { ...posted, replyReceivedOn: "2026-03-02", documentsProvidedOn: "2026-03-20" };
const verified = "2026-02-25T10:00:00Z";

const claims = (at: string, notices: object, over: object = {}) =>
  decided(
    at,
    { type: "claim_issued" },
    { ...consumerClaim, notices, actor: solicitorLine(`${at}T00:00:00Z`), ...over },
  );

test("GB-TV-01: statutory interest keeps the rate of its first day, and a fixed sum comes with it", () => {
  const debt = { ...invoice.debt, dueDate: "2025-03-31" };
  const facts = { ...invoice, debt, interest: { to: "2025-09-30" } };
  expect(calculated("interest", "interest", facts)).toMatchObject({
    interestFrom: "2025-04-01",
    rate: "12.75",
    days: 183,
    amount: 319_62,
    fixedSum: 70_00,
    segments: [{ from: "2025-04-01", to: "2025-09-30", days: 183, rate: "12.75" }],
  });
});

test("GB-TV-02: without an agreed date interest starts after thirty days from the later of supply and invoice", () => {
  const debt = {
    kind: "services",
    purpose: "commercial",
    performedOn: "2025-02-10",
    invoiceReceivedOn: "2025-02-14",
  };
  expect(calculated("interest", "interest", { ...invoice, debt })).toMatchObject({
    interestFrom: "2025-03-16",
  });
});

test("GB-TV-03: the court's eight per cent is told with its total and its daily amount", () => {
  const facts = {
    creditor: { kind: "natural" },
    debtor: { kind: "natural_consumer" },
    debt: { kind: "loan_private", principal: 3_200_00, currency: "GBP", dueDate: "2025-06-01" },
    interest: { from: "2025-06-02", to: "2025-12-01" },
  };
  expect(calculated("interest", "interest", facts)).toMatchObject({
    days: 183,
    rate: "8",
    amount: 128_35,
    dailyAmount: 70,
    findings: [{ rule: "GB-MONEY-05" }],
  });
});

test("GB-TV-04: the issue fee goes by bands, then by five per cent cut to the penny, then stops", () => {
  const fee = (amount: number) => calculated("court-fee", "issue", { amount, currency: "GBP" });
  expect([7_450_00, 18_000_00, 12_345_67, 250_000_00].map(fee)).toEqual([
    { fee: 455_00 },
    { fee: 900_00 },
    { fee: 617_28 },
    { fee: 10_000_00 },
  ]);
});

test("GB-TV-05: the debtor keeps the whole thirtieth day, and the platform advises to wait for the post", () => {
  const dates = { letterDate: "2026-02-02", postedOn: "2026-02-02" };
  expect(calculated("deadline", "earliest-claim", { dates })).toEqual({ earliest: "2026-03-05" });
  const early = claims("2026-03-04", posted);
  expect([blocking(early), early.earliest]).toEqual([["GB-ESC-03"], "2026-03-05"]);
  const onTime = claims("2026-03-05", posted);
  expect(onTime.allowed).toBe(true);
  expect(onTime.findings.find(({ rule }) => rule === "GB-ESC-03")).toMatchObject({
    force: "POL",
    effect: "warn",
    message: { values: { next: "2026-03-12" } },
  });
});

test("GB-TV-06: thirty days run from the reply and from the documents, and the later counts", () => {
  const dates = {
    letterDate: "2026-02-02",
    replyReceivedOn: "2026-03-02",
    documentsProvidedOn: "2026-03-20",
  };
  expect(calculated("deadline", "earliest-claim", { dates })).toEqual({ earliest: "2026-04-20" });
  const early = claims("2026-04-19", { ...answered, fourteenDayNoticeOn: "2026-03-20" });
  expect([blocking(early), early.earliest]).toEqual([["GB-ESC-04"], "2026-04-20"]);
});

test("GB-TV-07: after a reply without agreement fourteen days' notice comes first", () => {
  const dates = {
    letterDate: "2026-02-02",
    replyReceivedOn: "2026-03-02",
    documentsProvidedOn: "2026-03-20",
    fourteenDayNoticeOn: "2026-04-21",
  };
  expect(calculated("deadline", "earliest-claim", { dates })).toEqual({ earliest: "2026-05-06" });
  const notices = { ...answered, fourteenDayNoticeOn: "2026-04-21" };
  const early = claims("2026-05-05", notices);
  expect([blocking(early), early.earliest]).toEqual([["GB-ESC-07"], "2026-05-06"]);
  expect(claims("2026-05-06", notices).allowed).toBe(true);
});

test("GB-TV-08: a letter posted three days after its date is sent anew, and time does not heal it", () => {
  const late = claims("2026-04-08", { ...posted, postedOn: "2026-02-05" });
  expect([blocking(late), late.earliest]).toEqual([["GB-ESC-02"], null]);
  expect(claims("2026-04-08", { ...posted, postedOn: "2026-02-03" }).allowed).toBe(true);
});

const lastDay = (limitation: object, at = "2026-04-02", debt: object = {}) =>
  calculated("limitation", "last-day-to-sue", { debt, limitation }, at);

test("GB-TV-09: six years end on the date of the breach, and on the due date's own where midnight was the breach", () => {
  expect(lastDay({ accruedOn: "2020-03-10" }, "2026-03-10")).toMatchObject({
    raw: "2026-03-10",
    last: "2026-03-10",
    barred: false,
  });
  expect(lastDay({}, "2026-03-10", { dueDate: "2020-03-09" })).toMatchObject({
    last: "2026-03-09",
    barred: true,
  });
});

test("GB-TV-10: a part payment restarts six years before they have run, and never after", () => {
  const paid = (on: string) =>
    lastDay({ accruedOn: "2020-03-10", interruptions: [{ type: "part_payment", on }] });
  expect(paid("2023-08-01")).toMatchObject({ last: "2029-08-01", barred: false });
  expect(paid("2026-04-01")).toMatchObject({ last: "2026-03-10", barred: true });
});

test("GB-TV-11: three clear days before a Monday's hearing leave out the weekend", () => {
  const dates = { hearingOn: "2025-10-20", clearDays: 3 };
  expect(calculated("deadline", "hearing-notice", { dates })).toMatchObject({ lastService: "2025-10-14" });
});

test("GB-TV-12: a posted claim form is served on the second business day, and the defence counts from there", () => {
  const dates = { postedOn: "2026-03-02" };
  expect(calculated("deadline", "claim-form-by-post", { dates })).toEqual({
    deemed: "2026-03-04",
    defenceBy: "2026-03-18",
    defenceWithAcknowledgmentBy: "2026-04-01",
  });
});

test("GB-TV-13: a breathing space runs sixty days from the day after its registration, without interest or contact", () => {
  expect(calculated("deadline", "moratorium", { dates: { registeredOn: "2026-04-10" } })).toMatchObject({
    starts: "2026-04-11",
    ends: "2026-06-09",
  });
  const holds = [
    { type: "breathing_space", registeredOn: "2026-04-10", startedAt: "2026-04-11T00:00:00+01:00" },
  ];
  const interest = (from: string, to: string) =>
    calculated("interest", "interest", { ...consumerClaim, holds, interest: { from, to } });
  expect(interest("2026-04-11", "2026-06-09")).toMatchObject({ amount: 0, days: 0 });
  expect(interest("2026-04-10", "2026-06-10")).toMatchObject({ days: 2, amount: 1_40 });

  const call = (at: string) =>
    decided(
      at,
      { type: "call", direction: "out", recipientRole: "debtor" },
      { ...consumerClaim, holds, actor: { kind: "creditor_self" } },
    );
  expect(blocking(call("2026-06-09T10:00:00Z"))).toEqual(["GB-HOLD-01"]);
  expect(call("2026-06-09T10:00:00Z").earliest).toBe("2026-06-10T07:00:00Z");
  expect(call("2026-06-10T10:00:00Z").allowed).toBe(true);
});

test("GB-TV-14: an agency does not file the claim for its client", () => {
  const filed = claims("2026-04-08", posted, { actor: { kind: "agency" } });
  expect(blocking(filed)).toEqual(["GB-ACTOR-01", "GB-ACTOR-03"]);
});

test("GB-TV-15: a paralegal files where an authorised person keeps responsibility, and not otherwise", () => {
  const filed = (actor: object) => claims("2026-04-08", posted, { actor });
  const paralegal = { kind: "agency_employee", credentials: [] };
  expect(filed({ ...paralegal, responsibleAuthorisedPersonId: "S1" }).allowed).toBe(true);
  expect(filed(paralegal).allowed).toBe(false);
  expect(filed({ kind: "lawyer", responsibleAuthorisedPersonId: "S1" }).allowed).toBe(true);
});

const enforced = (type: string, principal: number, regulatedCredit: boolean) =>
  blocking(
    decided(
      "2026-03-02",
      { type },
      {
        ...consumerClaim,
        debt: { ...consumerClaim.debt, principal, regulatedCredit },
        effectiveInstrument: true,
        actor: solicitorLine(verified),
      },
    ),
  );

test("GB-TV-16: goods are taken by the High Court from £600 and never on regulated credit", () => {
  expect(enforced("high_court_writ", 480_00, false)).toEqual(["GB-ESC-12"]);
  expect(enforced("high_court_writ", 5_600_00, true)).toEqual(["GB-ESC-12"]);
  expect(enforced("high_court_writ", 599_99, false)).toEqual(["GB-ESC-12"]);
  expect(enforced("high_court_writ", 600_00, false)).toEqual([]);
  expect(enforced("county_court_warrant", 4_999_99, false)).toEqual([]);
  expect(enforced("county_court_warrant", 5_000_00, false)).toEqual(["GB-ESC-12"]);
  expect(enforced("county_court_warrant", 5_600_00, true)).toEqual([]);
});

test("GB-TV-17: no statutory demand on a disputed debt, nor below the levels of the insolvency court", () => {
  const served = (facts: object) =>
    blocking(
      decided(
        "2026-04-08",
        { type: "statutory_demand" },
        {
          ...invoice,
          debt: { ...invoice.debt, principal: 9_000_00, dueDate: "2025-12-01" },
          actor: { kind: "creditor_self" },
          ...facts,
        },
      ),
    );
  expect(served({ notices: { disputed: true } })).toEqual(["GB-ESC-14"]);
  const holds = [{ type: "dispute", startedAt: "2026-03-01T10:00:00Z" }];
  expect(served({ holds })).toContain("GB-ESC-14");
  expect(served({ notices: { disputed: "unknown" } })).toEqual(["GB-ESC-14"]);
  expect(served({ notices: { disputed: false } })).toEqual([]);
});

test("GB-TV-18: a debtor in Glasgow or Belfast is not supported, nor is anything calculated for one", () => {
  const live = (residence: object) => ({ ...consumerClaim, debtor: { kind: "natural_consumer", residence } });
  for (const residence of [
    { country: "GB", city: "Glasgow" },
    { country: "GB", state: "SCT" },
    { country: "GB-NIR" },
    { country: "GB", state: "Northern Ireland", city: "Bangor" },
  ]) {
    const decision = claims("2026-04-08", posted, live(residence));
    expect(blocking(decision)).toContain("GB-STATE-01");
    expect(decision.earliest).toBeNull();
    expect(
      calculated("limitation", "last-day-to-sue", {
        ...live(residence),
        limitation: { accruedOn: "2020-03-10" },
      }),
    ).toMatchObject({ refused: true });
  }
  expect(claims("2026-04-08", posted, live({ country: "GB", city: "Cardiff" })).allowed).toBe(true);
});

test("GB-TV-19: a damages-based fee above half of what is recovered is refused, VAT and counsel counted in", () => {
  const dba = (facts: object) => calculated("fee-cap", "dba", { recovered: 1_000_01, ...facts });
  expect(dba({ feePercent: "55" })).toEqual({ allowed: false, cap: 500_00 });
  expect(dba({ feePercent: "50" })).toMatchObject({ allowed: true });
  expect(dba({ feePercent: "42", vatPercent: "20" })).toMatchObject({ allowed: false });
  expect(dba({ feePercent: "41.666666", vatPercent: "20" })).toMatchObject({ allowed: true });
  expect(dba({ feePercent: "45", counselPercent: "5.000001" })).toMatchObject({ allowed: false });
  expect(dba({ fee: 500_01 })).toMatchObject({ allowed: false });
  expect(dba({ fee: 500_00 })).toMatchObject({ allowed: true });
});

test("GB-TV-20: a company is sued under the general practice direction, without the protocol's forms", () => {
  const company = {
    ...consumerClaim,
    debtor: { kind: "company" },
    debt: { ...invoice.debt, dueDate: "2025-12-01" },
  };
  const notices = { letterDate: "2026-02-02", channel: "email" };
  const onDay = (at: string) => claims(at, notices, company);
  expect(onDay("2026-02-17").allowed).toBe(true);
  expect([blocking(onDay("2026-02-16")), onDay("2026-02-16").earliest]).toEqual([
    ["GB-COV-02"],
    "2026-02-17",
  ]);
  expect(blocking(claims("2026-02-17", notices))).toContain("GB-ESC-02");
});
