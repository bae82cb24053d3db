import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packs } from "#app/domain/law/packs.ts";
import { addDays, dateIn } from "#app/domain/timeline/local-time.ts";
import { simulateLaw, simulationChoices } from "#app/use-cases/law/simulate-law.server.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { licences } from "#db/schema/accounts.ts";
import { lawChanges } from "#db/schema/law.ts";
import { takeStep, typesOf, until } from "#test/support/ladder.ts";
import { anEndProposal, approved, aRowProposal } from "#test/support/law-changes.ts";
import { anEngagedCase, canary } from "#test/support/market.ts";
import { aCreditor, aLawyer, aWorld, type Person, theAdmin, value, type World } from "#test/support/world.ts";

let world: World;
let lawyer: Person;
let caseId: string;
let day: string;
const us = packs.find(({ id }) => id === "US") ?? packs[0];
const number = "+1 555 010 0177";

/** A case with a reminder, a call that was refused as too early, and a lawful one. */
beforeAll(async () => {
  world = await aWorld();
  lawyer = await aLawyer(world);
  ({ caseId } = await anEngagedCase(world, lawyer));
  await until(world, 1, "10:00");
  day = dateIn("UTC", world.now);
  const step = async (given: object) =>
    value(await takeStep(world, lawyer, { caseId, type: "call", outcome: "no_answer", number, ...given }));
  await step({ type: "reminder", outcome: "delivered", emailBasis: "consumer_used", number: undefined });
  await until(world, 1, "10:30");
  await step({});
  await until(world, 4, "10:30");
  await step({});
  expect((await typesOf(world, caseId)).slice(-3)).toEqual(["reminder", "attempt_blocked", "call"]);
});
afterAll(() => world.close());

const simulate = async (given: object = {}) => {
  const question = {
    packId: "US" as const,
    version: null,
    changeIds: [],
    from: day,
    to: addDays(day, 30),
    after: null,
  };
  const found = await simulateLaw(world.ctx((await theAdmin(world)).actor), { ...question, ...given });
  if (!found) throw new Error("The simulator answered nothing");
  return found;
};

test("the law in force would have decided every act as it was decided", async () => {
  const found = await simulate();
  expect(found.counts).toEqual({
    acts: 3,
    nowBlocked: 0,
    nowAllowed: 0,
    otherReasons: 0,
    untold: 0,
    kept: 0,
  });
  expect(found).toMatchObject({ total: 3, first: 1, last: 3, differences: [], next: null });
});

test("a proposal is tried on the past as if it were in force: exactly the acts it touches, with case, moment and source", async () => {
  const changeId = await aRowProposal(world, "20", { inDays: 9 });
  const found = await simulate({ changeIds: [changeId] });
  expect(found.counts).toMatchObject({ acts: 3, nowBlocked: 1, nowAllowed: 0, otherReasons: 1 });
  const [attempt, call] = found.differences;
  expect(call).toMatchObject({
    caseId,
    act: "call",
    allowedThen: true,
    allowedNow: false,
    appeared: [{ rule: "POL-LADDER-02" }],
  });
  expect(call.code).toMatch(/^R-/);
  expect(call.appeared[0].citation).toBe("Act of the tests, section 1");
  expect(attempt).toMatchObject({ act: "call", allowedThen: false, allowedNow: false });
  expect(JSON.stringify(found)).not.toMatch(
    new RegExp(`${canary.name}|quillfeather|Marmalade|010.?0177`, "i"),
  );
  // Without its choice the proposal touches nothing, and nothing of the simulation is written.
  expect((await simulate()).differences).toEqual([]);
});

test("the end of a rule frees the attempt that it refused", async () => {
  const changeId = await anEndProposal(world, { inDays: 9 });
  const { differences, counts } = await simulate({ changeIds: [changeId] });
  expect(counts).toMatchObject({ nowAllowed: 1, nowBlocked: 0 });
  expect(differences).toMatchObject([
    { allowedNow: true, vanished: [{ rule: "POL-LADDER-02" }], appeared: [] },
  ]);
});

