import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cellKey } from "#app/domain/portfolios/bands.ts";
import * as bidsRoute from "#app/routes/bids.tsx";
import * as lotRoute from "#app/routes/lots.$lotId._index.tsx";
import * as bidRoute from "#app/routes/lots.$lotId.bid.tsx";
import * as withdrawRoute from "#app/routes/lots.$lotId.bid_.withdraw.tsx";
import * as checkRoute from "#app/routes/lots.$lotId.check.tsx";
import * as declineRoute from "#app/routes/lots.$lotId.decline._index.tsx";
import * as takeBackRoute from "#app/routes/lots.$lotId.decline.take-back.tsx";
import * as roundsRoute from "#app/routes/rounds._index.tsx";
import * as caseRoundRoute from "#app/routes/rounds.$caseId._index.tsx";
import * as caseBidRoute from "#app/routes/rounds.$caseId.bid.tsx";
import { placeBid } from "#app/use-cases/tenders/place-bid.server.ts";
import type { LotRow } from "#db/queries/lots.ts";
import { auditEntries, mails, notifications, organizations } from "#db/schema/accounts.ts";
import { portfolioClaims } from "#db/schema/portfolios.ts";
import { aRow, rowsOf } from "#test/support/imports.ts";
import { openLots } from "#test/support/lots.ts";
import { anOpenRound, bidRows, closeTheRound, terms } from "#test/support/market.ts";
import { answerOf, asked, statusOf } from "#test/support/routes.ts";
import {
  aCreditor,
  aLawyer,
  anAgency,
  aWorld,
  type Person,
  passTime,
  theAdmin,
  turnTo,
  type World,
} from "#test/support/world.ts";

let world: World;
let lawyer: Person;
let rival: Person;
let creditor: Person;
let lot: LotRow;

const canary = { name: "Zephyrine Quillfeather Holdings Inc", reference: "INV-77001" };

beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-11-26T12:00:00Z");
  [lawyer, rival] = [await aLawyer(world), await aLawyer(world)];
  const opened = await openLots(world, { rows: [...rowsOf(4), aRow(77_001, { name: canary.name })] });
  creditor = opened.creditor;
  lot = opened.lots[0];
});
afterAll(() => world.close());

type Form = Record<string, string>;
const at = (path = "", by: Person = lawyer, { caseId }: Pick<LotRow, "caseId"> = lot) => ({
  by,
  path: `/lots/${caseId}${path}`,
  params: { lotId: caseId },
});
const work = {
  plan: "Nightingale plan: a reminder to each, then formal demands.",
  firstActDays: "4",
  expectedMonths: "8",
  conflictDeclared: "yes",
};
/** One share for every band, named one by one. */
const priced = (of: LotRow, percent: string): Form =>
  Object.fromEntries(of.spread.cells.map((cell) => [`rate.${cellKey(cell)}`, percent]));
const typed = (of: LotRow = lot, percent = "17.31"): Form => ({ ...work, ...priced(of, percent) });
const bid = (form: Form, by: Person = lawyer, of: LotRow = lot) =>
  answerOf(bidRoute.action(asked(world, { ...at("/bid", by, of), form })));
const readable = (value: unknown) =>
  JSON.stringify(value, (_, each) => (typeof each === "bigint" ? String(each) : each));

