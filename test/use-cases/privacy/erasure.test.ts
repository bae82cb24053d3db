import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { newId } from "#app/domain/ids.ts";
import { textOf } from "#app/gateways/document-text.server.ts";
import { exportBundle } from "#app/use-cases/bundle/export-bundle.server.ts";
import { verifyBundle } from "#app/use-cases/bundle/verify-bundle.server.ts";
import { listCases } from "#app/use-cases/cases/list-cases.server.ts";
import { viewDebtor } from "#app/use-cases/cases/view-debtor.server.ts";
import { withdrawCase } from "#app/use-cases/cases/withdraw-case.server.ts";
import { messageView } from "#app/use-cases/contact/contact-view.server.ts";
import { readConversation } from "#app/use-cases/conversation/read-conversation.server.ts";
import { openDebtor } from "#app/use-cases/debtor.server.ts";
import { doorClaim } from "#app/use-cases/debtors/claim-view.server.ts";
import { say } from "#app/use-cases/debtors/say.server.ts";
import { whatIsLeft } from "#app/use-cases/keys/rotate-keys.server.ts";
import { checkLogs } from "#app/use-cases/log-notes.server.ts";
import { decideErasure } from "#app/use-cases/privacy/decide-erasure.server.ts";
import { keepRetention } from "#app/use-cases/privacy/keep-retention.server.ts";
import { byMachine } from "#app/use-cases/sights.server.ts";
import { caseView } from "#app/use-cases/timeline/case-view.server.ts";
import { closeCase } from "#app/use-cases/timeline/close-case.server.ts";
import { auditEntries } from "#db/schema/accounts.ts";
import { debtors } from "#db/schema/cases.ts";
import { subjectKeys } from "#db/schema/keys.ts";
import { filesOf } from "#test/support/bundle.ts";
import { aMessage } from "#test/support/conversation.ts";
import { putOnFile } from "#test/support/debtors.ts";
import { aCaseWithALetter, aVisit, codeOn, enter, lastLetter } from "#test/support/door.ts";
import { dumpOf, openedFrom, placesOf } from "#test/support/dump.ts";
import { aPostedCase } from "#test/support/posting.ts";
import { aPdf, aWorld, passTime, theAdmin, turnTo, value, type World } from "#test/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-01-12T10:00:00Z");
});
afterAll(() => world.close());

const keep = () => keepRetention(world.ctx(system), { limit: 100 });
const keyOf = async (caseId: string) =>
  (await world.owner.select().from(subjectKeys).where(eq(subjectKeys.caseId, caseId)))[0];
const now = { on: null, days: null, shown: null };

const name = "Wilhelmina Figgis-Oddfellow";
const telling = [name, "Figgis", "oddfellow", "0777 1234", "9 Treacle Wynd", "Barrels of Figgis"];

/** An English case with a letter, a dispute, a conversation, documents and notes that all name the debtor; closed by its creditor. */
async function aClosedCase() {
  const mailed = await aCaseWithALetter(world);
  const { caseId, lawyer, creditor } = mailed;
  const onFile = { name, phone: "+44 20 0777 1234", address: "9 Treacle Wynd, Leeds LS1 4AP" };
  const code = await codeOn(world, mailed);
  const visit = await aVisit(world, mailed);
  await putOnFile(world, caseId, { ...onFile, description: "Barrels of Figgis and oddfellow." });
  const proof = aPdf(`${name}.pdf`, caseId);
  value(await say(visit, { kind: "dispute", key: newId(world.now), words: `I am ${name}`, proof }));
  const file = [aPdf(`${name} moved.pdf`, `${caseId} moved`)];
  await aMessage(world, lawyer, { caseId, body: `Has ${name} moved?`, file });
  const closing = { caseId, closing: "closed_withdrawn", note: `Nothing more from ${name}.` } as const;
  value(await closeCase(world.ctx(creditor.actor), closing));
  return { ...mailed, code, visit };
}

/** What a dump gives to somebody who has the application's secret too, beside what lies in it as it is. */
const openedBy = (dump: Map<string, string>) => openedFrom(dump, world.services.secrets);

test("words, letters and channels of a debtor who was not erased are not emptied, whoever tries", async () => {
  const { caseId } = await aCaseWithALetter(world);
  const tries = [
    sql`update contact_messages set typed = '', letter = '', address_key = '' where case_id = ${caseId}`,
    sql`delete from debtor_channels where case_id = ${caseId}`,
  ];
  for (const attempt of tries)
    await expect(world.db.execute(attempt)).rejects.toMatchObject({ cause: { code: "RG001" } });
});

