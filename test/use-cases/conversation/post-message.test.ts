import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PostMessage } from "#app/domain/conversation/message.ts";
import { newId } from "#app/domain/ids.ts";
import { wordPlaces } from "#app/domain/privacy/word-places.ts";
import { readDocument } from "#app/use-cases/accounts/read-document.server.ts";
import { markConversationRead } from "#app/use-cases/conversation/mark-conversation-read.server.ts";
import { postMessage } from "#app/use-cases/conversation/post-message.server.ts";
import { readConversation } from "#app/use-cases/conversation/read-conversation.server.ts";
import { settleTask } from "#app/use-cases/conversation/settle-task.server.ts";
import { sealAbout } from "#app/use-cases/debtor.server.ts";
import { memberships, notifications } from "#db/schema/accounts.ts";
import { cases, evidenceItems } from "#db/schema/cases.ts";
import { caseMessageFiles, caseMessageMentions, caseMessages } from "#db/schema/conversation.ts";
import { aMessage, messageForm, tryMessage } from "#test/support/conversation.ts";
import { anAward, anEngagedCase } from "#test/support/market.ts";
import {
  aCreditor,
  aLawyer,
  anAgency,
  aPdf,
  aWorld,
  type Person,
  theAdmin,
  value,
  type World,
} from "#test/support/world.ts";

let world: World;
let creditor: Person;
let lawyer: Person;
let caseId: string;
beforeAll(async () => {
  world = await aWorld();
  creditor = await aCreditor(world, { name: "Carla Creditor" });
  lawyer = await aLawyer(world, { name: "Lou Lawyer" });
  caseId = (await anEngagedCase(world, lawyer, { creditor })).caseId;
});
afterAll(() => world.close());

const nothing = { before: null, at: null, reply: null, about: null };
const read = (person: Person, of = caseId, asked = {}) =>
  readConversation(world.ctx(person.actor), of, { ...nothing, ...asked });
const rowsOf = (of = caseId) => world.owner.select().from(caseMessages).where(eq(caseMessages.caseId, of));
const told = (person: Person) =>
  world.owner.select().from(notifications).where(eq(notifications.userId, person.userId));

test("only the two who are engaged read and write; for everybody else there is no such case", async () => {
  await aMessage(world, lawyer, { caseId, body: "For the creditor alone." });
  const strangers = [
    await aCreditor(world),
    await aLawyer(world),
    await anAgency(world),
    await theAdmin(world),
  ];
  const before = (await rowsOf()).length;
  for (const stranger of strangers) {
    expect(await read(stranger)).toBeNull();
    expect(await tryMessage(world, stranger, { caseId })).toEqual({
      ok: false,
      error: { kind: "case-not-found" },
    });
  }
  expect((await rowsOf()).length).toBe(before);
  expect((await read(creditor))?.messages.at(-1)?.segments).toEqual([
    { text: "For the creditor alone.", mention: false },
  ]);
});

test("a collector who was awarded and has not signed is no party yet", async () => {
  const awarded = await aLawyer(world);
  const round = await anAward(world, [awarded]);
  expect(await read(awarded, round.caseId)).toBeNull();
  expect((await tryMessage(world, awarded, { caseId: round.caseId })).ok).toBe(false);
  expect(await tryMessage(world, round.creditor, { caseId: round.caseId })).toEqual({
    ok: false,
    error: { kind: "nobody-engaged" },
  });
});

test("a member of a party is mentioned and told once; nobody outside ever is, whatever is typed", async () => {
  const colleague = await aCreditor(world, { name: "Cora Colleague" });
  const outsider = await aCreditor(world, { name: "Olaf Outsider" });
  await world.owner.insert(memberships).values({
    orgId: lawyer.orgId,
    userId: colleague.userId,
    role: "member",
    createdAt: world.now,
  });
  const { messageId } = await aMessage(world, creditor, {
    caseId,
    body: "@Cora Colleague please, and @Olaf Outsider, and @Carla Creditor herself",
  });
  const rows = await world.owner
    .select()
    .from(caseMessageMentions)
    .where(eq(caseMessageMentions.messageId, messageId));
  expect(rows.map(({ userId }) => userId)).toEqual([colleague.userId]);
  const about = (notices: { href: string; kind: string }[]) =>
    notices.filter(({ href }) => href.includes(messageId)).map(({ kind }) => kind);
  expect(about(await told(colleague))).toEqual(["message_mention"]);
  expect(about(await told(lawyer))).toEqual(["message_task"]);
  expect(about(await told(outsider))).toEqual([]);
  expect(about(await told(creditor))).toEqual([]);
  const mention = world.db.insert(caseMessageMentions).values({ caseId, messageId, userId: outsider.userId });
  await expect(mention).rejects.toThrow();
});

