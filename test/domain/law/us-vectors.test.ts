import { expect, test } from "vitest";
import { dateOf, dayOf } from "#app/domain/law/calendar/civil.ts";
import { rollToCourtDay } from "#app/domain/law/calendar/us-holidays.ts";
import { validationPeriod } from "#app/domain/law/calendar/us-periods.ts";
import { limitationOf } from "#app/domain/law/limitation.ts";
import { ask, blocking, but, call, called, credential, lawyer, spoke, usFacts } from "./cases.ts";

const daily = ["02", "03", "04", "05", "06", "07", "08"].map((day) => called(`2026-03-${day}T15:00:00Z`));

test("US-TV-01: an eighth call within seven days waits for the first day that holds fewer than seven", () => {
  const decision = ask({ history: daily, action: call, at: "2026-03-08T21:00:00Z" });
  expect(decision.allowed).toBe(false);
  expect(blocking(decision)).toContain("US-CONTACT-02");
  expect(decision.earliest).toBe("2026-03-09T12:00:00Z");
});

test("US-TV-02: seven calls on one day block the next seven days, and their haste is named", () => {
  const burst = ["13", "14", "15", "16", "17", "18", "19"].map((hour) => called(`2026-03-02T${hour}:30:00Z`));
  const decision = ask({ history: burst, action: call, at: "2026-03-02T20:00:00Z" });
  expect(blocking(decision)).toEqual(expect.arrayContaining(["US-CONTACT-02", "US-CONTACT-05"]));
  expect(decision.earliest).toBe("2026-03-09T12:00:00Z");
});

test("US-TV-03: after a conversation the phone rests until the seventh day, eight in the morning", () => {
  const history = [spoke("2026-03-10T18:00:00Z")];
  for (const day of ["10", "11", "12", "13", "14", "15", "16"]) {
    const decision = ask({ history, action: call, at: `2026-03-${day}T22:30:00Z` });
    expect(blocking(decision)).toContain("US-CONTACT-03");
    expect(decision.earliest).toBe("2026-03-17T12:00:00Z");
  }
  expect(ask({ history, action: call, at: "2026-03-17T12:00:00Z" }).allowed).toBe(true);
});

test("US-TV-04: each of five calls within the week of a conversation is refused, though they are fewer than seven", () => {
  const facts = but(usFacts, { debt: { dueDate: "2025-08-01" } });
  const calls = ["09", "10", "11", "12", "14"].map((day) => `2026-09-${day}T15:00:00Z`);
  const refused = calls.map((at, index) => {
    const history = [spoke("2026-09-08T15:00:00Z"), ...calls.slice(0, index).map((each) => called(each))];
    return blocking(ask({ facts, history, action: call, at })).includes("US-CONTACT-03");
  });
  expect(refused).toEqual([true, true, true, true, true]);
});

test("US-TV-05: conflicting places leave only the hours that all of them share", () => {
  const facts = but(usFacts, {
    case: { jurisdiction: "US-CA" },
    debtor: {
      residence: { state: "CA", city: "Los Angeles", tz: "America/Los_Angeles" },
      otherZones: ["America/New_York"],
    },
  });
  const at = (instant: string) => ask({ facts, action: call, at: instant });
  expect(blocking(at("2026-03-10T14:30:00Z"))).toContain("US-CONTACT-01");
  expect(at("2026-03-10T14:30:00Z").earliest).toBe("2026-03-10T15:00:00Z");
  expect(at("2026-03-10T15:00:00Z").allowed).toBe(true);
  expect(at("2026-03-11T00:59:59Z").allowed).toBe(true);
  expect(blocking(at("2026-03-11T01:00:00Z"))).toContain("US-CONTACT-01");
  expect(at("2026-03-11T01:00:00Z").earliest).toBe("2026-03-11T15:00:00Z");
});

test("US-TV-06: the validation period skips weekends and Juneteenth before it counts thirty days", () => {
  const { assumedReceivedOn, ends } = validationPeriod(dayOf("2026-06-16"));
  expect([dateOf(assumedReceivedOn), dateOf(ends)]).toEqual(["2026-06-24", "2026-07-24"]);
  const facts = but(usFacts, {
    notices: { validation: { sentOn: "2026-06-16" }, demandDeliveredOn: "2026-05-01" },
  });
  const action = { type: "lawyer_letter", attorneyReview: true, threatensSuit: false } as const;
  const actor = lawyer({ verifiedAt: "2026-07-20T12:00:00Z" });
  expect(ask({ facts, action, actor, at: "2026-07-24" }).earliest).toBe("2026-07-25");
  expect(blocking(ask({ facts, action, actor, at: "2026-07-24" }))).toEqual(["US-ESC-03"]);
  expect(ask({ facts, action, actor, at: "2026-07-25" }).allowed).toBe(true);
});

