import { expect, test } from "vitest";
import { basisPoints, bidForm, feeForm, typedTerms } from "#app/domain/tenders/terms.ts";

const typed = {
  model: "hybrid",
  successPercent: "12.5",
  fixedFee: "2,000.00",
  plan: "A reminder, a call, then a formal demand.",
  firstActDays: "3",
  expectedMonths: "6",
  conflictDeclared: "yes",
};
const errorsOf = (input: object) => {
  const parsed = bidForm("USD").safeParse(input);
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
};

test("typed money and percentages become minor units and basis points", () => {
  expect(bidForm("USD").parse(typed)).toMatchObject({ successBps: 1_250, fixedFee: 200_000, hourlyRate: 0 });
  expect(feeForm("JPY").parse({ model: "fixed", fixedFee: "2,000" })).toMatchObject({ fixedFee: 2_000 });
});

test("parts of another model are dropped, whatever was typed into them", () => {
  const success = bidForm("USD").parse({ ...typed, model: "success", hourlyRate: "nonsense" });
  expect(success).toMatchObject({ successBps: 1_250, fixedFee: 0, hourlyRate: 0, estimatedHours: 0 });
});

test("a bid shown again for revision reads back as the same bid", () => {
  const terms = bidForm("USD").parse(typed);
  expect(bidForm("USD").parse({ ...typedTerms(terms, "USD"), conflictDeclared: "yes" })).toEqual(terms);
});

test("a missing or hostile fee is refused at its field", () => {
  expect(errorsOf({ ...typed, fixedFee: undefined })).toEqual(["fixedFee error.fee_part_missing"]);
  expect(errorsOf({ ...typed, fixedFee: "-5" })).toEqual(["fixedFee error.amount_negative"]);
  expect(errorsOf({ ...typed, fixedFee: "1e9" })).toEqual(["fixedFee error.amount"]);
  expect(errorsOf({ ...typed, fixedFee: "9999999999999999" })).toEqual(["fixedFee error.amount_large"]);
  expect(errorsOf({ ...typed, successPercent: "101" })).toEqual(["successPercent error.percent"]);
  expect(errorsOf({ ...typed, successPercent: "0" })).toEqual(["successPercent error.percent"]);
  expect(errorsOf({ ...typed, model: "hourly", hourlyRate: "200", estimatedHours: "1.5" })).toEqual([
    "estimatedHours error.hours",
  ]);
  expect(errorsOf({ ...typed, model: "barter" })).toEqual(["model error.choose"]);
});

test("without the declared absence of conflicts there is no bid", () => {
  expect(errorsOf({ ...typed, conflictDeclared: undefined })).toEqual([
    "conflictDeclared error.conflict_declaration",
  ]);
});

test("percentages are read in either spelling and never finer than a basis point", () => {
  expect(["15", "12.5", "12,5", "33.33%", "100"].map(basisPoints)).toEqual([
    1_500, 1_250, 1_250, 3_333, 10_000,
  ]);
  expect(["", "abc", "12.345", "100.01", "-3", "1e1"].map(basisPoints)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
});
