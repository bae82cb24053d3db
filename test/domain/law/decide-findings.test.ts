import { expect, test } from "vitest";
import { decide, isAskedInTheForm, outlook, prerequisites } from "#app/domain/law/decide.ts";
import { historyOf } from "#app/domain/law/history.ts";
import { event } from "./scenes.ts";
import { aPack, aRow, askedOf, hours, waitOf } from "./small-packs.ts";

const week = aRow(waitOf(7));
const month = aRow(waitOf(30), { id: "TEST-02" });
const daytime = aRow(hours, { id: "TEST-03", appliesTo: ["call"] });

test("each refusal of a call tells its own first lawful instant, within the hours of the day", () => {
  const { findings, earliest } = decide(askedOf([week, month, daytime], "2026-03-12T10:00:00Z"));
  expect(findings.map(({ rule, earliest: own }) => [rule, own])).toEqual([
    ["TEST-01", "2026-03-17T07:00:00Z"],
    ["TEST-02", "2026-04-09T06:00:00Z"],
  ]);
  expect(earliest).toBe("2026-04-09T06:00:00Z");
  expect(findings[0].message.values.next).toBe("2026-03-17T07:00:00Z");
  expect(findings[0].unblockedBy).toEqual(["wait"]);
});

test("hours that the debtor asked for are hours of the day too", () => {
  const asked = aRow({ kind: "preferred_hours" }, { id: "TEST-04", appliesTo: ["call"] });
  const facts = {
    debt: { dueDate: "2026-03-10" },
    debtor: { residence: { tz: "Europe/Berlin" }, preferredHours: { from: "18:00", to: "19:00" } },
  };
  const { findings } = decide(askedOf([week, asked], "2026-03-12T17:30:00Z", { facts }));
  expect(findings.map(({ earliest }) => earliest)).toEqual(["2026-03-17T17:00:00Z"]);
});

test("a refusal is asked anew at the moment that would heal it: what happens until then counts", () => {
  const sinceLast = aRow(
    waitOf(7, { after: { events: { types: ["call"] }, pick: "last", asks: "history.call" } }),
  );
  const history = historyOf([event("call", "2026-03-10T10:00:00Z"), event("call", "2026-03-16T10:00:00Z")]);
  const { findings } = decide(askedOf([sinceLast, daytime], "2026-03-12T10:00:00Z", { history }));
  expect(findings[0].earliest).toBe("2026-03-23T07:00:00Z");
});

test("a day has begun for a call when it has begun in the last of the debtor's zones", () => {
  const zones = (tz: string, otherZones: string[]) => ({
    debt: { dueDate: "2026-03-10" },
    debtor: { residence: { tz }, otherZones },
  });
  const earliest = (tz: string, other: string) =>
    decide(askedOf([week], "2026-03-12T10:00:00Z", { facts: zones(tz, [other]) })).earliest;
  expect(earliest("Europe/Berlin", "America/New_York")).toBe("2026-03-17T04:00:00Z");
  expect(earliest("Europe/Berlin", "Asia/Shanghai")).toBe("2026-03-16T23:00:00Z");
  const nowhere = { pack: aPack([week], { zonesOf: () => [] }), facts: { debt: { dueDate: "2026-03-10" } } };
  expect(decide(askedOf([week], "2026-03-12T10:00:00Z", nowhere)).earliest).toBe("2026-03-16T23:00:00Z");
});

test("a filing waits for the first whole day after an instant, and for the day itself where that is its first", () => {
  const paused = aRow({ kind: "hold", types: ["dispute"] });
  const earliest = (endsAt: string) =>
    decide(
      askedOf([paused], "2026-03-12", {
        action: { type: "file_suit" },
        facts: { holds: [{ type: "dispute", startedAt: "2026-03-01", endsAt }] },
      }),
    ).earliest;
  expect(earliest("2026-03-20T10:00:00Z")).toBe("2026-03-21");
  expect(earliest("2026-03-19T23:00:00Z")).toBe("2026-03-20");
});

