import { expect, test } from "vitest";
import type { Credential } from "#app/domain/law/actor-input.ts";
import { compileCondition, missingFrom } from "#app/domain/law/conditions.ts";
import type { Facts, HistoryEvent } from "#app/domain/law/facts.ts";
import { compileCredential } from "#app/domain/law/guards/credential.ts";
import { compileNeed } from "#app/domain/law/guards/need.ts";
import type { Condition, Guard } from "#app/domain/law/pack.ts";
import { aScene, said } from "./scenes.ts";

const yes: Condition = { fact: "engagementSigned", in: [true] };
const no: Condition = { fact: "arbitrationAgreement", in: [true] };
const open: Condition = { fact: "effectiveInstrument", in: [true] };
const facts: Facts = {
  engagementSigned: true,
  arbitrationAgreement: false,
  debt: { principal: 500, purpose: "consumer" },
  notices: { remindersOn: ["2026-03-01"] },
  debtor: { residence: { city: "Brooklyn" } },
};
const letter = { type: "letter", startedAt: "2026-03-02T10:00:00Z", direction: "in" } as HistoryEvent;

/** What is asked, what the answer is, and what is missing for it. */
const questions: [Condition, true | false | null, ...string[]][] = [
  [yes, true],
  [no, false],
  [open, null, "effectiveInstrument"],
  [{ ...open, absentMeansNo: true }, false],
  [{ fact: "notices.remindersOn", in: ["2026-03-01", "2026-03-02"] }, true],
  [{ fact: "notices.remindersOn", in: ["2026-03-02"] }, false],
  [{ fact: "debt.principal", atMost: 500 }, true],
  [{ fact: "debt.principal", atMost: 499 }, false],
  [{ fact: "debt.purpose", atMost: 499 }, null, "debt.purpose"],
  [{ fact: "debtor.ageYears", atMost: 17 }, null, "debtor.ageYears"],
  [{ fact: "debtor.ageYears", atMost: 17, absentMeansNo: true }, false],
  [{ known: "debt.principal" }, true],
  [{ known: "debtor.ageYears" }, false],
  [{ all: [yes, yes] }, true],
  [{ all: [open, no] }, false],
  [{ all: [yes, open] }, null, "effectiveInstrument"],
  [{ all: [] }, true],
  [{ any: [no, yes] }, true],
  [{ any: [open, yes] }, true],
  [{ any: [no, no] }, false],
  [{ any: [no, open, open] }, null, "effectiveInstrument"],
  [{ any: [] }, false],
  [{ not: yes }, false],
  [{ not: no }, true],
  [{ not: open }, null, "effectiveInstrument"],
  [{ from: "2026-03-03" }, true],
  [{ from: "2026-03-04" }, false],
  [{ state: "NY" }, true],
  [{ state: "CA" }, false],
  [{ city: "new-york-city" }, true],
  [{ happened: { types: ["letter"] } }, true],
  [{ happened: { types: ["call"] } }, false],
  [{ happened: { types: ["letter"], direction: "in" } }, true],
  [{ happened: { types: ["letter"], direction: "out" } }, false],
];

test("a condition is so, is not so, or is unknown, and then says what is missing", () => {
  const scene = aScene("2026-03-03", { facts, events: [letter], states: ["NY"] });
  for (const [condition, answer, ...missing] of questions) {
    const name = JSON.stringify(condition);
    const ask = compileCondition(condition);
    expect(ask(scene), name).toBe(answer);
    expect(ask(scene), `${name}, once more`).toBe(answer);
    if (answer === null) expect(missingFrom(condition, scene), name).toEqual(missing);
  }
});

test("what happens after the moment asked about has not happened", () => {
  const asked = (moment: string, direction?: "in") =>
    compileCondition({ happened: { types: ["letter"], ...(direction && { direction }) } })(
      aScene(moment, { events: [letter] }),
    );
  expect(asked("2026-03-02T10:00:00Z")).toBe(true);
  expect(asked("2026-03-02T09:59:59Z")).toBe(false);
  expect(asked("2026-03-02T10:00:00Z", "in")).toBe(true);
  expect(asked("2026-03-02T09:59:59Z", "in")).toBe(false);
});