test("no page of a lot's bidder, and no answer to its forms, holds anything that names a debtor or the creditor", async () => {
  expect((await bid(typed())).status).toBe(302);
  const answers = [
    await roundsRoute.loader(asked(world, { by: lawyer, path: "/rounds" })),
    await lotRoute.loader(asked(world, at())),
    await bidRoute.loader(asked(world, at("/bid"))),
    await withdrawRoute.loader(asked(world, at("/bid/withdraw"))),
    await declineRoute.loader(asked(world, at("/decline", rival))),
    await bidsRoute.loader(asked(world, { by: lawyer, path: "/bids" })),
    await checkRoute.action(asked(world, { ...at("/check"), form: typed() })),
    (await bid({ ...typed(), plan: "short" })).body,
  ];
  const sent = readable(answers);
  expect(sent).toContain(lot.caseId);
  const claims = await world.owner
    .select()
    .from(portfolioClaims)
    .where(eq(portfolioClaims.portfolioId, lot.portfolioId));
  const [{ name }] = await world.owner
    .select()
    .from(organizations)
    .where(eq(organizations.id, creditor.orgId));
  const ids = claims.map(({ caseId }) => caseId);
  for (const secret of [
    ...Object.values(canary),
    "Quillfeather",
    "claims.csv",
    creditor.orgId,
    name,
    ...ids,
  ]) {
    expect(sent).not.toContain(secret);
  }
});

test("before the close a bidder reads its own rates, and nobody else any of them", async () => {
  const sealed = await openLots(world, { rows: rowsOf(3, 100) });
  const [of] = sealed.lots;
  await bid({ ...typed(of), [`fixed.${cellKey(of.spread.cells[0])}`]: "47.11" }, lawyer, of);
  const own = await lotRoute.loader(asked(world, at("", lawyer, of)));
  expect(own.round?.own).toMatchObject({
    state: "sealed",
    terms: { rates: [{ successBps: 1_731, fixedFee: 4_711 }] },
  });

  const admin = await theAdmin(world);
  const answers = await Promise.all(
    [
      lotRoute.loader(asked(world, at("", rival, of))),
      bidRoute.loader(asked(world, at("/bid", rival, of))),
      roundsRoute.loader(asked(world, { by: rival, path: "/rounds" })),
      bidsRoute.loader(asked(world, { by: rival, path: "/bids" })),
      lotRoute.loader(asked(world, at("", sealed.creditor, of))),
      lotRoute.loader(asked(world, at("", admin, of))),
    ].map((page) => answerOf(page)),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 403]);
  const kept = await Promise.all([
    world.owner.select().from(mails),
    world.owner.select().from(notifications),
    world.owner.select().from(auditEntries),
    bidRows(world, of.caseId).then((rows) =>
      rows.map(({ terms: opened, sealedForRound }) => [opened, sealedForRound]),
    ),
  ]);
  const sent = readable([answers.map(({ body }) => body), kept]).replace(
    /\d{4}-\d{2}-\d{2}T[\d:.]+Z|[0-9a-f-]{36}/g,
    "",
  );
  for (const secret of ["Nightingale", "1731", "17.31", "47.11", "4711"]) expect(sent).not.toContain(secret);
});

test("strangers, other creditors and ids that are none get the same not-found, and no lot is a case's round", async () => {
  const elsewhere = await aLawyer(world, { territory: "US-TX" });
  const none = { caseId: "018f0000-0000-7000-8000-000000000000" };
  const form = typed();
  const ofCase = await anOpenRound(world);
  const asCase = { by: lawyer, path: `/rounds/${lot.caseId}`, params: { caseId: lot.caseId } };
  const otherCreditor = await aCreditor(world);
  for (const door of [
    () => lotRoute.loader(asked(world, at("", elsewhere))),
    () => lotRoute.loader(asked(world, at("", otherCreditor))),
    () => lotRoute.loader(asked(world, at("", lawyer, none))),
    () => lotRoute.loader(asked(world, at("", lawyer, { caseId: "not-an-id" }))),
    () => lotRoute.loader(asked(world, at("", lawyer, ofCase))),
    () => bidRoute.loader(asked(world, at("/bid", elsewhere))),
    () => bidRoute.action(asked(world, { ...at("/bid", elsewhere), form })),
    () => checkRoute.action(asked(world, { ...at("/check", elsewhere), form })),
    () => withdrawRoute.action(asked(world, { ...at("/bid/withdraw", elsewhere), form: {} })),
    () => declineRoute.action(asked(world, { ...at("/decline", elsewhere), form: { reason: "small" } })),
    () => takeBackRoute.action(asked(world, { ...at("/decline/take-back", elsewhere), form: {} })),
    () => caseRoundRoute.loader(asked(world, asCase)),
    () => caseBidRoute.loader(asked(world, asCase)),
  ]) {
    expect(await statusOf(door())).toBe(404);
  }
  const plain = await placeBid(world.ctx(lawyer.actor), { caseId: lot.caseId, terms: terms() });
  expect(plain).toEqual({ ok: false, error: { kind: "round-not-found" } });
});

