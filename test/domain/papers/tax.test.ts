import fc from "fast-check";
import { expect, test } from "vitest";
import {
  KeepParticulars,
  type Particulars,
  rateFrom,
  statusesIn,
  taxStatuses,
} from "#app/domain/papers/particulars.ts";
import { taxCountries, taxRows } from "#app/domain/papers/tax.data.ts";
import { netIn, taxOf } from "#app/domain/papers/tax.ts";

const party = (changed: Partial<Particulars>): Particulars => ({
  name: "Example",
  address: "1 Example Street",
  country: "DE",
  taxStatus: "standard",
  taxNumber: "DE000000000",
  ownRateBps: null,
  ...changed,
});
const on = "2026-11-27";
const taxed = (issuer: Partial<Particulars>, recipient: Partial<Particulars> = {}, gross = 11_900n) =>
  taxOf({ issuer: party(issuer), recipient: party(recipient), on, gross });

test("a sum agreed between two German firms contains 19 % and is never more than was agreed", () => {
  expect(taxed({})).toEqual({
    ok: true,
    value: {
      net: 10_000n,
      lines: [{ rule: "DE-VAT-01", citation: "UStG 12(1)", rateBps: 1_900, net: 10_000n, tax: 1_900n }],
      notes: [],
    },
  });
});

test("British and Chinese rates are those on file, and a Chinese bill says that it is no fapiao", () => {
  const british = taxed({ country: "GB" }, { country: "GB" }, 12_000n);
  expect(british).toMatchObject({ value: { net: 10_000n, lines: [{ rule: "GB-VAT-01", tax: 2_000n }] } });
  const chinese = taxed({ country: "CN" }, { country: "CN" }, 10_600n);
  expect(chinese).toMatchObject({
    value: { net: 10_000n, lines: [{ rule: "CN-VAT-01", tax: 600n }], notes: [{ key: "no_fapiao" }] },
  });
});

test("a German bill to a British firm charges nothing and says why, and that the recipient owes the tax", () => {
  expect(taxed({}, { country: "GB" })).toMatchObject({
    value: {
      net: 11_900n,
      lines: [],
      notes: [
        { key: "abroad", citation: "UStG 3a(2)" },
        { key: "reverse_charge", citation: "VATA 1994 s.8" },
      ],
    },
  });
  expect(taxed({ country: "GB" }, {})).toMatchObject({
    value: { notes: [{ citation: "VATA 1994 s.7A(2)(a)" }, { citation: "UStG 13b(2) no. 1, 13b(5)" }] },
  });
});

test("an American firm that says no tax falls on its services charges none, at home and abroad", () => {
  const american = { country: "US", taxStatus: "none", taxNumber: null } as const;
  expect(taxed(american, { country: "US", taxStatus: "none" })).toMatchObject({
    value: { net: 11_900n, lines: [], notes: [{ key: "none" }] },
  });
  expect(taxed(american, {})).toMatchObject({
    value: { notes: [{ key: "none" }, { key: "reverse_charge" }] },
  });
});

test("a rate that the issuer states itself is charged at home and goes abroad with no one's guess", () => {
  const texan = { country: "US", taxStatus: "own_rate", ownRateBps: 825 } as const;
  expect(taxed(texan, { country: "US", taxStatus: "none" }, 10_825n)).toMatchObject({
    value: { net: 10_000n, lines: [{ rule: "own", citation: null, tax: 825n }] },
  });
  expect(taxed(texan, {})).toEqual({ ok: false, error: { kind: "tax-unknown", reason: "abroad" } });
});

test("what is not on file is refused: Chinese exports, private persons abroad, a day before the rows begin, a private issuer", () => {
  const reasons = [
    taxed({ country: "CN" }, {}),
    taxed({}, { country: "GB", taxStatus: "private" }),
    taxOf({ issuer: party({}), recipient: party({}), on: "2020-12-31", gross: 100n }),
    taxed({ taxStatus: "private" }),
  ].map((answer) => !answer.ok && answer.error.reason);
  expect(reasons).toEqual(["abroad", "private_abroad", "no_row", "issuer_private"]);
});

test("a firm that is relieved names the row that relieves it", () => {
  expect(taxed({ taxStatus: "small" })).toMatchObject({
    value: { lines: [], notes: [{ key: "small", citation: "UStG 19(1)" }] },
  });
});

test("net and tax add up to what was agreed, whatever the sum and the rate, and the net is nearest to the rate", () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 15n), fc.integer({ min: 1, max: 3_000 }), (gross, rateBps) => {
      const net = netIn(gross, rateBps);
      const exact = net * (10_000n + BigInt(rateBps));
      expect(net).toBeGreaterThanOrEqual(0n);
      expect(net).toBeLessThanOrEqual(gross);
      // Off by at most half a minor unit.
      const off = exact - gross * 10_000n;
      expect((off < 0n ? -off : off) * 2n).toBeLessThanOrEqual(10_000n + BigInt(rateBps));
    }),
  );
});

test("every pair of countries and statuses is answered or refused, and never without a word why", () => {
  for (const country of taxCountries)
    for (const taxStatus of statusesIn[country])
      for (const there of taxCountries)
        for (const theirs of statusesIn[there]) {
          const answer = taxed(
            { country, taxStatus, ownRateBps: 600 },
            { country: there, taxStatus: theirs },
          );
          if (answer.ok) expect(answer.value.lines.length + answer.value.notes.length).toBeGreaterThan(0);
          else expect(answer.error.kind).toBe("tax-unknown");
        }
});

test("every row names its provision and its source, and has a rate where it is one", () => {
  expect(new Set(taxRows.map(({ id }) => id)).size).toBe(taxRows.length);
  for (const { citation, url, rule, rateBps } of taxRows) {
    expect(citation.length).toBeGreaterThan(3);
    expect(url).toMatch(/^https:/);
    expect(rateBps !== null).toBe(rule === "standard");
  }
});

const form = { name: "Example", address: "1 Street", country: "DE", taxStatus: "standard", taxNumber: "1" };
const errorsOf = (given: object) =>
  KeepParticulars.safeParse({ ...form, ...given }).error?.issues.map(
    ({ path, message }) => `${path}: ${message}`,
  );

test("a tax status is asked for: one that is missing, or that the country does not have, is refused at its field", () => {
  expect(errorsOf({ taxStatus: undefined })).toEqual(["taxStatus: error.choose"]);
  expect(errorsOf({ taxStatus: "none" })).toEqual(["taxStatus: error.tax_status"]);
  expect(errorsOf({ taxNumber: undefined })).toEqual(["taxNumber: error.required"]);
  expect(errorsOf({ country: "US", taxStatus: "own_rate" })).toEqual(["ownRate: error.rate"]);
  expect(errorsOf({ country: "US", taxStatus: "own_rate", ownRate: "8.25 %" })).toBeUndefined();
  expect(taxStatuses.length).toBe(5);
});

test("a rate is read as it is written, and nonsense is none", () => {
  expect(["8.25", "3 %", "１%", "6,5"].map(rateFrom)).toEqual([825, 300, 100, 650]);
  expect(["", "0", "-1", "31", "100", "1.234", "=1"].map(rateFrom)).toEqual(Array(7).fill(null));
});
