import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import type { Finding } from "#app/domain/law/types.ts";
import { keepRetention } from "#app/use-cases/privacy/keep-retention.server.ts";
import { askTextReview } from "#app/use-cases/texts/ask-text-review.server.ts";
import { checkText } from "#app/use-cases/texts/check-text.server.ts";
import { decideText } from "#app/use-cases/texts/decide-text.server.ts";
import { readText } from "#app/use-cases/texts/read-text.server.ts";
import { textQueue } from "#app/use-cases/texts/text-queue.server.ts";
import { closeCase } from "#app/use-cases/timeline/close-case.server.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { licences, mails, notifications } from "#db/schema/accounts.ts";
import { textReviews } from "#db/schema/texts.ts";
import { takeStep, until } from "#test/support/ladder.ts";
import { anEngagedCase } from "#test/support/market.ts";
import { aLawyer, aWorld, type Person, passTime, theAdmin, value, type World } from "#test/support/world.ts";

let world: World;
let lawyer: Person & { licenceId: string };
let admin: Person;

beforeAll(async () => {
  world = await aWorld();
  lawyer = await aLawyer(world);
  admin = await theAdmin(world);
});
afterAll(() => world.close());

const doubtful = "Please pay by Friday, Mr Quillfeather, or face serious consequences.";
const reminder = { type: "reminder", outcome: "delivered", emailBasis: "consumer_used" } as const;

async function anEngagement() {
  await world.owner
    .update(licences)
    .set({ registerCheckedAt: world.now })
    .where(eq(licences.orgId, lawyer.orgId));
  const { caseId } = await anEngagedCase(world, lawyer);
  await until(world, 1, "10:00");
  return caseId;
}

const ask = (caseId: string, words: string) =>
  askTextReview(world.ctx(lawyer.actor), { caseId, type: "reminder", words });
const reviewOf = async (caseId: string) => {
  const [row] = await world.owner.select().from(textReviews).where(eq(textReviews.caseId, caseId));
  return row;
};
const decided = (caseId: string, reviewId: string, verdict: "passed" | "refused", reason?: string) =>
  decideText(world.ctx(admin.actor), { caseId, reviewId, verdict, reason });

test("doubtful words are refused as a step until a person let those very words pass", async () => {
  const caseId = await anEngagement();
  const send = (words: string) => takeStep(world, lawyer, { caseId, ...reminder, words });
  const rules = async (words: string) => {
    const outcome = value(await send(words));
    return outcome.recorded ? [] : outcome.decision.findings.map(({ rule }) => rule);
  };
  expect(await rules(doubtful)).toEqual(["X-05"]);
  value(await ask(caseId, doubtful));
  expect(await rules(doubtful)).toEqual(["X-05"]);
  const review = await reviewOf(caseId);
  value(await decided(caseId, review.id, "passed"));
  expect(await rules(`${doubtful} At once.`)).toEqual(["X-05"]);
  expect(await rules(doubtful.replaceAll(" ", "  "))).toEqual([]);
});

test("severe words cannot be reviewed, only rewritten, and a plain text needs no review", async () => {
  const caseId = await anEngagement();
  expect(await ask(caseId, "Pay or you will be arrested. Serious consequences follow.")).toMatchObject({
    error: { kind: "text-unfit" },
  });
  expect(await ask(caseId, "Please pay by Friday.")).toMatchObject({ error: { kind: "nothing-doubtful" } });
  expect(await reviewOf(caseId)).toBeUndefined();
});

test("the log keeps no word of a text, whether it went out or was refused", async () => {
  const caseId = await anEngagement();
  value(await takeStep(world, lawyer, { caseId, ...reminder, words: doubtful }));
  value(await takeStep(world, lawyer, { caseId, ...reminder, words: "Dear Mr Quillfeather, please pay." }));
  const log = JSON.stringify(await eventsOf(world.db, caseId));
  expect(log).not.toContain("Quillfeather");
  expect((await eventsOf(world.db, caseId)).at(-1)?.payload.refs?.textHash).toMatch(/^[0-9a-f]{64}$/);
});

