import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { anonymous } from "#app/domain/accounts/actor.ts";
import type { Statement } from "#app/domain/debtors/statements.ts";
import { newId } from "#app/domain/ids.ts";
import { doorClaim } from "#app/use-cases/debtors/claim-view.server.ts";
import { doorDocument } from "#app/use-cases/debtors/door-document.server.ts";
import { doorHistory } from "#app/use-cases/debtors/door-history.server.ts";
import { doorVisit } from "#app/use-cases/debtors/door-visit.server.ts";
import { doorReceipt } from "#app/use-cases/debtors/receipt.server.ts";
import { say } from "#app/use-cases/debtors/say.server.ts";
import { evidenceOf } from "#app/use-cases/evidence-of.server.ts";
import { checkLogs, notesOf } from "#app/use-cases/log-notes.server.ts";
import { recordStep } from "#app/use-cases/timeline/record-step.server.ts";
import { messagesOf } from "#db/queries/contact.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { auditEntries, notifications } from "#db/schema/accounts.ts";
import { debtorStatements, debtorVisits } from "#db/schema/debtors.ts";
import { ask, type Mailed } from "#test/support/contact.ts";
import { putOnFile } from "#test/support/debtors.ts";
import { aCaseWithALetter, aVisit, codeOn, enter } from "#test/support/door.ts";
import { aPdf, aWorld, turnTo, value, type World } from "#test/support/world.ts";

let world: World;
let one: Mailed;

beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-01-12T10:00:00Z");
});
beforeEach(async () => {
  one = await aCaseWithALetter(world);
}, 60_000);
afterAll(async () => {
  const { breaks } = await checkLogs(world.db, world.services.secrets);
  await world.close();
  expect(breaks).toEqual([]);
});

const inside = () => aVisit(world, one);
const statement = (kind: Statement["kind"], more: Partial<Statement> = {}): Statement => ({
  ...{ kind, key: newId(world.now) },
  ...more,
});
const dispute = (more: Partial<Statement> = {}) => statement("dispute", { reason: "amount", ...more });
const log = () => eventsOf(world.owner, one.caseId);
const letterNow = () => ask(world, one, { key: newId(world.now) });

test("a dispute freezes the ladder before the page answers: the very next letter is refused", async () => {
  const visit = await inside();
  value(await say(visit, dispute({ words: "It was 2,000." })));
  const event = (await log()).at(-1);
  expect(event).toMatchObject({ type: "dispute", actorRole: "debtor", actorUserId: null, actorOrgId: null });
  const refused = value(await letterNow());
  expect(refused).toMatchObject({ asked: false });
  if (refused.asked) return;
  expect(refused.decision.findings.map(({ message }) => message.key)).toContain("hold_active");
  const asLawyer = { ...{ caseId: one.caseId, type: "lawyer_letter" as const }, occurredOn: "2026-01-13" };
  const step = await recordStep(world.ctx(one.lawyer.actor), {
    ...asLawyer,
    outcome: "sent",
    proof: aPdf("letter.pdf", one.caseId),
  });
  expect(step.ok && step.value.recorded).not.toBe(true);
});

test("it is told to both sides at once, and its receipt names the entry of the log", async () => {
  const visit = await inside();
  const { id } = value(await say(visit, dispute({ words: "It was 2,000." })));
  const event = (await log()).at(-1);
  const receipt = await doorReceipt(visit, id);
  expect(receipt).toMatchObject({
    entry: event?.seq,
    hash: event?.hash,
    froze: true,
    words: "It was 2,000.",
  });
  for (const userId of [one.lawyer.userId, one.creditor.userId]) {
    const told = await world.owner
      .select()
      .from(notifications)
      .where(and(eq(notifications.userId, userId), eq(notifications.kind, "dispute_recorded")));
    expect(told.length, userId).toBe(1);
  }
});

