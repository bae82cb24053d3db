import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { placeBid } from "#app/use-cases/tenders/place-bid.server.ts";
import { withdrawBid } from "#app/use-cases/tenders/withdraw-bid.server.ts";
import { licences, notifications } from "#db/schema/accounts.ts";
import { tenders } from "#db/schema/tenders.ts";
import {
  aBid,
  anAward,
  anOpenRound,
  bidRows,
  canary,
  closeTheRound,
  draftPages,
  terms,
} from "#test/support/market.ts";
import {
  aCreditor,
  aLawyer,
  anAgency,
  aPerson,
  aWorld,
  type Person,
  passTime,
  type World,
} from "#test/support/world.ts";

let world: World;
let lawyer: Person;

beforeAll(async () => {
  world = await aWorld();
  lawyer = await aLawyer(world);
});
afterAll(() => world.close());

test("a bid is kept once an organisation and round: sending it again revises it", async () => {
  const { caseId } = await anOpenRound(world);
  const first = await aBid(world, lawyer, caseId);
  const second = await aBid(world, lawyer, caseId, { successBps: 1_200 });
  expect(second).toBe(first);
  const rows = await bidRows(world, caseId);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ terms: null, openedAt: null, withdrawnAt: null });
});

test("the creditor is told that a bid arrived and how many, and nothing of what it says", async () => {
  const { caseId, creditor } = await anOpenRound(world);
  await aBid(world, lawyer, caseId, { successBps: 1_357 });
  const notices = await world.owner
    .select()
    .from(notifications)
    .where(eq(notifications.userId, creditor.userId));
  const received = notices.filter(({ kind }) => kind === "bid_received");
  expect(received).toHaveLength(1);
  expect(received[0].values).toMatchObject({ count: 1 });
  expect(JSON.stringify(received)).not.toContain("13.57");
});

test("a withdrawn bid is not opened, and can be placed again while the round is open", async () => {
  const { caseId } = await anOpenRound(world);
  await aBid(world, lawyer, caseId);
  expect((await withdrawBid(world.ctx(lawyer.actor), { caseId })).ok).toBe(true);
  expect(await withdrawBid(world.ctx(lawyer.actor), { caseId })).toMatchObject({ error: { kind: "no-bid" } });
  await aBid(world, lawyer, caseId);
  expect((await withdrawBid(world.ctx(lawyer.actor), { caseId })).ok).toBe(true);
  await closeTheRound(world, caseId);
  expect((await bidRows(world, caseId))[0].terms).toBeNull();
});

test("a bid one second after the close is refused by the request's own clock and leaves no row", async () => {
  const { caseId } = await anOpenRound(world);
  const [{ closesAt }] = await world.db.select().from(tenders).where(eq(tenders.caseId, caseId));
  const late = new Date(closesAt.getTime() + 1_000);
  const refused = await placeBid(world.ctx(lawyer.actor, late), { caseId, terms: terms() });
  expect(refused).toMatchObject({ ok: false, error: { kind: "round-closed", closesAt } });
  expect(await bidRows(world, caseId)).toHaveLength(0);
});

test("a bid whose request began in time and was written late is refused by the database's clock", async () => {
  const { caseId } = await anOpenRound(world);
  const began = world.now;
  await passTime(world, { hours: 24 });
  const refused = await placeBid(world.ctx(lawyer.actor, began), { caseId, terms: terms() });
  expect(refused).toMatchObject({ ok: false, error: { kind: "round-closed" } });
  expect(await bidRows(world, caseId)).toHaveLength(0);
  expect(await withdrawBid(world.ctx(lawyer.actor, began), { caseId })).toMatchObject({
    error: { kind: "no-bid" },
  });
});

test("neither a revision nor a withdrawal is taken after the close", async () => {
  const { caseId } = await anOpenRound(world);
  await aBid(world, lawyer, caseId);
  const began = world.now;
  await passTime(world, { hours: 24 });
  const revised = await placeBid(world.ctx(lawyer.actor, began), { caseId, terms: terms({ successBps: 1 }) });
  const withdrawn = await withdrawBid(world.ctx(lawyer.actor, began), { caseId });
  expect([revised, withdrawn]).toMatchObject([
    { error: { kind: "round-closed" } },
    { error: { kind: "round-closed" } },
  ]);
  expect((await bidRows(world, caseId))[0]).toMatchObject({ revisedAt: null, withdrawnAt: null });
});

test("a round is not there for a creditor, for a collector licensed elsewhere, and for one without a licence", async () => {
  const { caseId } = await anOpenRound(world);
  const strangers = [
    await aCreditor(world),
    await aLawyer(world, { territory: "US-NY" }),
    await aPerson(world, "lawyer"),
  ];
  for (const stranger of strangers) {
    const refused = await placeBid(world.ctx(stranger.actor), { caseId, terms: terms() });
    expect(refused).toMatchObject({ ok: false, error: { kind: "round-not-found" } });
  }
  expect(await bidRows(world, caseId)).toHaveLength(0);
});