test("what is allowed waits for nothing, and a warning forbids nothing", () => {
  expect(decide(askedOf([week], "2026-03-20T10:00:00Z"))).toMatchObject({ allowed: true, earliest: null });
  const warned = decide(
    askedOf([aRow({ kind: "never" }, { confidence: "low" })], "2026-03-20T10:00:00Z", {}),
  );
  expect(warned).toMatchObject({ allowed: true, earliest: null });
  expect(warned.findings.map(({ effect }) => effect)).toEqual(["warn"]);
});

test("a finding names the part of its row, except where the platform's own rule speaks", () => {
  const part = (over: object, at = "2026-03-12T10:00:00Z") =>
    decide(askedOf([aRow(waitOf(7), over)], at)).findings[0];
  expect(part({ part: "second" })).toMatchObject({ rule: "TEST-01", part: "second" });
  expect(part({})).not.toHaveProperty("part");
  const closed = aRow({ kind: "window", from: "08:00", to: "21:00", closed: ["DE"] }, { part: "second" });
  const [ended] = decide(askedOf([closed], "2090-03-10T10:00:00Z")).findings;
  expect(ended).toMatchObject({ rule: "X-10", force: "POL" });
  expect(ended).not.toHaveProperty("part");
  const [never] = decide(askedOf([aRow({ kind: "never" })], "2026-03-12T10:00:00Z")).findings;
  expect(never.message.values).not.toHaveProperty("next");
});

test("only a fact that the act itself states is asked in its form", () => {
  expect(isAskedInTheForm({ effect: "require", requires: ["at", "action.amount"] })).toBe(true);
  expect(isAskedInTheForm({ effect: "require", requires: ["at", "debt.kind"] })).toBe(false);
  expect(isAskedInTheForm({ effect: "block", requires: ["at"] })).toBe(false);
  expect(isAskedInTheForm({ effect: "require", requires: [] })).toBe(false);
  expect(isAskedInTheForm({ effect: "require" })).toBe(false);
});

test("the outlook and the checklist know what the decision knows", () => {
  const input = askedOf([week], "2026-03-12T10:00:00Z");
  const { pack, zone } = outlook(input);
  expect({ pack, zone }).toEqual({
    pack: { id: "DE", version: input.pack.version },
    zone: "Europe/Berlin",
  });
  const unknown = { ...input, action: { type: "apply_dishonest_listing" } as const };
  expect(decide(unknown).allowed).toBe(false);
  expect(outlook(unknown)).toMatchObject({ allowed: false, findings: [{ rule: "X-09" }] });
  expect(prerequisites(unknown)).toEqual([]);
});

test("the checklist lists the rows in force that concern the case, and no others", () => {
  const from = (effective: string, until?: string) =>
    aRow(waitOf(7), { source: { cite: "Testing Act 1", effective, until } });
  const listed = (row: ReturnType<typeof aRow>) =>
    prerequisites(askedOf([row], "2026-03-20T10:00:00Z")).length;
  expect(listed(from("2026-03-20"))).toBe(1);
  expect(listed(from("2026-03-21"))).toBe(0);
  expect(listed(from("2000-01-01", "2026-03-20"))).toBe(0);
  expect(listed(from("2000-01-01", "2026-03-21"))).toBe(1);
  expect(listed(aRow(waitOf(7), { when: { fact: "debt.dueDate", in: ["2020-01-01"] } }))).toBe(0);
  expect(listed(aRow(waitOf(7), { when: { fact: "debt.dueDate", in: ["2026-03-10"] } }))).toBe(1);
});

