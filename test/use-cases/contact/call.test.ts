import { afterAll, beforeAll, expect, test } from "vitest";
import { callView } from "#app/use-cases/contact/call-view.server.ts";
import { recordCall } from "#app/use-cases/contact/record-call.server.ts";
import { checkLogs } from "#app/use-cases/log-notes.server.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { aCaseToWriteOn, type Mailed, toMorning } from "#test/support/contact.ts";
import { daysAgo } from "#test/support/market.ts";
import { aWorld, turnTo, value, type World } from "#test/support/world.ts";

const zone = "Europe/London";
let world: World;
let one: Mailed;

beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-01-12T10:00:00Z");
  const history = { reminderSentOn: daysAgo(world, 30) };
  one = await aCaseToWriteOn(world, {
    ...{ law: "GB-EW", email: "called@hollyhock.example", phone: "+44 7700 900123", history },
  });
  await toMorning(world, zone);
}, 60_000);
afterAll(async () => {
  const { breaks } = await checkLogs(world.db, world.services.secrets);
  await world.close();
  expect(breaks).toEqual([]);
});

const by = (now = world.now) => world.ctx(one.lawyer.actor, now);
const record = (more = {}, now = world.now) =>
  recordCall(by(now), { caseId: one.caseId, outcome: "no_answer", ...more });
const calls = async () => (await eventsOf(world.owner, one.caseId)).filter(({ type }) => type === "call");
const attempts = async () =>
  (await eventsOf(world.owner, one.caseId)).filter(({ type }) => type === "attempt_blocked").length;
const later = (minutes: number) => new Date(world.now.getTime() + minutes * 60_000);
const look = (now = world.now) => callView(by(now), { caseId: one.caseId, language: null });

test("the page says what the law says, and only to whoever acts on the case", async () => {
  const view = await look();
  expect(view).toMatchObject({ localTime: "10:00", used: 0, decision: { allowed: true } });
  expect(view?.script).toMatchObject({ pack: "GB-EW", language: "en" });
  expect(await callView(world.ctx(one.creditor.actor), { caseId: one.caseId, language: null })).toBeNull();
});

test("a note with words that may not reach a debtor keeps nothing: neither a call nor an attempt", async () => {
  const note = "Told her that she will be arrested and everybody in her street will hear of it.";
  expect(await record({ outcome: "conversation", note })).toMatchObject({
    ok: false,
    error: { kind: "note-unfit" },
  });
  expect([(await calls()).length, await attempts()]).toEqual([0, 0]);
});

test("a call is recorded at the server's moment, without a number or a word in the log, and counts at once", async () => {
  const made = { recording: "calls/2026-01/17.ogg", note: "Nobody answered." };
  expect(value(await record(made))).toEqual({ recorded: true });
  expect(value(await record(made))).toEqual({ recorded: true });
  const [call, ...more] = await calls();
  expect(more).toEqual([]);
  expect(call.occurredAt).toEqual(world.now);
  expect(call.payload).toMatchObject({
    act: { channel: "voice", outcome: "no_answer", connected: false },
    refs: { recording: made.recording },
  });
  expect(JSON.stringify(call)).not.toMatch(/7700 ?900123|Nobody/);
  expect((await look(later(30)))?.used).toBe(1);
});

test("what the caps or the hours refuse is kept as a blocked attempt, and is no call", async () => {
  const before = (await calls()).length;
  let refused = 0;
  for (let turn = 1; turn <= 4; turn += 1)
    if (!value(await record({}, later(turn * 20))).recorded) refused += 1;
  expect(refused).toBeGreaterThan(0);
  const night = value(await record({}, later(13 * 60)));
  expect(night).toMatchObject({ recorded: false, decision: { allowed: false } });
  expect(await attempts()).toBe(refused + 1);
  expect((await calls()).length).toBe(before + 4 - refused);
});

test("a stranger records nothing", async () => {
  const input = { caseId: one.caseId, outcome: "conversation" as const };
  expect(await recordCall(world.ctx(one.creditor.actor), input)).toMatchObject({
    ok: false,
    error: { kind: "case-not-found" },
  });
});
