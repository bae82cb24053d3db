import fc from "fast-check";
import { expect, test } from "vitest";
import { branches, leaves, leavesOf, wholeBranches } from "#app/domain/market/fields.ts";

const codesOf = (branch: string) => leavesOf(branch).map(({ code }) => code);

test("the fields of some branches are those branches, and one field more or fewer is part of one", () => {
  fc.assert(
    fc.property(
      fc.subarray(
        branches.map(({ code }) => code),
        { minLength: 1 },
      ),
      fc.constantFrom(...leaves),
      (some, leaf) => {
        const codes = some.flatMap(codesOf);
        expect(wholeBranches(codes)).toEqual(some);
        const within = codes.includes(leaf.code);
        const other = within ? codes.filter((code) => code !== leaf.code) : [...codes, leaf.code];
        const alone = codesOf(leaf.parent ?? "").length === 1;
        if (!alone) expect(wholeBranches(other)).toBeNull();
      },
    ),
  );
  expect(wholeBranches([])).toEqual([]);
});
