import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { listPapers } from "#app/use-cases/list-papers.server.ts";
import { billCharges } from "#app/use-cases/papers/bill-charges.server.ts";
import { platformOrganization } from "#db/queries/organizations.ts";
import { moneyExceptions } from "#db/schema/payments.ts";
import { anEngagedCase } from "#test/support/market.ts";
import { bills, papersOf } from "#test/support/papers.ts";
import { aLawyer, aWorld, type Person, theAdmin, value, type World } from "#test/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const at = (person: Person) => world.ctx(person.actor);

test("the platform bills its fixed charge by itself as soon as both sides are known, once, and never to the collector", async () => {
  const lawyer = await aLawyer(world);
  const { caseId, creditor } = await anEngagedCase(world, lawyer);
  const admin = await theAdmin(world);
  const platform = await platformOrganization(world.db);
  const billed = async () =>
    (await papersOf(world, platform?.id ?? ""))
      .filter((each) => each.caseId === caseId)
      .map(({ total }) => total);
  value(await billCharges(world.ctx(system)));
  expect(await billed()).toEqual([]);
  await bills(world, admin, { name: "Rung Inc." });
  await bills(world, creditor, { country: "DE", taxStatus: "private" });
  value(await billCharges(world.ctx(system)));
  expect(await billed()).toEqual([]);
  const waiting = () =>
    world.db
      .select()
      .from(moneyExceptions)
      .where(eq(moneyExceptions.key, `unbilled:${caseId}`));
  expect(await waiting()).toMatchObject([{ kind: "unbilled", amount: 9_500n, closedAt: null }]);
  await bills(world, creditor);
  value(await billCharges(world.ctx(system)));
  value(await billCharges(world.ctx(system)));
  expect(await billed()).toEqual([9_500n]);
  expect((await waiting())[0].closedAt).not.toBeNull();
  expect((await listPapers(at(lawyer), { caseId })).papers).toEqual([]);
  expect((await listPapers(at(creditor), { caseId })).papers.length).toBe(1);
  expect((await billCharges(at(admin))).ok).toBe(false);
});
