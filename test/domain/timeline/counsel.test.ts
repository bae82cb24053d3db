import { expect, test } from "vitest";
import { packFor } from "#app/domain/law/packs.ts";
import { recordTypes, stepTypes } from "#app/domain/law/types.ts";
import { counselFindings } from "#app/domain/timeline/counsel.ts";

const pack = packFor("US-CA");
if (!pack) throw new Error("There is a pack for California");
const production = { production: true, on: "2026-11-23" };

test("in production nobody takes a step or makes a market under a pack that counsel has not signed", () => {
  for (const type of [...stepTypes, "posted", "approved", "round_opened", "awarded", "engaged"] as const) {
    expect(counselFindings(pack, type, production).map(({ rule }) => rule)).toEqual(["POL-COUNSEL-01"]);
  }
});

test("the debtor's rights and the end of a case stay open under any pack", () => {
  for (const type of [...recordTypes, "withdrawn", "closed_paid"] as const) {
    expect(counselFindings(pack, type, production)).toEqual([]);
  }
});

test("a signature opens the pack until its review is due, and not on that day", () => {
  const signed = { ...pack, signedOffBy: "Counsel", signedOffOn: "2026-01-01", reviewBy: "2026-12-01" };
  expect(counselFindings(signed, "call", { production: true, on: "2026-11-30" })).toEqual([]);
  expect(counselFindings(signed, "call", { production: true, on: "2026-12-01" })).toHaveLength(1);
});

test("the demo runs unsigned packs and says so elsewhere", () => {
  expect(counselFindings(pack, "call", { production: false, on: "2026-11-23" })).toEqual([]);
});
