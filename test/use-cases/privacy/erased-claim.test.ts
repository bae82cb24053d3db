import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { lotGiveaways } from "#app/use-cases/lots/lot-giveaways.server.ts";
import { readLotClaims } from "#app/use-cases/lots/read-lot-claims.server.ts";
import { keepRetention } from "#app/use-cases/privacy/keep-retention.server.ts";
import { closeCase } from "#app/use-cases/timeline/close-case.server.ts";
import { cases } from "#db/schema/cases.ts";
import { portfolioClaims } from "#db/schema/portfolios.ts";
import { dumpOf, openedFrom } from "#test/support/dump.ts";
import { anEngagedLot, postAll } from "#test/support/lots.ts";
import { aLawyer, aWorld, passTime, turnTo, value, type World } from "#test/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-11-26T12:00:00Z");
});
afterAll(() => world.close());

test("a claim of a lot loses its imported identity with its case's debtor; the lot's list, its schedule's words and its other claims go on", async () => {
  const { lot, creditor } = await anEngagedLot(world, [await aLawyer(world)]);
  await postAll(world);
  const ctx = world.ctx(creditor.actor);
  const [kase] = await world.db.select().from(cases).where(eq(cases.creditorOrgId, creditor.orgId));
  const { caseId } = kase;
  const closing = { caseId, closing: "closed_withdrawn", note: "Nothing more." } as const;
  value(await closeCase(ctx, closing));
  const before = (await readLotClaims(ctx, lot.caseId, { state: null, after: null }))?.claims ?? [];
  const name = before.find((claim) => claim.caseId === caseId)?.debtor ?? "";
  expect(name).not.toBe("");
  expect(openedFrom(await dumpOf(world.owner), world.services.secrets)).toContain(name);

  await passTime(world, { days: 4 * 366 });
  value(await keepRetention(world.ctx(system), { limit: 1_000 }));
  const [claim] = await world.owner.select().from(portfolioClaims).where(eq(portfolioClaims.caseId, caseId));
  expect(claim.sealed).toHaveLength(0);
  expect(openedFrom(await dumpOf(world.owner), world.services.secrets)).not.toContain(`"${name}"`);
  const after = (await readLotClaims(ctx, lot.caseId, { state: null, after: null }))?.claims ?? [];
  expect(after.find((each) => each.caseId === caseId)?.debtor).toBe("Personal data erased");
  const others = (claims: typeof after) =>
    claims.filter((each) => each.caseId !== caseId).map(({ debtor }) => debtor);
  expect(others(after)).toEqual(others(before));
  expect(await lotGiveaways(world.db, world.services, { lot, texts: [`Who is ${name}?`] })).toHaveLength(1);
}, 120_000);