test("a refusal ends with its rule, or before it by itself", () => {
  const until = (day: string, days = 7) =>
    aRow(waitOf(days), { source: { cite: "Testing Act 1", effective: "2000-01-01", until: day } });
  const filed = (row: ReturnType<typeof aRow>) =>
    decide(askedOf([row], "2026-03-12", { action: { type: "file_suit" } })).earliest;
  expect(filed(until("2026-04-01"))).toBe("2026-03-17");
  expect(filed(until("2026-03-14"))).toBe("2026-03-14");
  expect(filed(until("2026-03-17"))).toBe("2026-03-17");
  const evening = (day: string) =>
    decide(
      askedOf(
        [aRow(hours, { source: { cite: "Testing Act 1", effective: "2000-01-01", until: day } })],
        "2026-03-12T20:30:00Z",
      ),
    ).earliest;
  expect(evening("2026-04-01")).toBe("2026-03-13T07:00:00Z");
  expect(evening("2026-03-13")).toBe("2026-03-12T23:00:00Z");
});

test("what is filed is asked anew at the day that would heal it", () => {
  const sinceLast = aRow(
    waitOf(7, { after: { events: { types: ["letter"] }, pick: "last", asks: "history.letter" } }),
  );
  const history = historyOf([event("letter", "2026-03-10"), event("letter", "2026-03-16")]);
  const filed = askedOf([sinceLast], "2026-03-12", { history, action: { type: "file_suit" } });
  expect(decide(filed).findings[0].earliest).toBe("2026-03-23");
});

test("a condition that is met asks for nothing, though a part of it is not known", () => {
  const when = {
    any: [
      { fact: "debt.dueDate", in: ["2026-03-10"] },
      { fact: "debt.kind", in: ["goods"] },
    ],
  } as const;
  const [{ requires }] = decide(
    askedOf([aRow({ kind: "never" }, { when })], "2026-03-12T10:00:00Z"),
  ).findings;
  expect(requires).toEqual([]);
});

test("what is known not to be so refuses, in an excerpt too, where the platform's cadence only warns of what it misses", () => {
  const needs = aRow(
    {
      kind: "need",
      all: [
        { that: { fact: "debt.dueDate", in: ["2020-01-01"] }, asks: "debt.dueDate" },
        { that: { fact: "debt.kind", in: ["goods"] }, asks: "debt.kind" },
      ],
    },
    { cadence: true },
  );
  const excerpt = { history: historyOf([], { excerpt: true }) };
  const [{ effect, requires }] = decide(askedOf([needs], "2026-03-12T10:00:00Z", excerpt)).findings;
  expect([effect, requires]).toEqual(["block", ["debt.kind"]]);
});

test("a warning says when its reason ends: a day as a day, an instant as an instant", () => {
  const warned = [
    aRow(waitOf(7), { effect: "warn" }),
    aRow({ kind: "hold", types: ["dispute"] }, { id: "TEST-02", effect: "warn" }),
  ];
  const holds = [{ type: "dispute" as const, startedAt: "2026-03-01", endsAt: "2026-03-20T09:30:05Z" }];
  const facts = {
    debt: { dueDate: "2026-03-10" },
    debtor: { residence: { tz: "Europe/Berlin" } },
    holds,
  };
  const { allowed, earliest, findings } = decide(askedOf(warned, "2026-03-12T10:00:00Z", { facts }));
  expect([allowed, earliest]).toEqual([true, null]);
  expect(findings.map(({ earliest: own, message: { values } }) => [own, values.next])).toEqual([
    [null, "2026-03-17"],
    [null, "2026-03-20T09:30:05Z"],
  ]);
});

test("hours that cannot be read are asked for, and keep no filing from telling its own first day", () => {
  const asked = aRow({ kind: "preferred_hours" }, { id: "TEST-04" });
  const facts = {
    debt: { dueDate: "2026-03-10" },
    debtor: { residence: { tz: "Europe/Berlin" }, preferredHours: { from: "at noon", to: "later" } },
  };
  const { earliest, findings } = decide(
    askedOf([week, asked], "2026-03-12", { action: { type: "file_suit" }, facts }),
  );
  expect(findings.map(({ rule, earliest: own }) => [rule, own])).toEqual([
    ["TEST-01", "2026-03-17"],
    ["TEST-04", null],
  ]);
  expect(earliest).toBeNull();
});
