import { eq } from "drizzle-orm";
import { degrees, PDFDocument } from "pdf-lib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { exportBundle } from "#app/use-cases/bundle/export-bundle.server.ts";
import { verifyBundle } from "#app/use-cases/bundle/verify-bundle.server.ts";
import { addEvidence } from "#app/use-cases/evidence/add-evidence.server.ts";
import type { Reader } from "#db/client.ts";
import { auditEntries } from "#db/schema/accounts.ts";
import { evidenceItems } from "#db/schema/cases.ts";
import { filesOf } from "#test/support/bundle.ts";
import { takeStep, until } from "#test/support/ladder.ts";
import { anEngagedCase, anOpenRound } from "#test/support/market.ts";
import { docxSaying, savedMail } from "#test/support/office-files.ts";
import { aLawyer, aWorld, type Person, passTime, value, type World } from "#test/support/world.ts";

let world: World;
let lawyer: Person;

beforeAll(async () => {
  world = await aWorld();
  lawyer = await aLawyer(world);
});
afterAll(() => world.close());

const exported = async (caseId: string) => value(await exportBundle(world.ctx(system), caseId));

async function aPaper(pages: number, draw: (paper: PDFDocument) => void = () => {}): Promise<Uint8Array> {
  const paper = await PDFDocument.create();
  for (let at = 0; at < pages; at += 1)
    paper.addPage([595, 842]).drawText(`Page ${at + 1}`, { x: 60, y: 700 });
  draw(paper);
  return paper.save();
}

type Exhibit = { name: string; type: string; bytes: Uint8Array; title?: string };

const add = async (person: Person, caseId: string, { name, type, bytes, title }: Exhibit) => {
  const file = new File([new Uint8Array(bytes)], name, { type });
  return value(await addEvidence(world.ctx(person.actor), { caseId, kind: "other", title, file }));
};
const pdf = (name: string, bytes: Uint8Array, title?: string) => ({
  name,
  type: "application/pdf",
  bytes,
  title,
});

/** The smallest PNG there is: one grey dot. */
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==",
  "base64",
);

test("a case that ran, with a blocked attempt, is bundled and holds; twice on one day it is the same bytes", async () => {
  const { caseId } = await anEngagedCase(world, lawyer);
  await until(world, 1, "23:30");
  const attempt = value(await takeStep(world, lawyer, { caseId, type: "file_suit", forumState: "CA" }));
  expect(attempt.recorded).toBe(false);
  const made = await exported(caseId);
  expect(verifyBundle(made.bytes, { pin: made.signer.fingerprint })).toMatchObject({
    holds: true,
    notes: [],
  });
  const law = JSON.parse(filesOf(made.bytes).get("law.json")?.toString() ?? "");
  expect(law.rules.map(({ rule }: { rule: string }) => rule)).toContain("POL-LADDER-06");
  expect(Buffer.compare(made.bytes, (await exported(caseId)).bytes)).toBe(0);
  await passTime(world, { days: 1 });
  expect(Buffer.compare(made.bytes, (await exported(caseId)).bytes)).not.toBe(0);
  const audited = await world.owner.select().from(auditEntries).where(eq(auditEntries.subjectId, caseId));
  expect(audited.filter(({ operation }) => operation === "bundle.exported")).toHaveLength(3);
});

test("exhibits of every kind are shown as pages, numbered through, or introduced by a sheet that says why not", async () => {
  const { caseId, creditor } = await anOpenRound(world);
  const turned = await aPaper(2, (paper) => {
    paper.getPage(0).setRotation(degrees(90));
    paper.getPage(1).setRotation(degrees(-180));
    paper.getPage(1).setCropBox(100, 100, 200, 200);
  });
  await add(creditor, caseId, pdf("turned.pdf", turned));
  await add(creditor, caseId, { name: "dot.png", type: "image/png", bytes: png });
  await add(creditor, caseId, {
    name: "mail.txt",
    type: "text/plain",
    bytes: Buffer.from("你好, dear debtor\tשלום"),
  });
  const long = Buffer.from("word ".repeat(30_000));
  await add(creditor, caseId, { name: "long.txt", type: "text/plain", bytes: long });
  await add(creditor, caseId, { name: "promise.eml", type: "message/rfc822", bytes: savedMail });
  await add(creditor, caseId, { name: "letter.docx", type: "", bytes: docxSaying(["x"]) });
  const webp = Buffer.concat([Buffer.from("RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0/", "latin1"), Buffer.alloc(13)]);
  await add(creditor, caseId, { name: "scan.webp", type: "image/webp", bytes: webp });

  const { bytes, manifest } = await exported(caseId);
  expect(verifyBundle(bytes).flaws).toEqual([]);
  const shown = manifest.exhibits.map(({ fileName, pages, unshown }) => [
    fileName,
    unshown ?? (pages ? pages.last - pages.first + 1 : null),
  ]);
  expect(shown).toEqual([
    ["contract.pdf", "unreadable"],
    ["invoice.pdf", "unreadable"],
    ["turned.pdf", 2],
    ["dot.png", 1],
    ["mail.txt", 1],
    ["long.txt", "too_large"],
    ["promise.eml", 1],
    ["letter.docx", "other_type"],
    ["scan.webp", "other_type"],
  ]);
  const bound = await PDFDocument.load(filesOf(bytes).get("bundle.pdf") ?? "", { updateMetadata: false });
  expect(bound.getPageCount()).toBe(manifest.pages);
  const [, , paper] = manifest.exhibits;
  const [first, second] = [paper.pages?.first ?? 0, paper.pages?.last ?? 0].map((page) =>
    bound.getPage(page - 1),
  );
  expect([first.getRotation().angle, second.getCropBox()]).toEqual([
    90,
    { x: 100, y: 100, width: 200, height: 200 },
  ]);
  expect(manifest.exhibits.at(-1)?.sheet).toBe(manifest.pages);
  expect(bound.getCreationDate()?.toISOString()).toBe(`${manifest.head.recordedAt.slice(0, 19)}.000Z`);
});

