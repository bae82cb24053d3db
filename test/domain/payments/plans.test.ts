import fc from "fast-check";
import { expect, test } from "vitest";
import { debitOn, mayDebit, partState, partsOf, rhythms } from "#app/domain/payments/plans.ts";

const terms = {
  total: 10_000n,
  currency: "USD",
  count: 3,
  firstOn: "2026-01-31",
  rhythm: "monthly",
} as const;

test("the parts add up to the total to the last unit, on days that only go forward, in every currency the provider takes", () => {
  fc.assert(
    fc.property(
      fc.bigInt(2_000n, 90_000_000n),
      fc.integer({ min: 2, max: 60 }),
      fc.constantFrom(...rhythms),
      fc.constantFrom("USD", "JPY", "KWD"),
      (total, count, rhythm, currency) => {
        const even = currency === "KWD" ? total - (total % 10n) : total;
        const parts = partsOf({ ...terms, total: even, count, rhythm, currency });
        if (!parts.ok) throw new Error("refused");
        expect(parts.value.reduce((sum, { amount }) => sum + amount, 0n)).toBe(even);
        const days = parts.value.map(({ dueOn }) => dueOn);
        expect(days).toEqual([...new Set(days)].sort());
        if (currency === "KWD") expect(parts.value.every(({ amount }) => amount % 10n === 0n)).toBe(true);
      },
    ),
  );
});

test("a month without the day has its part on the last day, and the next month has the day again", () => {
  const parts = partsOf({ ...terms, count: 4 });
  expect(parts.ok && parts.value.map(({ dueOn, amount }) => [dueOn, amount])).toEqual([
    ["2026-01-31", 2_500n],
    ["2026-02-28", 2_500n],
    ["2026-03-31", 2_500n],
    ["2026-04-30", 2_500n],
  ]);
});

test("what the provider cannot take in parts is refused: a third decimal that is not nought, or parts of nothing", () => {
  expect(partsOf({ ...terms, currency: "KWD", total: 10_001n })).toMatchObject({ ok: false });
  expect(partsOf({ ...terms, total: 2n })).toMatchObject({ ok: false });
});

test("a bank debit waits for its notice, and a card for three days", () => {
  const part = { dueOn: "2026-03-10" };
  expect(debitOn(part, { kind: "sepa_debit", savedOn: "2026-03-01" })).toBe("2026-03-15");
  expect(debitOn(part, { kind: "us_bank_account", savedOn: "2026-03-01" })).toBe("2026-03-11");
  expect(debitOn(part, { kind: "card", savedOn: "2026-03-01" })).toBe("2026-03-10");
});

const scene = {
  isOpen: true,
  isAgreed: true,
  rests: false,
  owed: 500n,
  coming: 0n,
  amount: 200n,
  currency: "USD",
};

test("a part is taken only while case, plan and debt stand, and never beyond what is owed and not on its way", () => {
  expect(mayDebit(scene)).toEqual({ kind: "debit", amount: 200n });
  expect(mayDebit({ ...scene, owed: 150n })).toEqual({ kind: "debit", amount: 150n });
  expect(mayDebit({ ...scene, coming: 400n })).toEqual({ kind: "debit", amount: 100n });
  expect(mayDebit({ ...scene, owed: 155n, currency: "KWD" })).toEqual({ kind: "debit", amount: 150n });
  expect(mayDebit({ ...scene, coming: 500n })).toEqual({ kind: "wait" });
  expect(mayDebit({ ...scene, rests: true })).toEqual({ kind: "wait" });
  expect(mayDebit({ ...scene, owed: 0n })).toEqual({ kind: "end", why: "nothing_owed" });
  expect(mayDebit({ ...scene, isAgreed: false })).toEqual({ kind: "end", why: "plan_over" });
  expect(mayDebit({ ...scene, isOpen: false, rests: true })).toEqual({ kind: "end", why: "case_over" });
});

test("a part is missed only when it was asked for, its grace is over, and it was not the case that held it back", () => {
  const part = { state: "asked", dueOn: "2026-03-10", payment: "open", failure: null } as const;
  expect(partState({ ...part, today: "2026-03-15" })).toBe("by_hand");
  expect(partState({ ...part, today: "2026-03-16" })).toBe("missed");
  expect(partState({ ...part, today: "2026-03-16", failure: "withheld" })).toBe("by_hand");
  expect(partState({ ...part, today: "2026-03-16", payment: "paid" })).toBe("paid");
  expect(partState({ ...part, today: "2026-03-16", payment: "processing" })).toBe("on_its_way");
  expect(partState({ ...part, state: "planned", payment: null, today: "2026-03-16" })).toBe("waits");
  expect(partState({ ...part, payment: "failed", failure: "declined", today: "2026-03-11" })).toBe("failed");
  expect(partState({ ...part, payment: "withdrawn", today: "2026-03-16" })).toBe("dropped");
});
