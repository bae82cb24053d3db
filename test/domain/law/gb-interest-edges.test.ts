import { expect, test } from "vitest";
import type { Facts } from "#app/domain/law/facts.ts";
import { interestOn } from "#app/domain/law/money/interest.ts";
import { withPoints } from "./calculators.ts";

const british = (debt: Facts["debt"], series?: ReturnType<typeof withPoints>) =>
  interestOn({
    jurisdiction: "GB-EW",
    facts: {
      debt: { kind: "goods", principal: 100_000, currency: "GBP", ...debt },
      creditor: { kind: "business" },
      debtor: { kind: "company" },
    },
    from: "2026-04-01",
    to: "2026-04-30",
    series,
  });

test("GB-MONEY-03: the fixed sum is due with the first day of statutory interest, and never on another debt", () => {
  expect(british({ dueDate: "2026-04-29" })).toMatchObject({ days: 1, fixedSum: 7_000 });
  expect(british({ dueDate: "2026-04-30" })).not.toHaveProperty("fixedSum");
  expect(british({ dueDate: "2026-02-27", kind: "rent" })).not.toHaveProperty("fixedSum");
});

test("GB-MONEY-04: an agreed rate cannot be held against a statutory one whose first day is not known", () => {
  const series = withPoints("GB-LPCDA-REFERENCE", ["1960-01-01", "3"]);
  expect(british({ agreedRate: "12" }, series)).toMatchObject({
    rate: "12",
    notes: [{ rule: "GB-MONEY-04", key: "gb_substantial_remedy" }],
  });
  expect(british({ agreedRate: "12", dueDate: "2026-02-27" }, series)).toMatchObject({
    rate: "12",
    notes: [],
  });
});