test("a place that is unknown is asked for by name", () => {
  const scene = aScene("2026-03-03");
  for (const [condition, path] of [
    [{ state: "NY" }, "debtor.residence.state"],
    [{ city: "new-york-city" }, "debtor.residence.city"],
  ] as const) {
    expect(compileCondition(condition)(scene)).toBeNull();
    expect(missingFrom({ all: [condition, yes] }, scene)).toContain(path);
  }
  expect(missingFrom({ known: "debt.principal" }, scene)).toEqual([]);
  expect(missingFrom(yes, aScene("2026-03-03", { facts }))).toEqual([]);
});

test("a compound condition is asked anew of another scene, and twice of the first", () => {
  const ask = compileCondition({ all: [{ fact: "engagementSigned", in: [true] }] });
  const signed = aScene("2026-03-03", { facts: { engagementSigned: true } });
  const unsigned = aScene("2026-03-03", { facts: { engagementSigned: false } });
  expect([signed, unsigned, unsigned, signed].map(ask)).toEqual([true, false, false, true]);
  const condition: Condition = { any: [yes] };
  expect(compileCondition(condition)).toBe(compileCondition(condition));
});

test("each thing that is needed is refused by name where it is not so, and asked for where it is unknown", () => {
  const needed = (...all: { that: Condition; asks: string }[]) =>
    said(compileNeed({ kind: "need", all }), aScene("2026-03-03", { facts }));
  const signed = { that: yes, asks: "engagementSigned" };
  const agreed = { that: no, asks: "arbitrationAgreement" };
  const titled = { that: open, asks: "case.title" };
  const aged = { that: { known: "debtor.ageYears" }, asks: "debtor.ageYears" };
  expect(needed(signed)).toBeNull();
  expect(needed(signed, agreed)).toEqual({
    values: {
      items: "law.fact.arbitrationAgreement",
      fact: "law.fact.arbitrationAgreement",
      evidence: "law.fact.arbitrationAgreement",
    },
    next: null,
    effect: "block",
  });
  const asked = "law.fact.case.title|law.fact.effectiveInstrument";
  expect(needed(titled, titled)).toEqual({
    values: { items: asked, fact: asked, evidence: asked },
    next: null,
    requires: ["case.title", "effectiveInstrument"],
    message: "fact_unknown",
  });
  expect(needed(agreed, titled)).toMatchObject({
    effect: "block",
    requires: ["case.title", "effectiveInstrument"],
    values: { items: `law.fact.arbitrationAgreement|${asked}` },
  });
  expect(needed(aged)).toMatchObject({ requires: ["debtor.ageYears"], message: "fact_unknown" });
  const either = { any: [{ known: "debtor.ageYears" }, { known: "debtor.size" }] };
  expect(needed({ that: either, asks: "debtor.ageYears" })).toMatchObject({ message: "fact_unknown" });
  const mixed = { any: [{ known: "debtor.ageYears" }, no] };
  expect(needed({ that: mixed, asks: "debtor.ageYears" })).toMatchObject({ effect: "block" });
});

const held: Credential = {
  type: "bar",
  territory: "US-NY",
  status: "active",
  verifiedAt: "2026-02-10T12:00:00Z",
  expiresAt: "2027-01-01T00:00:00Z",
};
type CredentialGuard = Extract<Guard, { kind: "credential" }>;
type Asked = {
  guard?: Partial<CredentialGuard>;
  over?: Partial<Credential>;
  at?: string;
  states?: string[];
  forum?: string;
};

