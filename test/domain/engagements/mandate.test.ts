import fc from "fast-check";
import { expect, test } from "vitest";
import { amended, amendmentForm, flawOf } from "#app/domain/engagements/amendment.ts";
import type { EngagementContents } from "#app/domain/engagements/contents.ts";
import { mayEndFor, reasonsFor } from "#app/domain/engagements/end-mandate.ts";
import { isOthersNote, isOthersStrategy } from "#app/domain/engagements/hand-over.ts";
import { keepingOf, monthsAfter, periodMonthsFor } from "#app/domain/engagements/period.ts";

const day = (on: string) => new Date(`${on}T12:00:00Z`);

test("months are civil: the last of a short month stands for a day it lacks, at the same hour", () => {
  expect(monthsAfter(day("2026-01-31"), 1)).toEqual(day("2026-02-28"));
  expect(monthsAfter(day("2027-12-15"), 6)).toEqual(day("2028-06-15"));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), (months) => {
      const after = monthsAfter(day("2026-03-31"), months);
      expect((after.getUTCFullYear() - 2026) * 12 + after.getUTCMonth() - 2).toBe(months);
    }),
  );
});

test("a mandate is never given for less than six months, and for twice what the collector expects", () => {
  expect([1, 3, 4, 12].map(periodMonthsFor)).toEqual([6, 6, 8, 24]);
});

test("the promised first act is due the day after its days are over; an act begins the fourteen days anew", () => {
  const watch = { engagedAt: day("2026-06-01"), firstActDays: 3, lastActAt: null };
  expect(keepingOf(watch, new Date("2026-06-05T11:59:59Z")).state).toBe("acting");
  expect(keepingOf(watch, day("2026-06-05"))).toMatchObject({ state: "quiet", promised: "first_act" });
  const acted = { ...watch, lastActAt: day("2026-06-04") };
  expect(keepingOf(acted, day("2026-06-17")).state).toBe("acting");
  expect(keepingOf(acted, day("2026-06-18"))).toMatchObject({ state: "quiet", promised: "silence" });
});

test("a reproach is given only where the record bears it out; without one a mandate can always be ended", () => {
  const clean = { alarmedAt: null, lapsed: false, periodEndsAt: day("2026-12-01") };
  expect(reasonsFor(clean, day("2026-06-01"))).toEqual(["no_cause"]);
  expect(mayEndFor("non_performance", clean, day("2026-06-01"))).toBe(false);
  expect(mayEndFor("period_over", clean, day("2026-12-01"))).toBe(true);
  const quiet = { ...clean, alarmedAt: day("2026-06-01"), lapsed: true };
  expect(reasonsFor(quiet, day("2026-06-02"))).toEqual(["non_performance", "licence_lapsed", "no_cause"]);
});

const fee = { model: "success", successBps: 1500, fixedFee: 0, hourlyRate: 0, estimatedHours: 0 } as const;
const before = { periodEndsOn: "2026-12-01", scope: "judgment", fee } as const;

test("an amendment changes something and reaches into no past", () => {
  const flaw = (changes: Parameters<typeof flawOf>[0]) => flawOf(changes, { before, today: "2026-06-01" });
  expect(flaw({})).toBe("nothing");
  expect(flaw({ periodEndsOn: "2026-06-01" })).toBe("no-later");
  expect(flaw({ periodEndsOn: "2026-12-01", scope: "judgment", fee })).toBe("same");
  expect(flaw({ fee: { ...fee, successBps: 1400 } })).toBeNull();
});

test("the mandate as it stands is what was signed with what both agreed since, the later over the earlier", () => {
  const contents = { scope: "formal_demand", authority: [], terms: { ...fee, plan: "as offered" } };
  const now = amended(contents as unknown as EngagementContents, [
    { scope: "judgment" },
    { fee: { ...fee, successBps: 1200 } },
    { fee: { ...fee, successBps: 1000 } },
  ]);
  expect(now.terms).toMatchObject({ successBps: 1000, plan: "as offered" });
  expect(now.authority).toContain("sue");
  expect(now.authority).not.toContain("enforce");
});

test("a fee is read only where one is to change, and then by the rules of a bid", () => {
  const form = amendmentForm("USD");
  const caseId = "00000000-0000-7000-8000-000000000000";
  const kept = form.safeParse({ caseId, model: "success", successPercent: "x" });
  expect(kept.success && "fee" in kept.data).toBe(false);
  expect(form.safeParse({ caseId, feeChange: "change", model: "success", successPercent: "x" }).success).toBe(
    false,
  );
  expect(
    form.safeParse({ caseId, feeChange: "change", model: "success", successPercent: "12.5" }),
  ).toMatchObject({
    data: { fee: { successBps: 1250 } },
  });
});

test("who takes a case over sees what happened and neither the words nor the vain tries of the one before", () => {
  const sides = { reader: "second", creditorOrgId: "creditor" };
  const by = (actorOrgId: string | null, type: "call" | "attempt_blocked") => ({ type, actorOrgId });
  expect(isOthersStrategy(by("first", "attempt_blocked"), sides)).toBe(true);
  expect(isOthersStrategy(by("first", "call"), sides)).toBe(false);
  expect(isOthersNote(by("first", "call"), sides)).toBe(true);
  for (const own of ["second", "creditor", null])
    expect([
      isOthersStrategy(by(own, "attempt_blocked"), sides),
      isOthersNote(by(own, "call"), sides),
    ]).toEqual([false, false]);
  expect(isOthersNote(by("first", "call"), { ...sides, reader: null })).toBe(false);
});