const noticed = but(usFacts, { notices: { validation: { sentOn: "2026-06-16" } } });

test("US-TV-07: a dispute in time holds collection until the verification is sent", () => {
  const facts = but(noticed, { holds: [{ type: "dispute", startedAt: "2026-07-20T15:00:00Z" }] });
  const decision = ask({ facts, action: call, at: "2027-07-20T16:00:00Z" });
  expect(blocking(decision)).toContain("US-ESC-04");
  expect(decision.earliest).toBeNull();
  const verified = but(facts, {
    holds: [{ type: "dispute", startedAt: "2026-07-20T15:00:00Z", verificationSentOn: "2026-08-03" }],
  });
  expect(ask({ facts: verified, action: call, at: "2026-08-04T15:00:00Z" }).allowed).toBe(true);
});

test("US-TV-08: a dispute sent late pauses thirty days, one sent in time holds whenever it arrives", () => {
  const late = but(noticed, {
    holds: [{ type: "dispute", startedAt: "2026-07-27T15:00:00Z", sentOn: "2026-07-27" }],
  });
  expect(ask({ facts: late, action: call, at: "2026-07-28T15:00:00Z" }).earliest).toBe(
    "2026-08-26T12:00:00Z",
  );
  const timely = but(noticed, {
    holds: [{ type: "dispute", startedAt: "2026-07-27T15:00:00Z", sentOn: "2026-07-24" }],
  });
  expect(ask({ facts: timely, action: call, at: "2026-10-01T15:00:00Z" }).earliest).toBeNull();
  const unsaid = but(noticed, { holds: [{ type: "dispute", startedAt: "2026-07-27T15:00:00Z" }] });
  const finding = ask({ facts: unsaid, action: call, at: "2026-10-01T15:00:00Z" }).findings[0];
  expect([finding.rule, finding.requires]).toEqual(["US-ESC-04", ["holds[].sentOn"]]);
});

test("US-TV-09: a validation notice whose lines do not add up is not sent", () => {
  const amounts = {
    itemized: 100_000,
    interest: 3_550,
    fees: 0,
    payments: 10_000,
    credits: 1_000,
    current: 93_000,
  };
  const notice = (current: number) =>
    ask({ action: { type: "validation_notice", amounts: { ...amounts, current } }, at: "2026-03-10" });
  expect(blocking(notice(93_000))).toEqual(["US-NOTICE-01"]);
  expect(notice(93_000).findings[0].message.values).toMatchObject({ expected: 92_550 });
  expect(notice(92_550).allowed).toBe(true);
});

const filed = [{ type: "demand_payment", startedAt: "2025-10-01" }] as const;
const suit = { type: "file_suit", forumState: "NY" } as const;

test("US-TV-10: New York consumer credit is barred after three years, whatever was paid before", () => {
  const facts = but(usFacts, {
    debt: { dueDate: "2023-01-15" },
    limitation: { accruedOn: "2023-01-15", interruptions: [{ type: "part_payment", on: "2024-05-01" }] },
  });
  expect(limitationOf({ jurisdiction: "US-NY", facts })).toMatchObject({ last: "2026-01-15" });
  const on = (at: string) =>
    ask({
      facts,
      history: [...filed],
      action: suit,
      actor: lawyer({ verifiedAt: "2026-01-10T00:00:00Z" }),
      at,
    });
  expect(on("2026-01-15").allowed).toBe(true);
  expect(blocking(on("2026-01-16"))).toEqual(["US-ESC-05", "POL-LADDER-07"]);
  expect(on("2026-02-01").earliest).toBeNull();
});

test("US-TV-11: a Californian last day that falls on a Saturday moves to the next court day", () => {
  const facts = but(usFacts, {
    case: { jurisdiction: "US-CA" },
    debt: { limitationKind: "written" },
    debtor: { residence: { state: "CA" } },
    limitation: { accruedOn: "2021-11-01" },
  });
  expect(limitationOf({ jurisdiction: "US-CA", facts, on: "2025-11-04" })).toMatchObject({
    raw: "2025-11-01",
    last: "2025-11-03",
    barred: true,
  });
});

test("US-TV-12: a consumer is sued at home or where the contract was signed, nowhere else", () => {
  const facts = but(usFacts, {
    case: { jurisdiction: "US-GA" },
    debt: { signedInState: "FL", limitationKind: "written" },
    debtor: { residence: { state: "GA", city: "Atlanta" } },
  });
  const sue = (forumState: string) =>
    ask({
      facts,
      history: [...filed],
      action: { type: "file_suit", forumState },
      actor: lawyer({ territory: `US-${forumState}` }),
      at: "2026-03-10",
    });
  expect(blocking(sue("NJ"))).toEqual(["US-ESC-07"]);
  expect(sue("NJ").findings[0].message.values).toMatchObject({ list: "GA, FL" });
  expect([sue("GA").allowed, sue("FL").allowed]).toEqual([true, true]);
});