test("an agency cannot bid on a mandate that reaches a lawsuit, and can on one that ends before it", async () => {
  const agency = await anAgency(world);
  const suit = await anOpenRound(world);
  const refused = await placeBid(world.ctx(agency.actor), { caseId: suit.caseId, terms: terms() });
  expect(refused).toMatchObject({ ok: false, error: { kind: "not-capable" } });
  const goal = { ...draftPages(world).goal, goal: "amicable" };
  const amicable = await anOpenRound(world, { goal });
  expect((await placeBid(world.ctx(agency.actor), { caseId: amicable.caseId, terms: terms() })).ok).toBe(
    true,
  );
});

test("a suspended licence takes the right to bid away at once", async () => {
  const suspended = await aLawyer(world);
  const { caseId } = await anOpenRound(world);
  await world.owner.update(licences).set({ status: "suspended" }).where(eq(licences.orgId, suspended.orgId));
  const refused = await placeBid(world.ctx(suspended.actor), { caseId, terms: terms() });
  expect(refused).toMatchObject({ ok: false, error: { kind: "not-capable" } });
  expect(await bidRows(world, caseId)).toHaveLength(0);
});

test("a fee model that the round does not accept is refused", async () => {
  const goal = { ...draftPages(world).goal, feeModels: ["success"] };
  const { caseId } = await anOpenRound(world, { goal });
  const hourly = terms({ model: "hourly", successBps: 0, hourlyRate: 20_000, estimatedHours: 10 });
  const refused = await placeBid(world.ctx(lawyer.actor), { caseId, terms: hourly });
  expect(refused).toMatchObject({ ok: false, error: { kind: "model-not-accepted" } });
});

test("the debtor's own firm cannot bid on the case against it, and is not told why", async () => {
  const debtor = await aLawyer(world, { organization: "Zéphyrine Quillfeather HOLDINGS" });
  const { caseId } = await anOpenRound(world);
  const refused = await placeBid(world.ctx(debtor.actor), { caseId, terms: terms() });
  expect(refused).toEqual({ ok: false, error: { kind: "conflict" } });
  expect(JSON.stringify(refused)).not.toContain(canary.name);
});

test("a collector that acts for the debtor elsewhere cannot act against it", async () => {
  const both = await aLawyer(world);
  const client = await aCreditor(world, { organization: canary.name });
  await anAward(world, [both], { creditor: client, debtor: { name: "Somebody Else Inc" } });
  const { caseId } = await anOpenRound(world);
  const refused = await placeBid(world.ctx(both.actor), { caseId, terms: terms() });
  expect(refused).toMatchObject({ ok: false, error: { kind: "conflict" } });
});

test("in mainland China a share over the bands is refused with its cap, and one within them is sealed", async () => {
  const chinese = await aLawyer(world, { territory: "CN", seat: "CN-440300" });
  const debtor = { country: "CN", province: "CN-440000", city: "CN-440300", name: "深圳示例贸易有限公司" };
  const claim = { ...draftPages(world).claim, principal: "3,000,000.00", currency: "CNY" };
  const { caseId } = await anOpenRound(world, { debtor, claim });
  const over = await placeBid(world.ctx(chinese.actor), { caseId, terms: terms({ successBps: 2_000 }) });
  expect(over).toMatchObject({
    ok: false,
    error: { kind: "over-cap", check: { rule: { id: "CN-MONEY-12" } } },
  });
  expect(await bidRows(world, caseId)).toHaveLength(0);
  const within = await placeBid(world.ctx(chinese.actor), { caseId, terms: terms({ successBps: 1_600 }) });
  expect(within.ok).toBe(true);
});

test("no word and no figure of a bid can be read through SQL as the app's role before the round closes", async () => {
  const { caseId } = await anOpenRound(world);
  const plan = "Kingfisher plan: call at dawn of the fourth day, then write twice.";
  await aBid(world, lawyer, caseId, { successBps: 1_733, plan });
  await aBid(world, lawyer, caseId, { successBps: 1_734, plan });
  const seen = await everythingReadable(world);
  for (const secret of ["Kingfisher", "1734", "17.34", "1733"]) expect(seen).not.toContain(secret);
  await closeTheRound(world, caseId);
  expect(await everythingReadable(world)).toContain("Kingfisher");
});

/** Every row of every table that `rung_app` may read, as text, without ids, instants and sealed bytes, which hold any figure. */
async function everythingReadable({ db }: World): Promise<string> {
  const tables = await db.execute<{ name: string }>(sql`select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm') and n.nspname not in ('pg_catalog', 'information_schema')
    and has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select')`);
  expect(tables.length).toBeGreaterThan(20);
  let text = "";
  for (const { name } of tables) {
    const rows = await db.execute<{ row: string }>(sql.raw(`select to_jsonb(t)::text as row from ${name} t`));
    text += rows.map(({ row }) => row).join("\n");
  }
  return text
    .replace(/\\\\x[0-9a-f]+/g, "")
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "")
    .replace(/\d{4}-\d{2}-\d{2}T[\d:.+]+/g, "")
    .replace(/[0-9a-f]{64}/g, "")
    .replace(/[A-Za-z0-9+/_=-]{80,}/g, "");
}
