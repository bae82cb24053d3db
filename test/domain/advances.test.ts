import fc from "fast-check";
import { expect, test } from "vitest";
import { type Advance, advancesDue, advancesWhen } from "#app/domain/advances/advances.ts";
import { packFor } from "#app/domain/law/packs.ts";
import { mandateFindings } from "#app/domain/timeline/mandate-findings.ts";

const advance = (id: string, need: bigint, given: Partial<Advance> = {}): Advance => ({
  ...{ id, kind: "court_costs", act: "file_suit", need, asked: need, spent: null, withdrawn: false },
  ...given,
});
const states = (...given: Parameters<typeof advancesWhen>) => {
  const { advances, free } = advancesWhen(...given);
  return [...advances.map(({ state }) => state), free];
};

test("an act is funded when all of it is there, in the order of asking, and what is left after a receipt is free", () => {
  const two = [advance("a", 100n), advance("b", 50n)];
  expect(states(two, { paid: 99n, returned: 0n })).toEqual(["asked", "asked", 0n]);
  expect(states(two, { paid: 100n, returned: 0n })).toEqual(["funded", "asked", 0n]);
  expect(states(two, { paid: 160n, returned: 0n })).toEqual(["funded", "funded", 10n]);
  const spent = [advance("a", 100n, { spent: 80n }), advance("b", 50n, { asked: 30n })];
  expect(states(spent, { paid: 100n, returned: 0n })).toEqual(["spent", "asked", 0n]);
  expect([advancesDue(spent, 0n), ...states(spent, { paid: 130n, returned: 0n })]).toEqual([
    130n,
    "spent",
    "funded",
    0n,
  ]);
  expect(states([advance("a", 100n, { withdrawn: true })], { paid: 100n, returned: 40n })).toEqual([
    "withdrawn",
    60n,
  ]);
});

test("money is never there twice: receipts, funded acts, what was given back and what is free come to what was paid in", () => {
  const some = fc.array(
    fc.record({
      need: fc.bigInt(1n, 100n),
      spent: fc.option(fc.bigInt(1n, 100n)),
      withdrawn: fc.boolean(),
    }),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(some, fc.bigInt(0n, 500n), fc.bigInt(0n, 100n), (given, paid, returned) => {
      const rows = given.map((each, n) =>
        advance(String(n), each.need, { ...each, withdrawn: each.withdrawn && each.spent === null }),
      );
      const { advances, free } = advancesWhen(rows, { paid, returned });
      const spent = rows.reduce((sum, each) => sum + (each.spent ?? 0n), 0n);
      const funded = advances.reduce((sum, each) => (each.state === "funded" ? sum + each.need : sum), 0n);
      const there = paid - returned - spent;
      expect(free).toBeGreaterThanOrEqual(0n);
      expect(funded + free <= (there > 0n ? there : 0n)).toBe(true);
      if (advances.every(({ state }) => state !== "asked"))
        expect(funded + free).toBe(there > 0n ? there : 0n);
    }),
  );
});

test("an act whose cost was asked for and not paid in is blocked where the court has it paid before, and else warned of", () => {
  const pack = packFor("CN-440300");
  if (!pack) throw new Error("no pack");
  const under = (prepaid: boolean) => ({
    ...{ lapsedLicence: null, supervised: false },
    unfunded: [{ act: "file_suit" as const, prepaid }],
  });
  const told = (prepaid: boolean, type: "file_suit" | "payment_order" = "file_suit") =>
    mandateFindings(pack, type, under(prepaid)).map(({ rule, effect }) => [rule, effect]);
  expect(told(true)).toEqual([["POL-ADVANCE-01", "block"]]);
  expect(told(false)).toEqual([["POL-ADVANCE-01", "warn"]]);
  expect(told(true, "payment_order")).toEqual([]);
});
