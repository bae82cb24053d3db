import { expect, test } from "vitest";
import type { HistoryEvent } from "#app/domain/law/facts.ts";
import { ask, blocking, but, call, called, gbFacts, solicitor } from "./cases.ts";
import { company, credit, day, demanded, held, noticed, suit, titled } from "./gb-scenes.ts";

const calls = (at: string, facts = gbFacts) => ask({ facts, action: call, at });

test("GB-CONTACT-01: weekdays, Saturdays, Sundays and bank holidays have hours of their own", () => {
  expect(blocking(calls("2026-04-08T06:59:59Z"))).toEqual(["GB-CONTACT-01"]);
  expect(calls("2026-04-08T07:00:00Z").allowed).toBe(true);
  expect(calls("2026-04-08T18:59:59Z").allowed).toBe(true);
  expect(calls("2026-04-08T19:00:00Z").earliest).toBe("2026-04-09T07:00:00Z");
  expect(calls("2026-04-11T15:59:59Z").allowed).toBe(true);
  expect(calls("2026-04-11T16:00:00Z").earliest).toBe("2026-04-13T07:00:00Z");
  expect(calls("2026-04-03T10:00:00Z").earliest).toBe("2026-04-04T08:00:00Z");
  expect(calls("2026-12-24T20:00:00Z").earliest).toBe("2026-12-26T09:00:00Z");
});

test("GB-CONTACT-01: hours the debtor asked for take the place of the platform's, and a Sunday stays a Sunday", () => {
  const facts = but(gbFacts, { debtor: { preferredHours: { from: "20:00", to: "22:00" } } });
  expect(calls("2026-04-08T19:30:00Z", facts).allowed).toBe(true);
  expect(calls("2026-04-08T10:00:00Z", facts).earliest).toBe("2026-04-08T19:00:00Z");
  expect(calls("2026-04-12T19:30:00Z", facts).earliest).toBe("2026-04-13T19:00:00Z");
});

test("X-10: contact in a year whose bank holidays are not on file is refused and asks for them", () => {
  const decision = calls("2027-03-02T10:00:00Z");
  expect(decision.findings).toMatchObject([
    { rule: "X-10", force: "POL", effect: "require", requires: ["calendar.GB-EW"] },
  ]);
  expect(calls("2026-12-31T20:30:00Z").earliest).toBeNull();
});

test("GB-CONTACT-01: one call a day and three a week, over everybody who calls", () => {
  const after = (history: string[], at: string) =>
    ask({ facts: gbFacts, history: history.map((each) => called(each)), action: call, at });
  expect(after(["2026-04-07T08:00:00Z"], "2026-04-07T10:00:00Z").earliest).toBe("2026-04-08T07:00:00Z");
  const week = ["2026-04-01T10:00:00Z", "2026-04-04T10:00:00Z", "2026-04-07T10:00:00Z"];
  expect(after(week, "2026-04-08T10:00:00Z").allowed).toBe(true);
  expect(
    blocking(
      after(
        week.map((each) => each.replace("04-01", "04-02")),
        "2026-04-08T10:00:00Z",
      ),
    ),
  ).toEqual(["GB-CONTACT-01"]);
});

test("GB-ESC-07: only a lawyer's reason, and only in the last thirty days, does without the fourteen days' notice", () => {
  const sues = (lastDay: string, protectiveReason?: string, actor = solicitor()) =>
    blocking(
      ask({
        facts: but(noticed({ replyReceivedOn: "2026-03-02" }), { limitation: { lastDay } }),
        history: demanded,
        action: { ...suit, ...(protectiveReason && { protectiveReason }) },
        actor,
        at: day,
      }),
    );
  expect(sues("2026-05-08")).toEqual(["GB-ESC-07"]);
  expect(sues("2026-05-08", "Limitation ends on 8 May.")).toEqual([]);
  expect(sues("2026-05-09", "Limitation ends on 9 May.")).toEqual(["GB-ESC-07"]);
  expect(sues("2026-05-08", "Limitation.", { kind: "creditor_self", credentials: [] })).toEqual([
    "GB-ESC-07",
  ]);
});

test("GB-ESC-07: a notice from before the reply is no notice", () => {
  const facts = noticed({ replyReceivedOn: "2026-03-02", fourteenDayNoticeOn: "2026-03-01" });
  const decision = ask({ facts, history: demanded, action: suit, actor: solicitor(), at: day });
  expect(decision.findings.find(({ rule }) => rule === "GB-ESC-07")).toMatchObject({
    requires: ["notices.fourteenDayNoticeOn"],
  });
});

test("GB-ESC-02: of two letters the one in due form counts, and a letter by e-mail only where it was asked for", () => {
  const sues = (notices: object) =>
    blocking(ask({ facts: noticed(notices), history: demanded, action: suit, actor: solicitor(), at: day }));
  expect(sues({ postedOn: "2026-02-09" })).toEqual([]);
  const only = (notices: object) =>
    blocking(ask({ facts: noticed(notices), excerpt: true, action: suit, actor: solicitor(), at: day }));
  expect(only({ channel: "email" })).toEqual(["GB-ESC-02"]);
  expect(only({ channel: "email", emailAskedFor: true })).toEqual([]);
});

