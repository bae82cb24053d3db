import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { keepLotMandates } from "#app/use-cases/lots/keep-lot-mandates.server.ts";
import { mandateOf } from "#db/queries/engagements.ts";
import { notifications } from "#db/schema/accounts.ts";
import { rowsOf } from "#test/support/imports.ts";
import { anEngagedLot, postAll } from "#test/support/lots.ts";
import { aLawyer, aWorld, type Person, turnTo, value, type World } from "#test/support/world.ts";

let world: World;
let rows = 0;

beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-11-26T12:00:00Z");
});
afterAll(() => world.close());

async function aLotInHand() {
  rows += 100;
  const lawyer = await aLawyer(world);
  const lot = await anEngagedLot(world, [lawyer], { rows: rowsOf(3, rows) });
  await postAll(world);
  return { ...lot, lawyer };
}

const told = (person: Person, kind: "mandate_quiet" | "mandate_period") =>
  world.owner.$count(
    notifications,
    and(eq(notifications.userId, person.userId), eq(notifications.kind, kind)),
  );

const keep = async () => value(await keepLotMandates(world.ctx(system)));

test("a collector that begins on none of a lot's cases in the time it promised is told of, once, and the creditor with it", async () => {
  const { lotId, lawyer, creditor } = await aLotInHand();
  await turnTo(world, "2026-12-03T18:00:00Z");
  await keep();
  expect(await told(creditor, "mandate_quiet")).toBe(0);
  await turnTo(world, "2026-12-08T18:00:00Z");
  await keep();
  await keep();
  for (const person of [creditor, lawyer]) expect(await told(person, "mandate_quiet")).toBe(1);
  expect((await mandateOf(world.db, lotId))?.alarmedAt).toEqual(world.now);
  await turnTo(world, "2026-12-16T18:00:00Z");
  await keep();
  expect(await told(creditor, "mandate_quiet")).toBe(1);
});

test("a lot none of whose cases is there yet leaves its collector nothing to do, and nobody is told of silence", async () => {
  rows += 100;
  const lawyer = await aLawyer(world);
  const { creditor } = await anEngagedLot(world, [lawyer], { rows: rowsOf(2, rows) });
  await turnTo(world, "2027-01-05T18:00:00Z");
  await keep();
  expect(await told(creditor, "mandate_quiet")).toBe(0);
});

test("both sides hear that the period of a lot's mandate runs out, once, and only the worker asks", async () => {
  const { lotId, lawyer, creditor } = await aLotInHand();
  const ends = (await mandateOf(world.db, lotId))?.periodEndsAt ?? world.now;
  await turnTo(world, new Date(ends.getTime() - 10 * 86_400_000).toISOString());
  await keep();
  await keep();
  for (const person of [creditor, lawyer]) expect(await told(person, "mandate_period")).toBe(1);
  expect(await keepLotMandates(world.ctx(creditor.actor))).toEqual({
    ok: false,
    error: { kind: "not-allowed" },
  });
});
