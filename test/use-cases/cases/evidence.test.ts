import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { factsOf } from "#app/domain/timeline/facts.ts";
import { readDocument } from "#app/use-cases/accounts/read-document.server.ts";
import { exportBundle } from "#app/use-cases/bundle/export-bundle.server.ts";
import { verifyBundle } from "#app/use-cases/bundle/verify-bundle.server.ts";
import { discardDraft } from "#app/use-cases/cases/discard-draft.server.ts";
import { editCase } from "#app/use-cases/cases/edit-case.server.ts";
import { reopenCase } from "#app/use-cases/cases/reopen-case.server.ts";
import { addDraftEvidence } from "#app/use-cases/evidence/add-draft-evidence.server.ts";
import { addEvidence } from "#app/use-cases/evidence/add-evidence.server.ts";
import { listEvidence } from "#app/use-cases/evidence/list-evidence.server.ts";
import { removeDraftEvidence } from "#app/use-cases/evidence/remove-draft-evidence.server.ts";
import { evidenceOf } from "#app/use-cases/evidence-of.server.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { documentSights } from "#db/schema/document-sights.ts";
import { anAward, anEngagedCase } from "#test/support/market.ts";
import { aDraft, aPostedCase } from "#test/support/posting.ts";
import {
  aCreditor,
  aLawyer,
  aPdf,
  aWorld,
  type Person,
  theAdmin,
  value,
  type World,
} from "#test/support/world.ts";

let world: World;
let lawyer: Person;
beforeAll(async () => {
  world = await aWorld();
  lawyer = await aLawyer(world);
});
afterAll(() => world.close());

const html = new File(["<script>alert(1)</script>"], "invoice.pdf", { type: "application/pdf" });

test("a file that lies about what it is, an empty one and a huge one are refused and kept nowhere", async () => {
  const { caseId, ctx } = await aDraft(world, { evidence: [] });
  const add = (file: File) => addDraftEvidence(ctx, { caseId, kind: "invoice", file });
  expect(await add(html)).toEqual({ ok: false, error: { kind: "file-type" } });
  expect(await add(new File([await aPdf().arrayBuffer()], "photo.png"))).toMatchObject({
    error: { kind: "file-type" },
  });
  expect(await add(new File([], "empty.pdf"))).toMatchObject({ error: { kind: "file-empty" } });
  const huge = new File([new Uint8Array(10 * 1024 * 1024 + 1)], "huge.pdf");
  expect(await add(huge)).toMatchObject({ error: { kind: "file-too-large" } });
  expect(await evidenceOf(world.db, world.services, caseId)).toEqual([]);
});

test("the same bytes under another name are found out and named", async () => {
  const { caseId, ctx } = await aDraft(world, { evidence: [] });
  const add = (name: string, title?: string) =>
    addDraftEvidence(ctx, { caseId, kind: "invoice", title, file: aPdf(name, "same") });
  value(await add("one.pdf", "Invoice 7"));
  expect(await add("two.pdf")).toEqual({
    ok: false,
    error: { kind: "duplicate-evidence", title: "Invoice 7" },
  });
  expect(await evidenceOf(world.db, world.services, caseId)).toHaveLength(1);
});

test("a document can be taken out of a draft, but not out of a case's log", async () => {
  const { caseId, ctx } = await aDraft(world);
  const [item] = await evidenceOf(world.db, world.services, caseId);
  value(await removeDraftEvidence(ctx, { caseId, evidenceId: item.id }));
  expect(await evidenceOf(world.db, world.services, caseId)).toEqual([]);

  const posted = await aPostedCase(world);
  value(await reopenCase(posted.ctx, posted));
  const [named] = await evidenceOf(world.db, world.services, posted.caseId);
  expect(await removeDraftEvidence(posted.ctx, { caseId: posted.caseId, evidenceId: named.id })).toEqual({
    ok: false,
    error: { kind: "evidence-recorded" },
  });
});

test("discarding an edit takes its new documents along and leaves the case's own", async () => {
  const { caseId, ctx } = await aPostedCase(world);
  value(await reopenCase(ctx, { caseId }));
  value(await addDraftEvidence(ctx, { caseId, kind: "contract", file: aPdf("new.pdf", "new") }));
  expect(value(await discardDraft(ctx, { caseId }))).toEqual({ posted: true });
  expect((await evidenceOf(world.db, world.services, caseId)).map(({ kind }) => kind)).toEqual(["invoice"]);
});

test("a document added after posting is in the log and gives the law what it asks for", async () => {
  const { caseId, ctx } = await aPostedCase(world, { evidence: ["correspondence"] });
  value(await addEvidence(ctx, { caseId, kind: "statement", file: aPdf("statement.pdf", "s") }));
  const events = await eventsOf(world.owner, caseId);
  const items = await evidenceOf(world.owner, world.services, caseId);
  const statement = items.find(({ kind }) => kind === "statement");
  expect(events.at(-1)).toMatchObject({ type: "fact_added", payload: { evidenceIds: [statement?.id] } });
  expect(factsOf(events).documents).toEqual({ itemisedAccountId: statement?.id, primaryDocumentId: null });
});