const chinese = `合同编号,债务人名称,省份,城市,国家,债权类型,欠款金额,到期日
A-1,测试一号有限公司,广东省,深圳市,中国,货款,3000.00,2026-03-01
A-2,测试二号有限公司,广东省,深圳市,中国,货款,30000.00,2025-01-01
`;

test("a band over the law's cap is refused at its own field with what was typed, and no bid is kept", async () => {
  const { lots } = await openLots(world, { csv: chinese });
  const [of] = lots;
  const chineseLawyer = await aLawyer(world, { territory: "CN" });
  const [low, high] = of.spread.cells.map((cell) => `rate.${cellKey(cell)}`);
  const form = { ...work, [low]: "17", [high]: "18.5" };
  const refused = await bid(form, chineseLawyer, of);
  expect([refused.status, refused.body]).toMatchObject([
    422,
    {
      errors: { [high]: ["tender.refusal.band-over-cap"] },
      values: { [low]: "17", [high]: "18.5", plan: work.plan },
      check: {
        bands: [{ check: { verdict: "ok" } }, { check: { verdict: "over" } }],
        whole: { verdict: "over" },
      },
    },
  ]);
  expect(Object.keys((refused.body as { errors: object }).errors)).toEqual([high]);
  expect(await bidRows(world, of.caseId)).toHaveLength(0);
  expect((await bid({ ...form, [high]: "18" }, chineseLawyer, of)).status).toBe(302);
});

test("an amount in another currency, a missing band and hostile fields are refused at their fields and leave no bid", async () => {
  const { lots } = await openLots(world, { rows: rowsOf(3, 200) });
  const [of] = lots;
  const key = cellKey(of.spread.cells[0]);
  const field = async (form: Form) => ((await bid(form, lawyer, of)).body as { errors: object }).errors;
  expect(await field({ ...typed(of), [`fixed.${key}`]: "€20" })).toEqual({
    [`fixed.${key}`]: ["error.amount_currency"],
  });
  expect(await field(work)).toEqual({ [`rate.${key}`]: ["error.band_rate"] });
  expect(await field({ ...work, [`rate.${key}`]: "120" })).toEqual({ [`rate.${key}`]: ["error.percent"] });
  for (const hostile of [
    { ...work, "rate.__proto__": "5", "rate.9-9": "5" },
    { ...typed(of), plan: "x".repeat(4_001) },
    { ...typed(of), expectedMonths: "1e3" },
    { ...typed(of), conflictDeclared: "" },
    { ...work, rate: "15" },
  ]) {
    expect((await bid(hostile, lawyer, of)).status).toBe(422);
  }
  expect(await bidRows(world, of.caseId)).toHaveLength(0);
});

test("rates are worked through half filled in, without keeping anything", async () => {
  const { lots } = await openLots(world, { rows: [...rowsOf(2, 300), aRow(310, { amount: "9500.00" })] });
  const [of] = lots;
  const [first] = of.spread.cells.map((cell) => `rate.${cellKey(cell)}`);
  const check = (form: Form) =>
    answerOf(checkRoute.action(asked(world, { ...at("/check", lawyer, of), form })));
  expect((await check({ [first]: "12" })).body).toMatchObject({ check: { bands: [{}], whole: null } });
  const all = await check({ rateAll: "10", fixedAll: "5" });
  expect(all.body).toMatchObject({ values: { rateAll: "10" }, check: { whole: { verdict: "ok" } } });
  // 1,300 + 1,301 + 9,500 in full: a tenth, and 5.00 for each of three claims.
  expect((all.body as { check: { whole: { levels: unknown[] } } }).check.whole.levels[2]).toMatchObject({
    recovered: 1_210_100,
    fee: 121_010 + 1_500,
  });
  expect(await bidRows(world, of.caseId)).toHaveLength(0);
});

