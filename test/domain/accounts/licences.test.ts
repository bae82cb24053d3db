import fc from "fast-check";
import { expect, test } from "vitest";
import { checkNumber, type LicenceKind, licenceKinds, mayHold } from "#app/domain/accounts/licences.ts";

const check = (kind: LicenceKind, number: string, territory = kind.includes("cert") ? "CN" : "US-CA") =>
  checkNumber({ kind, territory, number }, "2026-11-23");
const stored = (kind: LicenceKind, number: string, territory?: string) => {
  const checked = check(kind, number, territory);
  return checked.ok ? [checked.value.number, checked.value.doubt] : checked.error.kind;
};

test("CN-ACTOR-07: the synthetic 17-digit example is accepted, spaced as on the card", () => {
  expect(stored("lawyer_certificate", "1 11 01 2015 1 0 123456")).toEqual(["11101201510123456", null]);
});

test("CN-ACTOR-07: a wrong type, year, category, sex or length is refused", () => {
  for (const number of [
    "21101201510123456",
    "11101194810123456",
    "11101202710123456",
    "11101201500123456",
    "11101201512123456",
    "1110120151012345",
    "111012015101234567",
    "1110120151012345A",
  ]) {
    expect(stored("lawyer_certificate", number)).toBe("error.licence_number_cn");
  }
  expect(check("lawyer_certificate", "11101202610123456").ok).toBe(true);
});

test("CN-ACTOR-07: public-sector, corporate, legal-aid and military lawyers may not take private clients", () => {
  const answers = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((category) =>
    stored("lawyer_certificate", `111012015${category}0123456`),
  );
  expect(answers.map((answer) => answer === "error.licence_category_cn")).toEqual([
    ...Array(5).fill(false),
    ...Array(4).fill(true),
  ]);
});

test("CN-ACTOR-07: a 12-digit number of the older certificates is accepted and marked", () => {
  expect(stored("lawyer_certificate", "110120151012")).toEqual(["110120151012", "licences.doubt.old_cn"]);
});

test("CN-ACTOR-08: a firm's code has 18 characters beginning with 31", () => {
  expect(stored("firm_licence", "91110000MD0000000X", "CN")).toBe("error.licence_firm_cn");
  expect(stored("firm_licence", "31110000MD000000", "CN")).toBe("error.licence_firm_cn");
  expect(stored("firm_licence", "31110000MD00000I0X", "CN")).toBe("error.licence_firm_cn");
});

test("a firm's code with its right check character (GB 32100-2015) is without doubt, any single slip is marked", () => {
  const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  const digit = fc.constantFrom(...alphabet);
  fc.assert(
    fc.property(
      fc.array(digit, { minLength: 15, maxLength: 15 }),
      fc.nat(30),
      fc.nat(14),
      (body, shift, at) => {
        const start = `31${body.join("")}`;
        const right = [...alphabet].find((last) => {
          const checked = check("firm_licence", start + last, "CN");
          return checked.ok && checked.value.doubt === null;
        });
        expect(right).toBeDefined();
        const slipped = [...(start + right)];
        slipped[at + 2] = alphabet[(alphabet.indexOf(slipped[at + 2]) + (shift % 30) + 1) % 31];
        const checked = check("firm_licence", slipped.join(""), "CN");
        expect(checked.ok && checked.value.doubt).toBe("licences.doubt.check_digit");
      },
    ),
    { numRuns: 60 },
  );
});

test("US-ACTOR-04: an unusual number of digits is a doubt and never a refusal", () => {
  const usual: Record<string, string> = {
    "US-CA": "123456",
    "US-NY": "1234567",
    "US-TX": "12345678",
    "US-FL": "1234567",
    "US-IL": "1234567",
    "US-MA": "123456",
    "US-WA": "123456",
    "US-NJ": "123452015",
    "US-PA": "123456",
    "US-GA": "123456",
  };
  for (const [territory, number] of Object.entries(usual)) {
    expect(stored("bar_admission", number, territory)).toEqual([number, null]);
    const longer = `${number}00`;
    expect(stored("bar_admission", longer, territory)).toEqual([longer, "licences.doubt.length"]);
  }
  expect(stored("bar_admission", "12", "US-OH")).toEqual(["12", null]);
});

test("US-ACTOR-04: what cannot be a number at all is refused", () => {
  for (const number of ["none", "123456789012345678901", "12;drop", "<b>1</b>"]) {
    expect(stored("bar_admission", number)).toBe("error.licence_number");
  }
});

test("GB-ACTOR-05, DE-ACTOR-03: a reference number has six or seven digits, a German file number no common form", () => {
  expect(stored("fca_permission", "FRN 123456", "GB-EW")).toBe("error.licence_number_fca");
  expect(stored("fca_permission", "123 456", "GB-EW")).toEqual(["123456", null]);
  expect(stored("fca_permission", "12345678", "GB-EW")).toBe("error.licence_number_fca");
  expect(stored("bar_admission", "12345", "GB-EW")).toEqual(["12345", "licences.doubt.length"]);
  expect(stored("inkasso_registration", " 3712  E 1/2025 ", "DE")).toEqual(["3712 E 1/2025", null]);
  expect(stored("bar_admission", "RAK-Berlin", "DE")).toBe("error.licence_number");
});

test("a number is stored in one form, so that one licence is not filed twice", () => {
  expect(stored("agency_licence", " nmls #123 456 ")).toEqual(["NMLS123456", null]);
  expect(stored("bar_admission", "１２３４５６")).toEqual(["123456", null]);
});

test("each kind of collector holds its own kinds, in their own country", () => {
  const held = (role: Parameters<typeof mayHold>[0], territory: string) =>
    licenceKinds.filter((kind) => mayHold(role, kind, territory).ok);
  expect(held("lawyer", "US-TX")).toEqual(["bar_admission"]);
  expect(held("lawyer", "CN")).toEqual(["lawyer_certificate"]);
  expect(held("law_firm", "CN")).toEqual(["lawyer_certificate", "firm_licence"]);
  expect(held("agency", "US-WA")).toEqual(["agency_licence"]);
  expect([held("lawyer", "GB-EW"), held("agency", "GB-EW")]).toEqual([["bar_admission"], ["fca_permission"]]);
  expect(held("law_firm", "GB-EW")).toEqual(["bar_admission", "fca_permission"]);
  expect([held("law_firm", "DE"), held("agency", "DE")]).toEqual([
    ["bar_admission"],
    ["inkasso_registration"],
  ]);
  for (const territory of ["US", "US-NY-NYC", "CN-440300", "CN-810000", "GB", "GB-SCT", "DE-BE", "XX", ""]) {
    expect([
      ...held("lawyer", territory),
      ...held("law_firm", territory),
      ...held("agency", territory),
    ]).toEqual([]);
  }
  for (const role of ["creditor", "admin", "guest", "anonymous"] as const)
    expect(held(role, "US-CA")).toEqual([]);
});

test("CN-ACTOR-05: no collection agency can hold anything in mainland China", () => {
  for (const kind of licenceKinds) {
    expect(mayHold("agency", kind, "CN")).toEqual({ ok: false, error: { kind: "no-agency-licence" } });
  }
});
