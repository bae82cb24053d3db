import { expect, test } from "vitest";
import { limitedContentItems, usNoticeItems } from "#app/domain/law/act-items.ts";
import { isNewYorkCity } from "#app/domain/law/new-york-city.ts";
import { ask, blocking, but, call, called, lawyer, spoke, usFacts } from "./cases.ts";
import { day, demanded, email, held, inState, letter, noon, sued } from "./us-scenes.ts";

test("US-TV-19: a voicemail that names a collection business is no limited-content message, and is barred where others may hear", () => {
  const leave = (items: Record<string, boolean>) => ask({ action: { ...call, items }, at: noon });
  const limited = Object.fromEntries(limitedContentItems.map((name) => [name, true]));
  const acme = { voicemail: true, ...limited, businessNameOnly: false };
  expect(blocking(leave({ ...acme, othersMayHear: true }))).toEqual(["US-CONTACT-15"]);
  expect(leave(acme).findings[0]).toMatchObject({
    effect: "require",
    requires: ["action.items.othersMayHear"],
  });
  expect(leave({ ...acme, othersMayHear: false }).allowed).toBe(true);
  expect(leave({ voicemail: true, ...limited, othersMayHear: true }).allowed).toBe(true);
  const left = called("2026-03-09T15:00:00Z", { outcome: "voicemail" });
  const unsent = but(usFacts, { notices: { initialCommunicationOn: null, validation: null } });
  const after = (outcome: string) =>
    blocking(
      ask({ facts: unsent, history: [{ ...left, outcome }], action: email, at: "2026-03-15T16:00:00Z" }),
    );
  expect([after("voicemail"), after("limited_content"), after("no_answer")]).toEqual([["US-ESC-01"], [], []]);
});

test("US-CONTACT-03: the quiet days follow a conversation the debtor began, and one the debtor had consented to", () => {
  const calls = (history: Parameters<typeof ask>[0]["history"], at: string) =>
    ask({ history, action: call, at });
  const inbound = [spoke("2026-03-10T18:00:00Z", { direction: "in", recipientRole: "collector" })];
  expect(calls(inbound, "2026-03-16T16:00:00Z").earliest).toBe("2026-03-17T12:00:00Z");
  const agreed = [
    { type: "consent" as const, startedAt: "2026-03-09T15:00:00Z", debtId: "D1", givenTo: "collector" },
    spoke("2026-03-10T18:00:00Z"),
  ];
  expect(calls(agreed, "2026-03-16T16:00:00Z").earliest).toBe("2026-03-17T12:00:00Z");
  const renewed = [
    ...agreed,
    { type: "consent" as const, startedAt: "2026-03-10T18:30:00Z", debtId: "D1", givenTo: "collector" },
  ];
  expect(calls(renewed, "2026-03-16T16:00:00Z").allowed).toBe(true);
  expect(blocking(calls(renewed, "2026-03-17T11:59:59Z"))).toEqual(["US-CONTACT-01"]);
});

test("US-CONTACT-18: a consent that is on record as none, or as withdrawn, is none", () => {
  const synthetic = (tcpaConsent: string | null) =>
    ask({ action: { ...call, voice: "synthetic", tcpaConsent }, at: noon });
  expect(synthetic("E1").allowed).toBe(true);
  expect(synthetic(null).findings[0]).toMatchObject({ rule: "US-CONTACT-18", effect: "require" });
  for (const none of ["none", "revoked"])
    expect(synthetic(none).findings[0]).toMatchObject({ rule: "US-CONTACT-18", effect: "block" });
});

test("New York City is known by its boroughs and by the towns of Queens, however they are written", () => {
  for (const city of ["Flushing", "LONG ISLAND CITY", "Brooklyn, NY 11201", "New York, NY", " the bronx "])
    expect([city, isNewYorkCity(city)]).toEqual([city, true]);
  for (const city of ["Buffalo", "Yonkers", "White Plains, NY", "Albany", "New Rochelle"])
    expect([city, isNewYorkCity(city)]).toEqual([city, false]);
});