test("a bid is revised, taken back and placed again while the round is open, and a lot can be passed by with a reason", async () => {
  const { lots } = await openLots(world, { rows: rowsOf(3, 400) });
  const [of] = lots;
  const act = (route: { action: (args: never) => Promise<unknown> }, path: string, form: Form = {}) =>
    statusOf(route.action(asked(world, { ...at(path, lawyer, of), form }) as never));
  const seen = async () => (await lotRoute.loader(asked(world, at("", lawyer, of)))).round;
  expect(await act(declineRoute, "/decline", {})).toBe(422);
  expect(await act(declineRoute, "/decline", { reason: "small" })).toBe(302);
  expect((await seen())?.declined).toBe("small");
  expect(await act(takeBackRoute, "/decline/take-back")).toBe(302);
  expect((await seen())?.declined).toBeNull();
  expect(await act(declineRoute, "/decline", { reason: "far" })).toBe(302);

  expect((await bid(typed(of, "20"), lawyer, of)).status).toBe(302);
  expect(await seen()).toMatchObject({ declined: null, own: { state: "sealed" } });
  expect(await act(declineRoute, "/decline", { reason: "far" })).toBe(409);
  expect((await bid(typed(of, "18"), lawyer, of)).status).toBe(302);
  expect((await seen())?.own?.terms.rates[0].successBps).toBe(1_800);
  expect(await act(withdrawRoute, "/bid/withdraw")).toBe(302);
  expect((await seen())?.own?.state).toBe("withdrawn");
  expect(await act(withdrawRoute, "/bid/withdraw")).toBe(409);
  expect((await bid(typed(of, "19"), lawyer, of)).status).toBe(302);
  expect(await bidRows(world, of.caseId)).toHaveLength(1);
});

test("an agency may not bid on a lot whose mandate reaches a suit, and is told the rule", async () => {
  const agency = await anAgency(world);
  const page = await lotRoute.loader(asked(world, at("", agency)));
  expect(page.round?.decision.allowed).toBe(false);
  expect(page.round?.decision.findings.map(({ rule }) => rule)).toContain("POL-SCOPE-01");
  expect((await bid(typed(), agency)).status).toBe(403);
});

test("a firm that has reached its own bound on mandates takes no lot beyond it", async () => {
  const full = await aLawyer(world);
  await world.owner.update(organizations).set({ capacity: 0 }).where(eq(organizations.id, full.orgId));
  const refused = await bid(typed(), full);
  expect([refused.status, refused.body]).toMatchObject([
    409,
    { errors: { form: ["tender.refusal.at-capacity"] } },
  ]);
});

test("a bid after the close is answered 409, before the worker has closed anything", async () => {
  const late = await openLots(world, { rows: rowsOf(3, 500) });
  const [of] = late.lots;
  await bid(typed(of), rival, of);
  await passTime(world, { hours: 25 });
  expect((await bid(typed(of), lawyer, of)).status).toBe(409);
  const page = await lotRoute.loader(asked(world, at("", lawyer, of)));
  expect(page.round?.round.open).toBe(false);
  expect(
    await statusOf(withdrawRoute.action(asked(world, { ...at("/bid/withdraw", rival, of), form: {} }))),
  ).toBe(409);
  await closeTheRound(world, of.caseId);
  const opened = await lotRoute.loader(asked(world, at("", rival, of)));
  expect(opened.round?.own?.state).toBe("opened");
});
