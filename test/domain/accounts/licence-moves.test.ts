import fc from "fast-check";
import { expect, test } from "vitest";
import {
  endOfTerm,
  isInForce,
  latestDateIn,
  licenceState,
  mayResubmit,
} from "#app/domain/accounts/licence-moves.ts";

const californian = { territory: "US-CA", validFrom: "2024-01-01", validTo: "2026-12-03" };
const texan = { ...californian, territory: "US-TX" };
const at = (text: string) => new Date(text);

test("a licence holds to the last second of the day before its end, by the territory's clock", () => {
  expect(isInForce(californian, at("2026-12-03T07:59:59Z"))).toBe(true);
  expect(isInForce(californian, at("2026-12-03T08:00:00Z"))).toBe(false);
});

test("where a territory has two time zones, the hour in doubt does not count", () => {
  // El Paso is an hour behind the rest of Texas: the end comes with the rest, the beginning with El Paso.
  expect(isInForce(texan, at("2026-12-03T05:59:59Z"))).toBe(true);
  expect(isInForce(texan, at("2026-12-03T06:30:00Z"))).toBe(false);
  expect(isInForce(texan, at("2024-01-01T06:30:00Z"))).toBe(false);
  expect(isInForce(texan, at("2024-01-01T07:00:00Z"))).toBe(true);
});

test("the end told to the law engine is the first moment at which the licence is over", () => {
  expect(endOfTerm(texan)).toBe("2026-12-03T06:00:00Z");
  const terms = fc.record({
    territory: fc.constantFrom("US-CA", "US-TX", "US-FL", "US-NY", "US-AK", "CN"),
    validTo: fc.integer({ min: 1, max: 2_000 }),
  });
  fc.assert(
    fc.property(terms, fc.integer({ min: -72, max: 72 }), ({ territory, validTo }, hours) => {
      const day = new Date(Date.UTC(2025, 0, validTo)).toISOString().slice(0, 10);
      const term = { territory, validFrom: "2020-01-01", validTo: day };
      const end = new Date(endOfTerm(term)).getTime();
      const now = new Date(end + hours * 3_600_000);
      expect(isInForce(term, now)).toBe(hours < 0);
      expect(licenceState({ ...term, status: "verified" }, now)).toBe(hours < 0 ? "verified" : "expired");
    }),
  );
});

test("an unknown territory has no licence in force", () => {
  expect(isInForce({ ...californian, territory: "XX" }, at("2025-01-01T00:00:00Z"))).toBe(false);
});

test("only what is verified expires, and only what is returned or expired can be filed again", () => {
  const now = at("2027-01-01T00:00:00Z");
  const over = (status: Parameters<typeof licenceState>[0]["status"]) => ({ ...californian, status });
  expect(licenceState(over("submitted"), now)).toBe("submitted");
  expect(licenceState(over("verified"), now)).toBe("expired");
  expect(licenceState(over("suspended"), now)).toBe("suspended");
  const open = (["submitted", "returned", "verified", "refused", "suspended"] as const).filter((status) =>
    mayResubmit(over(status), now),
  );
  expect(open).toEqual(["returned", "verified"]);
  expect(mayResubmit(over("verified"), at("2026-01-01T00:00:00Z"))).toBe(false);
});

test("a date is in the future only when it is so everywhere", () => {
  expect(latestDateIn("CN", at("2026-12-02T16:00:00Z"))).toBe("2026-12-03");
  expect(latestDateIn("US-CA", at("2026-12-03T02:00:00Z"))).toBe("2026-12-03");
});