test("a form sent twice, or by two hands at once, is one dispute; a second dispute is a second one, and frozen stays frozen", async () => {
  const visit = await inside();
  const same = dispute();
  const answers = await Promise.all([say(visit, same), say(visit, same), say(visit, same)]);
  expect(new Set(answers.map((answer) => value(answer).id)).size).toBe(1);
  const disputes = async () => (await log()).filter(({ type }) => type === "dispute").length;
  expect(await disputes()).toBe(1);
  const again = value(await say(visit, dispute({ reason: "paid" })));
  expect(again.id).not.toBe(value(answers[0]).id);
  expect(await disputes()).toBe(2);
  expect(value(await letterNow())).toMatchObject({ asked: false });
});

test("what is shown adds up, names both sides, and every sight of it is kept with its purpose", async () => {
  const visit = await inside();
  const claim = await doorClaim(visit);
  const { principal, interest, fixedSum, courtCosts, payments, total } = claim.figures;
  const paid = payments.reduce((sum, { amount }) => sum + amount, 0);
  expect(principal + interest + fixedSum + courtCosts - paid).toBe(total);
  const { letter } = claim;
  expect(letter).toMatchObject({ asked: 320_000, added: interest + fixedSum + courtCosts, paid: 0 });
  expect(letter.asked + letter.added - letter.paid).toBe(total);
  expect(claim).toMatchObject({ debtor: "Hattie Hollyhock", currency: "GBP", replyTo: one.lawyer.email });
  expect(claim.creditor).not.toBe("");
  expect(claim.papers.length).toBeGreaterThan(0);
  expect(claim.advice.map(({ name }) => name)).toContain("National Debtline");
  const past = await doorHistory(visit);
  expect(past[0]).toMatchObject({ type: "reminder", isStep: true, channel: "email", arrived: true });
  expect(await doorDocument(visit, claim.papers[0].id)).not.toBeNull();
  const sights = await world.owner
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.subjectId, one.caseId), eq(auditEntries.operation, "door.seen")));
  expect(sights.map(({ details }) => details)).toEqual(
    expect.arrayContaining(
      ["claim", "history", "document"].map((sight) =>
        expect.objectContaining({ purpose: "debtor-access", sight }),
      ),
    ),
  );
  expect(JSON.stringify(sights)).not.toContain("Hattie");
});

test("papers of others about the debtor are not shown: what is no contract, bill or account is not there", async () => {
  const visit = await inside();
  value(await say(visit, dispute({ proof: aPdf("mine.pdf", one.caseId) })));
  const items = await evidenceOf(world.owner, world.services, one.caseId);
  const hidden = items.find(({ kind }) => kind === "correspondence");
  expect(await doorDocument(visit, hidden?.id ?? "")).toBeNull();
  expect(await doorDocument(visit, newId(world.now))).toBeNull();
});

test("“it isn’t me” freezes, ends the letter's code, and leaves every visit by it nothing but its receipts", async () => {
  const other = await inside();
  const visit = await inside();
  const letter = await codeOn(world, one);
  value(await say(visit, statement("not_me", { reason: "other_person" })));
  expect((await log()).at(-1)).toMatchObject({ type: "dispute", payload: { refs: { door: "not_me" } } });
  expect((await enter(world, letter)).ok).toBe(false);
  expect(await doorVisit(world.ctx(anonymous), other.token)).toMatchObject({ onlyReceipts: true });
  expect(value(await letterNow())).toMatchObject({ asked: false });
});

test("stopping contact takes back what waits, and closes the way for what would come", async () => {
  const visit = await inside();
  value(await ask(world, one, { key: newId(world.now), when: "lawful" }));
  value(await say(visit, statement("stop_all")));
  const all = await messagesOf(world.owner, one.caseId, { limit: 9 });
  expect(all.map(({ status }) => status).sort()).toEqual(["sent", "withdrawn"]);
  expect((await log()).at(-1)?.type).toBe("cease_contact");
  expect(value(await letterNow())).toMatchObject({ asked: false });
});

test("time or help is a pause of thirty days, and no more", async () => {
  const visit = await inside();
  value(await say(visit, statement("help", { reason: "illness" })));
  const [event] = (await log()).slice(-1);
  expect(event.type).toBe("hardship");
  const days = (Date.parse(String(event.payload.act?.endsAt)) - world.now.getTime()) / 86_400_000;
  expect(days).toBe(30);
  expect(value(await letterNow())).toMatchObject({ asked: false });
});

