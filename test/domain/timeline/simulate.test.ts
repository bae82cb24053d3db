import fc from "fast-check";
import { expect, test } from "vitest";
import { withNumbers } from "#app/domain/law/book/row-numbers.ts";
import { bookWith, packIn } from "#app/domain/law/book.ts";
import type { Facts } from "#app/domain/law/facts.ts";
import { type Pack, type Row, rowKey } from "#app/domain/law/pack.ts";
import { packFor, packs, stageAfter } from "#app/domain/law/packs.ts";
import type { EventType, Stage } from "#app/domain/law/types.ts";
import type { TimelineEvent } from "#app/domain/timeline/events.ts";
import { type Court, type JudgedAct, judge } from "#app/domain/timeline/judge.ts";
import { countsOf, type Rejudged, rejudge } from "#app/domain/timeline/simulate.ts";
import { lawyer, usFacts } from "#test/domain/law/cases.ts";

const pack = packFor("US-NY") ?? packs[0];
const actor = lawyer();
const credentials = actor.credentials ?? [];
const caseId = "00000000-0000-7000-8000-000000000001";
const start = Date.UTC(2026, 2, 2, 15);
const at = (hours: number) => new Date(start + hours * 3_600_000);

type Tried = Omit<JudgedAct, "occurredAt"> & { hours: number; told?: number };

/** A log as the product keeps one: what the law allows as its event, what it refuses as a blocked attempt. */
function logOf(law: Pack, facts: Facts, acts: readonly Tried[]): TimelineEvent[] {
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
    const court: Court = { pack: law, caseId, stage, events, actor, production: false, now };
    const occurredAt = at(hours);
    const decision = judge(court, { type, occurredAt, action, act, facts: known });
    const payload = { action: { ...action }, actorKind: "lawyer" as const };
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
        { pack: law, production: false },
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

test("an act of which the log does not hold what the law asked is not judged again", () => {
  const [posted, event] = logOf(pack, usFacts, [{ ...reminder, hours: 0 }]);
  const { action: _, ...payload } = event.payload;
  const old = { ...event, payload };
  expect(rejudge({ event: old, before: [posted], credentials }, { pack, production: false })).toEqual({
    kind: "untold",
  });
  expect(countsOf([{ kind: "untold" }])).toMatchObject({ acts: 1, untold: 1 });
});
