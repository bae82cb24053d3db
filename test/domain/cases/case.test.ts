import fc from "fast-check";
import { expect, test } from "vitest";
import { caseCodeFrom } from "#app/domain/cases/case-code.ts";
import { debtorDay } from "#app/domain/cases/debtor-day.ts";
import { enoughToPost, evidenceNeeds } from "#app/domain/cases/evidence.ts";
import { debtorText, duplicateText } from "#app/domain/cases/likeness.ts";
import { caseStatuses } from "#app/domain/cases/moves.ts";
import { caseTabs, statusesIn } from "#app/domain/cases/tabs.ts";

test("a case code can be read out: no letter in it is taken for another", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 5, maxLength: 5 }), (bytes) => {
      expect(caseCodeFrom(bytes)).toMatch(/^R-[0-9A-HJKMNP-TV-Z]{5}$/);
    }),
  );
});

const claimed = {
  creditorOrgId: "org",
  debtorName: "ACME, Inc.",
  reference: "INV-2026/117",
  dueOn: "2026-06-30",
  principal: 1000,
  currency: "USD",
};

test("one invoice to one debtor is recognised however it was typed, and only that", () => {
  const same = { ...claimed, debtorName: "acme  inc", reference: "inv 2026 117", principal: 2 };
  expect(duplicateText(same)).toBe(duplicateText(claimed));
  expect(duplicateText({ ...claimed, reference: "INV-2026/118" })).not.toBe(duplicateText(claimed));
  expect(duplicateText({ ...claimed, creditorOrgId: "other" })).not.toBe(duplicateText(claimed));
  const unnumbered = { ...claimed, reference: undefined };
  expect(duplicateText({ ...unnumbered, reference: " – " })).toBe(duplicateText(unnumbered));
  expect(duplicateText({ ...unnumbered, principal: 2 })).not.toBe(duplicateText(unnumbered));
  expect(debtorText("深圳示例有限公司", "CN-440300")).toBe(debtorText("深圳示例（有限）公司", "CN-440300"));
});

test("every status stands in exactly one tab of a creditor, and a collector sees none before an award", () => {
  const all = caseTabs.flatMap((tab) => statusesIn(tab, { role: "creditor" }));
  expect([...all].sort()).toEqual([...caseStatuses].sort());
  expect(caseTabs.flatMap((tab) => statusesIn(tab, { role: "agency" })).sort()).toEqual([
    "closed",
    "engaged",
    "signing",
  ]);
});

test("an invoice serves as account and primary document; a stated judgment must be shown", () => {
  const history = { judgment: "yes" as const };
  expect(enoughToPost(evidenceNeeds({}, []), 0)).toBe(false);
  expect(evidenceNeeds({}, [{ kind: "invoice" }]).every(({ met }) => met)).toBe(true);
  expect(enoughToPost(evidenceNeeds({ history }, [{ kind: "invoice" }]), 1)).toBe(false);
  expect(enoughToPost(evidenceNeeds({ history }, [{ kind: "judgment" }]), 1)).toBe(true);
});

test("where a place has several clocks, the day is the one that has begun in all of them", () => {
  const now = new Date("2026-11-24T05:30:00Z");
  expect(debtorDay(["America/New_York", "America/Chicago"], now)).toBe("2026-11-23");
  expect(debtorDay(["America/New_York"], now)).toBe("2026-11-24");
});
