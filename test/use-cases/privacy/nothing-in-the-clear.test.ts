import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#app/domain/ids.ts";
import { discardDraft } from "#app/use-cases/cases/discard-draft.server.ts";
import { draftsOf, listCases } from "#app/use-cases/cases/list-cases.server.ts";
import { reopenCase } from "#app/use-cases/cases/reopen-case.server.ts";
import { returnCase } from "#app/use-cases/cases/return-case.server.ts";
import { openDebtor } from "#app/use-cases/debtor.server.ts";
import { doorClaim } from "#app/use-cases/debtors/claim-view.server.ts";
import { say } from "#app/use-cases/debtors/say.server.ts";
import { sealDebtors } from "#app/use-cases/keys/seal-debtors.server.ts";
import { showDetails } from "#app/use-cases/privacy/show-details.server.ts";
import { byMachine } from "#app/use-cases/sights.server.ts";
import { caseView } from "#app/use-cases/timeline/case-view.server.ts";
import { caseDrafts, debtors } from "#db/schema/cases.ts";
import { subjectKeys } from "#db/schema/keys.ts";
import { aMessage } from "#test/support/conversation.ts";
import { putOnFile } from "#test/support/debtors.ts";
import { aCaseWithALetter, aVisit } from "#test/support/door.ts";
import { dumpOf, placesOf } from "#test/support/dump.ts";
import { canary } from "#test/support/market.ts";
import { aDraft, aPostedCase } from "#test/support/posting.ts";
import { aPdf, aWorld, theAdmin, turnTo, value, type World } from "#test/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-01-12T10:00:00Z");
});
afterAll(() => world.close());

/** Words that tell who a debtor is, whole and in the parts that tell enough. */
const telling = [
  ...Object.values(canary),
  ...["Quillfeather", "014 7733", "Marmalade Crescent"],
  ...["Hattie Hollyhock", "Hollyhock", "hollyhock.example", "7946 0123", "4 Marmalade Row"],
  "Vinegar barrels for Quill & Feather",
];

test("a dump of the whole database names no debtor: begun, posted, returned, being edited, written to, and inside the door", async () => {
  const admin = await theAdmin(world);
  await aDraft(world);
  const claim = { description: "Vinegar barrels for Quill & Feather, at the crescent." };
  await aPostedCase(world, { claim });
  const { caseId, ctx } = await aPostedCase(world, { claim });
  value(await returnCase(world.ctx(admin.actor), { caseId, reason: "The invoice is not readable." }));
  value(await reopenCase(ctx, { caseId }));
  const visit = await aVisit(world, await aCaseWithALetter(world));
  expect((await doorClaim(visit)).debtor).toBe("Hattie Hollyhock");

  const dump = await dumpOf(world.owner);
  expect([...dump.keys()]).toEqual(
    expect.arrayContaining(["debtors.name", "cases.answers", "event_notes.note"]),
  );
  for (const word of telling) expect(placesOf(dump, word), word).toEqual([]);
});

test("nor does anything that people write about a case name one: notes, messages, titles, and names of files", async () => {
  const mailed = await aCaseWithALetter(world);
  const { caseId, lawyer } = mailed;
  const name = "Wilhelmina Figgis-Oddfellow";
  await putOnFile(world, caseId, { name, description: `${name} ordered barrels.` });
  const visit = await aVisit(world, mailed);
  const proof = aPdf(`${name}.pdf`, caseId);
  value(await say(visit, { kind: "dispute", key: newId(world.now), words: `I am ${name}`, proof }));
  await aMessage(world, lawyer, { caseId, body: `Has ${name} moved?` });
  const file = [aPdf(`${name} moved.pdf`, `${caseId} moved`)];
  await aMessage(world, lawyer, { caseId, body: "As attached.", file });
  expect(placesOf(await dumpOf(world.owner), name)).toEqual([]);
});

test("what is looked for is found where it stands: as text, as bytes, and in base64", () => {
  const dump = new Map([
    ["a.text", "to hattie hollyhock, Leeds"],
    ["a.bytes", `\\x00${Buffer.from("Hattie Hollyhock").toString("hex")}`],
    ...[0, 1, 2].map(
      (n) => [`a.base${n}`, Buffer.from(`${"x".repeat(n)}Hattie Hollyhock!`).toString("base64")] as const,
    ),
    ["a.other", "somebody else"],
  ]);
  expect(placesOf(dump, "Hattie Hollyhock")).toEqual(["a.text", "a.bytes", "a.base0", "a.base1", "a.base2"]);
});

