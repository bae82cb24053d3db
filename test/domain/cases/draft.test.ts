import { expect, test } from "vitest";
import { keepable, readDraft, typedFrom } from "#app/domain/cases/draft.ts";
import { readStep } from "#app/domain/cases/read-step.ts";
import type { Typed } from "#app/domain/cases/typed.ts";

const today = "2026-11-23";
const debtor: Typed = { kind: "company", name: "Example Freight LLC", country: "US", province: "US-CA" };
const claim: Typed = {
  kind: "goods",
  purpose: "commercial",
  creditorKind: "business",
  principal: "1,250.50",
  currency: "USD",
  dueOn: "2026-06-30",
  written: "yes",
  interest: "agreed",
  agreedRate: "6.5",
  assigned: "no",
  description: "Goods delivered and not paid.",
};
const history: Typed = { disputed: "no", judgment: "no" };
const goal: Typed = { goal: "amicable", feeModels: ["success"], windowHours: "24" };

const errorsOf = (step: "debtor" | "claim" | "history" | "goal", typed: Typed) => {
  const read = readStep(step, typed, { today });
  return read.ok ? {} : read.error;
};

test("answers laid out for editing read back as the same answers", () => {
  const read = readDraft({ debtor, claim, history, goal }, { today });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  expect(read.value.claim.principal).toBe(125_050);
  expect(readDraft(typedFrom(read.value), { today })).toEqual(read);
});

test("no date of the past lies in the future; a debt is postable on its due date and not before", () => {
  expect(errorsOf("claim", { ...claim, dueOn: "2026-11-23" })).toEqual({});
  expect(errorsOf("claim", { ...claim, dueOn: "2026-11-24" })).toEqual({ dueOn: ["error.not_due"] });
  expect(errorsOf("history", { ...history, lastPaymentOn: "2026-11-24" })).toEqual({
    lastPaymentOn: ["error.date_future"],
  });
});

test("dates that are none, or older than any debt, are refused", () => {
  for (const dueOn of ["2026-02-30", "30/06/2026", "0001-01-01", "tomorrow"]) {
    expect(errorsOf("claim", { ...claim, dueOn }).dueOn?.[0]).toMatch(/^error\.(date|not_due)$/);
  }
});

test("a contract is not younger than its due date, and an agreed rate is named", () => {
  expect(errorsOf("claim", { ...claim, contractOn: "2026-07-01" })).toEqual({
    contractOn: ["error.contract_after_due"],
  });
  const { agreedRate: _, ...without } = claim;
  expect(errorsOf("claim", without)).toEqual({ agreedRate: ["error.rate"] });
});

test("every mistake of a page is said at once, those between its fields included", () => {
  expect(errorsOf("debtor", {})).toEqual({
    kind: ["error.choose"],
    name: ["error.required"],
    country: ["error.choose"],
  });
  const wrong = {
    ...claim,
    kind: "",
    principal: "-5",
    contractOn: "2026-07-01",
    agreedRate: "",
    written: "",
  };
  expect(Object.keys(errorsOf("claim", wrong)).sort()).toEqual([
    "agreedRate",
    "contractOn",
    "kind",
    "principal",
    "written",
  ]);
});

test("a judgment stated is a judgment named", () => {
  expect(Object.keys(errorsOf("history", { ...history, judgment: "yes" })).sort()).toEqual([
    "judgmentCourt",
    "judgmentNumber",
    "judgmentOn",
  ]);
});

test("each hostile, missing or oversized field is named, and none of them passes", () => {
  expect(errorsOf("debtor", { ...debtor, name: "x" })).toEqual({ name: ["error.required"] });
  expect(errorsOf("debtor", { ...debtor, name: "n".repeat(201) })).toEqual({ name: ["error.too_long"] });
  expect(errorsOf("debtor", { ...debtor, email: "no address" })).toEqual({ email: ["error.email"] });
  expect(errorsOf("debtor", { ...debtor, phone: "call me" })).toEqual({ phone: ["error.phone"] });
  expect(errorsOf("debtor", { ...debtor, kind: "admin" })).toEqual({ kind: ["error.choose"] });
  expect(errorsOf("claim", { ...claim, currency: "XAU" })).toEqual({ currency: ["error.choose"] });
  expect(errorsOf("claim", { ...claim, principal: ["1", "2"] }).principal).toBeDefined();
  expect(errorsOf("goal", { ...goal, windowHours: "25" })).toEqual({ windowHours: ["error.choose"] });
  expect(errorsOf("goal", { ...goal, feeModels: [] }).feeModels).toBeDefined();
  expect(errorsOf("goal", { ...goal, feeModels: ["bribe"] })).toHaveProperty("feeModels");
});

test("only a page's own fields are kept, without characters nobody can see, up to a bound", () => {
  const kept = keepable("debtor", {
    name: "Evil\u0000 \u202eLLC",
    creditorOrgId: "someone else",
    __proto__: "x",
    address: "a".repeat(100_000),
  });
  expect(kept.name).toBe("Evil LLC");
  expect(Object.keys(kept).sort()).toEqual(["address", "name"]);
  expect(kept.address).toHaveLength(4_000);
});
