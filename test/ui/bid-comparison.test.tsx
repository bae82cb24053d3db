import { expect, test } from "vitest";
import type { InsuranceCover } from "#app/domain/accounts/insurance.ts";
import { type ComparedBid, expectedOf, standingOf } from "#app/domain/tenders/compare.ts";
import { BidComparison } from "#app/ui/tenders/bid-comparison.tsx";
import { renderUi } from "#test/support/render-ui.tsx";

const bid = (name: string, given: Partial<ComparedBid> = {}): ComparedBid => {
  const terms = {
    model: "success" as const,
    successBps: 1_500,
    fixedFee: 0,
    hourlyRate: 0,
    estimatedHours: 0,
    plan: "A reminder, one call, then a formal demand.",
    firstActDays: 3,
    expectedMonths: 5,
    conflictDeclared: true as const,
  };
  const expectation = {
    share: 5_000,
    low: 4_000,
    high: 6_000,
    base: 5_000,
    cases: 0,
    confidence: "fair" as const,
  };
  return {
    id: name,
    terms,
    firm: { name, kind: "lawyer", place: "Fresno" },
    licence: {
      kind: "bar_admission",
      number: "123456",
      checkedAt: new Date("2026-11-03T10:00:00Z"),
      valid: true,
    },
    cover: null,
    standing: standingOf(terms, 8_000_000),
    expectation,
    taken: null,
    expected: expectedOf(terms, 8_000_000, expectation),
    kilometres: 12,
    check: { verdict: "within", headroomBps: 500 } as unknown as ComparedBid["check"],
    ...given,
  };
};
const cover = (state: InsuranceCover["state"]): InsuranceCover => ({
  state,
  insurer: "Mutual of the Tests",
  sum: 25_000_000,
  currency: "USD",
  validTo: "2027-03-04",
});
const page = (bids: ComparedBid[]) =>
  renderUi(
    <BidComparison
      caption="Bids"
      bids={bids}
      principal={8_000_000}
      currency="USD"
      zone="America/Los_Angeles"
    />,
  );
/** The row of a question, as text. */
const row = (html: string, label: string) => {
  const found = html.split("<tr").find((each) => each.includes(`<th scope="row">${label}`)) ?? "";
  return found
    .replaceAll(/<style[\s\S]*?<\/style>/g, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");
};

test("insurance is a row of its own in which no bid is the best, whatever its sum and whoever has none", () => {
  const html = page([bid("One", { cover: cover("verified") }), bid("Two")]);
  const insured = row(html, "Professional liability insurance");
  expect(insured).toMatch(/250,000\.00.*Verified.*Mutual of the Tests.*4 Mar 2027.*none on file/);
  expect(insured).toContain("moves no bid up or down");
  expect(html.split("<tr").find((each) => each.includes("moves no bid"))).not.toMatch(
    /class="best"|best-mark/,
  );
});

test("a policy that was refused or is over shows no sum, so that nobody takes it for cover", () => {
  for (const state of ["refused", "expired"] as const) {
    const insured = row(page([bid("One", { cover: cover(state) })]), "Professional liability insurance");
    expect(insured).toContain("none in force");
    expect(insured).not.toContain("250,000");
  }
  expect(row(page([bid("One", { cover: cover("filed") })]), "Professional liability")).toMatch(
    /250,000.*Unverified/,
  );
});

test("every question of the comparison is answered: sum kept, its confidence, time and its range, up front, cap, licence and day, distance", () => {
  const html = page([bid("One"), bid("Two", { taken: { least: 2, most: 9, cases: 12 } })]);
  expect(row(html, "You can expect to keep")).toContain("in eight of ten");
  expect(row(html, "What may come in")).toContain("claims like this one were surveyed");
  expect(row(html, "Time to a result")).toMatch(
    /5 months.*no closed case of this firm.*12 closed cases here took 2 to 9 months/,
  );
  expect(row(html, "Room under the legal cap")).toContain("5 points");
  expect(row(html, "Licence")).toMatch(/123456.*checked.*3 Nov 2026/);
  expect(row(html, "Distance")).toContain("12 km");
  expect(row(html, "You pay before anything is recovered")).toContain("0.00 USD");
});

test("a licence that lapsed since the bid says so in place of the day it was checked", () => {
  const licence = {
    kind: "bar_admission",
    number: "1",
    checkedAt: new Date("2026-11-03T10:00:00Z"),
    valid: false,
  };
  const said = row(page([bid("One", { licence })]), "Licence");
  expect(said).toContain("no longer valid");
  expect(said).not.toContain("checked");
});
