import fc from "fast-check";
import { expect, test } from "vitest";
import { type ActorInput, type ActorKind, actorOf } from "#app/domain/law/actor-input.ts";
import { withNumbers } from "#app/domain/law/book/row-numbers.ts";
import { bookWith, packIn } from "#app/domain/law/book.ts";
import type { Facts } from "#app/domain/law/facts.ts";
import { withThreatsOf } from "#app/domain/law/named/text.ts";
import { type Pack, type Row, rowKey } from "#app/domain/law/pack.ts";
import { packFor, packs, stageAfter } from "#app/domain/law/packs.ts";
import type { EventType, Stage } from "#app/domain/law/types.ts";
import type { TimelineEvent } from "#app/domain/timeline/events.ts";
import { type Court, type JudgedAct, judge } from "#app/domain/timeline/judge.ts";
import { countsOf, type Rejudged, rejudge } from "#app/domain/timeline/simulate.ts";
import { credential, lawyer, usFacts } from "#test/domain/law/cases.ts";
import { credit } from "#test/domain/law/gb-scenes.ts";

const pack = packFor("US-NY") ?? packs[0];
const credentials = lawyer().credentials ?? [];
const caseId = "00000000-0000-7000-8000-000000000001";
const start = Date.UTC(2026, 2, 2, 15);
const at = (hours: number) => new Date(start + hours * 3_600_000);

type Tried = Omit<JudgedAct, "occurredAt"> & { hours: number; told?: number };

/** A log as the product keeps one: what the law allows as its event, what it refuses as a blocked attempt. */
function logOf(
  law: Pack,
  facts: Facts,
  acts: readonly Tried[],
  actor: ActorInput = lawyer(),
): TimelineEvent[] {
  const events: TimelineEvent[] = [];
  let stage: Stage = "intake";
  const add = (
    event: Partial<TimelineEvent> & Pick<TimelineEvent, "type" | "payload" | "occurredAt">,
    told: Date,
  ) => {
    events.push({
      caseId,
      seq: events.length + 1,
      id: String(events.length),
      stageBefore: stage,
      stageAfter: stage,
      recordedAt: told,
      actorUserId: null,
      actorOrgId: actor.id ?? null,
      actorRole: "lawyer",
      packId: law.id,
      packVersion: law.version,
      hash: "",
      prevHash: "",
      decision: { allowed: true, findings: [], earliest: null, pack: { id: law.id, version: law.version } },
      ...event,
    });
  };
  add({ type: "posted", payload: { facts }, occurredAt: at(-1) }, at(-1));
  for (const { hours, told = hours, type, action, act, facts: known } of acts) {
    const now = at(Math.max(hours, told));
    const court: Court = { pack: law, packOf: packFor, caseId, stage, events, actor, production: false, now };
    const occurredAt = at(hours);
    const decision = judge(court, { type, occurredAt, action, act, facts: known });
    const { text: _, ...kept } = withThreatsOf({ ...action, type });
    const payload = { action: kept, actorKind: (actor.kind ?? undefined) as ActorKind | undefined };
    if (decision.allowed) {
      const after: Stage = stageAfter(law, type as EventType, stage);
      const done = { act, facts: known, ...payload };
      add({ type: type as EventType, payload: done, occurredAt, stageAfter: after, decision }, now);
      stage = after;
    } else {
      const tried = { attempted: type as EventType, act: { ...act, startedAt: occurredAt.toISOString() } };
      add({ type: "attempt_blocked", payload: { ...tried, ...payload }, occurredAt: now, decision }, now);
    }
  }
  return events;
}

const again = (
  events: readonly TimelineEvent[],
  law: Pack,
  known: typeof credentials | null = credentials,
): Rejudged[] =>
  events
    .filter(({ type }) => type !== "posted")
    .map((event) =>
      rejudge(
        { event, before: events.slice(0, event.seq - 1), credentials: known },
        { pack: law, packOf: packFor, production: false },
      ),
    );

const out = { direction: "out", recipientRole: "debtor" } as const;
const reminder = {
  type: "reminder",
  action: { ...out, channel: "email", emailBasis: "consumer_used" },
  act: { ...out, outcome: "delivered" },
} as const;
const call = {
  type: "call",
  action: { ...out, channel: "voice" },
  act: { ...out, channel: "voice", outcome: "no_answer", connected: false },
} as const;

