import { expect, test } from "vitest";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { mayKnowDebtor } from "#app/domain/cases/may-know-debtor.ts";
import { authoritiesFor } from "#app/domain/engagements/contents.ts";
import { isConflicted, type Ties } from "#app/domain/tenders/conflict.ts";
import { bidState, isOpen, widening } from "#app/domain/tenders/round.ts";

const at = (text: string) => new Date(`2026-11-27T${text}Z`);

test("a round is over at the very instant it closes", () => {
  const round = { status: "open", opensAt: at("10:00:00"), closesAt: at("18:00:00") };
  expect(isOpen(round, at("10:00:00"))).toBe(true);
  expect(isOpen(round, at("17:59:59.999"))).toBe(true);
  expect(isOpen(round, at("18:00:00"))).toBe(false);
  expect(isOpen({ ...round, status: "void" }, at("12:00:00"))).toBe(false);
});

test("a new round is wider only by what it adds", () => {
  const before = { hours: 24, scope: "judgment", feeModels: ["success"] as const, territories: ["US-CA"] };
  expect(widening(before, before)).toBeNull();
  expect(widening(before, { ...before, hours: 12 })).toBeNull();
  expect(widening(before, { ...before, hours: 120, feeModels: ["success", "hybrid"] })).toEqual({
    hours: 120,
    feeModels: "hybrid",
  });
  expect(widening(before, { ...before, scope: "formal_demand" })).toEqual({ scope: "formal_demand" });
});

test("a bid's state follows from its own dates, its round and the award, and from nothing else", () => {
  const sealed = {
    withdrawnAt: null,
    openedAt: null,
    roundStatus: "open" as const,
    awardStatus: null,
    otherAwarded: false,
  };
  const opened = { ...sealed, openedAt: at("18:00:00"), roundStatus: "closed" as const };
  expect(bidState(sealed)).toBe("sealed");
  expect(bidState({ ...sealed, withdrawnAt: at("12:00:00") })).toBe("withdrawn");
  expect(bidState({ ...sealed, roundStatus: "void" })).toBe("void");
  expect(bidState(opened)).toBe("opened");
  expect(bidState({ ...opened, otherAwarded: true })).toBe("lost");
  expect(bidState({ ...opened, roundStatus: "awarded", awardStatus: "active" })).toBe("won");
  expect(bidState({ ...opened, roundStatus: "awarded", awardStatus: "ended" })).toBe("ended");
  expect(bidState({ ...opened, awardStatus: "lapsed" })).toBe("lost");
  expect(bidState({ ...opened, roundStatus: "void" })).toBe("lost");
});

test("each tie bars the bidder by itself, and none does not", () => {
  const none: Ties = {
    debtorKey: "d",
    bidderKeys: ["b"],
    clientKeys: ["c"],
    opponents: [],
    sharesMembers: false,
  };
  expect(isConflicted(none)).toBe(false);
  expect(isConflicted({ ...none, bidderKeys: ["d"] })).toBe(true);
  expect(isConflicted({ ...none, bidderKeys: ["e", "d"] })).toBe(true);
  expect(isConflicted({ ...none, clientKeys: ["c", "d"] })).toBe(true);
  expect(isConflicted({ ...none, opponents: [{ debtorKey: "x", creditorKeys: ["x"] }] })).toBe(true);
  expect(isConflicted({ ...none, opponents: [{ debtorKey: "x", creditorKeys: ["y"] }] })).toBe(false);
  expect(isConflicted({ ...none, sharesMembers: true })).toBe(true);
});

test("an engagement authorises nothing beyond its scope", () => {
  expect(authoritiesFor("formal_demand")).toEqual(["contact", "demand"]);
  expect(authoritiesFor("judgment")).toEqual(["contact", "demand", "letter", "mediate", "sue"]);
  expect(authoritiesFor("enforcement")).toContain("enforce");
});

test("the debtor is named to the creditor and to the engaged collector alone; admins look it up for a logged purpose", () => {
  const actor = (role: Actor["role"], orgId: string | null, secondFactor = false): Actor => ({
    role,
    orgId,
    secondFactor,
    userId: "u",
    member: "owner",
  });
  const awarded = { creditorOrgId: "c", collectorOrgId: null };
  const engaged = { creditorOrgId: "c", collectorOrgId: "l" };
  expect(mayKnowDebtor(actor("creditor", "c"), awarded)).toBe(true);
  expect(mayKnowDebtor(actor("creditor", "x"), awarded)).toBe(false);
  expect(mayKnowDebtor(actor("lawyer", "l"), awarded)).toBe(false);
  expect(mayKnowDebtor(actor("lawyer", "l"), engaged)).toBe(true);
  expect(mayKnowDebtor(actor("agency", "x"), engaged)).toBe(false);
  expect(mayKnowDebtor(actor("lawyer", null), engaged)).toBe(false);
  expect(mayKnowDebtor(actor("admin", "p"), engaged)).toBe(false);
  expect(mayKnowDebtor(actor("admin", "p", true), engaged)).toBe(false);
});
