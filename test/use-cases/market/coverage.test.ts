import { afterAll, beforeAll, expect, test } from "vitest";
import { declineReasons } from "#app/domain/tenders/declines.ts";
import { translator } from "#app/messages/catalogue.ts";
import { readCoverage } from "#app/use-cases/market/read-coverage.server.ts";
import { declineRound } from "#app/use-cases/tenders/decline-round.server.ts";
import { takeBackDecline } from "#app/use-cases/tenders/take-back-decline.server.ts";
import { aBid, anOpenRound } from "#test/support/market.ts";
import { aLawyer, aWorld, type Person, passTime, theAdmin, value, type World } from "#test/support/world.ts";

let world: World;
let people: Person[];

beforeAll(async () => {
  world = await aWorld();
  people = [await aLawyer(world), await aLawyer(world), await aLawyer(world)];
});
afterAll(() => world.close());

const coverage = async () => {
  const read = await readCoverage(world.ctx((await theAdmin(world)).actor));
  if (!read) throw new Error("an administrator reads it");
  return read;
};
const declinesNow = async () => (await coverage()).declines;

test("an administrator reads by province and reason why rounds were passed by: nothing taken back, nothing bid on after all, nothing old", async () => {
  const [one, two, three] = people;
  const { caseId } = await anOpenRound(world);
  const elsewhere = await anOpenRound(world);
  const decline = async (by: Person, at: string, reason: "small" | "fees") =>
    value(await declineRound(world.ctx(by.actor), { caseId: at, reason }));
  await decline(one, caseId, "small");
  await decline(two, caseId, "small");
  await decline(one, elsewhere.caseId, "small");
  await decline(three, caseId, "fees");
  const inCalifornia = { place: "US-CA" };
  expect(await declinesNow()).toEqual([
    { ...inCalifornia, reason: "small", count: 3 },
    { ...inCalifornia, reason: "fees", count: 1 },
  ]);
  value(await takeBackDecline(world.ctx(three.actor), { caseId }));
  await aBid(world, two, caseId);
  expect(await declinesNow()).toEqual([{ ...inCalifornia, reason: "small", count: 2 }]);
  await passTime(world, { days: 31 });
  expect(await declinesNow()).toEqual([]);
});

test("a decline in a figure carries no name: place, reason and number are all there is", async () => {
  const { caseId } = await anOpenRound(world);
  value(await declineRound(world.ctx(people[0].actor), { caseId, reason: "capacity" }));
  const [row] = await declinesNow();
  expect(Object.keys(row).sort()).toEqual(["count", "place", "reason"]);
});

test("nobody but an administrator who proved the second factor reads where the market is thin", async () => {
  const admin = (await theAdmin(world)).actor;
  const { creditor } = await anOpenRound(world);
  for (const actor of [people[0].actor, creditor.actor, { ...admin, secondFactor: false }])
    expect(await readCoverage(world.ctx(actor))).toBeNull();
});

test("for every reason an administrator reads what can be done about it, in both languages", () => {
  for (const locale of ["en", "zh"] as const) {
    const said = declineReasons.map((reason) => translator(locale)(`coverage.remedy.${reason}`));
    expect(new Set(said).size).toBeGreaterThan(5);
    expect(said.every((words) => words.length > 8 && !words.includes("coverage."))).toBe(true);
  }
});