const someActs = fc.array(
  fc
    .record({
      hours: fc.integer({ min: 0, max: 24 * 60 }),
      late: fc.nat(72),
      kind: fc.constantFrom(
        reminder,
        call,
        {
          type: "demand_payment",
          action: { ...out, channel: "post" },
          act: { ...out, answerBy: "2026-04-30" },
        } as const,
        { type: "file_suit", action: { ...out, forumState: "NY" } } as const,
        { type: "dispute", act: { direction: "in" } } as const,
        { type: "verification_sent", act: { ...out } } as const,
      ),
    })
    .map(({ hours, late, kind }): Tried => ({ ...kind, hours, told: hours + late })),
  { minLength: 1, maxLength: 14 },
);

test("simulating the law that decided changes nothing, whatever happened and however late it was told", () => {
  fc.assert(
    fc.property(someActs, (acts) => {
      const judged = again(logOf(pack, usFacts, acts), pack);
      expect(judged.filter(({ kind }) => kind !== "same")).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

const wait = pack.rows.find(({ id, guard }) => id === "POL-LADDER-02" && guard.kind === "wait") as Row;
const withWait = (days: string, effectiveOn: string): Pack => {
  const row = withNumbers(wait, { "guard-days": days });
  const common = { id: "1", packId: "US", subject: rowKey(wait), citation: "", effectiveOn } as const;
  return packIn(bookWith([{ ...common, kind: "row", body: { what: "replace", row } }]), "US-NY") ?? pack;
};

test("a planted change is found exactly where it bites: the acts of its days, with the finding that appears", () => {
  const day = 24;
  const acts: Tried[] = [
    { ...reminder, hours: 0 },
    { ...call, hours: 4 * day },
    { ...call, hours: 10 * day },
  ];
  const facts = { ...usFacts, notices: { ...usFacts.notices, remindersOn: [] } };
  const events = logOf(pack, facts, acts);
  expect(events.map(({ type }) => type)).toEqual(["posted", "reminder", "call", "call"]);

  const longer = again(events, withWait("7", "2026-03-01"));
  expect(longer.map(({ kind }) => kind)).toEqual(["same", "different", "same"]);
  expect(longer[1]).toMatchObject({
    difference: {
      seq: 3,
      act: "call",
      allowedThen: true,
      allowedNow: false,
      appeared: [{ rule: "POL-LADDER-02", citation: wait.source.cite }],
      vanished: [],
    },
  });
  expect(countsOf(longer)).toMatchObject({ acts: 3, nowBlocked: 1, nowAllowed: 0, otherReasons: 0 });
  // The same change from a later day does not reach the act.
  expect(countsOf(again(events, withWait("7", "2026-03-08")))).toMatchObject({ nowBlocked: 0 });
});

test("an attempt that another law would have allowed is found, and a refusal that only waits longer is told as such", () => {
  const facts = { ...usFacts, notices: { ...usFacts.notices, remindersOn: [] } };
  const events = logOf(pack, facts, [
    { ...reminder, hours: 0 },
    { ...call, hours: 26 },
  ]);
  expect(events.at(-1)?.type).toBe("attempt_blocked");
  const [, shorter] = again(events, withWait("1", "2026-03-01"));
  expect(shorter).toMatchObject({
    kind: "different",
    difference: { act: "call", allowedThen: false, allowedNow: true, vanished: [{ rule: "POL-LADDER-02" }] },
  });
  const [, longer] = again(events, withWait("9", "2026-03-01"));
  expect(longer).toMatchObject({
    kind: "different",
    difference: { allowedThen: false, allowedNow: false, appeared: [], vanished: [] },
  });
  const moved = longer.kind === "different" ? longer.difference.moved : [];
  expect(moved.map(({ was }) => was.rule)).toEqual(["POL-LADDER-02"]);
  expect(String(moved[0].was.earliest) < String(moved[0].now.earliest)).toBe(true);
});

test("credentials of then that nobody knows any more leave their findings as they were recorded", () => {
  const events = logOf(pack, usFacts, [{ type: "lawyer_letter", action: out, act: out, hours: 0 }]);
  const recorded = events.at(-1)?.decision.findings ?? [];
  const unknown = again(events, pack, null);
  expect(unknown.map(({ kind }) => kind)).toEqual(["same"]);
  expect(recorded.length).toBeGreaterThan(0);
  expect(again(events, pack, []).map(({ kind }) => kind)).toEqual(["different"]);
});

test("the permission of an agency is judged again by the credentials of then, and stays as it was where they are not known", () => {
  const england = packFor("GB-EW") as Pack;
  const permission = credential({ type: "fca_permission", territory: "GB-EW", expiresAt: "never" });
  const agency = (held: (typeof permission)[]) =>
    actorOf({ id: "A1", kind: "agency", credentials: held }, at(0));
  const facts = { ...credit, engagementSigned: true };
  const permitted = logOf(england, facts, [{ ...reminder, hours: 0 }], agency([permission]));
  expect(permitted.at(-1)?.type).toBe("reminder");
  expect(again(permitted, england, [permission]).map(({ kind }) => kind)).toEqual(["same"]);
  expect(again(permitted, england, []).map(({ kind }) => kind)).toEqual(["different"]);
  expect(again(permitted, england, null)).toMatchObject([{ kind: "same", kept: false }]);
  const without = logOf(england, facts, [{ ...reminder, hours: 0 }], agency([]));
  expect(without.at(-1)?.decision.findings).toMatchObject([{ rule: "GB-COV-03" }]);
  expect(again(without, england, null)).toMatchObject([{ kind: "same", kept: true }]);
});

const changed = (law: Pack, key: string, over: Partial<Row>): Pack => ({
  ...law,
  rows: law.rows.map((row) => (rowKey(row) === key ? { ...row, ...over } : row)),
});

test("what is not known keeps only the part of a rule that rests on it: another part of the same rule is judged again", () => {
  const england = packFor("GB-EW") as Pack;
  const suit = { type: "file_suit", action: {}, hours: 24 * 60 } as const;
  const events = logOf(england, credit, [suit], { id: "L1", kind: "lawyer", credentials: [] });
  expect(events.at(-1)?.decision.findings).toContainEqual(
    expect.objectContaining({ rule: "GB-ACTOR-01", part: "credential" }),
  );
  const nobody = changed(england, "GB-ACTOR-01", {
    guard: { kind: "need", all: [{ that: { fact: "actor.kind", in: ["court"] }, asks: "actor.kind" }] },
  });
  const [judged] = again(events, nobody, null);
  expect(judged).toMatchObject({ kind: "different", kept: true, difference: { vanished: [] } });
  expect(judged).toMatchObject({ difference: { appeared: [{ rule: "GB-ACTOR-01" }] } });
});

test("words that were not kept hide no finding of a threat that the log does hold", () => {
  const words = { text: "Pay by Friday, or we will file a lawsuit.", textReviewed: true } as const;
  const letter = {
    type: "letter",
    action: { ...out, ...words, channel: "post" },
    act: out,
    hours: 0,
  } as const;
  const mild = { ...pack, rows: pack.rows.filter((row) => rowKey(row) !== "X-05") };
  const events = logOf(mild, usFacts, [letter]);
  expect(events.at(-1)?.payload.action).toMatchObject({ threatenedSteps: ["file_suit"] });
  const threat = changed(pack, "X-05", { guard: { kind: "never" }, message: "threat" });
  const [judged] = again(events, threat);
  expect(judged).toMatchObject({ kind: "different", difference: { appeared: [{ rule: "X-05" }] } });
});

test("X-01: contact is judged by the law of the debtor's place in the same law book too", () => {
  const residence = { country: "CN", state: null, city: "Shenzhen", tz: "Asia/Shanghai" };
  const facts = { ...usFacts, debtor: { ...usFacts.debtor, residence } };
  const events = logOf(pack, facts, [{ ...call, hours: 0 }]);
  expect(events.at(-1)?.decision.findings.map(({ rule }) => rule)).toContain("CN-CONTACT-01");
  expect(again(events, pack)).toMatchObject([{ kind: "same" }]);
  const freed = (place: string) => {
    const there = packFor(place);
    return there && { ...there, rows: there.rows.filter(({ id }) => id !== "CN-CONTACT-01") };
  };
  const [posted, attempt] = events;
  const judged = rejudge(
    { event: attempt, before: [posted], credentials },
    { pack, packOf: freed, production: false },
  );
  expect(judged).toMatchObject({ difference: { vanished: [{ rule: "CN-CONTACT-01" }] } });
});

test("an act of which the log does not hold what the law asked is not judged again", () => {
  const [posted, event] = logOf(pack, usFacts, [{ ...reminder, hours: 0 }]);
  const { action: _, ...payload } = event.payload;
  const old = { ...event, payload };
  expect(
    rejudge({ event: old, before: [posted], credentials }, { pack, packOf: packFor, production: false }),
  ).toEqual({
    kind: "untold",
  });
  expect(countsOf([{ kind: "untold" }])).toMatchObject({ acts: 1, untold: 1 });
});
