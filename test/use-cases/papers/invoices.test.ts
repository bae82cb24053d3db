import { eq } from "drizzle-orm";
import { PDFDocument } from "pdf-lib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import type { InvoiceContent } from "#app/domain/papers/content.ts";
import { err, ok } from "#app/domain/result.ts";
import { contentOf, issuePaper } from "#app/use-cases/issue-paper.server.ts";
import { listPapers } from "#app/use-cases/list-papers.server.ts";
import { askParticulars } from "#app/use-cases/papers/ask-particulars.server.ts";
import { cancelIssued } from "#app/use-cases/papers/cancel-invoice.server.ts";
import { invoiceView, issueInvoice } from "#app/use-cases/papers/issue-invoice.server.ts";
import { readPaperFile } from "#app/use-cases/papers/read-papers.server.ts";
import { auditEntries } from "#db/schema/accounts.ts";
import { transact } from "#db/transact.ts";
import { anEngagedCase } from "#test/support/market.ts";
import { aFeeToBill, bills, issues, papersOf, pays } from "#test/support/papers.ts";
import { aCreditor, aLawyer, aWorld, type Person, theAdmin, value, type World } from "#test/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const at = (person: Person, locale: "en" | "zh" = "en") => ({ ...world.ctx(person.actor), locale });
const year = () => world.now.getUTCFullYear();

async function fileOf(person: Person, id: string, form: "pdf" | "csv", locale: "en" | "zh" = "en") {
  const file = await readPaperFile(at(person, locale), id, form);
  if (!file) throw new Error("not there");
  return file;
}
const textOf = async (person: Person, id: string, locale: "en" | "zh" = "en") => {
  const file = await fileOf(person, id, "csv", locale);
  return file.form === "csv" ? file.text : "";
};
const bytesOf = async (person: Person, id: string, locale: "en" | "zh" = "en") => {
  const file = await fileOf(person, id, "pdf", locale);
  return file.form === "pdf" ? Buffer.from(file.bytes) : Buffer.alloc(0);
};

test("a fee that is due is billed once, to the cent of the ledger, with both sides, the basis and the tax as they stood", async () => {
  const lawyer = await aLawyer(world);
  const { caseId, creditor } = await aFeeToBill(world, lawyer);
  expect(value(await issues(world, lawyer, caseId))).toBe(`INV-${year()}-000001`);
  const [paper, ...more] = await papersOf(world, lawyer.orgId);
  expect(more).toEqual([]);
  const content = contentOf(paper) as InvoiceContent;
  expect(content).toMatchObject({
    ...{ kind: "invoice", total: "15000", net: "15000", currency: "USD", tax: [], cancels: null },
    issuer: { name: "Example Law Office", country: "US" },
    recipient: { name: "Example Creditor Ltd" },
    basis: { what: "fee", recovered: "100000", successBps: 1_500, cappedBy: null },
    notes: [{ key: "none" }],
  });
  expect(await issues(world, lawyer, caseId)).toEqual(err({ kind: "nothing-to-bill" }));
  const listed = (await listPapers(at(creditor), {})).papers;
  expect(listed.filter(({ kind }) => kind !== "receipt")).toMatchObject([
    { number: paper.number, mayCancel: false },
  ]);

  await bills(world, lawyer, { name: "Renamed Law Office" });
  expect(await textOf(creditor, paper.id)).toContain("Example Law Office");
});

test("what was not shown is not billed: another sum is refused", async () => {
  const lawyer = await aLawyer(world);
  const { caseId } = await aFeeToBill(world, lawyer);
  const other = await issueInvoice(at(lawyer), { caseId, amount: "14999" });
  expect(other).toEqual(err({ kind: "amount-changed" }));
  expect(await papersOf(world, lawyer.orgId)).toEqual([]);
});

