import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { templateOf } from "#app/domain/contact/templates.ts";
import { newId } from "#app/domain/ids.ts";
import { ok } from "#app/domain/result.ts";
import { sendMessages } from "#app/use-cases/contact/send-messages.server.ts";
import { type DecideWording, settleWording } from "#app/use-cases/wordings/decide-wording.server.ts";
import { proposeWording } from "#app/use-cases/wordings/propose-wording.server.ts";
import { readTemplate, readTemplates } from "#app/use-cases/wordings/read-wordings.server.ts";
import { messagesOf } from "#db/queries/contact.ts";
import { insertWording, templateBook, type WordingRow } from "#db/queries/wordings.ts";
import { auditEntries, notifications } from "#db/schema/accounts.ts";
import { templateWordings } from "#db/schema/wordings.ts";
import { transact } from "#db/transact.ts";
import { aCaseToWriteOn, ask, toMorning } from "#test/support/contact.ts";
import { theOtherAdmin } from "#test/support/law-changes.ts";
import { refusedBy } from "#test/support/refused-by.ts";
import { aWordingProposal, proposes } from "#test/support/wordings.ts";
import { aCreditor, aWorld, type Person, theAdmin, turnTo, value, type World } from "#test/support/world.ts";

let world: World;
let [first, second]: Person[] = [];
beforeAll(async () => {
  world = await aWorld();
  [first, second] = [await theAdmin(world), await theOtherAdmin(world)];
  await turnTo(world, "2026-01-12T10:00:00Z");
});
afterAll(() => world.close());

const kindOf = (result: { ok: true } | { ok: false; error: { kind: string } }) =>
  result.ok ? "ok" : result.error.kind;
const decide = (by: Person, { id, templateId }: WordingRow, verdict: DecideWording["verdict"]) =>
  settleWording(world.ctx(by.actor), {
    templateId,
    wordingId: id,
    verdict,
    note: "Not in these words.",
  } as DecideWording);

test("nobody decides their own words; another administrator does, once, and both are told and written down", async () => {
  const row = await aWordingProposal(world, { templateId: "gb.message" });
  expect(kindOf(await decide(first, row, "approved"))).toBe("own-proposal");
  expect(kindOf(await decide(first, row, "refused"))).toBe("own-proposal");
  expect(kindOf(await decide(second, row, "withdrawn"))).toBe("not-yours");
  expect(kindOf(await decide(second, { ...row, id: newId(world.now) }, "approved"))).toBe("gone");
  expect(templateOf(await templateBook(world.db), row.templateId, row.version)).toBeNull();
  value(await decide(second, row, "approved"));
  for (const verdict of ["approved", "refused", "withdrawn"] as const)
    expect(kindOf(await decide(second, row, verdict))).toBe("gone");
  const done = await world.db.select().from(auditEntries);
  expect(done.filter(({ subjectId }) => subjectId === row.id).map(({ operation }) => operation)).toEqual([
    "wording.proposed",
    "wording.approved",
  ]);
  const told = (await world.db.select().from(notifications)).filter(({ kind }) =>
    kind.startsWith("wording_"),
  );
  expect(told.map(({ userId, kind }) => [userId, kind])).toEqual([
    [second.userId, "wording_proposed"],
    [first.userId, "wording_approved"],
  ]);
});

test("one wording of a template waits at a time, and a form of an older version proposes nothing", async () => {
  const templateId = "gb.letter.post";
  const row = await aWordingProposal(world, { templateId });
  expect(kindOf(await proposes(world, { templateId, by: second }))).toBe("overtaken");
  value(await decide(first, row, "withdrawn"));
  const again = await aWordingProposal(world, { templateId });
  value(await decide(second, again, "approved"));
  const stale = await proposeWording(world.ctx(second.actor), {
    ...{
      templateId,
      base: 1,
      subject: again.words.subject,
      passage: Object.fromEntries(again.words.passages.entries()),
    },
    reason: "From an old page.",
  });
  expect(kindOf(stale)).toBe("overtaken");
  const seen = await readTemplate(world.ctx(second.actor), templateId);
  expect(seen).toMatchObject({ version: again.version, waiting: null });
  expect(seen?.decided.map(({ status }) => status)).toEqual(["approved", "withdrawn"]);
});

