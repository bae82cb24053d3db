import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#app/domain/ids.ts";
import { ok } from "#app/domain/result.ts";
import {
  type DecideFormFile,
  settleFormFile,
} from "#app/use-cases/prescribed-forms/decide-form-file.server.ts";
import { proposeFormFile } from "#app/use-cases/prescribed-forms/propose-form-file.server.ts";
import { readForm, readForms } from "#app/use-cases/prescribed-forms/read-forms.server.ts";
import { type FormFileRow, formsInForce, insertFormFile } from "#db/queries/prescribed-forms.ts";
import { auditEntries, notifications } from "#db/schema/accounts.ts";
import { transact } from "#db/transact.ts";
import { theOtherAdmin } from "#test/support/law-changes.ts";
import { asFile, lockedPdf } from "#test/support/pdf-files.ts";
import { aFormPdf, keptForm, proposesForm, waitingForm } from "#test/support/prescribed-forms.ts";
import { refusedBy } from "#test/support/refused-by.ts";
import {
  aCreditor,
  aWorld,
  type Person,
  passTime,
  theAdmin,
  turnTo,
  value,
  type World,
} from "#test/support/world.ts";

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
const decide = (by: Person, { id, form }: FormFileRow, verdict: DecideFormFile["verdict"]) =>
  settleFormFile(world.ctx(by.actor), { form, fileId: id, verdict, note: "Not this one." } as DecideFormFile);

test("nobody decides a file of their own; another administrator does, once, and it is told and written down", async () => {
  value(await proposesForm(world));
  const row = await waitingForm(world, "replyForm");
  expect(kindOf(await proposesForm(world, { edition: "Another" }))).toBe("overtaken");
  expect(kindOf(await decide(first, row, "approved"))).toBe("own-proposal");
  expect(kindOf(await decide(second, row, "withdrawn"))).toBe("not-yours");
  expect(kindOf(await decide(second, { ...row, id: newId(world.now) }, "approved"))).toBe("gone");
  expect(await formsInForce(world.db, ["replyForm"])).toEqual([]);
  value(await decide(second, row, "approved"));
  for (const verdict of ["approved", "refused", "withdrawn"] as const)
    expect(kindOf(await decide(second, row, verdict))).toBe("gone");
  const done = await world.db.select().from(auditEntries);
  expect(done.filter(({ subjectId }) => subjectId === row.id).map(({ operation }) => operation)).toEqual([
    "form_file.proposed",
    "form_file.approved",
  ]);
  const told = (await world.db.select().from(notifications)).filter(({ kind }) =>
    kind.startsWith("form_file_"),
  );
  expect(told.map(({ userId, kind }) => [userId, kind])).toEqual([
    [second.userId, "form_file_proposed"],
    [first.userId, "form_file_approved"],
  ]);
});

test("the last approved file is enclosed; one that was refused or taken back changes nothing, and both are told of later", async () => {
  await passTime(world, { hours: 1 });
  const old = await keptForm(world, { form: "informationSheet", edition: "2017" });
  await passTime(world, { hours: 1 });
  const now = await keptForm(world, { form: "informationSheet", edition: "2024", pages: 3 });
  expect(await formsInForce(world.db, ["informationSheet"])).toMatchObject([
    { id: now.id, edition: "2024", documentHash: now.documentHash, pages: 3 },
  ]);
  value(await proposesForm(world, { form: "informationSheet", edition: "2031" }));
  value(await decide(second, await waitingForm(world, "informationSheet"), "refused"));
  value(await proposesForm(world, { form: "informationSheet", edition: "2032" }));
  value(await decide(first, await waitingForm(world, "informationSheet"), "withdrawn"));
  expect((await formsInForce(world.db, ["informationSheet"]))[0].edition).toBe("2024");
  const page = await readForm(world.ctx(first.actor), "informationSheet");
  expect(page?.standing?.edition).toBe("2024");
  expect(page?.decided.map(({ edition, status }) => [edition, status])).toEqual([
    ["2032", "withdrawn"],
    ["2031", "refused"],
    ["2017", "approved"],
  ]);
  expect(await world.ctx(first.actor).documents.get(world.db, old.documentHash)).not.toBeNull();
});

