import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { readDocument } from "#app/use-cases/accounts/read-document.server.ts";
import { readConversation } from "#app/use-cases/conversation/read-conversation.server.ts";
import { readReported, redactMessage } from "#app/use-cases/conversation/redact-message.server.ts";
import { reportMessage } from "#app/use-cases/conversation/report-message.server.ts";
import { keepRetention } from "#app/use-cases/privacy/keep-retention.server.ts";
import { closeCase } from "#app/use-cases/timeline/close-case.server.ts";
import { connect } from "#db/client.ts";
import { auditEntries, notifications } from "#db/schema/accounts.ts";
import { caseMessageFiles, caseMessages } from "#db/schema/conversation.ts";
import { aMessage } from "#test/support/conversation.ts";
import { anEngagedCase } from "#test/support/market.ts";
import {
  aCreditor,
  aLawyer,
  aPdf,
  aWorld,
  type Person,
  passTime,
  theAdmin,
  value,
  type World,
} from "#test/support/world.ts";

let world: World;
let creditor: Person;
let lawyer: Person;
let admin: Person;
let caseId: string;
beforeAll(async () => {
  world = await aWorld();
  creditor = await aCreditor(world);
  lawyer = await aLawyer(world);
  admin = await theAdmin(world);
  caseId = (await anEngagedCase(world, lawyer, { creditor })).caseId;
});
afterAll(() => world.close());

/** Shaped as words are that lie under a debtor's key; the database cannot open them. */
const sealed = Buffer.concat([Buffer.from([3]), Buffer.alloc(28), Buffer.from("because")]);

const redact = (person: Person, messageId: string) =>
  redactMessage(world.ctx(person.actor), { caseId, messageId, reason: "It names a neighbour." });
const report = (person: Person, messageId: string) =>
  reportMessage(world.ctx(person.actor), { caseId, messageId });

test("an administrator reads a message only once a party has reported it, and nobody else may report", async () => {
  const { messageId } = await aMessage(world, lawyer, { caseId, body: "A private number." });
  expect(await readReported(world.ctx(admin.actor), caseId, messageId)).toBeNull();
  expect(await redact(admin, messageId)).toEqual({ ok: false, error: { kind: "message-not-found" } });
  expect((await report(await aCreditor(world), messageId)).ok).toBe(false);
  value(await report(creditor, messageId));
  value(await report(creditor, messageId));
  const told = and(eq(notifications.userId, admin.userId), eq(notifications.kind, "message_reported"));
  expect(await world.owner.$count(notifications, told)).toBe(1);
  expect((await readReported(world.ctx(admin.actor), caseId, messageId))?.body).toBe("A private number.");
  expect(await readReported(world.ctx(creditor.actor), caseId, messageId)).toBeNull();
});

test("what is redacted is gone for good, its files too, and both sides read why", async () => {
  const file = aPdf("number.pdf", "a private number");
  const { messageId } = await aMessage(world, lawyer, { caseId, body: "Call this number.", file: [file] });
  const answer = await aMessage(world, creditor, { caseId, body: "No.", replyTo: messageId, due: "none" });
  const [attached] = await world.owner
    .select()
    .from(caseMessageFiles)
    .where(eq(caseMessageFiles.messageId, messageId));
  value(await report(creditor, messageId));
  for (const person of [creditor, lawyer]) expect((await redact(person, messageId)).ok).toBe(false);
  value(await redact(admin, messageId));
  expect(await redact(admin, messageId)).toEqual({ ok: false, error: { kind: "already-redacted" } });

  const asked = { before: null, at: null, reply: null, about: null };
  const view = await readConversation(world.ctx(creditor.actor), caseId, asked);
  const line = view?.messages.find(({ id }) => id === messageId);
  expect(line).toMatchObject({ redaction: "It names a neighbour.", segments: [], files: [], task: null });
  expect(view?.messages.find(({ id }) => id === answer.messageId)?.reply?.words).toBe("");
  expect(JSON.stringify(view)).not.toContain("Call this number");
  expect(await readDocument(world.ctx(creditor.actor), attached.documentId)).toBeNull();
  const [entry] = await world.owner
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.operation, "message.redacted"));
  expect(entry).toMatchObject({ actorUserId: admin.userId, subjectId: caseId });
});

test("the database lets nobody but an administrator in person take words away, and nobody put others in their place", async () => {
  const { messageId } = await aMessage(world, lawyer, { caseId, body: "These words." });
  value(await report(creditor, messageId));
  const own = and(eq(caseMessages.caseId, caseId), eq(caseMessages.id, messageId));
  const gone = { redactedAt: world.now, redactedBy: admin.userId, redactionReason: sealed };
  await expect(
    world.db
      .update(caseMessages)
      .set({ body: Buffer.alloc(0), ...gone })
      .where(own),
  ).rejects.toThrow();
  await expect(
    world.owner
      .update(caseMessages)
      .set({ body: Buffer.from("Others"), ...gone })
      .where(own),
  ).rejects.toThrow();
  expect((await readReported(world.ctx(admin.actor), caseId, messageId))?.body).toBe("These words.");
});

test("on a connection that nobody has acted on yet nobody is an administrator: no words go, and no law is decided", async () => {
  const { messageId } = await aMessage(world, lawyer, { caseId, body: "These words too." });
  value(await report(creditor, messageId));
  const own = and(eq(caseMessages.caseId, caseId), eq(caseMessages.id, messageId));
  const fresh = connect({ ...world.app, max: 1 });
  try {
    const [answer] = await fresh.db.execute(sql`select is_law_admin(${admin.userId}) as "isAdmin",
      current_setting('rung.user_id', true) as "actor"`);
    expect(answer).toEqual({ isAdmin: false, actor: null });
    const gone = { redactedAt: world.now, redactedBy: admin.userId, redactionReason: sealed };
    const taken = fresh.db
      .update(caseMessages)
      .set({ body: Buffer.alloc(0), ...gone })
      .where(own);
    await expect(taken).rejects.toMatchObject({ cause: { code: "RG009" } });
  } finally {
    await fresh.close();
  }
});

test("nothing is taken out of a conversation whose debtor was erased: its words are gone", async () => {
  const { messageId } = await aMessage(world, lawyer, { caseId, body: "The last words." });
  value(await report(creditor, messageId));
  const closing = { caseId, closing: "closed_withdrawn" as const, note: "Nothing more." };
  value(await closeCase(world.ctx(creditor.actor), closing));
  await passTime(world, { days: 8 * 366 });
  value(await keepRetention(world.ctx(system), { limit: 100 }));
  expect(await redact(admin, messageId)).toEqual({ ok: false, error: { kind: "already-redacted" } });
  expect(await readReported(world.ctx(admin.actor), caseId, messageId)).toMatchObject({
    ...{ body: "", redactionReason: null },
  });
});