const aProposal = {
  ...{ monthly: 12_500, firstOn: "2026-02-01", count: 26, each: 12_307, last: 12_325 },
  lastOn: "2028-03-01",
};

test("a proposal to pay in parts reaches the firm in figures, and says nothing of what the debtor has", async () => {
  const visit = await inside();
  value(await say(visit, statement("parts", { proposal: aProposal })));
  const event = (await log()).at(-1);
  expect(event).toMatchObject({
    type: "reply",
    payload: { refs: { door: "parts", ...aProposal } },
  });
  expect((await notesOf(world.owner, world.services, one.caseId)).get(event?.seq ?? 0)).toBeUndefined();
});

test("a file that lies about itself is refused, and nothing is said by half", async () => {
  const visit = await inside();
  const before = (await log()).length;
  const lie = new File(["<script>alert(1)</script>"], "photo.png", { type: "image/png" });
  expect(await say(visit, dispute({ proof: lie }))).toMatchObject({
    ok: false,
    error: { kind: "file-type" },
  });
  expect((await log()).length).toBe(before);
  expect(await world.owner.$count(debtorStatements, eq(debtorStatements.caseId, one.caseId))).toBe(0);
});

test("a paper handed in is evidence of the case, its bytes as they were, from nobody with an account", async () => {
  const visit = await inside();
  const { id } = value(await say(visit, dispute({ proof: aPdf("‮gpj.exe 🧾 بيان.pdf", one.caseId) })));
  const receipt = await doorReceipt(visit, id);
  expect(receipt?.file).toContain("🧾");
  const event = (await log()).at(-1);
  const item = (await evidenceOf(world.owner, world.services, one.caseId)).find(
    (each) => each.id === event?.payload.evidenceIds?.[0],
  );
  expect(item?.kind).toBe("correspondence");
  expect(await world.services.documents.get(world.db, item?.sha256 ?? "")).not.toBeNull();
});

test("names of any script go in and come out whole, and words keep out of the chain", async () => {
  const name = "‏فاطمة الزهراء 🙂 ‮evil";
  await putOnFile(world, one.caseId, { name });
  const visit = await inside();
  expect((await doorClaim(visit)).debtor).toBe(name);
  const words = "مرحبا 🙂 <b>王小明</b> {debtor} $t(app.name)";
  const { id } = value(await say(visit, dispute({ words })));
  expect((await doorReceipt(visit, id))?.words).toBe(words);
  expect(JSON.stringify((await log()).at(-1))).not.toContain("王小明");
});

test("the database keeps statements beside their entries: none without one, none changed, none removed", async () => {
  const visit = await inside();
  const { id } = value(await say(visit, dispute()));
  const at = eq(debtorStatements.id, id);
  const [row] = await world.owner.select().from(debtorStatements).where(at);
  await expect(world.db.update(debtorStatements).set({ kind: "help" }).where(at)).rejects.toThrow();
  await expect(world.db.delete(debtorStatements).where(at)).rejects.toThrow();
  const forged = { ...row, id: newId(world.now), eventHash: "0".repeat(64) };
  await expect(world.db.insert(debtorStatements).values(forged)).rejects.toThrow();
  await expect(
    world.db
      .update(debtorVisits)
      .set({ caseId: newId(world.now) })
      .where(eq(debtorVisits.caseId, one.caseId)),
  ).rejects.toThrow();
});

test("whoever is at the door cannot flood both sides with one thing, and something else can still be said", async () => {
  const visit = await inside();
  const help = () => say(visit, statement("help", { words: "I am ill." }));
  for (let said = 0; said < 12; said += 1) value(await help());
  const before = (await log()).length;
  expect(await help()).toMatchObject({ error: { kind: "too-many" } });
  expect(await log()).toHaveLength(before);
  value(await say(visit, dispute()));
  expect((await log()).at(-1)).toMatchObject({ type: "dispute" });
});
