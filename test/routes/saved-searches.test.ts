import { afterAll, beforeAll, expect, test } from "vitest";
import * as roundsRoute from "#app/routes/rounds._index.tsx";
import * as changeRoute from "#app/routes/rounds.saved.$searchId._index.tsx";
import * as filtersRoute from "#app/routes/rounds.saved.$searchId.filters.tsx";
import { listSearches } from "#app/use-cases/market/list-searches.server.ts";
import { saveSearch } from "#app/use-cases/market/save-search.server.ts";
import { answerOf, asked } from "#test/support/routes.ts";
import { aLawyer, aWorld, type Person, value, type World } from "#test/support/world.ts";

let world: World;
let lawyer: Person;
let searchId: string;

beforeAll(async () => {
  world = await aWorld();
  lawyer = await aLawyer(world);
  const search = { name: "Goods", alert: "instant", query: "kind=goods" } as const;
  searchId = value(await saveSearch(world.ctx(lawyer.actor), search)).id;
});
afterAll(() => world.close());

const list = async (query: string, by = lawyer) => {
  const { body } = await answerOf(roundsRoute.loader(asked(world, { by, path: `/rounds?${query}` })));
  return body as Awaited<ReturnType<typeof roundsRoute.loader>>;
};
const post = (route: typeof changeRoute | typeof filtersRoute, form: Record<string, string>, by = lawyer) =>
  answerOf(route.action(asked(world, { by, path: `/rounds/saved/${searchId}`, params: { searchId }, form })));
const searches = () => listSearches(world.ctx(lawyer.actor));

test("an opened search goes along in every address of the list, and its filters with it once they differ", async () => {
  const opened = await list(`kind=goods&saved=${searchId}`);
  expect(opened.opened).toEqual({ id: searchId, name: "Goods", changed: false });
  expect(opened.tabs.mine).toContain(`saved=${searchId}`);
  expect(opened.facets.flatMap(({ values }) => values).every(({ to }) => to.includes(searchId))).toBe(true);
  expect((await list(`kind=services&saved=${searchId}`)).opened?.changed).toBe(true);
  expect((await list("kind=goods")).opened).toBeNull();
});

test("another person's search in the address opens nothing and names nothing", async () => {
  const other = await aLawyer(world);
  expect((await list(`kind=goods&saved=${searchId}`, other)).opened).toBeNull();
  expect((await list("kind=goods&saved=nonsense")).opened).toBeNull();
});

test("saved over by a plain form, the search keeps what was understood of the address and never its own mark", async () => {
  const query = `kind=services&place=US-CA&nonsense=1&saved=${searchId}`;
  const { status, headers } = await post(filtersRoute, { query });
  expect([status, headers.get("location")]).toEqual([
    302,
    `/rounds?place=US-CA&kind=services&saved=${searchId}`,
  ]);
  expect((await searches()).map((each) => each.query)).toEqual(["place=US-CA&kind=services"]);
});

test("a wrong name is said at its field with what was typed; a right one is kept", async () => {
  const refused = await post(changeRoute, { name: "", alert: "daily" });
  expect(refused).toMatchObject({ status: 422, body: { errors: { name: expect.anything() } } });
  expect((await post(changeRoute, { name: "Services", alert: "daily" })).status).toBe(302);
  expect(await searches()).toMatchObject([{ name: "Services", alert: "daily" }]);
  const other = await aLawyer(world);
  for (const route of [changeRoute, filtersRoute])
    expect((await post(route, { name: "Theirs", alert: "none", query: "" }, other)).status).toBe(404);
});