test("US-TV-13: Massachusetts lets two calls a week that could leave a message", () => {
  const facts = but(usFacts, {
    case: { jurisdiction: "US-MA" },
    debtor: { residence: { state: "MA", city: "Boston" } },
  });
  const history = [
    called("2026-03-02T15:00:00Z", { outcome: "voicemail" }),
    called("2026-03-04T15:00:00Z", { outcome: "voicemail" }),
  ];
  const decision = ask({ facts, history, action: call, at: "2026-03-06T15:00:00Z" });
  expect(blocking(decision)).toEqual(["US-CONTACT-07"]);
  expect(decision.earliest).toBe("2026-03-09T12:00:00Z");
  const busy = [
    called("2026-03-02T15:00:00Z", { outcome: "busy" }),
    called("2026-03-04T15:00:00Z", { outcome: "voicemail" }),
  ];
  expect(ask({ facts, history: busy, action: call, at: "2026-03-06T15:00:00Z" }).allowed).toBe(true);
});

test("US-TV-14: New York City counts three attempts a week on every channel, Buffalo does not", () => {
  const history = [
    { ...called("2026-10-05T15:00:00Z"), type: "email", channel: "email" } as const,
    { ...called("2026-10-06T15:00:00Z"), type: "sms", channel: "sms" } as const,
    called("2026-10-07T15:00:00Z"),
  ];
  const inCity = (city: string) =>
    ask({
      facts: but(usFacts, { debtor: { residence: { city } } }),
      history,
      action: call,
      at: "2026-10-08T15:00:00Z",
    });
  expect(blocking(inCity("New York City"))).toEqual(["US-CONTACT-07"]);
  expect(inCity("New York City").earliest).toBe("2026-10-12T12:00:00Z");
  expect(inCity("Buffalo").allowed).toBe(true);
  expect(inCity("unknown").findings[0].requires).toEqual(["debtor.residence.city"]);
});

test("US-TV-15: a federal period that ends on Labor Day ends the day after", () => {
  expect(dateOf(rollToCourtDay(dayOf("2026-08-17") + 21))).toBe("2026-09-08");
});

test("US-TV-18: no e-mail to an employer's address that the consumer did not use", () => {
  const email = { type: "email", direction: "out", debtId: "D1", employerAddress: true } as const;
  expect(
    blocking(ask({ action: { ...email, emailBasis: "creditor_notice" }, at: "2026-03-10T15:00:00Z" })),
  ).toEqual(["US-CONTACT-11"]);
  expect(ask({ action: { ...email, emailBasis: "consumer_used" }, at: "2026-03-10T15:00:00Z" }).allowed).toBe(
    true,
  );
});

test("US-TV-20: no default judgment before the military-status affidavit", () => {
  const question = {
    history: [...filed, { type: "file_suit", startedAt: "2026-01-10" } as const],
    action: { type: "default_judgment", forumState: "NY" } as const,
    actor: lawyer(),
    at: "2026-03-10",
  };
  expect(blocking(ask(question))).toEqual(["US-ESC-08"]);
  const certified = but(usFacts, { notices: { scraCertificateOn: "2026-02-20" } });
  expect(ask({ ...question, facts: certified }).allowed).toBe(true);
  expect(blocking(ask({ ...question, facts: certified, at: "2026-03-23" }))).toEqual(["US-ESC-08"]);
});

test("US-TV-21: a bankruptcy petition stays every act to collect, and leaves the proof of claim open", () => {
  const facts = but(usFacts, { holds: [{ type: "bankruptcy", startedAt: "2026-05-01T13:00:00Z" }] });
  expect(blocking(ask({ facts, action: call, at: "2026-05-02T15:00:00Z" }))).toEqual(["US-HOLD-03"]);
  const claim = { type: "letter", purpose: "insolvency_claim", recipientRole: "administrator" } as const;
  expect(ask({ facts, action: claim, at: "2026-05-02" }).allowed).toBe(true);
});

test("US-TV-22: an agency licensed in Texas cannot bid on a debtor in Washington", () => {
  const facts = but(usFacts, {
    case: { jurisdiction: "US-WA" },
    debtor: { residence: { state: "WA", city: "Seattle", tz: "America/Los_Angeles" } },
  });
  const agency = (territory: string) => ({
    kind: "agency" as const,
    credentials: [credential({ type: "licence", territory })],
  });
  const bid = (territory: string) =>
    ask({ facts, action: { type: "bid" }, actor: agency(territory), at: "2026-03-10" });
  expect(blocking(bid("TX"))).toEqual(["US-ACTOR-03"]);
  expect([bid("WA").allowed, bid("US-WA").allowed]).toEqual([true, true]);
});