test("forms are put in the order asked for, and one that nobody keeps is left out", async () => {
  const forms = await formsInForce(world.db, ["financialStatement", "informationSheet", "replyForm"]);
  expect(forms.map(({ form }) => form)).toEqual(["informationSheet", "replyForm"]);
});

test("only a PDF that can be printed is taken: no text, no picture, none under a password, none of many pages", async () => {
  const ctx = world.ctx(first.actor);
  const propose = (file: File) => proposeFormFile(ctx, { form: "financialStatement", edition: "2024", file });
  const many = asFile(await aFormPdf("Much", 25), "many.pdf");
  const locked = asFile(await lockedPdf("A reply form"), "locked.pdf");
  const broken = asFile(new TextEncoder().encode("%PDF-1.7\nnothing else\n%%EOF"), "broken.pdf");
  const text = new File(["A reply form."], "form.txt");
  expect(kindOf(await propose(many))).toBe("unprintable");
  expect(kindOf(await propose(broken))).toBe("unprintable");
  expect(kindOf(await propose(locked))).toBe("unprintable");
  expect(kindOf(await propose(text))).toBe("unprintable");
  expect(kindOf(await propose(asFile(await aFormPdf("x"), "form.txt")))).toBe("file-type");
  expect(kindOf(await propose(new File([], "form.pdf")))).toBe("file-empty");
});

test("forms are there for administrators alone", async () => {
  const creditor = await aCreditor(world);
  const ctx = world.ctx(creditor.actor);
  const file = asFile(await aFormPdf("x"), "form.pdf");
  expect(await readForms(ctx)).toBeNull();
  expect(await readForm(ctx, "replyForm")).toBeNull();
  expect(kindOf(await proposeFormFile(ctx, { form: "replyForm", edition: "x", file }))).toBe("not-allowed");
  expect(await readForm(world.ctx(first.actor), "constructor")).toBeNull();
});

test("the database keeps four eyes, the very file and what was decided, whoever asks in the product's name", async () => {
  value(await proposesForm(world, { form: "financialStatement" }));
  const open = await waitingForm(world, "financialStatement");
  const as = (who: Person, statement: string) =>
    transact<null, never>(world.ctx(who.actor), async (tx) => {
      await tx.execute(sql.raw(statement));
      return ok(null);
    });
  const set = (what: string) => `update prescribed_form_files set ${what} where id = '${open.id}'`;
  const approvedBy = ({ userId }: Person) =>
    `status = 'approved', decided_by = '${userId}', decided_at = now()`;
  expect(await refusedBy(as(first, set(approvedBy(first))))).toBe("prescribed_form_files_four_eyes");
  expect(await refusedBy(as(first, set(approvedBy(second))))).toBe("RG009");
  const stranger = await aCreditor(world);
  expect(await refusedBy(as(stranger, set(approvedBy(stranger))))).toBe("RG009");
  for (const what of ["pages = 9", "edition = 'x'", "document_hash = 'x'"])
    expect(await refusedBy(as(second, set(what))), what).toBe("42501");
  const entered = (who: Person, row: Partial<FormFileRow>) =>
    transact<null, never>(world.ctx(who.actor), async (tx) => {
      await insertFormFile(tx, { ...open, id: newId(world.now), form: "replyForm", ...row });
      return ok(null);
    });
  expect(await refusedBy(entered(stranger, { proposedBy: stranger.userId }))).toBe("RG009");
  expect(await refusedBy(entered(first, { documentHash: "0".repeat(64) }))).toBe("RG001");
  const decided = { decidedBy: second.userId, decidedAt: world.now };
  expect(await refusedBy(entered(first, { status: "approved", ...decided }))).toBe("RG009");
  value(await decide(second, open, "approved"));
  expect(await refusedBy(as(second, set("status = 'refused'")))).toBe("RG001");
  for (const statement of ["delete from", "truncate"])
    expect(await refusedBy(as(second, `${statement} prescribed_form_files`))).toBe("42501");
  await expect(world.owner.execute(sql`delete from prescribed_form_files`)).rejects.toThrow();
});
