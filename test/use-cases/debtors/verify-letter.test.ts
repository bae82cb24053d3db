import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { anonymous, system } from "#app/domain/accounts/actor.ts";
import { codeAlphabet } from "#app/domain/cases/case-code.ts";
import { readLetterCode } from "#app/domain/contact/letter-code.ts";
import { hiddenCode } from "#app/domain/contact/with-code.ts";
import { claimMessage } from "#app/use-cases/contact/claim-message.server.ts";
import { messageView } from "#app/use-cases/contact/contact-view.server.ts";
import { codeFor, issueCode } from "#app/use-cases/contact/letter-code.server.ts";
import { sendMessages } from "#app/use-cases/contact/send-messages.server.ts";
import { withdrawMessage } from "#app/use-cases/contact/withdraw-message.server.ts";
import { verifyLetter } from "#app/use-cases/debtors/verify-letter.server.ts";
import { messagesOf } from "#db/queries/contact.ts";
import { letterCodes } from "#db/schema/letter-codes.ts";
import { aCaseToWriteOn, ask, type Mailed, toMorning } from "#test/support/contact.ts";
import { anAddress, aWorld, turnTo, value, type World } from "#test/support/world.ts";

let world: World;
let one: Mailed;
let mails = 0;

beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-01-12T10:00:00Z");
});
beforeEach(async () => {
  one = await aCaseToWriteOn(world, { law: "GB-EW", email: `hattie${++mails}@hollyhock.example` });
  await toMorning(world, "Europe/London");
}, 60_000);
afterAll(() => world.close());

const letter = async () => (await messagesOf(world.owner, one.caseId, { limit: 1 }))[0];
const send = () => sendMessages(world.ctx(system), { clock: async () => world.now });
const check = (code: string, address = anAddress(), now = world.now) =>
  verifyLetter(world.ctx(anonymous, now), { code, address });

async function aSentLetter() {
  value(await ask(world, one));
  value(await send());
  return codeFor(world.services, await letter()).code;
}

test("a letter that went out carries its code and its address, and both tell whom it is from and nothing of the debt", async () => {
  const code = await aSentLetter();
  const view = await messageView(world.ctx(one.lawyer.actor), await letter());
  expect(view?.message.letter?.body).toContain(`${world.services.publicUrl}/verify/${code}`);
  const told = value(await check(code));
  expect(told).toMatchObject({ channel: "email", acts: true, language: "en" });
  expect(told.firm).not.toBe("");
  expect(told).toHaveProperty("licence.number", expect.stringMatching(/./));
  expect(JSON.stringify(told)).not.toMatch(/Hattie|Hollyhock|3,?200|INV-7788|R-[0-9A-Z]{5}|hollyhock/i);
});

test("of a letter on its way to a mailbox its firm does not read the code: it is the debtor's alone", async () => {
  value(await ask(world, one));
  const { work } = await claimMessage(world.ctx(system), await letter());
  const { code } = codeFor(world.services, await letter());
  expect(work?.kind === "mail" && work.mail.body).toContain(code);
  const view = await messageView(world.ctx(one.lawyer.actor), await letter());
  expect(view?.message.letter?.body).not.toContain(code);
  expect(view?.message.letter?.body).toContain(hiddenCode);
});

test("forged, altered, withdrawn, unsent, ended and expired codes are one and the same answer", async () => {
  const code = await aSentLetter();
  const sent = await letter();
  const altered = [...code].findLast((sign) => sign !== "-") ?? "";
  const other = codeAlphabet[(codeAlphabet.indexOf(altered) + 1) % 32];
  const answers = [
    await check(code.slice(0, -1) + other),
    await check("7K2M-9QRT-4XWB-N3F5"),
    await check(await aCodeNobodyGave()),
    await check(""),
  ];
  const later = new Date(world.now.getTime() + 3 * 365 * 86_400_000);
  answers.push(await check(code, anAddress(), later));
  await world.owner
    .update(letterCodes)
    .set({ revokedAt: world.now })
    .where(eq(letterCodes.letterId, sent.id));
  answers.push(await check(code));
  value(await ask(world, one, { key: "01a20756-1c28-7424-9db0-2c04ebe1adf4", when: "lawful" }));
  const waiting = (await messagesOf(world.owner, one.caseId, { limit: 9 })).find(({ id }) => id !== sent.id);
  if (waiting?.status !== "waiting") throw new Error(`The letter is ${waiting?.status}`);
  answers.push(await check(codeFor(world.services, waiting).code));
  value(await withdrawMessage(world.ctx(one.lawyer.actor), { caseId: one.caseId, messageId: waiting.id }));
  answers.push(await check(codeFor(world.services, waiting).code));
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
    new Set([JSON.stringify({ ok: false, error: { kind: "not-ours" } })]),
  );
});

