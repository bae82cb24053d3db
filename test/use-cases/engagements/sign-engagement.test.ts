import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mayKnowDebtor } from "#app/domain/cases/may-know-debtor.ts";
import type { EngagementContents } from "#app/domain/engagements/contents.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import { readEngagement, readPaper } from "#app/use-cases/engagements/read-engagement.server.ts";
import { signEngagement } from "#app/use-cases/engagements/sign-engagement.server.ts";
import { findCase } from "#db/queries/cases.ts";
import { signaturesOn } from "#db/queries/signatures.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { licences } from "#db/schema/accounts.ts";
import { cases } from "#db/schema/cases.ts";
import { signatures } from "#db/schema/mandates.ts";
import { engagements } from "#db/schema/tenders.ts";
import { anAward, canary, sign, signingOf } from "#test/support/market.ts";
import { aCreditor, aLawyer, aWorld, type Person, value, type World } from "#test/support/world.ts";

let world: World;
let lawyer: Person;

beforeAll(async () => {
  world = await aWorld();
  lawyer = await aLawyer(world);
});
afterAll(() => world.close());

const paperOf = async (caseId: string) => {
  const [paper] = await world.owner.select().from(engagements).where(eq(engagements.caseId, caseId));
  return paper;
};

const namesOn = async (caseId: string) => {
  const { id: paperId } = await paperOf(caseId);
  return (await signaturesOn(world.db, { caseId, paperId })).map(({ name }) => name);
};

test("the second signature engages the collector and names the debtor to it, the first does not", async () => {
  const { caseId, creditor } = await anAward(world, [lawyer]);
  expect(value(await sign(world, lawyer, caseId))).toEqual({ engaged: false });
  const before = await findCase(world.db, lawyer.actor, caseId);
  expect(before && mayKnowDebtor(lawyer.actor, before)).toBe(false);
  expect(value(await sign(world, creditor, caseId, "Carl Creditor"))).toEqual({ engaged: true });

  const [kase] = await world.owner.select().from(cases).where(eq(cases.caseId, caseId));
  expect(kase).toMatchObject({ status: "engaged", collectorOrgId: lawyer.orgId });
  expect(mayKnowDebtor(lawyer.actor, kase)).toBe(true);
  const paper = await paperOf(caseId);
  expect(paper).toMatchObject({
    engagedAt: world.now,
    certificateHash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(await signaturesOn(world.db, { caseId, paperId: paper.id })).toMatchObject([
    { side: "collector", orgId: lawyer.orgId, address: "198.51.100.7", email: lawyer.email },
    {
      side: "creditor",
      name: "Carl Creditor",
      documentHash: paper.documentHash,
      authorityHash: paper.authorityHash,
    },
  ]);
  const events = (await eventsOf(world.db, caseId)).slice(-3);
  expect(events.map(({ type }) => type)).toEqual(["signed", "signed", "engaged"]);
  expect(events[0].payload.refs).toMatchObject({ side: "collector", documentHash: paper.documentHash });
});

test("the fingerprint that is signed is that of the very PDF both can download", async () => {
  const { caseId, creditor } = await anAward(world, [lawyer]);
  const { documentHash } = await paperOf(caseId);
  for (const { actor } of [creditor, lawyer]) {
    const file = await readPaper(world.ctx(actor), caseId);
    expect(file && sha256(file.bytes)).toBe(documentHash);
    expect(
      Buffer.from(file?.bytes ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
  }
  const stranger = await aCreditor(world);
  expect(await readPaper(world.ctx(stranger.actor), caseId)).toBeNull();
});

test("neither the paper nor its page names the debtor before both have signed", async () => {
  const { caseId } = await anAward(world, [lawyer]);
  const view = await readEngagement(world.ctx(lawyer.actor), caseId);
  const { contents } = await paperOf(caseId);
  for (const secret of Object.values(canary)) {
    expect(JSON.stringify(view)).not.toContain(secret);
    expect(contents).not.toContain(secret);
  }
  const terms: EngagementContents = JSON.parse(contents);
  expect(terms).toMatchObject({
    scope: "judgment",
    terms: { successBps: 1_500 },
    law: { signedOffBy: null },
  });
});

test("a signature against another paper, a second one and a stranger's are refused and leave nothing", async () => {
  const { caseId, creditor } = await anAward(world, [lawyer]);
  const wrong = { ...(await signingOf(world, lawyer, caseId)), documentHash: "0".repeat(64) };
  expect(await signEngagement(world.ctx(lawyer.actor), wrong)).toMatchObject({
    error: { kind: "paper-changed" },
  });
  const stranger = await aLawyer(world);
  expect(await sign(world, stranger, caseId)).toMatchObject({ error: { kind: "case-not-found" } });
  expect(await sign(world, await aCreditor(world), caseId)).toMatchObject({
    error: { kind: "case-not-found" },
  });
  const clerk = { ...creditor, actor: { ...creditor.actor, member: "member" as const } };
  expect(await sign(world, clerk, caseId)).toMatchObject({ error: { kind: "case-not-found" } });
  expect(await namesOn(caseId)).toEqual([]);
  value(await sign(world, lawyer, caseId));
  expect(await sign(world, lawyer, caseId)).toMatchObject({ error: { kind: "already-signed" } });
});

test("a licence suspended after the award keeps the engagement from coming into force, whoever signs last", async () => {
  const losing = await aLawyer(world);
  const { caseId, creditor } = await anAward(world, [losing]);
  value(await sign(world, losing, caseId));
  await world.owner.update(licences).set({ status: "suspended" }).where(eq(licences.orgId, losing.orgId));
  expect(await sign(world, creditor, caseId)).toMatchObject({ ok: false, error: { kind: "not-capable" } });
  expect(await paperOf(caseId)).toMatchObject({ engagedAt: null });
  expect(await namesOn(caseId)).toEqual(["Ada Example"]);
});

test("a signed paper cannot be rewritten, not even by the database's owner", async () => {
  const { caseId } = await anAward(world, [lawyer]);
  value(await sign(world, lawyer, caseId));
  const change = (set: Partial<typeof engagements.$inferInsert>) =>
    world.owner.update(engagements).set(set).where(eq(engagements.caseId, caseId));
  await expect(change({ contents: "{}" })).rejects.toMatchObject({ cause: { code: "RG001" } });
  await expect(change({ authorityHash: "0".repeat(64) })).rejects.toMatchObject({ cause: { code: "RG001" } });
  await expect(change({ engagedAt: world.now })).rejects.toMatchObject({ cause: { code: "RG005" } });
  const forge = world.owner.update(signatures).set({ name: "Else" }).where(eq(signatures.caseId, caseId));
  await expect(forge).rejects.toMatchObject({ cause: { code: "RG001" } });
});