test("names in any script, with signs that turn the writing or draw a picture, are told in full and packed in plain", async () => {
  const { caseId, creditor } = await anOpenRound(world);
  const names = [
    "😀 invoice 👨‍👩‍👧.pdf",
    "חשבונית‮fdp.pdf",
    "فاتورة.pdf",
    "发票-第2号.pdf",
    "Überweisung Straße.pdf",
    "..pdf",
  ];
  for (const [at, name] of names.entries()) {
    await add(creditor, caseId, pdf(name, await aPaper(1, (paper) => paper.setSubject(String(at))), name));
  }
  const { bytes, manifest } = await exported(caseId);
  expect(verifyBundle(bytes).flaws).toEqual([]);
  const told = manifest.exhibits.slice(2);
  expect(told.map(({ fileName }) => fileName)).toEqual(names);
  expect(told.map(({ file }) => file)).toEqual([
    "exhibits/003-invoice.pdf",
    "exhibits/004-fdp.pdf",
    "exhibits/005-other.pdf",
    "exhibits/006-2.pdf",
    "exhibits/007-Uberweisung-Stra-e.pdf",
    "exhibits/008-other.pdf",
  ]);
});

test("an exhibit of three hundred pages is taken in, page for page, in seconds", async () => {
  const { caseId, creditor } = await anOpenRound(world);
  await add(creditor, caseId, pdf("ledger.pdf", await aPaper(300)));
  const before = performance.now();
  const { bytes, manifest } = await exported(caseId);
  expect(performance.now() - before).toBeLessThan(15_000);
  const ledger = manifest.exhibits.at(-1)?.pages;
  expect(ledger && ledger.last - ledger.first + 1).toBe(300);
  expect(verifyBundle(bytes).holds).toBe(true);
}, 60_000);

test("a Chinese case is bundled in Chinese", async () => {
  const debtor = { country: "CN", province: "CN-440000", city: "CN-440300", name: "深圳示例贸易有限公司" };
  const { caseId } = await anOpenRound(world, { debtor, claim: { currency: "CNY" } });
  const { bytes, manifest } = await exported(caseId);
  expect(manifest).toMatchObject({ language: "zh", pack: { id: "CN" }, case: { jurisdiction: "CN" } });
  expect(verifyBundle(bytes)).toMatchObject({ holds: true, notes: [] });
  const bound = await PDFDocument.load(filesOf(bytes).get("bundle.pdf") ?? "", { updateMetadata: false });
  expect(bound.getTitle()).toBe(`证据卷宗 ${manifest.case.code}`);
});

test("a lost or changed original, a log that does not hold and a case that is not there give no bundle", async () => {
  const { caseId, creditor } = await anOpenRound(world);
  const title = "The ledger";
  await add(creditor, caseId, pdf("ledger.pdf", await aPaper(1), title));
  const [item] = (
    await world.owner.select().from(evidenceItems).where(eq(evidenceItems.caseId, caseId))
  ).slice(-1);
  const documents = { ...world.services.documents };
  const without = (bytes: Uint8Array | null) => ({
    ...world.ctx(system),
    documents: {
      ...documents,
      get: async (reader: Reader, hash: string) =>
        hash === item.sha256 ? bytes : documents.get(reader, hash),
    },
  });
  for (const bytes of [null, Buffer.from("something else")]) {
    expect(await exportBundle(without(bytes), caseId)).toEqual({
      ok: false,
      error: { kind: "exhibit-lost", title, sha256: item.sha256 },
    });
  }
  const foreign = world.ctx({ ...creditor.actor, orgId: lawyer.orgId });
  for (const attempt of [
    exportBundle(foreign, caseId),
    exportBundle(world.ctx(system), "01a20756-1c28-7424-9db0-2c04ebe1adf4"),
  ]) {
    expect(await attempt).toEqual({ ok: false, error: { kind: "case-not-found" } });
  }
  await world.owner.execute("alter table timeline_events disable trigger timeline_events_frozen");
  expect(await exportBundle(world.ctx(system), caseId)).toMatchObject({ error: { kind: "log-broken" } });
  await world.owner.execute("alter table timeline_events enable trigger timeline_events_frozen");
  expect((await exportBundle(world.ctx(system), caseId)).ok).toBe(true);
});