test("the same form is one message however often it is sent, at once or later; changed words are another", async () => {
  const form = messageForm(world, { caseId, body: "Once." });
  const send = (given = form) => postMessage(world.ctx(creditor.actor), given);
  const sent = await Promise.all([send(), send(), send()]);
  const ids = new Set([...sent, await send()].map((each) => value(each).messageId));
  expect(ids.size).toBe(1);
  const [messageId] = ids;
  expect((await told(lawyer)).filter(({ href }) => href.includes(messageId))).toHaveLength(1);
  expect(value(await send({ ...form, body: "Twice." })).messageId).not.toBe(messageId);
});

test("an answer settles what was asked, of the other side alone, and a done task stays as it was done", async () => {
  const { messageId } = await aMessage(world, creditor, { caseId, body: "Where does he live?" });
  const row = async () => (await rowsOf()).find(({ id }) => id === messageId);
  await aMessage(world, creditor, { caseId, body: "And since when?", replyTo: messageId, due: "none" });
  expect((await row())?.doneAt).toBeNull();
  await aMessage(world, lawyer, { caseId, body: "In Fresno.", replyTo: messageId, due: "none" });
  expect((await row())?.doneBy).toBe(lawyer.userId);
  expect(await settleTask(world.ctx(creditor.actor), { caseId, messageId })).toEqual({
    ok: false,
    error: { kind: "not-open" },
  });
  const elsewhere = await anEngagedCase(world, lawyer, { creditor });
  const other = await aMessage(world, creditor, { caseId: elsewhere.caseId });
  expect(await tryMessage(world, lawyer, { caseId, replyTo: other.messageId })).toEqual({
    ok: false,
    error: { kind: "no-such-message" },
  });
});

test("a file too large, empty or other than its name says is refused, and the message with it", async () => {
  const before = (await rowsOf()).length;
  const refused = async (...file: File[]) => {
    const answer = await tryMessage(world, lawyer, { caseId, file });
    return answer.ok ? "sent" : answer.error.kind;
  };
  expect(await refused(new File([new Uint8Array(20 * 1024 * 1024)], "big.pdf"))).toBe("file-too-large");
  expect(await refused(new File([], "empty.pdf"))).toBe("file-empty");
  expect(await refused(aPdf("good.pdf"), new File(["<script>alert(1)</script>"], "page.txt"))).toBe(
    "file-type",
  );
  const six = Array.from({ length: 6 }, (_, at) => aPdf(`${at}.pdf`, String(at)));
  expect(PostMessage.safeParse({ ...messageForm(world, { caseId }), file: six }).success).toBe(false);
  expect((await rowsOf()).length).toBe(before);
});

test("a file is for both sides to read and becomes evidence only when that is asked", async () => {
  const sent = await aMessage(world, lawyer, {
    caseId,
    file: [aPdf("note.pdf", "a note"), aPdf("b.pdf", "b")],
  });
  const files = await world.owner
    .select()
    .from(caseMessageFiles)
    .where(eq(caseMessageFiles.messageId, sent.messageId));
  expect(files.map(({ evidenceId }) => evidenceId)).toEqual([null, null]);
  const readable = async (person: Person, documentId: string) =>
    (await readDocument(world.ctx(person.actor), documentId)) !== null;
  expect(await readable(creditor, files[0].documentId)).toBe(true);
  expect(await readable(await aCreditor(world), files[0].documentId)).toBe(false);
  const count = () => world.owner.$count(evidenceItems, eq(evidenceItems.caseId, caseId));
  const before = await count();
  await aMessage(world, lawyer, { caseId, file: [aPdf("proof.pdf", "proof")], evidence: "correspondence" });
  expect(await count()).toBe(before + 1);
});