function credential({ guard, over, at = "2026-03-03T12:00:00Z", states = ["NY"], forum }: Asked) {
  const check = compileCredential({
    kind: "credential",
    types: ["bar"],
    territory: "debtor",
    part: "valid",
    who: "law.who.lawyer",
    ...guard,
  });
  return said(
    check,
    aScene(at, {
      place: "US",
      states,
      action: { type: "file_suit", ...(forum && { forumState: forum }) },
      actor: { kind: "lawyer", credentials: [{ ...held, ...over }] },
    }),
  );
}

test("X-06: a credential is of the right kind and place, active, and in force at the moment of the act", () => {
  const missing = {
    values: { who: "law.who.lawyer", credential: "law.credential.bar", territory: "NY" },
    next: null,
    requires: ["actor.credentials[].bar"],
    effect: "block",
  };
  expect(credential({})).toBeNull();
  for (const over of [
    { type: "notary" },
    { territory: "US-CA" },
    { territory: "unknown" },
    { status: "revoked" },
    { status: "unknown" },
    { expiresAt: "2026-03-03T12:00:00Z" },
    { expiresAt: "unknown" },
    { expiresAt: undefined },
  ] as Partial<Credential>[])
    expect(credential({ over }), JSON.stringify(over)).toEqual(missing);
  for (const over of [
    { territory: "NY" },
    { territory: " us-ny " },
    { expiresAt: "2026-03-03T12:00:01Z" },
    { expiresAt: "never" },
  ])
    expect(credential({ over }), JSON.stringify(over)).toBeNull();
});

test("X-06: the place is the debtor's, the forum's where it is told, or the country", () => {
  const forum = { territory: "forum" } as const;
  expect(credential({ guard: forum, forum: "US-CA" })).toMatchObject({ values: { territory: "CA" } });
  expect(credential({ guard: forum, forum: "CA", over: { territory: "CA" } })).toBeNull();
  expect(credential({ guard: forum })).toBeNull();
  expect(credential({ forum: "US-CA" })).toBeNull();
  expect(credential({ guard: { territory: "country" }, states: [] })).toBeNull();
  expect(credential({ guard: { territory: "country" }, over: { territory: "us" } })).toBeNull();
  expect(credential({ guard: { territory: "country" }, over: { territory: "GB-US" } })).toMatchObject({
    values: { territory: "US" },
  });
  expect(credential({ states: [] })).toMatchObject({ requires: ["debtor.residence.state"] });
  expect(credential({ states: ["NY", "CA"] })).toMatchObject({ values: { territory: "CA" } });
});

test("X-06: a credential is looked up again after its days, thirty where the row names none", () => {
  const checked = { part: "checked" } as const;
  const stale = { requires: ["actor.credentials[].verifiedAt"], values: { territory: "NY" } };
  expect(credential({ guard: checked, at: "2026-03-12T12:00:00Z" })).toBeNull();
  expect(credential({ guard: checked, at: "2026-03-12T12:00:01Z" })).toMatchObject(stale);
  expect(credential({ guard: checked, at: "2026-03-12T12:00:01Z" })).not.toHaveProperty("effect");
  expect(credential({ guard: { ...checked, withinDays: 31 }, at: "2026-03-12T12:00:01Z" })).toBeNull();
  expect(credential({ guard: checked, at: "2026-02-10T11:59:59Z" })).toMatchObject(stale);
  expect(credential({ guard: checked, over: { verifiedAt: null } })).toMatchObject(stale);
  // A credential that is missing is the other row's to refuse.
  expect(credential({ guard: checked, over: { verifiedAt: null, status: "revoked" } })).toBeNull();
  expect(credential({ over: { verifiedAt: null } })).toBeNull();
});

test("a fact of several values is so where any of them is", () => {
  const among = compileCondition({ fact: "debtor.otherZones", in: ["Europe/Paris"] });
  const scene = (...otherZones: string[]) => aScene("2026-03-02", { facts: { debtor: { otherZones } } });
  expect(among(scene("Europe/Rome", "Europe/Paris"))).toBe(true);
  expect(among(scene("Europe/Rome"))).toBe(false);
});