test("an unknown tax status is asked for and never assumed, on either side, once", async () => {
  const lawyer = await aLawyer(world);
  const { caseId, creditor } = await anEngagedCase(world, lawyer);
  await pays(world, creditor, caseId, "1,000.00");
  expect((await invoiceView(at(lawyer), caseId))?.missing).toEqual({
    kind: "particulars-missing",
    whose: "issuer",
  });
  await bills(world, lawyer);
  expect((await invoiceView(at(lawyer), caseId))?.missing).toEqual({
    kind: "particulars-missing",
    whose: "recipient",
  });
  expect(await issueInvoice(at(lawyer), { caseId, amount: "15000" })).toMatchObject({ ok: false });
  expect(value(await askParticulars(world.ctx(system)))).toBeGreaterThan(0);
  expect(value(await askParticulars(world.ctx(system)))).toBe(0);
  await bills(world, creditor, { country: "DE", taxStatus: "private" });
  expect((await invoiceView(at(lawyer), caseId))?.missing).toEqual({
    kind: "tax-unknown",
    reason: "private_abroad",
  });
});

test("an invoice is corrected by a credit note alone, which names it, undoes it whole and once; then it can be billed anew", async () => {
  const lawyer = await aLawyer(world);
  const { caseId, creditor } = await aFeeToBill(world, lawyer);
  value(await issues(world, lawyer, caseId));
  const [invoice] = await papersOf(world, lawyer.orgId);
  expect(await cancelIssued(at(creditor), { paperId: invoice.id })).toEqual(err({ kind: "not-there" }));
  expect(value(await cancelIssued(at(lawyer), { paperId: invoice.id }))).toBe(`INV-${year()}-000002`);
  expect(await cancelIssued(at(lawyer), { paperId: invoice.id })).toMatchObject({
    error: { kind: "cancelled-before", by: `INV-${year()}-000002` },
  });
  const [, note] = await papersOf(world, lawyer.orgId);
  expect(contentOf(note)).toMatchObject({
    kind: "credit_note",
    total: "15000",
    cancels: { number: invoice.number },
  });
  expect(value(await issues(world, lawyer, caseId))).toBe(`INV-${year()}-000003`);
});