test("who is replaced reads nothing any more, and the successor nothing of what was written before", async () => {
  const first = await aLawyer(world);
  const second = await aLawyer(world);
  const { caseId: of, creditor: owner } = await anEngagedCase(world, first);
  await aMessage(world, first, { caseId: of, body: "My strategy: wait for spring." });
  await world.owner.execute(sql`update awards set status = 'lapsed' where case_id = ${of}`);
  await world.owner.update(cases).set({ collectorOrgId: second.orgId }).where(eq(cases.caseId, of));
  const [old] = await rowsOf(of);
  const id = newId(world.now);
  const about = { caseId: of, place: wordPlaces.message(id) };
  const body = await world.db.transaction((tx) =>
    sealAbout(tx, world.ctx(second.actor), about, "Written later."),
  );
  await world.owner.insert(caseMessages).values({
    ...old,
    id,
    seq: old.seq + 1,
    collectorOrgId: second.orgId,
    authorUserId: second.userId,
    authorOrgId: second.orgId,
    body,
    formHash: "later",
  });
  expect(await read(first, of)).toBeNull();
  expect((await tryMessage(world, first, { caseId: of })).ok).toBe(false);
  const seen = async (person: Person, asked = {}) =>
    (await read(person, of, asked))?.messages.map(({ segments }) => segments[0].text);
  expect(await seen(second)).toEqual(["Written later."]);
  expect(await seen(second, { at: old.id, before: old.id, reply: old.id })).toEqual(["Written later."]);
  expect((await read(second, of, { reply: old.id }))?.reply).toBeNull();
  expect(await seen(owner)).toEqual(["My strategy: wait for spring.", "Written later."]);
});

test("a closed case is read and written to no more", async () => {
  const closed = await anEngagedCase(world, lawyer, { creditor });
  await aMessage(world, lawyer, { caseId: closed.caseId, body: "All paid." });
  await world.owner.update(cases).set({ status: "closed" }).where(eq(cases.caseId, closed.caseId));
  expect(await tryMessage(world, lawyer, { caseId: closed.caseId })).toEqual({
    ok: false,
    error: { kind: "case-closed" },
  });
  expect((await read(creditor, closed.caseId))?.messages).toHaveLength(1);
});

test("a long conversation is paged without loss, and what is new is new until it was read", async () => {
  const long = await anEngagedCase(world, lawyer, { creditor });
  for (let at = 0; at < 85; at += 1) {
    await aMessage(world, at % 2 ? lawyer : creditor, {
      caseId: long.caseId,
      body: `Message ${at}`,
      due: "none",
    });
  }
  const texts: string[] = [];
  let before: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof read>> = await read(creditor, long.caseId, { before });
    texts.unshift(...(page?.messages.map(({ segments }) => segments[0].text) ?? []));
    before = page?.earlier ?? null;
  } while (before);
  expect(texts).toEqual(Array.from({ length: 85 }, (_, at) => `Message ${at}`));
  const fresh = async (person: Person) =>
    (await read(person, long.caseId))?.messages.filter((each) => each.fresh).length;
  expect(await fresh(creditor)).toBe(20);
  value(await markConversationRead(world.ctx(creditor.actor), long.caseId));
  expect(await fresh(creditor)).toBe(0);
  expect(await fresh(lawyer)).toBe(20);
  const unread = (await told(creditor)).filter(({ href, readAt }) => href.includes(long.caseId) && !readAt);
  expect(unread.filter(({ kind }) => kind.startsWith("message_"))).toEqual([]);
});

test("the database keeps a message as it was sent, whoever asks, and its places without a gap", async () => {
  const { messageId } = await aMessage(world, lawyer, { caseId, body: "As it was." });
  const own = and(eq(caseMessages.caseId, caseId), eq(caseMessages.id, messageId));
  for (const db of [world.db, world.owner]) {
    await expect(
      db
        .update(caseMessages)
        .set({ body: Buffer.from("Otherwise.") })
        .where(own),
    ).rejects.toThrow();
    await expect(db.update(caseMessages).set({ dueAt: null }).where(own)).rejects.toThrow();
    await expect(db.delete(caseMessages).where(own)).rejects.toThrow();
  }
  await expect(world.owner.execute(sql`truncate case_messages`)).rejects.toThrow();
  const places = (await rowsOf()).map(({ seq }) => seq).sort((a, b) => a - b);
  expect(places).toEqual(places.map((_, at) => at + 1));
});
