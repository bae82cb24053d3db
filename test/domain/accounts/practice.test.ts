import fc from "fast-check";
import { expect, test } from "vitest";
import { InsuranceFields, insuranceState } from "#app/domain/accounts/insurance.ts";
import { responsibleFor, restsOn } from "#app/domain/accounts/staff.ts";

const policy = {
  insurer: "Mutual",
  policyNumber: "P-1",
  sum: "250,000.00",
  currency: "USD",
  validTo: "2027-01-01",
};

test("a policy is over on its first day without cover, and one that was refused stays refused", () => {
  const until = (status: "filed" | "verified" | "refused") => ({ status, validTo: "2027-01-01" });
  expect(insuranceState(until("verified"), "2026-12-31")).toBe("verified");
  expect(insuranceState(until("verified"), "2027-01-01")).toBe("expired");
  expect(insuranceState(until("filed"), "2026-12-31")).toBe("filed");
  expect(insuranceState(until("filed"), "2027-01-02")).toBe("expired");
  for (const today of ["2026-12-31", "2027-01-01"])
    expect(insuranceState(until("refused"), today)).toBe("refused");
});

test("a policy without insurer, number, currency or day is refused at that field", () => {
  expect(InsuranceFields.safeParse(policy).success).toBe(true);
  for (const [field, wrong] of [
    ["insurer", ""],
    ["policyNumber", " "],
    ["policyNumber", "x".repeat(61)],
    ["currency", "XXX"],
    ["validTo", "2027-02-30"],
  ]) {
    const parsed = InsuranceFields.safeParse({ ...policy, [field]: wrong });
    expect(parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0])).toEqual([field]);
  }
});

const kinds = fc.constantFrom("bar_admission", "lawyer_certificate", "firm_licence", "agency_licence");
const who = fc.option(fc.constantFrom("ann", "bob", "cy"), { nil: null });
const held = fc.array(fc.record({ kind: kinds, holderUserId: who }), { maxLength: 8 });

test("nobody's act rests on another's own licence but on their supervisor's; a licence of the business carries everybody's", () => {
  fc.assert(
    fc.property(held, fc.constantFrom("ann", "bob", "cy"), who, (licences, userId, supervisorUserId) => {
      const personal = (kind: string) => kind === "bar_admission" || kind === "lawyer_certificate";
      for (const licence of licences) {
        const counts = restsOn(licences, { userId, supervisorUserId }).includes(licence);
        const own = [null, userId, supervisorUserId].includes(licence.holderUserId);
        expect(counts).toBe(!personal(licence.kind) || own);
      }
    }),
  );
});

test("who holds a licence answers for themselves; who holds none has a supervisor who does, or nobody", () => {
  const licences = [
    { kind: "bar_admission", holderUserId: "ann" },
    { kind: "firm_licence", holderUserId: "bob" },
  ];
  const answers = (userId: string, supervisorUserId: string | null) =>
    responsibleFor(licences, { userId, supervisorUserId });
  expect(answers("ann", "bob")).toBeNull();
  expect(answers("cy", "ann")).toBe("ann");
  expect(answers("cy", "bob")).toBeNull();
  expect(answers("cy", null)).toBeNull();
});
