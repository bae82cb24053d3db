import { expect, test } from "vitest";
import {
  chargeAllowed,
  platformCharge,
  rulesAgainstSharing,
} from "#app/domain/engagements/platform-charge.ts";
import type { Pack } from "#app/domain/law/pack.ts";
import { packFor } from "#app/domain/law/packs.ts";

const at = "2026-06-17T10:00:00Z";
const pack = (place: string): Pack => {
  const found = packFor(place);
  if (!found) throw new Error(`No pack for ${place}`);
  return found;
};
const rules = (place: string, bidder: "lawyer" | "law_firm" | "agency") =>
  rulesAgainstSharing({ pack: pack(place), bidder, at }).map(({ id }) => id);

test("the packs' own rows forbid a share of a lawyer's fee in America, China and Germany", () => {
  expect(rules("US-CA", "lawyer")).toEqual(["US-ACTOR-05"]);
  expect(rules("CN", "law_firm")).toEqual(["CN-MONEY-13"]);
  expect(rules("DE", "lawyer")).toEqual(["DE-MONEY-13"]);
});

test("a share of a lawyer's fee is no charge there, whoever is said to pay it; a fixed sum always is", () => {
  for (const place of ["US-CA", "CN", "DE"]) {
    const question = { pack: pack(place), bidder: "lawyer" as const, at };
    for (const payer of ["creditor", "collector"] as const)
      expect(chargeAllowed({ kind: "share", payer, basisPoints: 1 }, question)).toBe(false);
    const fixed = platformCharge("USD", question);
    expect(fixed && chargeAllowed(fixed, question)).toBe(true);
  }
});

test("without the row a share would be allowed: it is the pack that forbids it", () => {
  const without = { ...pack("DE"), rows: pack("DE").rows.filter(({ id }) => id !== "DE-MONEY-13") };
  const share = { kind: "share", payer: "creditor", basisPoints: 100 } as const;
  expect(chargeAllowed(share, { pack: without, bidder: "lawyer", at })).toBe(true);
});

test("the charge is a fixed sum from the creditor and the same for every collector, so that no choice hangs on it", () => {
  const asked = (bidder: "lawyer" | "agency") => platformCharge("USD", { pack: pack("US-TX"), bidder, at });
  const amounts = [asked("lawyer"), asked("agency")].map(
    (charge) => charge?.kind === "fixed" && charge.amount,
  );
  expect(new Set(amounts).size).toBe(1);
  expect(asked("lawyer")).toMatchObject({ kind: "fixed", payer: "creditor" });
  expect(platformCharge("XAU", { pack: pack("US-TX"), bidder: "agency", at })).toBeNull();
});
