import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerQuestion } from "#app/use-cases/tenders/answer-question.server.ts";
import { askQuestion } from "#app/use-cases/tenders/ask-question.server.ts";
import { declineRound } from "#app/use-cases/tenders/decline-round.server.ts";
import { questionsForBidder, questionsForCreditor } from "#app/use-cases/tenders/read-questions.server.ts";
import { takeBackDecline } from "#app/use-cases/tenders/take-back-decline.server.ts";
import { declineCounts } from "#db/queries/round-declines.ts";
import { notifications } from "#db/schema/accounts.ts";
import { roundDeclines, roundQuestions, tenders } from "#db/schema/tenders.ts";
import { aBid, anOpenRound, bidRows, canary, closeTheRound } from "#test/support/market.ts";
import { aCreditor, aLawyer, aWorld, type Person, passTime, value, type World } from "#test/support/world.ts";

let world: World;
let asker: Person;
let rival: Person;

beforeAll(async () => {
  world = await aWorld();
  asker = await aLawyer(world, { organization: "Halcyon Bridge Chambers" });
  rival = await aLawyer(world);
});
afterAll(() => world.close());

const ask = (caseId: string, question: string, by = asker) =>
  askQuestion(world.ctx(by.actor), { caseId, question });
const answer = (by: Person, caseId: string, questionId: string, words: string) =>
  answerQuestion(world.ctx(by.actor), { caseId, questionId, answer: words });
const rowsOf = (caseId: string) =>
  world.owner.select().from(roundQuestions).where(eq(roundQuestions.caseId, caseId));
const kindsTold = async ({ userId }: Person, caseId: string) => {
  const rows = await world.owner.select().from(notifications).where(eq(notifications.userId, userId));
  return rows.filter(({ href }) => href.includes(caseId)).map(({ kind }) => kind);
};

test("a question reaches the other bidders with its answer, not before, and never with the asker's name", async () => {
  const { caseId, creditor } = await anOpenRound(world);
  await aBid(world, rival, caseId);
  value(await ask(caseId, "Is there an arbitration clause in the contract?"));
  expect(await kindsTold(creditor, caseId)).toContain("question_asked");
  const waiting = await questionsForBidder(world.ctx(rival.actor), caseId);
  expect(waiting?.questions).toEqual([]);
  const own = await questionsForBidder(world.ctx(asker.actor), caseId);
  expect(own?.questions).toMatchObject([{ own: true, answer: null }]);

  const shown = await questionsForCreditor(world.ctx(creditor.actor), caseId);
  const [{ id }] = shown?.questions ?? [];
  value(await answer(creditor, caseId, id, "No, there is none. The courts of the state decide."));
  const seen = await questionsForBidder(world.ctx(rival.actor), caseId);
  expect(seen?.questions).toMatchObject([
    { own: false, answer: "No, there is none. The courts of the state decide." },
  ]);
  expect(await kindsTold(asker, caseId)).toContain("question_answered");
  expect(await kindsTold(rival, caseId)).toContain("question_answered");
  const sent = JSON.stringify([waiting, shown, seen]);
  for (const secret of [asker.orgId, asker.userId, "Halcyon", ...Object.values(canary)])
    expect(sent).not.toContain(secret);
});

test("a question with the debtor's telephone is refused just as one with any telephone, and leaves no row", async () => {
  const { caseId } = await anOpenRound(world);
  const guesses = [canary.phone, "+1 555 014 7799"].map((phone) =>
    ask(caseId, `Does the debtor answer at ${phone}?`),
  );
  const [right, wrong] = await Promise.all(guesses);
  expect(right).toEqual({ ok: false, error: { kind: "question-gives-away", giveaways: ["number"] } });
  expect(wrong).toEqual(right);
  expect(await ask(caseId, "Write to us at office@halcyon.example please.")).toMatchObject({
    error: { giveaways: ["contact"] },
  });
  expect(await ask(caseId, "Halcyon Bridge Chambers would like to see the contract.")).toMatchObject({
    error: { giveaways: ["organization"] },
  });
  expect(await rowsOf(caseId)).toHaveLength(0);
});

test("a guess at the debtor's name is answered to nobody: the creditor learns that it names somebody, the asker nothing", async () => {
  const { caseId, creditor } = await anOpenRound(world);
  const right = await ask(caseId, "Is the debtor Quillfeather of Fresno?");
  const wrong = await ask(caseId, "Is the debtor Featherquill of Fresno?");
  expect(right).toEqual(wrong);
  const [row] = await rowsOf(caseId);
  expect(await answer(creditor, caseId, row.id, "We cannot say.")).toMatchObject({
    error: { kind: "question-names", giveaways: expect.arrayContaining(["name"]) },
  });
  const forRival = await questionsForBidder(world.ctx(rival.actor), caseId);
  expect(JSON.stringify(forRival)).not.toContain("uillfeather");
});