test("where money went back the standing invoices are undone and what is left is billed anew", async () => {
  const lawyer = await aLawyer(world);
  const { caseId, creditor } = await aFeeToBill(world, lawyer);
  value(await issues(world, lawyer, caseId));
  await pays(world, creditor, caseId, "500.00");
  value(await issues(world, lawyer, caseId));
  const before = await papersOf(world, lawyer.orgId);
  expect(before.map(({ total }) => total)).toEqual([15_000n, 7_500n]);
  // Less is due than is billed: as after a chargeback, by what the lawyer cancelled and billed too much.
  const ctx = at(lawyer);
  const extra = contentOf(before[1]) as InvoiceContent;
  const { issuerId, recipientId, subject, currency } = before[1];
  value(
    await transact(ctx, async (tx) => {
      const about = {
        kind: "invoice" as const,
        issuerId,
        recipientId,
        caseId,
        subject,
        currency,
        total: 1_000n,
      };
      return ok(await issuePaper(tx, ctx, { ...about, say: (head) => ({ ...extra, ...head }) }));
    }),
  );
  expect(await invoiceView(ctx, caseId)).toMatchObject({ undoes: true, amount: "22500" });
  value(await issues(world, lawyer, caseId));
  const all = await papersOf(world, lawyer.orgId);
  expect(all.map(({ kind }) => kind).slice(3)).toEqual([
    "credit_note",
    "credit_note",
    "credit_note",
    "invoice",
  ]);
  expect(all.map(({ nth }) => nth)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(all.at(-1)?.total).toBe(22_500n);
});

test("two papers of one issuer at once have two numbers, two issuers do not wait for each other, and a refusal leaves no gap", async () => {
  const [one, other] = [await aLawyer(world), await aLawyer(world)];
  const cases = [await aFeeToBill(world, one), await aFeeToBill(world, one), await aFeeToBill(world, one)];
  const theirs = await aFeeToBill(world, other);
  const numbers = await Promise.all([
    ...cases.map(({ caseId }) => issues(world, one, caseId)),
    issues(world, other, theirs.caseId),
  ]);
  const own = numbers
    .slice(0, 3)
    .map((each) => value(each))
    .sort();
  expect(own).toEqual([1, 2, 3].map((nth) => `INV-${year()}-00000${nth}`));
  expect(value(numbers[3])).toBe(`INV-${year()}-000001`);

  const [paper] = await papersOf(world, one.orgId);
  const ctx = at(one);
  const rolledBack = await transact(ctx, async (tx) => {
    const { issuerId, recipientId, caseId, currency } = paper;
    const about = {
      kind: "invoice" as const,
      issuerId,
      recipientId,
      caseId,
      subject: "x",
      currency,
      total: 1n,
    };
    const content = contentOf(paper) as InvoiceContent;
    const made = await issuePaper(tx, ctx, { ...about, say: (head) => ({ ...content, ...head }) });
    return made.nth === 4 ? err({ kind: "changed my mind" }) : ok(null);
  });
  expect(rolledBack).toEqual(err({ kind: "changed my mind" }));
  const more = await aFeeToBill(world, one);
  expect(value(await issues(world, one, more.caseId))).toBe(`INV-${year()}-000004`);
});

test("two clicks on one invoice issue one", async () => {
  const lawyer = await aLawyer(world);
  const { caseId } = await aFeeToBill(world, lawyer);
  const twice = await Promise.all([issues(world, lawyer, caseId), issues(world, lawyer, caseId)]);
  expect(twice.filter(({ ok: done }) => done).length).toBe(1);
  expect((await papersOf(world, lawyer.orgId)).length).toBe(1);
});

test("equal content gives equal bytes, in each language, with Chinese names shown and the fonts embedded as subsets", async () => {
  const lawyer = await aLawyer(world);
  const { caseId, creditor } = await aFeeToBill(world, lawyer);
  await bills(world, creditor, { name: "深圳示例贸易有限公司", address: "深圳市福田区示例路1号" });
  value(await issues(world, lawyer, caseId));
  const [{ id, number }] = await papersOf(world, lawyer.orgId);
  const [english, again, chinese] = [
    await bytesOf(creditor, id),
    await bytesOf(lawyer, id),
    await bytesOf(creditor, id, "zh"),
  ];
  expect(english.equals(again)).toBe(true);
  expect(english.equals(chinese)).toBe(false);
  const read = await PDFDocument.load(chinese, { updateMetadata: false });
  expect([read.getTitle(), read.getPageCount()]).toEqual([`账单 ${number}`, 1]);
  expect(chinese.toString("latin1")).toContain("/FontFile2");
  expect(chinese.byteLength).toBeLessThan(120_000);
  expect(await textOf(creditor, id, "zh")).toContain("深圳示例贸易有限公司");
});

test("a hostile name is text in a spreadsheet, and amounts stay figures", async () => {
  const lawyer = await aLawyer(world);
  const { caseId, creditor } = await aFeeToBill(world, lawyer);
  const hostile = ['=HYPERLINK("http://evil.example")', "+1", "-1+1", "@SUM(A1)", "\t=1", 'a","=1'];
  for (const name of hostile) {
    await bills(world, creditor, { name });
    value(await issues(world, lawyer, caseId));
    const [invoice] = (await papersOf(world, lawyer.orgId)).slice(-1);
    const cells = (await textOf(creditor, invoice.id))
      .split(/\r\n/)
      .flatMap((line) => line.match(/"(?:[^"]|"")*"|[^,]+/g) ?? []);
    const said = cells.map((cell) => cell.replace(/^"|"$/g, ""));
    expect(said.filter((cell) => /^\s*[=+@]|^\s*-(?!\d+(\.\d+)?$)/.test(cell))).toEqual([]);
    expect(said).toContain("150.00");
    value(await cancelIssued(at(lawyer), { paperId: invoice.id }));
  }
});

test("another firm's paper is not there, by its number's id or in a list, and who took one is on record", async () => {
  const [lawyer, stranger] = [await aLawyer(world), await aLawyer(world)];
  const { caseId, creditor } = await aFeeToBill(world, lawyer);
  value(await issues(world, lawyer, caseId));
  const [{ id }] = await papersOf(world, lawyer.orgId);
  const others = [stranger, await aCreditor(world), await theAdmin(world)];
  for (const other of others) {
    expect(await readPaperFile(at(other), id, "pdf")).toBeNull();
    expect(await cancelIssued(at(other), { paperId: id })).toEqual(err({ kind: "not-there" }));
    expect((await listPapers(at(other), { caseId })).papers).toEqual([]);
  }
  await fileOf(creditor, id, "csv");
  const logged = await world.db.select().from(auditEntries).where(eq(auditEntries.subjectId, id));
  expect(logged.map(({ operation, actorUserId }) => [operation, actorUserId]).sort()).toEqual([
    ["paper.downloaded", creditor.userId],
    ["paper.issued", lawyer.userId],
  ]);
});