test("GB-ESC-14: a statutory demand waits for the level of its court, on either side of the penny", () => {
  const serves = (facts: typeof gbFacts, principal: number) =>
    blocking(
      ask({
        facts: but(facts, { debt: { principal } }),
        action: { type: "statutory_demand", direction: "out" },
        at: day,
      }),
    );
  expect([serves(gbFacts, 4_999_99), serves(gbFacts, 5_000_00)]).toEqual([["GB-ESC-14"], []]);
  expect([serves(company, 750_00), serves(company, 750_01)]).toEqual([["GB-ESC-14"], []]);
});

test("GB-ESC-11 and GB-LIM-05: a judgment is enforced from its fifteenth day and, without permission, for six years", () => {
  const enforces = (enteredOn: string, over: object = {}) =>
    blocking(
      ask({
        facts: but(titled, { judgment: { enteredOn }, ...over }),
        action: { type: "county_court_warrant" },
        actor: solicitor(),
        at: day,
      }),
    );
  expect([enforces("2026-03-25"), enforces("2026-03-24")]).toEqual([["GB-ESC-11"], []]);
  expect([enforces("2020-04-08"), enforces("2020-04-07")]).toEqual([[], ["GB-LIM-05"]]);
  expect(enforces("2019-01-01", { notices: { enforcementPermissionOn: "2026-03-01" } })).toEqual([]);
});

test("GB-LIM-05: a title on record counts like the judgment, and where its day is not known that is asked for", () => {
  const enforces = (history: HistoryEvent[], excerpt = false) =>
    ask({
      facts: but(gbFacts, { effectiveInstrument: true }),
      history: [...demanded, ...history],
      action: { type: "county_court_warrant" },
      actor: solicitor(),
      excerpt,
      at: day,
    });
  const recorded = (startedAt: string): HistoryEvent[] => [{ type: "title_recorded", startedAt }];
  expect(blocking(enforces(recorded("2015-03-02")))).toEqual(["GB-LIM-05"]);
  expect(blocking(enforces(recorded("2015-03-02"), true))).toEqual(["GB-LIM-05"]);
  expect(blocking(enforces(recorded("2024-03-02")))).toEqual([]);
  expect(enforces([]).findings).toContainEqual(
    expect.objectContaining({ rule: "GB-LIM-05", effect: "require", requires: ["judgment.enteredOn"] }),
  );
  expect(enforces([], true).allowed).toBe(true);
});

test("GB-ESC-09: regulated credit is sued on the day after the fourteen of its default notice", () => {
  const sues = (facts: typeof gbFacts) =>
    blocking(ask({ facts, history: demanded, action: suit, actor: solicitor(), at: day }));
  expect(sues(noticed({ defaultNoticeOn: "2026-03-25" }, credit))).toEqual(["GB-ESC-09"]);
  expect(sues(noticed({ defaultNoticeOn: "2026-03-24" }, credit))).toEqual([]);
  expect(sues(but(credit, { limitation: { defaultNoticeExpiredOn: "2026-04-07" } }))).toEqual([]);
  expect(sues(but(gbFacts, { debt: { kind: "loan_bank", regulatedCredit: null } }))).toEqual(["GB-ESC-09"]);
});

test("GB-HOLD-01: a moratorium lets a pending claim run to judgment, and no new one begin", () => {
  const space = held("breathing_space", { registeredOn: "2026-03-19" });
  const served = but(space, { proceeding: { claimServedOn: "2026-03-10" } });
  const history = [...demanded, { type: "file_suit", startedAt: "2026-03-06" } as const];
  const acts = (type: "default_judgment" | "file_suit" | "letter", over: object = {}) =>
    blocking(ask({ facts: served, history, action: { type, ...over }, actor: solicitor(), at: day }));
  expect(acts("default_judgment")).toEqual([]);
  expect(acts("file_suit")).toEqual(["GB-HOLD-01"]);
  expect(acts("letter", { recipientRole: "debtor" })).toEqual(["GB-HOLD-01"]);
  expect(acts("letter", { recipientRole: "debt_adviser" })).toEqual([]);
});

test("GB-HOLD-02: a crisis moratorium lasts as long as the treatment and thirty days", () => {
  const crisis = (over: object) =>
    blocking(calls("2026-07-01T10:00:00Z", held("breathing_space", { crisis: true, ...over })));
  expect(crisis({ registeredOn: "2026-03-19" })).toEqual(["GB-HOLD-01"]);
  expect(crisis({ treatmentEndedOn: "2026-06-01" })).toEqual(["GB-HOLD-01"]);
  expect(crisis({ treatmentEndedOn: "2026-05-31" })).toEqual([]);
});