test("evidence names the debtor: only its creditor, its engaged collector and admins can read it", async () => {
  const signing = await anAward(world, [lawyer]);
  const [early] = await evidenceOf(world.owner, world.services, signing.caseId);
  expect(await readDocument(world.ctx(lawyer.actor), early.documentId)).toBeNull();
  expect(await listEvidence(world.ctx(lawyer.actor), signing.caseId)).toBeNull();

  const { caseId, creditor } = await anEngagedCase(world, lawyer);
  const [item] = await evidenceOf(world.owner, world.services, caseId);
  const reads = async (person: Person) =>
    (await readDocument(world.ctx(person.actor), item.documentId)) !== null;
  expect(await reads(creditor)).toBe(true);
  expect(await reads(lawyer)).toBe(true);
  expect(await reads(await theAdmin(world))).toBe(true);
  expect(await reads(await aCreditor(world))).toBe(false);
  expect(await reads(await aLawyer(world))).toBe(false);
});

test("a stranger adds nothing to a case and nothing to a draft", async () => {
  const { caseId } = await aPostedCase(world);
  const draft = await aDraft(world);
  const stranger = world.ctx((await aCreditor(world)).actor);
  const evidence = { kind: "invoice" as const, file: aPdf("x.pdf", "x") };
  expect(await addEvidence(stranger, { caseId, ...evidence })).toMatchObject({
    error: { kind: "case-not-found" },
  });
  expect(await addDraftEvidence(stranger, { caseId: draft.caseId, ...evidence })).toMatchObject({
    error: { kind: "draft-not-found" },
  });
  expect(await evidenceOf(world.db, world.services, caseId)).toHaveLength(1);
});

test("documents added in an edit come into the log with it", async () => {
  const { caseId, ctx } = await aPostedCase(world, { evidence: ["correspondence"] });
  value(await reopenCase(ctx, { caseId }));
  value(await addDraftEvidence(ctx, { caseId, kind: "contract", file: aPdf("contract.pdf", "c") }));
  value(await editCase(ctx, { caseId }));
  const events = await eventsOf(world.owner, caseId);
  expect(events.at(-1)?.payload.evidenceIds).toHaveLength(2);
  expect(factsOf(events).documents?.primaryDocumentId).not.toBeNull();
});

test("a newer version takes the older one's place before the law, and both stay: on the case, in its log and in the bundle", async () => {
  const { caseId, ctx } = await aPostedCase(world, { evidence: ["invoice"] });
  const [first] = await evidenceOf(world.owner, world.services, caseId);
  const add = (note: string, replaces: string) =>
    addEvidence(ctx, {
      caseId,
      kind: "invoice",
      title: `Invoice, ${note}`,
      file: aPdf("invoice.pdf", note),
      replaces,
    });
  value(await add("mended", first.id));
  const [, second] = await evidenceOf(world.owner, world.services, caseId);
  value(await add("mended again", second.id));

  const items = (await listEvidence(ctx, caseId))?.items ?? [];
  expect(items.map(({ older, newer }) => [older?.title ?? null, newer?.title ?? null])).toEqual([
    [null, "Invoice, mended"],
    [first.title, "Invoice, mended again"],
    ["Invoice, mended", null],
  ]);
  const events = await eventsOf(world.owner, caseId);
  expect(events.at(-1)?.payload).toMatchObject({ evidenceIds: [items[2].id], refs: { replaces: second.id } });
  expect(factsOf(events).documents).toEqual({
    itemisedAccountId: items[2].id,
    primaryDocumentId: items[2].id,
  });
  const made = value(await exportBundle(world.ctx(system), caseId));
  expect(made.manifest.exhibits.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
  expect(verifyBundle(made.bytes)).toMatchObject({ holds: true, notes: [] });
});

test("an item has one newer version, of its own case: a second one, a stranger's and one at the same time are refused", async () => {
  const { caseId, ctx } = await aPostedCase(world, { evidence: ["contract"] });
  const [old] = await evidenceOf(world.owner, world.services, caseId);
  const [foreign] = await evidenceOf(world.owner, world.services, (await aPostedCase(world)).caseId);
  const add = (note: string, replaces: string) =>
    addEvidence(ctx, { caseId, kind: "contract", file: aPdf("contract.pdf", note), replaces });
  const both = await Promise.all([add("one", old.id), add("other", old.id)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  for (const replaces of [old.id, foreign.id])
    expect(await add("late", replaces)).toEqual({ ok: false, error: { kind: "not-replaceable" } });
  expect(await evidenceOf(world.owner, world.services, caseId)).toHaveLength(2);
});

test("every time a document is taken out is kept with who and what for, is shown to the case's sides, and is never changed", async () => {
  const { caseId, creditor } = await anEngagedCase(world, lawyer);
  const [item] = await evidenceOf(world.owner, world.services, caseId);
  const admin = await theAdmin(world);
  for (const { actor } of [creditor, lawyer, admin, await aLawyer(world)])
    await readDocument(world.ctx(actor), item.documentId);
  const kept = await world.owner
    .select()
    .from(documentSights)
    .where(eq(documentSights.documentId, item.documentId));
  expect(new Map(kept.map(({ userId, purpose }) => [userId, purpose]))).toEqual(
    new Map([
      [creditor.userId, "own"],
      [lawyer.userId, "case"],
      [admin.userId, "review"],
    ]),
  );
  const shown = (await listEvidence(world.ctx(creditor.actor), caseId))?.items[0].sights ?? [];
  expect(shown.map(({ purpose }) => purpose).sort()).toEqual(["case", "own", "review"]);
  for (const write of ["update document_sights set purpose = 'own'", "delete from document_sights"])
    await expect(world.owner.execute(write)).rejects.toThrow();
});
