import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { takeBundle } from "#app/use-cases/bundle/take-bundle.server.ts";
import { verifyBundle } from "#app/use-cases/bundle/verify-bundle.server.ts";
import { vaultView } from "#app/use-cases/evidence/vault-view.server.ts";
import { auditEntries } from "#db/schema/accounts.ts";
import { documentSights } from "#db/schema/document-sights.ts";
import { handOver } from "#test/support/mandates.ts";
import { anEngagedCase, anOpenRound } from "#test/support/market.ts";
import { aCreditor, aLawyer, aWorld, type Person, theAdmin, value, type World } from "#test/support/world.ts";

let world: World;
let lawyer: Person;
beforeAll(async () => {
  world = await aWorld();
  lawyer = await aLawyer(world);
});
afterAll(() => world.close());

const take = (person: Person, caseId: string) => takeBundle(world.ctx(person.actor), caseId);

const sightsBy = async ({ userId }: Person) =>
  world.owner.select().from(documentSights).where(eq(documentSights.userId, userId));

test("creditor and collector take the bundle of their case; it holds, and each document in it counts as taken out", async () => {
  const { caseId, creditor } = await anEngagedCase(world, lawyer);
  for (const person of [creditor, lawyer]) {
    const { bytes, manifest, signer } = value(await take(person, caseId));
    expect(verifyBundle(bytes, { pin: signer.fingerprint })).toMatchObject({ holds: true, pinned: true });
    expect(manifest.made.by).toMatchObject({ userId: person.userId, orgId: person.actor.orgId });
    expect((await vaultView(world.ctx(person.actor), caseId))?.bundle).toEqual({
      isOthers: false,
      fingerprint: signer.fingerprint,
    });
    const sights = await sightsBy(person);
    expect(sights).toHaveLength(manifest.exhibits.length);
    expect(new Set(sights.map(({ purpose }) => purpose))).toEqual(new Set(["case"]));
  }
  const audited = await world.owner.select().from(auditEntries).where(eq(auditEntries.subjectId, caseId));
  expect(audited.filter(({ operation }) => operation === "bundle.exported")).toHaveLength(2);
});

test("nobody else takes it: not a bidder before the signatures, not another creditor, not an administrator, and no sight is kept", async () => {
  const { caseId } = await anOpenRound(world);
  const before = await world.owner.$count(documentSights);
  for (const person of [lawyer, await aCreditor(world), await theAdmin(world)])
    expect(await take(person, caseId)).toEqual({ ok: false, error: { kind: "case-not-found" } });
  expect(await world.owner.$count(documentSights)).toBe(before);
});

test("whoever follows another firm is not given what that one tried and noted; the creditor is, and may hand it on", async () => {
  const { caseId, creditor } = await anEngagedCase(world, lawyer);
  const successor = await aLawyer(world);
  await handOver(world, { caseId, creditor, successor });
  expect(await take(successor, caseId)).toEqual({ ok: false, error: { kind: "others-business" } });
  expect((await vaultView(world.ctx(successor.actor), caseId))?.bundle?.isOthers).toBe(true);
  expect(await sightsBy(successor)).toEqual([]);
  expect(await take(lawyer, caseId)).toEqual({ ok: false, error: { kind: "case-not-found" } });
  expect(verifyBundle(value(await take(creditor, caseId)).bytes).holds).toBe(true);
});

test("a person takes twenty a day", async () => {
  const { caseId, creditor } = await anEngagedCase(world, lawyer);
  for (let more = 0; more < 20; more += 1) await take(creditor, "00000000-0000-7000-8000-000000000000");
  expect(await take(creditor, caseId)).toMatchObject({ ok: false, error: { kind: "too-many" } });
});
