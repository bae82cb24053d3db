import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withdrawCase } from "#app/use-cases/cases/withdraw-case.server.ts";
import { reopenRound } from "#app/use-cases/tenders/reopen-round.server.ts";
import { listUnlisted } from "#db/list-unlisted.ts";
import { openRounds } from "#db/schema/market.ts";
import { anOpenRound, canary, closeTheRound, draftPages } from "#test/support/market.ts";
import { aWorld, value, type World } from "#test/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const rowOf = async (caseId: string) => {
  const [row] = await world.owner.select().from(openRounds).where(eq(openRounds.caseId, caseId));
  return row ?? null;
};

test("a round is on the market from its opening to its close, under masked facts alone", async () => {
  const { caseId } = await anOpenRound(world);
  const row = await rowOf(caseId);
  expect(row).toMatchObject({
    subject: "case",
    caseCount: 1,
    country: "US",
    provinceCode: "US-CA",
    field: "trade.wholesale",
    amountBand: 3,
    ageBand: 0,
    agencyOpen: false,
  });
  const kept = JSON.stringify(row);
  for (const secret of [...Object.values(canary), "Quillfeather"]) expect(kept).not.toContain(secret);
  await closeTheRound(world, caseId);
  expect(await rowOf(caseId)).toBeNull();
});

test("a case offered anew is listed anew, and one withdrawn is not listed", async () => {
  const { caseId, creditor } = await anOpenRound(world);
  await closeTheRound(world, caseId);
  const ctx = world.ctx(creditor.actor);
  value(await reopenRound(ctx, { caseId, hours: 48, scope: "formal_demand", feeModels: ["fixed"] }));
  expect(await rowOf(caseId)).toMatchObject({
    scope: "formal_demand",
    agencyOpen: true,
    feeModels: ["fixed"],
  });
  value(await withdrawCase(ctx, { caseId }));
  expect(await rowOf(caseId)).toBeNull();
});

test("rounds that an earlier version left open are listed by the upgrade, each once", async () => {
  const { caseId } = await anOpenRound(world, { goal: { ...draftPages(world).goal, windowHours: "48" } });
  const before = await rowOf(caseId);
  await world.owner.delete(openRounds);
  await listUnlisted(world.owner);
  await listUnlisted(world.owner);
  expect(await rowOf(caseId)).toEqual(before);
});