/** Puts a case and a draft back to how a database of before there were keys has them after the migration. */
async function asBefore(posted: string, begun: string): Promise<void> {
  const clear = (text: string) => sql`'\\x00'::bytea || convert_to(${text}, 'UTF8')`;
  await world.owner.transaction(async (tx) => {
    for (const table of [debtors, caseDrafts, subjectKeys])
      await tx.execute(sql`alter table ${table} disable trigger user`);
    await tx.execute(sql`update debtors set name = ${clear(canary.name)}, email = ${clear(canary.email)}, phone = null,
      address = ${clear(canary.address)}, description = ${clear("Goods of old.")} where case_id = ${posted}`);
    await tx.execute(sql`update case_drafts set answers = ${JSON.stringify({ debtor: { name: canary.name } })}::jsonb
      where case_id = ${begun}`);
    await tx.execute(sql`delete from subject_keys where case_id in (${posted}, ${begun})`);
    for (const table of [debtors, caseDrafts, subjectKeys])
      await tx.execute(sql`alter table ${table} enable trigger user`);
  });
}

test("a database of before there were keys is sealed at the start, by two processes at once, and reads as it did", async () => {
  const { caseId, ctx } = await aPostedCase(world);
  const draft = await aDraft(world);
  await asBefore(caseId, draft.caseId);
  expect(placesOf(await dumpOf(world.owner), canary.name).sort()).toEqual([
    "case_drafts.answers",
    "debtors.name",
  ]);

  await Promise.all([sealDebtors(world.services), sealDebtors(world.services)]);
  const dump = await dumpOf(world.owner);
  for (const word of [...Object.values(canary), "Goods of old"])
    expect(placesOf(dump, word), word).toEqual([]);
  expect(
    (
      await openDebtor(
        world.db,
        ctx,
        byMachine({ caseId, fields: ["name", "email", "phone", "description"] }),
      )
    )?.person,
  ).toEqual({
    ...{ name: canary.name, email: canary.email, phone: null, description: "Goods of old." },
  });
  expect((await draftsOf(world.ctx(draft.creditor.actor)))[0].debtorName).toBe(canary.name);
});

test("the database takes no debtor, no answers and no draft in the clear, whoever writes them", async () => {
  const { caseId } = await aPostedCase(world);
  const begun = await aDraft(world);
  const refused = { cause: { code: "RG001" } };
  const clear = { name: Buffer.from(canary.name) };
  await expect(
    world.owner.update(debtors).set(clear).where(eq(debtors.caseId, caseId)),
  ).rejects.toMatchObject(refused);
  await expect(
    world.owner.execute(sql`update cases set answers = jsonb_set(answers, '{debtor,phone}', '"1"')
      where case_id = ${caseId}`),
  ).rejects.toMatchObject(refused);
  await expect(
    world.owner.execute(sql`update case_drafts set answers = '{"debtor": {"name": "x"}}'
      where case_id = ${begun.caseId}`),
  ).rejects.toMatchObject(refused);
});

test("a key and what lies under it belong to one case and one field: moved elsewhere nothing opens", async () => {
  const [one, other] = [await aPostedCase(world), await aPostedCase(world)];
  const [mine] = await world.owner.select().from(debtors).where(eq(debtors.caseId, one.caseId));
  const moved = (set: Partial<typeof mine>, caseId: string) =>
    world.owner.update(debtors).set(set).where(eq(debtors.caseId, caseId));
  await moved({ name: mine.name }, other.caseId);
  await expect(
    openDebtor(world.db, other.ctx, byMachine({ caseId: other.caseId, fields: ["name"] })),
  ).rejects.toThrow();
  await moved({ email: mine.address }, one.caseId);
  await expect(
    openDebtor(world.db, one.ctx, byMachine({ caseId: one.caseId, fields: ["email"] })),
  ).rejects.toThrow();
  expect(
    (await openDebtor(world.db, one.ctx, byMachine({ caseId: one.caseId, fields: ["name"] })))?.person,
  ).toEqual({ name: canary.name });
});

test("the key of a case is not forgotten, changed or taken from another; that of a discarded draft goes with it", async () => {
  const { caseId } = await aPostedCase(world);
  const refused = { cause: { code: "RG001" } };
  const key = eq(subjectKeys.caseId, caseId);
  await expect(world.db.delete(subjectKeys).where(key)).rejects.toMatchObject(refused);
  await expect(
    world.db
      .update(subjectKeys)
      .set({ sealed: Buffer.from("x") })
      .where(key),
  ).rejects.toMatchObject(refused);
  const draft = await aDraft(world);
  value(await discardDraft(draft.ctx, { caseId: draft.caseId }));
  expect(await world.db.$count(subjectKeys, eq(subjectKeys.caseId, draft.caseId))).toBe(0);
});

test("lists and pages show the debtor to those who may know, as ever", async () => {
  const { caseId, ctx } = await aPostedCase(world);
  const listed = await listCases(ctx, { tab: "open", after: null });
  expect(listed.cases.find((each) => each.caseId === caseId)?.debtorName).toBe(canary.name);
  expect((await caseView(ctx, caseId, { on: null, days: null, shown: null }))?.debtor).toMatchObject({
    name: canary.name,
    email: "a•••@q•••.example",
    shownUntil: null,
  });
  value(await showDetails(ctx, { caseId, purpose: "identity_check" }));
  expect((await caseView(ctx, caseId, { on: null, days: null, shown: null }))?.debtor).toMatchObject(canary);
});
