import { afterAll, beforeAll, expect, test } from "vitest";
import * as bidsRoute from "#app/routes/bids.tsx";
import * as caseBidsRoute from "#app/routes/cases.$caseId.bids.tsx";
import * as roundsRoute from "#app/routes/rounds._index.tsx";
import * as roundRoute from "#app/routes/rounds.$caseId._index.tsx";
import * as bidRoute from "#app/routes/rounds.$caseId.bid.tsx";
import * as checkRoute from "#app/routes/rounds.$caseId.check.tsx";
import * as withdrawRoute from "#app/routes/rounds.$caseId.withdraw.tsx";
import { aBid, anOpenRound, bidRows, canary, closeTheRound, draftPages } from "#test/support/market.ts";
import { asked, statusOf } from "#test/support/routes.ts";
import {
  aCreditor,
  aLawyer,
  aPerson,
  aWorld,
  type Person,
  passTime,
  theAdmin,
  type World,
} from "#test/support/world.ts";

let world: World;
let lawyer: Person;
let caseId: string;
let creditor: Person;

beforeAll(async () => {
  world = await aWorld();
  lawyer = await aLawyer(world);
  ({ caseId, creditor } = await anOpenRound(world));
});
afterAll(() => world.close());

const typed = {
  model: "success",
  successPercent: "17.31",
  plan: "Nightingale plan: reminder, call, then the formal demand.",
  firstActDays: "2",
  expectedMonths: "4",
  conflictDeclared: "yes",
};
const at = (path = "", by: Person = lawyer, id = caseId) => ({
  by,
  path: `/rounds/${id}${path}`,
  params: { caseId: id },
});

test("no page of a bidder's, and no answer to its forms, holds anything that names the debtor", async () => {
  await aBid(world, lawyer, caseId);
  const answers = [
    await roundsRoute.loader(asked(world, { by: lawyer, path: "/rounds" })),
    await roundRoute.loader(asked(world, at())),
    await bidRoute.loader(asked(world, at("/bid"))),
    await withdrawRoute.loader(asked(world, at("/withdraw"))),
    await bidsRoute.loader(asked(world, { by: lawyer, path: "/bids" })),
    await checkRoute.action(asked(world, { ...at("/check"), form: typed })),
    await bidRoute.action(asked(world, { ...at("/bid"), form: { ...typed, plan: "short" } })),
  ];
  const sent = JSON.stringify(answers, (_, each) => (typeof each === "bigint" ? String(each) : each));
  expect(sent).toContain(caseId);
  for (const secret of [...Object.values(canary), "Quillfeather", "Marmalade", creditor.orgId]) {
    expect(sent).not.toContain(secret);
  }
});

test("before the close a bid's terms are in no page of the creditor, of an admin or of another bidder", async () => {
  const sealed = await anOpenRound(world);
  const form = { ...typed };
  expect(await statusOf(bidRoute.action(asked(world, { ...at("/bid", lawyer, sealed.caseId), form })))).toBe(
    302,
  );
  const other = await aLawyer(world);
  const compared = {
    by: sealed.creditor,
    path: `/cases/${sealed.caseId}/bids`,
    params: { caseId: sealed.caseId },
  };
  const answers = [
    await caseBidsRoute.loader(asked(world, compared)),
    await roundRoute.loader(asked(world, at("", other, sealed.caseId))),
    await roundsRoute.loader(asked(world, { by: other, path: "/rounds" })),
    await bidsRoute.loader(asked(world, { by: other, path: "/bids" })),
  ];
  const sent = JSON.stringify(answers);
  for (const secret of ["Nightingale", "1731", "17.31"]) expect(sent).not.toContain(secret);
  expect(answers[0]).toMatchObject({ round: { sealed: 1, open: true }, bids: [] });

  const admin = await theAdmin(world);
  for (const loader of [
    () => caseBidsRoute.loader(asked(world, { ...compared, by: admin })),
    () => roundRoute.loader(asked(world, at("", admin, sealed.caseId))),
    () => roundsRoute.loader(asked(world, { by: admin, path: "/rounds" })),
  ]) {
    expect([403, 404]).toContain(await statusOf(loader()));
  }
});

test("how many bids lie sealed is the creditor's to know and no bidder's", async () => {
  const sent = JSON.stringify([
    await roundRoute.loader(asked(world, at())),
    await roundsRoute.loader(asked(world, { by: lawyer, path: "/rounds" })),
  ]);
  expect(sent).not.toContain('sealed":');
});