/** A code whose signs fit together, made without our key. */
async function aCodeNobodyGave() {
  const forged = codeFor(
    { ...world.services, secrets: { ...world.services.secrets, mac: () => "ab".repeat(32) } },
    { caseId: one.caseId, id: one.caseId },
  ).code;
  expect(readLetterCode(forged)).not.toBeNull();
  return forged;
}

test("a row that somebody else wrote opens nothing: the letter's own ids must make the code", async () => {
  const code = await aSentLetter();
  const mine = await letter();
  const other = await aCaseToWriteOn(world, { law: "GB-EW", email: `other${mails}@hollyhock.example` });
  await world.owner.execute(sql`alter table letter_codes disable trigger letter_codes_guard`);
  await world.owner
    .update(letterCodes)
    .set({ letterId: other.caseId })
    .where(eq(letterCodes.letterId, mine.id));
  expect((await check(code)).ok).toBe(false);
  const forged = await aCodeNobodyGave();
  await world.owner.insert(letterCodes).values({
    ...{ codeKey: world.services.secrets.mac("letter-code-key", readLetterCode(forged) ?? "") },
    ...{ caseId: mine.caseId, letterId: mine.id, issuedAt: world.now, expiresAt: new Date("2099-01-01") },
  });
  expect((await check(forged)).ok).toBe(false);
  await world.owner.execute(sql`alter table letter_codes enable trigger letter_codes_guard`);
});

test("no table holds a code: what is kept is its key, and the letter under seal", async () => {
  const code = await aSentLetter();
  const rows = await world.owner.execute(sql`select to_jsonb(c)::text as row from letter_codes c
    union all select to_jsonb(m)::text from contact_messages m
    union all select to_jsonb(e)::text from timeline_events e`);
  const all = JSON.stringify([...rows]);
  expect(all.length).toBeGreaterThan(1_000);
  expect(all).not.toContain(code);
  expect(all).not.toContain(code.replaceAll("-", ""));
});

test("guessing is stopped after twenty codes from one place, a slip of the pen costs nothing, and other places go on", async () => {
  const code = await aSentLetter();
  const address = anAddress();
  const slip = code.slice(0, -1) + (code.endsWith("2") ? "3" : "2");
  for (let tries = 0; tries < 30; tries += 1) await check(slip, address);
  for (let tries = 0; tries < 20; tries += 1) expect((await check(code, address)).ok).toBe(true);
  expect(await check(code, address)).toMatchObject({ ok: false, error: { kind: "too-many" } });
  expect((await check(code)).ok).toBe(true);
});

test("a code stands on its one letter: the product can neither move it, prolong it nor take back its end", async () => {
  await aSentLetter();
  const { id } = await letter();
  const at = eq(letterCodes.letterId, id);
  const change = (set: Partial<typeof letterCodes.$inferInsert>) =>
    world.db.update(letterCodes).set(set).where(at);
  await expect(change({ letterId: one.caseId })).rejects.toThrow();
  await expect(change({ expiresAt: new Date("2099-01-01") })).rejects.toThrow();
  await expect(world.db.delete(letterCodes).where(at)).rejects.toThrow();
  await change({ revokedAt: world.now });
  await expect(change({ revokedAt: null })).rejects.toThrow();
});

test("made known twice, a code is one", async () => {
  await aSentLetter();
  const { caseId, id } = await letter();
  await world.db.transaction((tx) => issueCode(tx, world.ctx(system), { caseId, id }));
  expect(await world.owner.$count(letterCodes, eq(letterCodes.letterId, id))).toBe(1);
});
