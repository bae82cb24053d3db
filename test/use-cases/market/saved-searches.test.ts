import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { changeSearch, saveOver } from "#app/use-cases/market/change-search.server.ts";
import { lookForSearches } from "#app/use-cases/market/look-for-searches.server.ts";
import { readSearch } from "#app/use-cases/market/read-search.server.ts";
import { NamedSearch, saveSearch } from "#app/use-cases/market/save-search.server.ts";
import { notifications } from "#db/schema/accounts.ts";
import { savedSearches } from "#db/schema/market.ts";
import { anOpenRound } from "#test/support/market.ts";
import { aCreditor, aLawyer, aWorld, type Person, passTime, value, type World } from "#test/support/world.ts";

let world: World;
let owner: Person;

beforeAll(async () => {
  world = await aWorld();
  owner = await aLawyer(world);
});
afterAll(() => world.close());

const goods = { name: "Goods", alert: "instant", query: "kind=goods" } as const;
const saved = async (given: Partial<{ alert: "none" | "instant" | "daily"; query: string }> = {}) =>
  value(await saveSearch(world.ctx(owner.actor), { ...goods, ...given })).id;
const row = async (id: string) =>
  (await world.owner.select().from(savedSearches).where(eq(savedSearches.id, id)))[0];
const heardOf = async (id: string) => {
  const rows = await world.owner.select().from(notifications).where(eq(notifications.userId, owner.userId));
  return rows.filter(({ href }) => href.includes(id)).map(({ values }) => values);
};
const look = async () => {
  await passTime(world, { hours: 25 });
  value(await lookForSearches(world.ctx(system)));
};

test("its owner renames a search and changes the pace of its news; what it finds stays", async () => {
  const id = await saved();
  value(await changeSearch(world.ctx(owner.actor), id, { name: "Deliveries", alert: "daily" }));
  expect(await row(id)).toMatchObject({
    name: "Deliveries",
    alert: "daily",
    query: "kind=goods",
    lookAt: new Date(world.now.getTime() + 86_400_000),
  });
  const { lookAt } = await row(id);
  await passTime(world, { hours: 3 });
  value(await changeSearch(world.ctx(owner.actor), id, { name: "Goods again", alert: "daily" }));
  expect((await row(id)).lookAt).toEqual(lookAt);
});

test("a paused search tells nothing, and resumed it tells of what comes from then on and not of what it slept through", async () => {
  const id = await saved();
  value(await changeSearch(world.ctx(owner.actor), id, { name: "Goods", alert: "none" }));
  expect((await row(id)).lookAt).toBeNull();
  await anOpenRound(world);
  await look();
  expect(await heardOf(id)).toEqual([]);
  value(await changeSearch(world.ctx(owner.actor), id, { name: "Goods", alert: "instant" }));
  await look();
  expect(await heardOf(id)).toEqual([]);
  await passTime(world, { hours: 1 });
  await anOpenRound(world);
  await passTime(world, { hours: 1 });
  value(await lookForSearches(world.ctx(system)));
  expect(await heardOf(id)).toEqual([{ name: "Goods", count: 1 }]);
});

test("saved over, a search keeps name and pace and finds by the new filters, without news of what lay in them before", async () => {
  const id = await saved({ query: "kind=invoice_b2b" });
  await anOpenRound(world);
  await passTime(world, { hours: 1 });
  value(await saveOver(world.ctx(owner.actor), id, { query: "kind=goods&place=US-CA" }));
  expect(await row(id)).toMatchObject({ name: "Goods", alert: "instant", query: "kind=goods&place=US-CA" });
  await look();
  expect(await heardOf(id)).toEqual([]);
});

test("a search is there for its owner alone: a colleague, another firm, a creditor and an altered id change nothing", async () => {
  const id = await saved();
  const before = await row(id);
  const stranger = await aLawyer(world);
  const colleague = { ...owner.actor, userId: stranger.userId };
  const elsewhere = { ...owner.actor, orgId: stranger.orgId };
  const creditor = await aCreditor(world);
  for (const actor of [stranger.actor, colleague, elsewhere, creditor.actor, system]) {
    const ctx = world.ctx(actor);
    expect(await readSearch(ctx, id)).toBeNull();
    const refused = { ok: false, error: { kind: "not-found" } };
    expect(await changeSearch(ctx, id, { name: "Theirs", alert: "none" })).toMatchObject(refused);
    expect(await saveOver(ctx, id, { query: "" })).toMatchObject(refused);
  }
  for (const wrong of ["", "x", id.replace(/.$/, "z")])
    expect((await changeSearch(world.ctx(owner.actor), wrong, { name: "X", alert: "none" })).ok).toBe(false);
  expect(await row(id)).toEqual(before);
});

test("a name of nothing, of ninety letters, and a pace that is none are refused", () => {
  for (const typed of [
    { name: "  ", alert: "daily" },
    { name: "x".repeat(90), alert: "daily" },
    { name: "Goods", alert: "hourly" },
  ])
    expect(NamedSearch.safeParse(typed).success).toBe(false);
});
