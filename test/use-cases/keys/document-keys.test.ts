import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { DocumentsUnavailable, diskShelf } from "#app/gateways/documents.server.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import { listEvidence } from "#app/use-cases/evidence/list-evidence.server.ts";
import { rotateKeys } from "#app/use-cases/keys/rotate-keys.server.ts";
import { keepDocumentFiles } from "#app/use-cases/privacy/keep-document-files.server.ts";
import { evidenceItems } from "#db/schema/cases.ts";
import { documentKeys } from "#db/schema/document-keys.ts";
import { documents } from "#db/schema/documents.ts";
import { asKeptBefore, keysOf } from "#test/support/documents.ts";
import { erasureScene } from "#test/support/erased-documents.ts";
import { underBoth } from "#test/support/keys.ts";
import { aWorld, passTime, turnTo, value, type World } from "#test/support/world.ts";

let world: World;
let scene: ReturnType<typeof erasureScene>;
beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-01-12T10:00:00Z");
  scene = erasureScene(world);
});
afterAll(() => world.close());

test("a store that does not answer is asked again later: the key is destroyed already, the file goes when it can", async () => {
  const { aPaper, aCaseWith, erase, sweep, opens, onTheShelf } = scene;
  value(await sweep());
  const bytes = await aPaper();
  await erase(await aCaseWith(bytes));
  const [{ name }] = await keysOf(world, sha256(bytes));
  const gone = { remove: () => Promise.reject(new DocumentsUnavailable("down")) };
  const ctx = world.ctx(system);
  const failing = { ...ctx, documents: { ...ctx.documents, ...gone } };
  await expect(keepDocumentFiles(failing)).rejects.toThrow(DocumentsUnavailable);
  expect([await opens(bytes), await onTheShelf(name)]).toEqual([false, true]);
  expect(value(await sweep())).toBe(0);
  await passTime(world, { hours: 1 });
  expect(value(await sweep())).toBe(1);
  expect(await onTheShelf(name)).toBe(false);
});

test("files of before there were keys are read, are given keys of their own, and are erased from where they lay", async () => {
  const { handIn, aPaper, aCaseWith, erase, sweep, opens, onTheShelf, aBareDraft } = scene;
  const [sealed, clear, erased, lost] = [await aPaper(), await aPaper(), await aPaper(), await aPaper()];
  const kase = await aCaseWith(sealed, clear, lost);
  const over = await aCaseWith(erased);
  for (const bytes of [sealed, erased, lost]) await asKeptBefore(world, sha256(bytes), "sealed");
  await asKeptBefore(world, sha256(clear), "clear");
  for (const bytes of [sealed, clear, erased, lost]) expect(await opens(bytes)).toBe(true);
  await diskShelf(world.folder).remove(sha256(lost));

  await erase(over);
  expect([await opens(erased), await onTheShelf(sha256(erased))]).toEqual([false, true]);
  await Promise.all([sweep(), sweep()]);
  value(await sweep());
  for (const bytes of [sealed, clear, erased])
    expect(await onTheShelf(sha256(bytes)), "by its hash").toBe(false);
  for (const bytes of [sealed, clear]) {
    const keys = await keysOf(world, sha256(bytes));
    expect(keys.filter(({ destroyedAt }) => !destroyedAt).map((each) => !!each.sealed)).toEqual([true]);
    expect(await opens(bytes)).toBe(true);
  }
  expect(value(await sweep())).toBe(0);
  expect(await keysOf(world, sha256(lost))).toMatchObject([{ sealed: null, destroyedAt: null }]);
  // Handed in once more it is whole, and no longer waits.
  await handIn(await aBareDraft(), lost);
  value(await sweep());
  expect(await opens(lost)).toBe(true);
  expect((await listEvidence(kase.ctx, kase.caseId))?.items).toHaveLength(3);
}, 60_000);

test("the database destroys no key of what is needed, brings none back, and takes no row that names a file nobody kept", async () => {
  const { aPaper, aCaseWith, erase, evidenceOn, whateverIsNeededOpens } = scene;
  const bytes = await aPaper();
  const kase = await aCaseWith(bytes);
  const key = eq(documentKeys.sha256, sha256(bytes));
  const gone = { sealed: null, destroyedAt: world.now, dueAt: world.now };
  const refused = (code: string) => ({ cause: { code } });
  for (const by of [world.db, world.owner]) {
    await expect(by.update(documentKeys).set(gone).where(key)).rejects.toMatchObject(refused("RG005"));
    await expect(by.delete(documentKeys).where(key)).rejects.toMatchObject({ cause: {} });
    const other = { sealed: Buffer.from("another") };
    await expect(by.update(documentKeys).set(other).where(key)).rejects.toMatchObject(refused("RG001"));
  }
  await erase(kase);
  const back = { sealed: Buffer.from("x"), destroyedAt: null, dueAt: null };
  await expect(world.owner.update(documentKeys).set(back).where(key)).rejects.toMatchObject(refused("RG001"));
  const [row] = await world.owner
    .select()
    .from(documents)
    .where(eq(documents.sha256, sha256(bytes)));
  const [item] = await evidenceOn(kase.caseId);
  const id = "01a20756-1c28-7424-9db0-2c04ebe1adf4";
  const own = { ...row, id, caseId: null, sealedName: null, fileName: "invoice.pdf" };
  await expect(world.owner.insert(documents).values(own)).rejects.toMatchObject(refused("RG005"));
  const { caseId } = await aCaseWith(await aPaper());
  await expect(world.owner.insert(evidenceItems).values({ ...item, id, caseId })).rejects.toMatchObject(
    refused("RG005"),
  );
  await whateverIsNeededOpens();
});

test("a change of secrets gives files of before keys of their own and wraps every key anew, and tells of what is lost", async () => {
  const { aPaper, aCaseWith, opens, onTheShelf } = scene;
  const [own, older, lost] = [await aPaper(), await aPaper(), await aPaper()];
  await aCaseWith(own, older, lost);
  for (const bytes of [older, lost]) await asKeptBefore(world, sha256(bytes), "sealed");
  await diskShelf(world.folder).remove(sha256(lost));
  const [{ name }] = await keysOf(world, sha256(own));
  const kept = await diskShelf(world.folder).get(name);

  const both = await underBoth(world);
  const { secrets, documents } = both.services;
  const reports = await rotateKeys({ owner: world.owner, secrets, documents });
  const of = (place: string) => reports.find((each) => each.name === place);
  expect(of("documents without a key of their own")).toMatchObject({ done: 1, left: 0, unreadable: 1 });
  expect(of("documents without a key of their own")?.first).toContain(sha256(lost));
  expect(of("documents' keys")).toMatchObject({ left: 0, unreadable: 0 });
  expect(Buffer.from((await diskShelf(world.folder).get(name)) ?? "")).toEqual(Buffer.from(kept ?? ""));
  for (const bytes of [own, older]) expect(await documents.get(world.db, sha256(bytes))).not.toBeNull();
  await expect(opens(own)).rejects.toThrow("Sealed under key");
  expect(await onTheShelf(sha256(older))).toBe(true);
  await passTime(world, { hours: 1 });
  value(await keepDocumentFiles(both.ctx(system, world.now)));
  expect(await onTheShelf(sha256(older))).toBe(false);
}, 60_000);
