import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { postCase } from "#app/use-cases/cases/post-case.server.ts";
import { findDraft } from "#db/queries/case-drafts.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { caseBriefs, caseCodes, cases, debtors } from "#db/schema/cases.ts";
import { canary, daysAgo } from "#test/support/market.ts";
import { aDraft, aPostedCase } from "#test/support/posting.ts";
import { aCreditor, aWorld, value, type World } from "#test/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const rowsOf = async (caseId: string) => ({
  kase: (await world.owner.select().from(cases).where(eq(cases.caseId, caseId)))[0],
  debtor: (await world.owner.select().from(debtors).where(eq(debtors.caseId, caseId)))[0],
  brief: (await world.owner.select().from(caseBriefs).where(eq(caseBriefs.caseId, caseId)))[0],
  codes: await world.owner.select().from(caseCodes).where(eq(caseCodes.caseId, caseId)),
  events: await eventsOf(world.owner, caseId),
});

test("a commercial claim in one US state is posted through every layer", async () => {
  const { caseId, creditor } = await aPostedCase(world);
  const { kase, debtor, brief, codes, events } = await rowsOf(caseId);

  expect(kase).toMatchObject({
    status: "submitted",
    stage: "intake",
    jurisdiction: "US-CA",
    placeCode: "US-CA",
    packId: "US",
    creditorOrgId: creditor.orgId,
  });
  expect(kase.code).toMatch(/^R-[0-9A-HJKMNP-TV-Z]{5}$/);
  expect(codes).toEqual([{ code: kase.code, caseId }]);
  expect(debtor.zones).toEqual(["America/Los_Angeles"]);
  expect(brief).toMatchObject({ principal: 8_000_000n, currency: "USD", evidenceKinds: ["invoice"] });
  expect(events.map(({ type }) => type)).toEqual(["posted"]);
  expect(events[0].payload.facts?.debt).toMatchObject({ principal: 8_000_000, purpose: "commercial" });
  expect(await findDraft(world.db, creditor.actor, caseId)).toBeNull();
});

test("no column of a case's brief, and no event of its log, names the debtor", async () => {
  const { caseId } = await aPostedCase(world, {
    claim: { description: `${canary.name} owes us for goods.`, reference: "Quillfeather 12" },
  });
  const briefs = await world.owner.execute(
    sql`select to_jsonb(b)::text as text from case_briefs b where case_id = ${caseId}`,
  );
  const log = await world.owner.execute(sql`select body from timeline_events where case_id = ${caseId}`);
  const text = JSON.stringify([briefs, log]).toLowerCase();
  expect(text).toContain("us-ca");
  for (const word of ["quillfeather", "marmalade", "014 7733"]) expect(text).not.toContain(word);
});

test("posting a draft twice, even at the same moment, makes one case", async () => {
  const { caseId, ctx } = await aDraft(world);
  const both = await Promise.all([postCase(ctx, { caseId }), postCase(ctx, { caseId })]);
  expect(both.map((each) => value(each).already).sort()).toEqual([false, true]);
  expect(value(await postCase(ctx, { caseId }))).toEqual({ caseId, already: true });
  const { codes, events } = await rowsOf(caseId);
  expect(codes).toHaveLength(1);
  expect(events).toHaveLength(1);
});

test("another creditor's draft is not there, and stays a draft", async () => {
  const { caseId, creditor } = await aDraft(world);
  const stranger = await aCreditor(world);
  expect(await postCase(world.ctx(stranger.actor), { caseId })).toEqual({
    ok: false,
    error: { kind: "draft-not-found" },
  });
  expect(await findDraft(world.db, creditor.actor, caseId)).not.toBeNull();
});

test("an unfinished draft names its pages and writes nothing", async () => {
  const { caseId, ctx } = await aDraft(world, {
    claim: { principal: "-5" },
    history: { disputed: "" },
  });
  const posted = await postCase(ctx, { caseId });
  expect(posted).toMatchObject({
    ok: false,
    error: {
      kind: "unfinished",
      pages: [
        { step: "claim", errors: { principal: ["error.amount_negative"] } },
        { step: "history", errors: { disputed: ["error.choose"] } },
      ],
    },
  });
  const { kase, codes, events } = await rowsOf(caseId);
  expect([kase, codes, events]).toEqual([undefined, [], []]);
});

test("a case without any document is not posted", async () => {
  const { caseId, ctx } = await aDraft(world, { evidence: [] });
  expect(await postCase(ctx, { caseId })).toEqual({ ok: false, error: { kind: "evidence-missing" } });
});

test("a judgment that is claimed and not shown is not posted; shown, the ladder starts above it", async () => {
  const history = {
    disputed: "no",
    judgment: "yes",
    judgmentCourt: "Superior Court, Fresno",
    judgmentNumber: "24-117",
    judgmentOn: daysAgo(world, 20),
  };
  const held = { history, goal: { goal: "enforcement" } };
  const without = await aDraft(world, held);
  expect(await postCase(without.ctx, without)).toMatchObject({ error: { kind: "evidence-missing" } });

  const { caseId } = await aPostedCase(world, { ...held, evidence: ["judgment"] });
  const { kase, events } = await rowsOf(caseId);
  expect(events.map(({ type }) => type)).toEqual(["posted", "title_recorded"]);
  expect(kase.stage).toBe("judgment");
  expect(JSON.stringify(events)).not.toContain("24-117");
});

test("a dispute the creditor states is in the log before anybody may act", async () => {
  const { caseId } = await aPostedCase(world, { history: { disputed: "yes" } });
  const { events, brief } = await rowsOf(caseId);
  expect(events.map(({ type }) => type)).toEqual(["posted", "dispute"]);
  expect(brief.disputed).toBe("yes");
});

test("midnight is the debtor's: a due date of tomorrow there is refused although it is today elsewhere", async () => {
  const { caseId, creditor } = await aDraft(world, { claim: { dueOn: "2026-11-24" } });
  const at = (now: string) => postCase(world.ctx(creditor.actor, new Date(now)), { caseId });
  expect(await at("2026-11-24T07:59:00Z")).toMatchObject({
    error: { pages: [{ step: "claim", errors: { dueOn: ["error.not_due"] } }] },
  });
  expect((await at("2026-11-24T08:01:00Z")).ok).toBe(true);
});

test("a case in Shenzhen stands under the Chinese pack, on Chinese time", async () => {
  const { caseId } = await aPostedCase(world, {
    debtor: { kind: "natural_consumer", country: "CN", province: "CN-440000", city: "CN-440300" },
    claim: { kind: "loan_private", purpose: "consumer", creditorKind: "natural", currency: "CNY" },
  });
  const { kase, debtor, events } = await rowsOf(caseId);
  expect(kase).toMatchObject({ jurisdiction: "CN", placeCode: "CN-440300", packId: "CN" });
  expect(debtor.zones).toEqual(["Asia/Shanghai"]);
  expect(events[0].payload.facts?.debtor?.residence).toMatchObject({
    province: "CN-440000",
    city: "Shenzhen",
  });
});