test("a round is found in the list by those licensed for it alone", async () => {
  const listed = async (by: Person, query = "") => {
    const page = await roundsRoute.loader(asked(world, { by, path: `/rounds${query}` }));
    return page.rounds.map(({ brief }) => brief.caseId);
  };
  expect(await listed(lawyer)).toContain(caseId);
  expect(await listed(await aLawyer(world, { territory: "US-NY" }))).toEqual([]);
  expect(await listed(await aPerson(world, "lawyer"))).toEqual([]);
  expect(await listed(lawyer, "?place=US-CA&kind=goods&currency=USD&least=80000&most=80000")).toContain(
    caseId,
  );
  expect(await listed(lawyer, "?kind=rent")).toEqual([]);
  expect(await listed(lawyer, "?currency=USD&least=80000.01")).toEqual([]);
  expect(await listed(lawyer, "?place=US-NY")).toEqual([]);
  expect(await listed(lawyer, "?place=%00&kind='--&least=DROP&after=nonsense~x")).toContain(caseId);
});

test("strangers, and ids that are none, get the same not-found", async () => {
  const elsewhere = await aLawyer(world, { territory: "US-NY" });
  const unknown = "018f0000-0000-7000-8000-000000000000";
  for (const loader of [
    () => roundRoute.loader(asked(world, at("", elsewhere))),
    () => bidRoute.loader(asked(world, at("/bid", elsewhere))),
    () => roundRoute.loader(asked(world, at("", lawyer, unknown))),
    () => roundRoute.loader(asked(world, at("", lawyer, "not-an-id"))),
    () => checkRoute.action(asked(world, { ...at("/check", elsewhere), form: typed })),
    () => bidRoute.action(asked(world, { ...at("/bid", elsewhere), form: typed })),
    () => withdrawRoute.action(asked(world, { ...at("/withdraw", elsewhere), form: {} })),
  ]) {
    expect(await statusOf(loader())).toBe(404);
  }
});

test("signed-out people are sent to sign in, and creditors are refused", async () => {
  expect(await statusOf(roundsRoute.loader(asked(world, { path: "/rounds" })))).toBe(302);
  const other = await aCreditor(world);
  expect(await statusOf(bidRoute.action(asked(world, { ...at("/bid", other), form: typed })))).toBe(403);
});

test("a refused bid keeps what was typed and names the field", async () => {
  const form = { ...typed, successPercent: "400" };
  const answer = await bidRoute.action(asked(world, { ...at("/bid"), form }));
  expect(answer).toMatchObject({
    init: { status: 422 },
    data: {
      errors: { successPercent: ["error.percent"] },
      values: { plan: typed.plan, successPercent: "400" },
    },
  });
});

test("hostile and oversized fields are refused with 422 and leave no bid", async () => {
  const fresh = await anOpenRound(world);
  const hostile = [
    { ...typed, plan: "x".repeat(4_001) },
    { ...typed, model: "__proto__" },
    { ...typed, model: "fixed", fixedFee: "NaN" },
    { ...typed, expectedMonths: "1e3" },
    { ...typed, firstActDays: "-1" },
    { ...typed, conflictDeclared: "" },
  ];
  for (const form of hostile) {
    expect(await statusOf(bidRoute.action(asked(world, { ...at("/bid", lawyer, fresh.caseId), form })))).toBe(
      422,
    );
  }
  expect(await bidRows(world, fresh.caseId)).toHaveLength(0);
});

test("the fee is worked through without keeping anything", async () => {
  const fresh = await anOpenRound(world);
  const answer = await checkRoute.action(
    asked(world, { ...at("/check", lawyer, fresh.caseId), form: typed }),
  );
  expect(answer).toMatchObject({ data: { check: { verdict: "ok" }, values: { plan: typed.plan } } });
  expect(await bidRows(world, fresh.caseId)).toHaveLength(0);
});

test("a bid after the close is answered 409, before the worker has closed anything", async () => {
  const goal = { ...draftPages(world).goal, windowHours: "24" };
  const late = await anOpenRound(world, { goal });
  await passTime(world, { hours: 25 });
  const form = typed;
  expect(await statusOf(bidRoute.action(asked(world, { ...at("/bid", lawyer, late.caseId), form })))).toBe(
    409,
  );
  const page = await roundRoute.loader(asked(world, at("", lawyer, late.caseId)));
  expect(page.round.open).toBe(false);
  const compared = { by: late.creditor, path: "/", params: { caseId: late.caseId } };
  expect(await caseBidsRoute.loader(asked(world, compared))).toMatchObject({
    round: { open: false, status: "open" },
  });
  await closeTheRound(world, late.caseId);
});
