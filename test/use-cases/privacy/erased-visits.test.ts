import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { wordPlaces } from "#app/domain/privacy/word-places.ts";
import { openAbout } from "#app/use-cases/debtor.server.ts";
import { contactsOn } from "#app/use-cases/debtors/door-history.server.ts";
import { keepRetention } from "#app/use-cases/privacy/keep-retention.server.ts";
import { closeCase } from "#app/use-cases/timeline/close-case.server.ts";
import { findCase } from "#db/queries/cases.ts";
import { planOf } from "#db/queries/visits.ts";
import { visitPlans } from "#db/schema/visits.ts";
import { dumpOf, openedFrom, placesOf } from "#test/support/dump.ts";
import { aCaseToVisit, aPlan, dayOn, statusOf, sweep, tell, until } from "#test/support/visits.ts";
import { aWorld, passTime, turnTo, value, type World } from "#test/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-03-10T02:00:00Z");
}, 60_000);
afterAll(() => world.close());

const purpose = "归还郁金香花瓶";

test("what a visit was for lies sealed, and once its debtor is erased neither it nor the address can be known, not even with the secret in hand", async () => {
  const one = await aCaseToVisit(world);
  const { caseId } = one;
  const [first, second] = [
    await aPlan(world, one, { purpose }),
    await aPlan(world, one, { on: dayOn(world, 12), purpose }),
  ];
  await until(world, dayOn(world, 1), "16:00");
  value(await tell(world, one, first));
  expect(placesOf(await dumpOf(world.owner), "郁金香")).toEqual([]);
  const before = await planOf(world.db, { caseId, id: first });
  const closing = { caseId, closing: "closed_withdrawn", note: "The debt was given up." } as const;
  value(await closeCase(world.ctx(one.creditor.actor), closing));
  await sweep(world);
  expect([await statusOf(world, one, first), await statusOf(world, one, second)]).toEqual([
    "done",
    "withdrawn",
  ]);

  await passTime(world, { days: 7 * 366 });
  value(await keepRetention(world.ctx(system), { limit: 100 }));
  const rows = await world.owner.select().from(visitPlans).where(eq(visitPlans.caseId, caseId));
  expect(rows.map(({ purpose: words, addressKey }) => [words, addressKey])).toEqual([
    [null, ""],
    [null, ""],
  ]);
  const dump = new Map([...(await dumpOf(world.owner)), ["a copy", before?.purpose?.toString("hex") ?? ""]]);
  expect(openedFrom(dump, world.services.secrets)).not.toContain("郁金香");
  const at = { caseId, place: wordPlaces.visit(first), sealed: before?.purpose ?? null };
  expect(await openAbout(world.db, world.services, at)).toBeNull();
});

test("the debtor's history of contacts tells of a visit: what came of it, from when to when, and by whom", async () => {
  const one = await aCaseToVisit(world);
  const planId = await aPlan(world, one);
  await until(world, dayOn(world, 1), "16:00");
  value(await tell(world, one, planId, { outcome: "asked_to_leave", to: "14:35" }));
  const ctx = world.ctx(one.creditor.actor);
  const kase = await findCase(world.db, ctx.actor, one.caseId);
  if (!kase) throw new Error("no case");
  const [last] = await contactsOn({ ctx, kase });
  expect(last).toMatchObject({
    ...{ type: "visit", time: "14:30", channel: "in_person", by: expect.any(String) },
    visit: { outcome: "asked_to_leave", until: "14:35" },
  });
});