test("after the erasure nothing of the person can be read from the database with the application's secret in hand, not even from a copy of its rows of before", async () => {
  const closed = await aClosedCase();
  const { caseId } = closed;
  value(await keep());
  expect((await keyOf(caseId)).destroyedAt).toBeNull();
  const before = await dumpOf(world.owner);
  for (const word of [name, "oddfellow", "Treacle", "0777 1234", closed.email])
    expect(openedBy(before)).toContain(word);
  const copied = before.get("debtors.name") ?? "";

  await passTime(world, { days: 7 * 366 });
  value(await keep());
  expect(await keyOf(caseId)).toMatchObject({ sealed: null, rule: "GB-RET-01", lookAt: null });
  const dump = await dumpOf(world.owner);
  for (const word of telling) expect(placesOf(dump, word), word).toEqual([]);
  const opened = openedBy(new Map([...dump, ["a copy", copied]]));
  for (const word of [...telling, "Treacle", closed.email])
    expect(opened.toLowerCase(), word).not.toContain(word.toLowerCase());
  expect(
    (await openDebtor(world.db, world.services, byMachine({ caseId, fields: ["name", "email", "phone"] })))
      ?.person,
  ).toBeNull();
  await shownAsErased(closed);
}, 120_000);

type Closed = Awaited<ReturnType<typeof aClosedCase>>;

/** Every page about the case, its papers and its bundle say so in words; nothing fails. */
async function shownAsErased({ caseId, creditor, lawyer, code, visit }: Closed): Promise<void> {
  const ctx = world.ctx(creditor.actor);
  const view = await caseView(ctx, caseId, now);
  expect(view).toMatchObject({ debtor: null, isErased: true });
  expect(view?.log[0]).toMatchObject({ type: "personal_data_erased", note: null, by: "Rung" });
  const listed = (await listCases(ctx, { tab: "closed", after: null })).cases.find(
    (each) => each.caseId === caseId,
  );
  expect(listed).toMatchObject({ debtorName: null, isErased: true });
  const letter = await messageView(world.ctx(lawyer.actor), await lastLetter(world, { caseId } as Closed));
  expect(letter?.message.letter?.body).toBe("Personal data erased");
  const talk = await readConversation(ctx, caseId, { before: null, at: null, reply: null, about: null });
  expect(JSON.stringify(talk?.messages)).toContain("Personal data erased");
  const admin = await theAdmin(world);
  expect(value(await viewDebtor(world.ctx(admin.actor), { caseId, purpose: "complaint" }))).toBeNull();
  expect(await doorClaim(visit)).toMatchObject({ debtor: null, description: null });
  expect((await enter(world, code, { fact: "3,200.00" })).ok).toBe(false);
  const bundle = value(await exportBundle(world.ctx(system), caseId));
  const verdict = verifyBundle(bundle.bytes);
  expect(verdict).toMatchObject({ holds: true, flaws: [], exhibits: 0 });
  expect(verdict.notes.join()).toContain("personal data was erased at event");
  const bound = filesOf(bundle.bytes).get("bundle.pdf") ?? Buffer.alloc(0);
  const { pages } = await textOf({ bytes: bound, mediaType: "application/pdf" });
  expect(pages.join(" ").replace(/\s+/g, " ")).toContain("(7 years from the end of the claim)");
  expect((await checkLogs(world.db, world.services.secrets, caseId)).breaks).toEqual([]);
  const parts = { owner: world.owner, secrets: world.services.secrets, documents: world.services.documents };
  for (const { name: place, left, unreadable } of await whatIsLeft(parts))
    expect([place, left, unreadable]).toEqual([place, 0, 0]);
}

test("another case's data is untouched by an erasure, and its log says what was done by the rule and the day, and of nobody", async () => {
  const other = await aPostedCase(world);
  const rows = () => world.owner.select().from(debtors).where(eq(debtors.caseId, other.caseId));
  const before = await rows();
  const { caseId, ctx } = await aPostedCase(world);
  value(await withdrawCase(ctx, { caseId }));
  await passTime(world, { days: 91 });
  value(await keep());
  expect(await keyOf(caseId)).toMatchObject({ sealed: null, rule: "OP-RET-01" });
  expect(await rows()).toEqual(before);
  expect(
    (await openDebtor(world.db, world.services, byMachine({ caseId: other.caseId, fields: ["name"] })))
      ?.person?.name,
  ).toBeTruthy();
  const [said] = await world.owner.execute<{ body: string; role: string }>(sql`select body, actor_role as role
    from timeline_events where case_id = ${caseId} order by seq desc limit 1`);
  expect(JSON.parse(said.body).payload.refs).toMatchObject({ erased: "personal_data", rule: "OP-RET-01" });
  expect(said.role).toBe("system");
  const audit = await world.owner.select().from(auditEntries).where(eq(auditEntries.subjectId, caseId));
  expect(audit.map(({ operation }) => operation)).toContain("debtor.erased");
});