test("acts outside the period and before the page's beginning are left out", async () => {
  expect((await simulate({ from: addDays(day, 200), to: addDays(day, 201) })).total).toBe(0);
  expect((await simulate({ to: day })).total).toBe(1);
  const [{ seq }] = (await eventsOf(world.db, caseId)).filter(({ type }) => type === "reminder");
  expect(await simulate({ after: { caseId, seq } })).toMatchObject({ total: 3, first: 2, last: 3 });
  expect((await simulate({ packId: "CN" })).total).toBe(0);
});

test("credentials that were looked up again since are not guessed: their findings stay, and it is said how many", async () => {
  await world.owner
    .update(licences)
    .set({ decidedAt: world.now, status: "suspended" })
    .where(eq(licences.orgId, lawyer.orgId));
  expect((await simulate()).differences).toEqual([]);
});

test("an earlier version is chosen as it was, and a change not yet in force can be tried from now", async () => {
  const version = await approved(world, await aRowProposal(world, "25", { inDays: 5 }));
  const [row] = await world.db.select().from(lawChanges).where(eq(lawChanges.packVersion, version));
  const choices = await simulationChoices(world.ctx((await theAdmin(world)).actor), "US");
  expect(choices?.versions).toEqual([us.version, version]);
  expect(choices?.changes.map(({ id }) => id)).toContain(row.id);
  expect((await simulate()).differences).toEqual([]);
  expect((await simulate({ version: us.version })).differences).toEqual([]);
  expect((await simulate({ changeIds: [row.id] })).counts).toMatchObject({ nowBlocked: 1 });
});

test("versions count the changes on this build's pack, also those approved under an earlier build; any other is refused", async () => {
  const collector = await aLawyer(world);
  const { caseId: another } = await anEngagedCase(world, collector);
  await until(world, 8, "10:00");
  await approved(world, await anEndProposal(world));
  await until(world, 2, "10:00");
  const step = async (given: object) =>
    value(
      await takeStep(world, collector, { caseId: another, type: "call", outcome: "no_answer", ...given }),
    );
  await step({ type: "reminder", outcome: "delivered", emailBasis: "consumer_used" });
  await until(world, 4, "10:30");
  expect(await step({ number })).toEqual({ recorded: true });
  // The first of the two changes waits twenty-five days, the second ends the wait.
  const first = { version: `${us.version}+1` };
  expect((await simulate(first)).counts).toMatchObject({ acts: 5, nowBlocked: 1 });
  await world.owner.execute(sql`alter table law_changes disable trigger law_changes_decided`);
  await world.owner.execute(
    sql`update law_changes set pack_version = replace(pack_version, ${us.version}, '2025.1.1') where seq is not null`,
  );
  await world.owner.execute(sql`alter table law_changes enable trigger law_changes_decided`);
  expect((await simulate(first)).counts).toMatchObject({ acts: 5, nowBlocked: 1 });
  expect((await simulate({ version: `${us.version}+2` })).counts).toMatchObject({ acts: 5, nowBlocked: 0 });
  const ask = { packId: "US" as const, changeIds: [], from: day, to: day, after: null };
  const ctx = world.ctx((await theAdmin(world)).actor);
  for (const version of ["2025.1.1+1", `${us.version}+3`, `${us.version}+x`, `${us.version}+0`, "1"])
    expect(await simulateLaw(ctx, { ...ask, version }), version).toBeNull();
});

test("the log keeps what the law asked about an attempt, and no telephone number", async () => {
  const events = await eventsOf(world.db, caseId);
  const [attempt] = events.filter(({ type }) => type === "attempt_blocked");
  expect(attempt.payload).toMatchObject({
    attempted: "call",
    actorKind: "lawyer",
    action: { channel: "voice", direction: "out", recipientRole: "debtor" },
  });
  expect(JSON.stringify(events)).not.toMatch(/010.?0177/);
  const calls = events.flatMap(({ payload }) => payload.act?.number ?? []);
  expect(calls).toHaveLength(2);
  expect(new Set(calls).size).toBe(1);
});

test("nobody but an administrator simulates", async () => {
  const creditor = await aCreditor(world);
  const question = { packId: "US" as const, version: null, changeIds: [], from: day, to: day, after: null };
  expect(await simulateLaw(world.ctx(creditor.actor), question)).toBeNull();
  expect(await simulationChoices(world.ctx(creditor.actor), "US")).toBeNull();
});
