import fc from "fast-check";
import { expect, test } from "vitest";
import { insuranceState } from "#app/domain/accounts/insurance.ts";
import { lapseOf, licenceCounts, needsLookUp, warningDue } from "#app/domain/accounts/licence-upkeep.ts";
import { responsibleFor, restsOn } from "#app/domain/accounts/staff.ts";

const licence = {
  territory: "CN",
  validFrom: "2024-01-01",
  validTo: "2026-09-01",
  status: "verified" as const,
  registerCheckedAt: new Date("2026-08-20T00:00:00Z"),
  warnedDays: null,
};
/** In Shanghai the first of September begins eight hours before it does in UTC. */
const end = new Date("2026-08-31T16:00:00Z");
const before = (days: number) => new Date(end.getTime() - days * 86_400_000);

test("a licence counts until the last instant of its term at its own place, and not in the second after", () => {
  expect(licenceCounts(licence, new Date(end.getTime() - 1000))).toBe(true);
  expect(licenceCounts(licence, end)).toBe(false);
  expect(lapseOf(licence, end)).toBe("expired");
});

test("a look-up counts for thirty days and is asked for anew five days before it stops", () => {
  const on = (day: string) => new Date(`${day}T00:00:00Z`);
  const open = { ...licence, validTo: null };
  expect([needsLookUp(open, on("2026-09-13")), needsLookUp(open, on("2026-09-14"))]).toEqual([false, true]);
  expect(lapseOf(open, on("2026-09-19"))).toBeNull();
  expect(lapseOf(open, new Date("2026-09-19T00:00:01Z"))).toBe("stale");
  expect(licenceCounts({ ...open, registerCheckedAt: null }, on("2026-08-21"))).toBe(false);
});

test("warnings come 60, 30 and 7 days before, each once, and several that were missed are one", () => {
  const fresh = { ...licence, registerCheckedAt: before(65) };
  expect(warningDue(fresh, before(61))).toBeNull();
  expect(warningDue(fresh, before(60))).toBe(60);
  expect(warningDue({ ...fresh, warnedDays: 60 }, before(59))).toBeNull();
  expect(warningDue({ ...fresh, warnedDays: 60 }, before(30))).toBe(30);
  expect(warningDue(fresh, before(5))).toBe(7);
  expect(warningDue(fresh, end)).toBeNull();
  expect(warningDue({ ...fresh, status: "suspended" }, before(5))).toBeNull();
});

test("whatever days somebody looks on, nobody is warned twice of the same threshold, nor after the end", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: -10, max: 90 }), { maxLength: 20 }), (days) => {
      let warnedDays: number | null = null;
      const told: number[] = [];
      for (const each of days.sort((a, b) => b - a)) {
        const due = warningDue({ ...licence, warnedDays }, before(each));
        if (due === null) continue;
        told.push(due);
        warnedDays = due;
      }
      expect(told).toEqual([...new Set(told)].sort((a, b) => b - a));
    }),
  );
});

const bar = (holderUserId: string | null) => ({ kind: "bar_admission", holderUserId });
const firm = { kind: "agency_licence", holderUserId: null };

test("an act rests on the business's licences, one's own and one's supervisor's, and on no colleague's", () => {
  const held = [bar("ada"), bar("ben"), firm];
  expect(restsOn(held, { userId: "ada", supervisorUserId: null })).toEqual([bar("ada"), firm]);
  expect(restsOn(held, { userId: "cleo", supervisorUserId: "ben" })).toEqual([bar("ben"), firm]);
  expect(restsOn(held, { userId: "cleo", supervisorUserId: null })).toEqual([firm]);
  expect(restsOn([bar(null)], { userId: "cleo", supervisorUserId: null })).toEqual([bar(null)]);
});

test("who has no licence of their own acts under the responsibility of the member whose licence it is", () => {
  const held = [bar("ada"), firm];
  expect(responsibleFor(held, { userId: "cleo", supervisorUserId: "ada" })).toBe("ada");
  expect(responsibleFor(held, { userId: "ada", supervisorUserId: "ben" })).toBeNull();
  expect(responsibleFor(held, { userId: "cleo", supervisorUserId: "ben" })).toBeNull();
});

test("a policy is over on its last day whatever was seen of it, and a refused one stays refused", () => {
  const policy = (status: "filed" | "verified" | "refused") =>
    insuranceState({ status, validTo: "2026-06-17" }, "2026-06-17");
  expect([policy("verified"), policy("filed"), policy("refused")]).toEqual(["expired", "expired", "refused"]);
  expect(insuranceState({ status: "verified", validTo: "2026-06-18" }, "2026-06-17")).toBe("verified");
});
