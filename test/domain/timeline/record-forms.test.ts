import fc from "fast-check";
import { expect, test } from "vitest";
import {
  AddFact,
  addableFacts,
  factValue,
  mayRestate,
  neededFields,
  nested,
  RecordFact,
  recordFields,
  recordKinds,
} from "#app/domain/timeline/record-forms.ts";
import { RecordStep } from "#app/domain/timeline/step-forms.ts";

const caseId = "01a20756-1c28-7424-9db0-2c04ebe1adf4";

test("only the facts of the list can be added: no name that every object has", () => {
  for (const fact of [
    "toString",
    "constructor",
    "__proto__",
    "hasOwnProperty",
    "debt.lawful",
    "debtor",
    "",
  ]) {
    expect(AddFact.safeParse({ caseId, fact, value: "yes" }).success, fact).toBe(false);
    expect(factValue(fact, "yes"), fact).toBeNull();
  }
  for (const fact of Object.keys(addableFacts)) {
    expect(AddFact.safeParse({ caseId, fact }).success, fact).toBe(true);
  }
});

test("a credential and the lawfulness of a debt are not for the blocked to state", () => {
  expect(Object.keys(addableFacts).filter((name) => /credential|lawful|engagement|holds/.test(name))).toEqual(
    [],
  );
});

test("a text that is no value of its fact is none", () => {
  expect(factValue("debtor.ageYears", "44")).toBe(44);
  for (const text of ["131", "-1", "4.5", "forty", "", "４４"])
    expect(factValue("debtor.ageYears", text)).toBeNull();
  expect(factValue("debt.contractDate", "2026-02-28")).toBe("2026-02-28");
  for (const text of ["2026-02-29", "28/02/2026", "1949-12-31", "0001-01-01"]) {
    expect(factValue("debt.contractDate", text), text).toBeNull();
  }
  expect(factValue("debt.signedInState", "CA")).toBe("CA");
  expect(factValue("debt.signedInState", "XX")).toBeNull();
  expect([factValue("arbitrationAgreement", "yes"), factValue("arbitrationAgreement", "no")]).toEqual([
    true,
    false,
  ]);
  expect(factValue("arbitrationAgreement", "true")).toBeNull();
  expect(factValue("documents.itemisedAccountId", caseId)).toBeNull();
  expect(factValue("debtor.ageYears", undefined)).toBeNull();
});

test("a path becomes nested members and nothing else", () => {
  expect(nested("debtor.ageYears", 44)).toEqual({ debtor: { ageYears: 44 } });
  expect(nested("arbitrationAgreement", false)).toEqual({ arbitrationAgreement: false });
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-zA-Z]+$/), { minLength: 1, maxLength: 5 }),
      fc.anything(),
      (path, value) => {
        const found = path.reduce<unknown>(
          (inner, name) => (inner as Record<string, unknown>)[name],
          nested(path.join("."), value),
        );
        expect(found).toBe(value);
      },
    ),
  );
});

test("what was stated stands against those it blocks; what is missing or renews itself can be added", () => {
  for (const missing of [undefined, null, "unknown" as const]) {
    expect(mayRestate("debtor.ageYears", { debtor: { ageYears: missing } })).toBe(true);
  }
  expect(mayRestate("debtor.ageYears", {})).toBe(true);
  expect(mayRestate("debtor.ageYears", { debtor: { ageYears: 15 } })).toBe(false);
  expect(mayRestate("limitation.accruedOn", { limitation: { accruedOn: "2011-01-01" } })).toBe(false);
  expect(mayRestate("notices.scraCertificateOn", { notices: { scraCertificateOn: "2026-01-01" } })).toBe(
    true,
  );
  expect(mayRestate("debtor.objectsOnline", { debtor: { objectsOnline: true } })).toBe(false);
  expect(mayRestate("debtor.objectsOnline", { debtor: { objectsOnline: false } })).toBe(true);
});

test("a date before anyone's debts and a character no column holds are refused at the form", () => {
  const reply = { caseId, type: "reply", occurredOn: "2026-03-01" };
  expect(RecordFact.safeParse(reply).success).toBe(true);
  expect(RecordFact.safeParse({ ...reply, occurredOn: "0001-01-01" }).success).toBe(false);
  expect(RecordFact.safeParse({ ...reply, note: "a\0b" }).success).toBe(false);
  expect(RecordFact.safeParse({ ...reply, reference: "\0x" }).success).toBe(false);
  expect(RecordFact.safeParse({ ...reply, note: "x".repeat(2_001) }).success).toBe(false);
  const call = { caseId, type: "call", occurredOn: "2026-03-01", occurredTime: "10:00" };
  expect(RecordStep.safeParse(call).success).toBe(true);
  for (const wrong of [
    { type: "dispute" },
    { type: "attempt_blocked" },
    { occurredOn: "2026-02-30" },
    { occurredTime: "24:00" },
    { note: "\0." },
    { number: "call me" },
    { caseId: "1" },
  ]) {
    expect(RecordStep.safeParse({ ...call, ...wrong }).success, JSON.stringify(wrong)).toBe(false);
  }
});

test("no record asks for a field that its form does not show", () => {
  const always = ["occurredOn", "note", "proof"];
  const shown = { ...recordFields, delivery: ["document"] } as Record<string, readonly string[]>;
  for (const kind of recordKinds) {
    for (const field of neededFields[kind] ?? []) {
      expect([...always, ...shown[kind]], `${kind} needs ${field}`).toContain(field);
    }
  }
});