const decide = async (caseId: string, answer: "erase" | "refuse") =>
  decideErasure(world.ctx((await theAdmin(world)).actor), { caseId, answer });

test("a request is refused with all that stands against it while the claim is open or a term runs, and done once nothing does", async () => {
  const { caseId, ctx } = await aPostedCase(world);
  expect(await decide(caseId, "erase")).toEqual({ ok: false, error: { kind: "still-needed" } });
  value(await decide(caseId, "refuse"));
  value(await withdrawCase(ctx, { caseId }));
  expect(await decide(caseId, "erase")).toEqual({ ok: false, error: { kind: "still-needed" } });
  value(await decide(caseId, "refuse"));
  expect((await keyOf(caseId)).sealed).not.toBeNull();
  await passTime(world, { days: 91 });
  expect(await decide(caseId, "refuse")).toEqual({ ok: false, error: { kind: "nothing-against" } });
  value(await decide(caseId, "erase"));
  expect((await keyOf(caseId)).sealed).toBeNull();
  value(await decide(caseId, "erase"));
  const audit = await world.owner.select().from(auditEntries).where(eq(auditEntries.subjectId, caseId));
  const told = audit.filter(({ operation }) => operation.startsWith("debtor.eras"));
  const lines = told.map(({ operation, details }) => [
    operation,
    details.obstacles ?? details.why,
    details.rule,
  ]);
  expect(lines).toHaveLength(3);
  expect(lines).toEqual(
    expect.arrayContaining([
      ["debtor.erasure_refused", ["claim_open"], null],
      ["debtor.erasure_refused", [], "OP-RET-01"],
      ["debtor.erased", "request", "OP-RET-01"],
    ]),
  );
});

test("only an administrator decides, and only the system sweeps", async () => {
  const { caseId, ctx } = await aPostedCase(world);
  const refused = { ok: false, error: { kind: "case-not-found" } };
  expect(await decideErasure(ctx, { caseId, answer: "refuse" })).toEqual(refused);
  expect(await keepRetention(ctx)).toEqual({ ok: false, error: { kind: "not-allowed" } });
});

test("the database destroys no key of an open claim, none without an entry of the log, and brings none back", async () => {
  const { caseId, ctx } = await aPostedCase(world);
  const key = eq(subjectKeys.caseId, caseId);
  const gone = { sealed: null, destroyedAt: world.now, rule: "OP-RET-01", lookAt: null };
  const refused = (code: string) => ({ cause: { code } });
  await expect(world.owner.update(subjectKeys).set(gone).where(key)).rejects.toMatchObject(refused("RG005"));
  value(await withdrawCase(ctx, { caseId }));
  await expect(world.owner.update(subjectKeys).set(gone).where(key)).rejects.toMatchObject(refused("RG005"));
  await passTime(world, { days: 91 });
  value(await keep());
  const back = { sealed: Buffer.from("x"), destroyedAt: null, rule: null, lookAt: world.now };
  await expect(world.owner.update(subjectKeys).set(back).where(key)).rejects.toMatchObject(refused("RG001"));
  const named = world.owner.update(debtors).set({ nameKey: "x" }).where(eq(debtors.caseId, caseId));
  await expect(named).rejects.toMatchObject(refused("RG001"));
});

test("a sweep does a bounded batch, two at once do no case twice, and a look at what is not due costs nothing", async () => {
  const made = [];
  for (let each = 0; each < 3; each += 1) {
    const { caseId, ctx } = await aPostedCase(world);
    value(await withdrawCase(ctx, { caseId }));
    made.push(caseId);
  }
  await passTime(world, { days: 91 });
  expect(value(await keepRetention(world.ctx(system), { limit: 1 }))).toBe(1);
  await Promise.all([keep(), keep()]);
  for (const caseId of made) {
    expect((await keyOf(caseId)).destroyedAt).not.toBeNull();
    const said = await world.owner.execute(sql`select from timeline_events where case_id = ${caseId}
      and body::jsonb #>> '{payload,refs,erased}' is not null`);
    expect(said).toHaveLength(1);
  }
  expect(value(await keep())).toBe(0);
});
