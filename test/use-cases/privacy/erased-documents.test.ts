import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { openDocumentKey } from "#app/gateways/document-keys.server.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import { readDocument } from "#app/use-cases/accounts/read-document.server.ts";
import { discardDraft } from "#app/use-cases/cases/discard-draft.server.ts";
import { readBatchFile } from "#app/use-cases/contact/batch-view.server.ts";
import { messageView } from "#app/use-cases/contact/contact-view.server.ts";
import { listEvidence } from "#app/use-cases/evidence/list-evidence.server.ts";
import { readTexts } from "#app/use-cases/evidence/read-texts.server.ts";
import { closeCase } from "#app/use-cases/timeline/close-case.server.ts";
import { evidenceItems } from "#db/schema/cases.ts";
import { letterBatches } from "#db/schema/contact.ts";
import { documentKeys } from "#db/schema/document-keys.ts";
import { documentTexts } from "#db/schema/document-texts.ts";
import { documents } from "#db/schema/documents.ts";
import { keysOf } from "#test/support/documents.ts";
import { dumpOf } from "#test/support/dump.ts";
import { aRowThatNames, erasureScene, secretWords } from "#test/support/erased-documents.ts";
import { threeToPost } from "#test/support/letter-batch.ts";
import { aWorld, passTime, turnTo, value, type World } from "#test/support/world.ts";

let world: World;
let scene: ReturnType<typeof erasureScene>;
beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-01-12T10:00:00Z");
  scene = erasureScene(world);
});
afterAll(() => world.close());

test("equal bytes of two cases stay with the second when the first is erased, and are gone for good when both are; handed in again they open under a new key", async () => {
  const { aPaper, aCaseWith, erase, sweep, opens, onTheShelf, evidenceOn, whateverIsNeededOpens } = scene;
  const bytes = await aPaper();
  const [one, other] = [await aCaseWith(bytes), await aCaseWith(bytes)];
  while (value(await readTexts(world.ctx(system))) > 0) {
    // Until what they say is read.
  }
  const [first] = await keysOf(world, sha256(bytes));
  const [{ textHash }] = await world.owner
    .select()
    .from(documentTexts)
    .where(eq(documentTexts.sha256, sha256(bytes)));
  const [textKey] = await keysOf(world, textHash ?? "");

  await erase(one);
  value(await sweep());
  expect(await opens(bytes)).toBe(true);
  expect(await onTheShelf(first.name)).toBe(true);
  const [ofOther] = await evidenceOn(other.caseId);
  expect(await readDocument(other.ctx, ofOther.documentId)).toMatchObject({ kind: "kept" });
  const [ofOne] = await evidenceOn(one.caseId);
  expect(await readDocument(one.ctx, ofOne.documentId)).toMatchObject({
    kind: "erased",
    erasure: { rule: { id: "OP-RET-01" } },
  });

  await erase(other);
  expect(await opens(bytes)).toBe(false);
  expect(await keysOf(world, sha256(bytes))).toMatchObject([{ name: first.name, sealed: null }]);
  expect(await keysOf(world, textHash ?? "")).toMatchObject([{ name: textKey.name, sealed: null }]);
  expect(await world.owner.$count(documentTexts, eq(documentTexts.sha256, sha256(bytes)))).toBe(0);
  value(await sweep());
  expect([await onTheShelf(first.name), await onTheShelf(textKey.name)]).toEqual([false, false]);
  expect(value(await sweep())).toBe(0);

  const third = await aCaseWith(bytes);
  expect(await opens(bytes)).toBe(true);
  const keys = await keysOf(world, sha256(bytes));
  expect(keys.filter(({ destroyedAt }) => !destroyedAt)).toHaveLength(1);
  expect(keys).toHaveLength(2);
  const [ofThird] = await evidenceOn(third.caseId);
  expect(await readDocument(third.ctx, ofThird.documentId)).toMatchObject({ kind: "kept" });
  expect(await readDocument(other.ctx, ofOther.documentId)).toMatchObject({ kind: "erased" });
  await whateverIsNeededOpens();
}, 60_000);

/** Everything that opens for somebody who has the database, a copy of the shelf and the application's secret. */
async function allThatOpens(folder: string): Promise<string> {
  const { secrets } = world.services;
  const all = [...(await dumpOf(world.owner)).values()].join("\n");
  const rows = [...new Set(all.match(/\\x02[0-9a-f]{58,}/g) ?? [])].map((hex) =>
    Buffer.from(hex.slice(2), "hex"),
  );
  const hashes = (await world.owner.select().from(documentKeys)).map(({ sha256: hash }) => hash);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  const found: Buffer[] = [];
  for (const { name, parentPath } of files) {
    const kept = readFileSync(join(parentPath, name));
    found.push(kept);
    for (const hash of new Set(hashes)) found.push(secrets.unsealBytes("documents", kept, hash) ?? kept);
    for (const row of rows) {
      try {
        const key = openDocumentKey(secrets, name, row);
        for (const hash of new Set(hashes)) found.push(key.open(kept, hash) ?? kept);
      } catch {
        // It is no key of this file.
      }
    }
  }
  return found.map((bytes) => bytes.toString("latin1")).join("\n");
}