test("a verdict is given once, and the words under it cannot be changed even by the database's owner", async () => {
  const caseId = await anEngagement();
  value(await ask(caseId, doubtful));
  value(await ask(caseId, doubtful));
  const review = await reviewOf(caseId);
  const change = world.owner.execute(
    sql`update text_reviews set words = 'Something milder' where case_id = ${caseId}`,
  );
  await expect(change).rejects.toThrow();
  const both = await Promise.all([
    decided(caseId, review.id, "passed"),
    decided(caseId, review.id, "refused", "The second half threatens."),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await decided(caseId, review.id, "refused", "The second half threatens.")).toMatchObject({
    error: { kind: "already-decided" },
  });
});

test("whoever asked is told of the verdict and where to read it; a reason that may name the debtor is in no message", async () => {
  const caseId = await anEngagement();
  value(await ask(caseId, doubtful));
  const { id } = await reviewOf(caseId);
  value(await decided(caseId, id, "refused", "Mr Quillfeather is threatened in the second half."));
  const notices = await world.owner
    .select()
    .from(notifications)
    .where(eq(notifications.kind, "text_refused"));
  const [notice] = notices.filter(({ href }) => href === `/cases/${caseId}/words?type=reminder`);
  expect(notice.values).toEqual({ case: expect.any(String), stepKey: "law.action.reminder" });
  expect(JSON.stringify(await world.owner.select().from(mails))).not.toContain("Quillfeather");
  const check = await checkText(world.ctx(lawyer.actor), { caseId, type: "reminder", words: doubtful });
  expect(check?.review?.reason).toContain("Mr Quillfeather");
});

test("what the page says of words is what recording them says of them, by every way they can go out", async () => {
  const caseId = await anEngagement();
  const texts = [
    "Please pay by Friday.",
    "Pay by Friday, or we will file a lawsuit.",
    "We will tell your employer.",
    doubtful,
  ];
  const keyOf = ({ rule, part }: Finding) => `${rule} ${part}`;
  for (const type of ["reminder", "sms", "letter", "email"] as const) {
    const refused = async (words?: string) => {
      const outcome = value(await takeStep(world, lawyer, { caseId, type, outcome: "delivered", words }));
      return outcome.recorded ? [] : outcome.decision.findings.map(keyOf);
    };
    const plain = await refused();
    for (const words of texts) {
      const check = await checkText(world.ctx(lawyer.actor), { caseId, type, words });
      const more = (await refused(words)).filter((each) => !plain.includes(each));
      expect(check?.findings.map(keyOf), `${type}: ${words}`).toEqual(more);
    }
  }
});

test("requests to read words have a limit of their own, and steps are recorded when it is used up", async () => {
  const caseId = await anEngagement();
  const words = (at: number) => `${doubtful} ${"Now.".repeat(at)}`;
  for (let at = 0; at < 20; at += 1) value(await ask(caseId, words(at)));
  expect(await ask(caseId, words(20))).toMatchObject({ error: { kind: "too-many" } });
  expect(value(await takeStep(world, lawyer, { caseId, ...reminder, words: doubtful }))).toMatchObject({
    recorded: false,
  });
});

test("a check shows marks and findings and keeps nothing; strangers find no case, and nobody but a reviewer reads the queue", async () => {
  const caseId = await anEngagement();
  const check = await checkText(world.ctx(lawyer.actor), {
    caseId,
    type: "reminder",
    words: "We will tell your employer.",
  });
  expect(check?.marks.severe.map(({ kind }) => kind)).toEqual(["third_parties"]);
  expect(check?.findings.map(({ rule }) => rule)).toEqual(["X-05"]);
  expect(await reviewOf(caseId)).toBeUndefined();
  const other = await aLawyer(world);
  const input = { caseId, type: "reminder", words: doubtful } as const;
  expect(await checkText(world.ctx(other.actor), input)).toBeNull();
  expect(await askTextReview(world.ctx(other.actor), input)).toMatchObject({
    error: { kind: "case-not-found" },
  });
  expect(await textQueue(world.ctx(lawyer.actor), null)).toBeNull();
  value(await ask(caseId, doubtful));
  const { id: reviewId } = await reviewOf(caseId);
  expect(await readText(world.ctx(lawyer.actor), { caseId, reviewId })).toMatchObject({ ok: false });
  expect((await textQueue(world.ctx(admin.actor), null))?.rows.map(({ id }) => id)).toContain(reviewId);
  expect(value(await readText(world.ctx(admin.actor), { caseId, reviewId })).words).toBe(doubtful);
});

test("of a debtor who was erased no words wait, none are decided, and none are asked about any more", async () => {
  const { caseId, creditor } = await anEngagedCase(world, lawyer);
  value(await ask(caseId, doubtful));
  const review = await reviewOf(caseId);
  const closing = { caseId, closing: "closed_withdrawn" as const, note: "Nothing more." };
  value(await closeCase(world.ctx(creditor.actor), closing));
  await passTime(world, { days: 8 * 366 });
  value(await keepRetention(world.ctx(system), { limit: 100 }));
  const queue = await textQueue(world.ctx(admin.actor), null);
  expect(JSON.stringify(queue)).not.toContain(review.id);
  for (const verdict of ["passed", "refused"] as const)
    expect(await decided(caseId, review.id, verdict, "Too hard.")).toMatchObject({
      error: { kind: "text-not-found" },
    });
  expect(await ask(caseId, `${doubtful} Now.`)).toMatchObject({ error: { kind: "case-not-found" } });
});
