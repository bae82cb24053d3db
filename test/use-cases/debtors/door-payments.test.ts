import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "#app/domain/ids.ts";
import { doorClaim } from "#app/use-cases/debtors/claim-view.server.ts";
import { doorPaper, doorPayments } from "#app/use-cases/debtors/door-payments.server.ts";
import { issueBalance } from "#app/use-cases/papers/issue-balance.server.ts";
import { auditEntries } from "#db/schema/accounts.ts";
import { papers } from "#db/schema/papers.ts";
import type { Mailed } from "#test/support/contact.ts";
import { aCaseWithALetter, aVisit } from "#test/support/door.ts";
import { tellFact } from "#test/support/ladder.ts";
import { aWorld, turnTo, value, type World } from "#test/support/world.ts";

let world: World;
let one: Mailed;
beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-01-12T10:00:00Z");
});
beforeEach(async () => {
  one = await aCaseWithALetter(world);
}, 60_000);
afterAll(() => world.close());

const pay = async (amount: string, payee: "collector" | "creditor" = "collector") =>
  value(await tellFact(world, one.lawyer, { caseId: one.caseId, type: "payment", payee, amount }));

test("a debtor sees every payment with its receipt, and of one that nobody has acknowledged that it waits", async () => {
  const visit = await aVisit(world, one);
  expect(await doorPayments(visit)).toMatchObject({ payments: [], letter: null, withdrawn: [] });
  await pay("200.00");
  await pay("100.00", "creditor");
  const { payments, letter } = await doorPayments(visit);
  expect(letter).toBeNull();
  expect(payments.map(({ amount, receipt }) => [amount, receipt?.number.slice(0, 3)]).sort()).toEqual([
    [10_000, undefined],
    [20_000, "RCT"],
  ]);
});

test("once all is paid the door says so, asks for nothing more, and hands the letter out in the language that is read, with the name on it", async () => {
  await pay("3,200.00");
  const visit = await aVisit(world, one);
  const { letter, payments } = await doorPayments(visit);
  expect(letter).toMatchObject({ how: "paid", number: expect.stringMatching(/^SAT-/) });
  expect((await doorClaim(visit)).letterOfEnd).toMatchObject({ id: letter?.id });
  for (const id of [letter?.id, payments[0].receipt?.id]) {
    const files = await Promise.all(
      (["en", "de", "zh"] as const).map((language) => doorPaper(visit, id ?? "", language)),
    );
    for (const file of files)
      expect(
        Buffer.from(file?.bytes ?? [])
          .subarray(0, 5)
          .toString(),
      ).toBe("%PDF-");
    expect(new Set(files.map((file) => Buffer.from(file?.bytes ?? []).toString("base64"))).size).toBe(3);
  }
  const sights = await world.owner
    .select({ details: auditEntries.details })
    .from(auditEntries)
    .where(and(eq(auditEntries.subjectId, one.caseId), eq(auditEntries.operation, "door.seen")));
  expect(sights.map(({ details }) => details)).toEqual(
    expect.arrayContaining(
      ["payments", "paper"].map((sight) => expect.objectContaining({ purpose: "debtor-access", sight })),
    ),
  );
});

test("no paper of another case, of the sides' own books, or of no kind handed out here is given to a visitor", async () => {
  await pay("200.00");
  const visit = await aVisit(world, one);
  const asOf = "2026-01-13";
  await issueBalance(world.ctx(one.lawyer.actor), { caseId: one.caseId, total: "300000", asOf });
  const other = await aCaseWithALetter(world);
  value(
    await tellFact(world, other.lawyer, {
      ...{ caseId: other.caseId, type: "payment", payee: "collector", amount: "50.00" },
    }),
  );
  const all = await world.owner.select().from(papers);
  const own = all.filter(({ caseId, kind }) => caseId === one.caseId && kind === "receipt");
  expect(own).toHaveLength(1);
  expect(all.length).toBeGreaterThan(own.length);
  for (const paper of all.filter(({ id }) => id !== own[0].id))
    expect(await doorPaper(visit, paper.id, "en"), paper.number).toBeNull();
  expect(await doorPaper(visit, newId(world.now), "en")).toBeNull();
  expect(await doorPaper(visit, "%00", "en")).toBeNull();
});