test("X-10: a day before the pack's coverage is refused, what others do is still recorded", () => {
  const on = (type: "call" | "dispute", at: string) =>
    ask({ facts: but(usFacts, { debt: { dueDate: "2021-01-01" } }), action: { ...call, type }, at });
  expect(on("call", "2021-11-29T16:00:00Z")).toMatchObject({
    allowed: false,
    earliest: null,
    findings: [{ rule: "X-10", message: { key: "before_coverage", values: { date: "2021-11-30" } } }],
  });
  expect(blocking(on("call", "2021-11-30T16:00:00Z"))).not.toContain("X-10");
  expect(on("dispute", "2021-11-29T16:00:00Z").allowed).toBe(true);
});

test("US-NOTICE-01: a checklist told in part is asked for in full, and a line that is missing is named", () => {
  const amounts = { itemized: 100, interest: 0, fees: 0, payments: 0, credits: 0, current: 100 };
  const all = Object.fromEntries(usNoticeItems.map((name) => [name, true]));
  const notice = (items: Record<string, boolean>, statedEnd = "2026-04-16") =>
    ask({ action: { type: "validation_notice", amounts, items, statedEnd }, at: day });
  expect(notice(all).allowed).toBe(true);
  expect(notice({ ...all, cfpbLink: false }).findings[0]).toMatchObject({
    rule: "US-NOTICE-01",
    effect: "block",
    message: { values: { items: "law.fact.action.items.cfpbLink" } },
  });
  expect(notice({ debtCollectorStatement: true }).findings[0].requires).toHaveLength(
    usNoticeItems.length - 1,
  );
  expect(blocking(notice(all, "2026-04-15"))).toEqual(["US-ESC-02"]);
});

test("US-ACTOR-06: a share above forty per cent is told, never refused", () => {
  const bid = (feePercent: string) => ask({ action: { type: "bid", feePercent }, actor: lawyer(), at: day });
  expect(bid("40").findings).toEqual([]);
  expect(bid("40.01")).toMatchObject({ allowed: true, findings: [{ rule: "US-ACTOR-06", effect: "warn" }] });
});

test("US-CAL-03: default judgment waits for the day after the time to answer, and an unknown service is told", () => {
  const facts = but(usFacts, { notices: { scraCertificateOn: "2026-03-01" } });
  const at = (on: string, claimServedOn: string | null) =>
    ask({
      facts: but(facts, { proceeding: { claimServedOn } }),
      history: sued,
      action: { type: "default_judgment", forumState: "NY" },
      actor: lawyer(),
      at: on,
    });
  expect(at("2026-03-12", "2026-02-10").earliest).toBe("2026-03-13");
  expect(at("2026-03-13", "2026-02-10").allowed).toBe(true);
  expect(at("2026-03-13", null)).toMatchObject({
    allowed: true,
    findings: [{ rule: "US-CAL-03", effect: "warn" }],
  });
});

test("US-HOLD-06: six per cent may be asked of a servicemember, more may not, and a text that says nothing is told", () => {
  const asks = (interestRate?: string, contractDate = "2024-01-01") =>
    ask({
      facts: but(held("military"), { debt: { agreedRate: "18", contractDate } }),
      history: demanded,
      action: { ...letter, ...(interestRate && { interestRate }) },
      actor: lawyer(),
      at: day,
    }).findings.map(({ rule, effect }) => [rule, effect]);
  expect(asks("6")).toEqual([]);
  expect(asks("6.01")).toEqual([["US-HOLD-06", "block"]]);
  expect(asks()).toEqual([["US-HOLD-06", "warn"]]);
  expect(asks("18", "2026-01-05")).toEqual([]);
});

test("US-ESC-04: a dispute that is told without a pause stops collection, one that is recorded and answered does not", () => {
  const told = but(usFacts, { notices: { disputed: true } });
  expect(blocking(ask({ facts: told, action: call, at: noon }))).toEqual(["US-ESC-04"]);
  const answered = but(told, {
    holds: [{ type: "dispute", startedAt: "2025-07-10T00:00:00Z", verificationSentOn: "2025-07-20" }],
  });
  expect(ask({ facts: answered, action: call, at: noon }).allowed).toBe(true);
});

test("US-STATE-03: a debtor of whom neither state nor zone is known is not contacted by the place of the case", () => {
  const unknown = but(inState("GA"), { debtor: { residence: { state: null, tz: null } } });
  expect(ask({ facts: unknown, action: call, at: noon }).findings).toContainEqual(
    expect.objectContaining({ rule: "US-STATE-03", requires: ["debtor.residence.state"] }),
  );
});