test("after the erasure nothing of a document opens with the database, the application's secret and a copy of the shelf from before", async () => {
  const { aCaseWith, erase, sweep } = scene;
  const bytes = Buffer.from(
    `%PDF-1.4\n% ${secretWords}, in the clear\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n`,
  );
  const kase = await aCaseWith(bytes);
  const copy = mkdtempSync(join(tmpdir(), "rung-shelf-copy-"));
  const said = `${secretWords}, in the clear`;
  cpSync(world.folder, copy, { recursive: true });
  expect(await allThatOpens(copy)).toContain(said);
  await erase(kase);
  expect(await allThatOpens(copy)).not.toContain(said);
  value(await sweep());
  expect(await allThatOpens(world.folder)).not.toContain(said);
  rmSync(copy, { recursive: true, force: true });
}, 60_000);

test("the evidence page of an erased case says when and by which term its documents went, and what the log keeps of each", async () => {
  const { aPaper, aCaseWith, erase, evidenceOn } = scene;
  const kase = await aCaseWith(await aPaper(), await aPaper());
  expect((await listEvidence(kase.ctx, kase.caseId))?.erased).toBeNull();
  await erase(kase);
  const shown = await listEvidence(kase.ctx, kase.caseId);
  expect(shown).toMatchObject({ items: [], open: false, erased: { rule: { id: "OP-RET-01" } } });
  expect(shown?.erased?.on).toBe(world.now.toISOString().slice(0, 10));
  const hashes = (await evidenceOn(kase.caseId)).map(({ sha256: hash }) => hash).sort();
  expect(shown?.erased?.items.map(({ sha256: hash }) => hash).sort()).toEqual(hashes);
});

test("what a draft that is thrown away had is gone, but not what another case has too", async () => {
  const { handIn, aPaper, aCaseWith, opens, evidenceOn, aBareDraft } = scene;
  const [shared, alone] = [await aPaper(), await aPaper()];
  const kase = await aCaseWith(shared);
  const draft = await aBareDraft();
  for (const bytes of [shared, alone]) await handIn(draft, bytes);
  const [item] = (await evidenceOn(draft.caseId)).filter((each) => each.sha256 === sha256(alone));
  value(await discardDraft(draft.ctx, { caseId: draft.caseId }));
  expect([await opens(shared), await opens(alone)]).toEqual([true, false]);
  expect(await readDocument(draft.ctx, item.documentId)).toEqual({ kind: "erased", erasure: null });
  expect((await listEvidence(kase.ctx, kase.caseId))?.items).toHaveLength(1);
});

test("whatever else names a document keeps it: a paper of a firm, a licence, an amendment, the law, or something that is not known here", async () => {
  const { aPaper, aCaseWith, erase } = scene;
  const columns = [
    ["engagements", "document_id"],
    ["engagements", "authority_document_id"],
    ["engagements", "certificate_document_id"],
    ["amendments", "document_id"],
    ["amendments", "certificate_document_id"],
    ["licences", "proof_document_id"],
    ["licences", "look_up_document_id"],
    ["insurances", "document_id"],
    ["law_changes", "body"],
  ] as const;
  const bytes = await aPaper();
  await erase(await aCaseWith(bytes));
  const [{ id }] = await world.owner
    .select()
    .from(documents)
    .where(eq(documents.sha256, sha256(bytes)));
  const held = async (tx: Pick<World["owner"], "execute">) =>
    (await tx.execute(sql`select from document_holds where document_id = ${id}`)).length > 0;
  expect(await held(world.owner)).toBe(false);
  const undo = new Error("undo");
  for (const [table, column] of columns) {
    const tried = world.owner.transaction(async (tx) => {
      await aRowThatNames(tx, { table, column, documentId: id });
      expect(await held(tx), `${table}.${column}`).toBe(true);
      throw undo;
    });
    await expect(tried, `${table}.${column}`).rejects.toBe(undo);
  }
  const unknown = world.owner.transaction(async (tx) => {
    await tx.delete(evidenceItems).where(eq(evidenceItems.documentId, id));
    expect(await held(tx)).toBe(true);
    throw undo;
  });
  await expect(unknown).rejects.toBe(undo);
});

test("the printed sheets of a batch go with the first of its debtors who is erased; every other letter is read by itself, and the batch's page says so", async () => {
  const { keep, sweep, whateverIsNeededOpens } = scene;
  const post = await threeToPost(world);
  await post.askAll();
  const { batchId } = value(await post.make());
  await post.work();
  value(await post.posted(batchId));
  await post.work();
  const ctx = world.ctx(post.lawyer.actor);
  expect(await readBatchFile(ctx, batchId, "pdf")).toMatchObject({ form: "pdf" });
  const [{ documentHash }] = await world.owner.select().from(letterBatches);
  const { caseId, creditor } = await post.caseAt(batchId, 2);
  const closing = { caseId, closing: "closed_withdrawn", note: "No more of it." } as const;
  value(await closeCase(world.ctx(creditor.actor), closing));
  await passTime(world, { days: 7 * 366 });
  await keep();
  value(await sweep());

  expect((await keysOf(world, documentHash ?? "")).map(({ sealed }) => sealed)).toEqual([null]);
  const view = await post.view(batchId);
  expect(view.erasedOn).toBe(world.now.toISOString());
  expect(view.rows.map(({ place, isErased }) => [place, isErased])).toEqual([
    [1, false],
    [2, true],
    [3, false],
  ]);
  const later = world.ctx(post.lawyer.actor);
  expect(await readBatchFile(later, batchId, "pdf")).toBeNull();
  const sheet = await readBatchFile(later, batchId, "csv");
  expect(sheet?.form === "csv" && sheet.text.split("\n")[2]).toMatch(/^2,,Personal data erased,/);
  const other = view.rows[0];
  expect((await messageView(later, { caseId: other.caseId, id: other.id }))?.message.letter?.body).toContain(
    "Hattie Hollyhock",
  );
  await whateverIsNeededOpens();
}, 60_000);
