import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as questionsRoute from "#app/routes/lots.$lotId.questions._index.tsx";
import * as answerRoute from "#app/routes/lots.$lotId.questions.$questionId.tsx";
import type { LotRow } from "#db/queries/lots.ts";
import { notifications, organizations } from "#db/schema/accounts.ts";
import { aRow, rowsOf } from "#test/support/imports.ts";
import { openLots } from "#test/support/lots.ts";
import { answerOf, asked } from "#test/support/routes.ts";
import { aCreditor, aLawyer, aWorld, type Person, turnTo, type World } from "#test/support/world.ts";

let world: World;
let lawyer: Person;
let rival: Person;

beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-11-26T12:00:00Z");
  [lawyer, rival] = [await aLawyer(world), await aLawyer(world)];
});
afterAll(() => world.close());

const at = (by: Person, { caseId }: LotRow) => ({
  by,
  path: `/lots/${caseId}/questions`,
  params: { lotId: caseId },
});

test("a question on a lot is answered before all bidders, and neither may name one of its debtors or the creditor", async () => {
  const opened = await openLots(world, {
    rows: [...rowsOf(3, 600), aRow(88_001, { name: "Zephyrine Quillfeather Holdings Inc" })],
  });
  const [of] = opened.lots;
  const ask = (question: string, by: Person = lawyer) =>
    answerOf(questionsRoute.action(asked(world, { ...at(by, of), form: { question } })));
  expect((await ask("Call us on +1 555 014 7733 about it, please.")).status).toBe(422);
  expect((await ask("Are there signed delivery notes?")).status).toBe(302);
  const forCreditor = await questionsRoute.loader(asked(world, at(opened.creditor, of)));
  const [{ id: questionId }] = forCreditor.view.questions;
  expect(JSON.stringify(forCreditor)).not.toContain(lawyer.orgId);
  expect((await questionsRoute.loader(asked(world, at(rival, of)))).view.questions).toEqual([]);

  const [{ name }] = await world.owner
    .select()
    .from(organizations)
    .where(eq(organizations.id, opened.creditor.orgId));
  const answer = (text: string, by: Person = opened.creditor) =>
    answerOf(
      answerRoute.action(
        asked(world, {
          by,
          path: `/lots/${of.caseId}/questions/${questionId}`,
          params: { lotId: of.caseId, questionId },
          form: { answer: text },
        }),
      ),
    );
  for (const [text, gives] of [
    ["All but those of Zephyrine Quillfeather Holdings.", "name"],
    ["All but invoice INV-88001.", "reference"],
    [`Ask ${name} for them.`, "organization"],
  ] as const) {
    const refused = await answer(text);
    expect([text, refused.status, refused.body]).toMatchObject([text, 422, { giveaways: [gives] }]);
  }
  expect((await answer("Yes.", await aCreditor(world))).status).toBe(404);
  expect((await answer("For nine in ten; debtors hold the others.")).status).toBe(302);
  for (const bidder of [lawyer, rival]) {
    const page = await questionsRoute.loader(asked(world, at(bidder, of)));
    expect(page.view.questions).toMatchObject([{ answer: "For nine in ten; debtors hold the others." }]);
  }
  const told = await world.owner.select().from(notifications).where(eq(notifications.userId, lawyer.userId));
  expect(told.map(({ href }) => href)).toContain(`/lots/${of.caseId}/questions`);
});