test("whoever is no administrator, or has not proven the second factor, neither reads, proposes nor decides", async () => {
  const row = await aWordingProposal(world, { templateId: "gb.first-notice.post" });
  for (const actor of [(await aCreditor(world)).actor, { ...second.actor, secondFactor: false }]) {
    const ctx = world.ctx(actor);
    expect(await readTemplates(ctx)).toBeNull();
    expect(await readTemplate(ctx, row.templateId)).toBeNull();
    expect(
      kindOf(
        await settleWording(ctx, { templateId: row.templateId, wordingId: row.id, verdict: "approved" }),
      ),
    ).toBe("not-allowed");
    expect(kindOf(await proposes(world, { by: { ...second, actor }, templateId: "gb.message" }))).toBe(
      "not-allowed",
    );
  }
  value(await decide(second, row, "refused"));
});

test("a letter keeps the words it was asked for in; the next is written in those approved meanwhile", async () => {
  const before = await aCaseToWriteOn(world, { law: "GB-EW", email: "before@hollyhock.example" });
  const after = await aCaseToWriteOn(world, { law: "GB-EW", email: "after@hollyhock.example" });
  await toMorning(world, "Europe/London");
  expect(value(await ask(world, before))).toMatchObject({ asked: true });
  const row = await aWordingProposal(world);
  value(await decide(second, row, "approved"));
  expect(kindOf(await ask(world, after))).toBe("template-gone");
  expect(value(await ask(world, after, { version: row.version }))).toMatchObject({ asked: true });
  while (value(await sendMessages({ ...world.ctx(system), mailServer: null })) > 0);
  const bodyOf = async ({ caseId }: { caseId: string }) => {
    const [message] = await messagesOf(world.owner, caseId, { limit: 1 });
    return world.services.secrets.unseal("contact-letter", message.letter ?? "");
  };
  expect(await bodyOf(before)).toContain("Dear Hattie Hollyhock");
  expect(await bodyOf(after)).toContain("Good morning Hattie Hollyhock");
});

test("the database keeps four eyes and what was decided, whoever asks in the product's name", async () => {
  const open = await aWordingProposal(world, { templateId: "gb.first-notice.post" });
  const as = (who: Person, statement: string) =>
    transact<null, never>(world.ctx(who.actor), async (tx) => {
      await tx.execute(sql.raw(statement));
      return ok(null);
    });
  const set = (what: string) => `update template_wordings set ${what} where id = '${open.id}'`;
  const approvedBy = ({ userId }: Person) =>
    `status = 'approved', decided_by = '${userId}', decided_at = now()`;
  expect(await refusedBy(as(first, set(approvedBy(first))))).toBe("template_wordings_four_eyes");
  expect(await refusedBy(as(first, set(approvedBy(second))))).toBe("RG009");
  const stranger = await aCreditor(world);
  expect(await refusedBy(as(stranger, set(approvedBy(stranger))))).toBe("RG009");
  for (const what of ["words = '{}'", "version = 9", "reason = 'x'"])
    expect(await refusedBy(as(second, set(what))), what).toBe("42501");
  const forged: WordingRow = {
    ...open,
    id: newId(world.now),
    templateId: "x",
    status: "approved",
    decidedBy: second.userId,
    decidedAt: world.now,
  };
  const inserted = transact<boolean, never>(world.ctx(first.actor), async (tx) =>
    ok(await insertWording(tx, forged)),
  );
  expect(await refusedBy(inserted)).toBe("RG009");
  await as(second, set(approvedBy(second)));
  expect(await refusedBy(as(second, set("decision_note = 'x'")))).toBe("RG001");
  expect(await refusedBy(as(second, `delete from template_wordings`))).toBe("42501");
  expect(await refusedBy(world.owner.delete(templateWordings).execute())).toBe("RG001");
});