test.each([
  [`It is ${canary.name}.`, "name"],
  ["Their number ends in 014-7733.", "phone"],
  ["The goods lie at 4471, as agreed.", "address"],
  ["Everything is at www.files.example for you.", "contact"],
])("an answer that gives the debtor away does not go out: %s", async (words, giveaway) => {
  const { caseId, creditor } = await anOpenRound(world);
  value(await ask(caseId, "Where were the goods delivered?"));
  const [row] = await rowsOf(caseId);
  const refused = await answer(creditor, caseId, row.id, words);
  expect(refused).toMatchObject({ error: { kind: "answer-names" } });
  if (!refused.ok && refused.error.kind === "answer-names")
    expect(refused.error.giveaways).toContain(giveaway);
  expect((await rowsOf(caseId))[0].answer).toBeNull();
  expect((await answer(creditor, caseId, row.id, "In the town of the debtor, accepted in writing.")).ok).toBe(
    true,
  );
});

test("questions end before the round does, answers with it, and a sixth question of one bidder is one too many", async () => {
  const { caseId, creditor } = await anOpenRound(world);
  for (let at = 1; at <= 5; at += 1) value(await ask(caseId, `Question ${at}: is there a written order?`));
  expect(await ask(caseId, "And one question more, is there a receipt?")).toMatchObject({
    error: { kind: "too-many-questions" },
  });
  await passTime(world, { hours: 20 });
  expect(await ask(caseId, "Is it too late to ask something?", rival)).toMatchObject({
    error: { kind: "questions-closed" },
  });
  const [first, second] = await rowsOf(caseId);
  value(await answer(creditor, caseId, first.id, "Yes, signed by both."));
  expect(await answer(creditor, caseId, first.id, "No.")).toMatchObject({
    error: { kind: "already-answered" },
  });
  await aBid(world, asker, caseId);
  await aBid(world, rival, caseId);
  const began = world.now;
  await closeTheRound(world, caseId);
  for (const now of [began, world.now])
    expect(
      await answerQuestion(world.ctx(creditor.actor, now), {
        caseId,
        questionId: second.id,
        answer: "Late.",
      }),
    ).toMatchObject({ error: { kind: "round-closed" } });
});

test("a round's questions are not there for strangers, and the database keeps what was said as it was said", async () => {
  const { caseId, creditor } = await anOpenRound(world);
  value(await ask(caseId, "Is there an acknowledgment of the debt?"));
  const [row] = await rowsOf(caseId);
  const strangers = [await aCreditor(world), await aLawyer(world, { territory: "US-NY" })];
  for (const stranger of strangers) {
    expect(await answer(stranger, caseId, row.id, "Yes.")).toMatchObject({
      error: { kind: "question-not-found" },
    });
    expect(await ask(caseId, "May a stranger ask about it?", stranger)).toMatchObject({
      error: { kind: "round-not-found" },
    });
    expect(await questionsForBidder(world.ctx(stranger.actor), caseId)).toBeNull();
    expect(await questionsForCreditor(world.ctx(stranger.actor), caseId)).toBeNull();
  }
  value(await answer(creditor, caseId, row.id, "Yes, of last month."));
  for (const set of ["answer = 'No.'", "question = 'Other?'"])
    await expect(
      world.db.execute(sql.raw(`update round_questions set ${set} where id = '${row.id}'`)),
    ).rejects.toMatchObject({ cause: { code: "RG001" } });
  await expect(world.db.execute(sql`delete from round_questions`)).rejects.toMatchObject({
    cause: { code: "42501" },
  });
});

test("a decline is told in numbers, can be taken back until the close, and goes when a bid comes", async () => {
  const { caseId, creditor } = await anOpenRound(world);
  const third = await aLawyer(world);
  const decline = (by: Person, reason: "small" | "capacity") =>
    declineRound(world.ctx(by.actor), { caseId, reason });
  value(await decline(asker, "small"));
  value(await decline(rival, "small"));
  value(await decline(third, "capacity"));
  value(await takeBackDecline(world.ctx(third.actor), { caseId }));
  await aBid(world, rival, caseId);
  const [tender] = await world.db.select().from(tenders).where(eq(tenders.caseId, caseId));
  const counted = await declineCounts(world.db, { caseId, tenderId: tender.id });
  expect(counted).toEqual([{ reason: "small", count: 1 }]);
  expect(await decline(rival, "capacity")).toMatchObject({ error: { kind: "bid-stands" } });
  expect(await decline(creditor, "small")).toMatchObject({ error: { kind: "round-not-found" } });
  await aBid(world, third, caseId);
  const began = world.now;
  await closeTheRound(world, caseId);
  for (const now of [began, world.now]) {
    const ctx = world.ctx(asker.actor, now);
    expect(await takeBackDecline(ctx, { caseId })).toMatchObject({ error: { kind: "round-closed" } });
    expect(await declineRound(ctx, { caseId, reason: "far" })).toMatchObject({
      error: { kind: "round-closed" },
    });
  }
  const [kept] = await world.owner.select().from(roundDeclines).where(eq(roundDeclines.orgId, asker.orgId));
  expect(kept).toMatchObject({ reason: "small", takenBackAt: null });
  expect(await bidRows(world, caseId)).toHaveLength(2);
});
