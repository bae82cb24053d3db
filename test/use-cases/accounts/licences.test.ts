import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readLicence, readLicences } from "#app/use-cases/accounts/read-licences.server.ts";
import { refuseLicence } from "#app/use-cases/accounts/refuse-licence.server.ts";
import { resubmitLicence } from "#app/use-cases/accounts/resubmit-licence.server.ts";
import { returnLicence } from "#app/use-cases/accounts/return-licence.server.ts";
import { submitLicence } from "#app/use-cases/accounts/submit-licence.server.ts";
import { suspendLicence } from "#app/use-cases/accounts/suspend-licence.server.ts";
import { verifyLicence } from "#app/use-cases/accounts/verify-licence.server.ts";
import { credentialsOf, validLicences } from "#db/queries/licences.ts";
import { raisedBy } from "#db/queries/raised-by.ts";
import { auditEntries, licences, mails, notifications } from "#db/schema/accounts.ts";
import { documents } from "#db/schema/documents.ts";
import {
  aCreditor,
  aPdf,
  aPerson,
  aWorld,
  licenceInput,
  licensed,
  mailTo,
  type Person,
  theAdmin,
  value,
  type World,
} from "#test/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const day = (days: number) => new Date(world.now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
const californian = { kind: "bar_admission", territory: "US-CA" } as const;
const reason = "The certificate names somebody else.";

async function filed(holder: Person, licence: Parameters<typeof licenceInput>[1] = californian) {
  const input = licenceInput(world, licence);
  return { ...value(await submitLicence(world.ctx(holder.actor), input)), input };
}

const asAdmin = async () => world.ctx((await theAdmin(world)).actor);
const lookedUp = { register: "State bar register", reference: "Entry 1" };
const verify = async (licenceId: string, checkedOn = day(0)) =>
  verifyLicence(await asAdmin(), { licenceId, ...lookedUp, checkedOn });
const rowOf = async (id: string) => (await world.owner.select().from(licences).where(eq(licences.id, id)))[0];
const trailOf = async (id: string) =>
  (await world.owner.select().from(auditEntries).where(eq(auditEntries.subjectId, id))).map(
    ({ operation }) => operation,
  );

test("a verified licence counts, is recorded, and its holder is told in the app and by mail", async () => {
  const lawyer = await aPerson(world, "lawyer");
  const { licenceId, input } = await filed(lawyer);
  expect(await validLicences(world.db, lawyer.orgId, world.now)).toEqual([]);
  value(await verify(licenceId));

  expect(await validLicences(world.db, lawyer.orgId, world.now)).toEqual([
    {
      licenceId,
      type: "bar_admission",
      number: input.number,
      territory: "US-CA",
      status: "active",
      verifiedAt: `${day(0)}T00:00:00.000Z`,
      expiresAt: "never",
      kind: "bar_admission",
      holderUserId: null,
      counts: true,
    },
  ]);
  expect(await trailOf(licenceId)).toEqual(["licence.submitted", "licence.verified"]);
  const told = await world.owner.select().from(notifications).where(eq(notifications.userId, lawyer.userId));
  expect(told.map(({ kind, href }) => [kind, href])).toEqual([
    ["licence_verified", `/licences/${licenceId}`],
  ]);
  const mail = await mailTo(world, lawyer.email);
  expect(mail?.subject).toBe(`Licence ${input.number} is verified`);
  expect(mail?.body).toContain("California");
});

test("onboarding names exactly what is missing, step by step", async () => {
  const lawyer = await aPerson(world, "lawyer");
  const missing = async () =>
    (await readLicences(world.ctx(lawyer.actor)))?.onboarding
      .filter(({ done }) => !done)
      .map(({ item }) => item);
  expect(await missing()).toEqual(["licence_submitted", "proof_attached", "licence_verified"]);
  const { licenceId } = await filed(lawyer);
  expect(await missing()).toEqual(["licence_verified"]);
  value(await returnLicence(await asAdmin(), { licenceId, reason }));
  expect(await missing()).toEqual(["licence_submitted", "proof_attached", "licence_verified"]);
});

test("a returned licence goes back with its reason and comes again corrected, its proof kept", async () => {
  const lawyer = await aPerson(world, "lawyer");
  const { licenceId, input } = await filed(lawyer);
  value(await returnLicence(await asAdmin(), { licenceId, reason }));
  expect((await mailTo(world, lawyer.email))?.body).toContain(reason);
  const before = await rowOf(licenceId);

  const { proof: _, ...corrected } = { ...input, licenceId, holderName: "Ada B. Example" };
  value(await resubmitLicence(world.ctx(lawyer.actor), corrected));
  expect(await rowOf(licenceId)).toMatchObject({
    status: "submitted",
    holderName: "Ada B. Example",
    reason: null,
    proofDocumentId: before.proofDocumentId,
  });
  value(await verify(licenceId));
});

test("a licence under review, verified or refused is not the holder's to change", async () => {
  const lawyer = await aPerson(world, "lawyer");
  const { licenceId, input } = await filed(lawyer);
  const again = () =>
    resubmitLicence(world.ctx(lawyer.actor), { ...input, licenceId, holderName: "Changed" });
  expect(await again()).toEqual({ ok: false, error: { kind: "not-open" } });
  value(await verify(licenceId));
  expect(await again()).toEqual({ ok: false, error: { kind: "not-open" } });
  const other = await filed(lawyer, { kind: "bar_admission", territory: "US-NY" });
  value(await refuseLicence(await asAdmin(), { licenceId: other.licenceId, reason }));
  expect(
    await resubmitLicence(world.ctx(lawyer.actor), { ...other.input, licenceId: other.licenceId }),
  ).toEqual({
    ok: false,
    error: { kind: "not-open" },
  });
  expect((await rowOf(licenceId)).holderName).toBe("Ada Example");
});

test("two reviewers at the same moment decide once", async () => {
  const lawyer = await aPerson(world, "lawyer");
  const { licenceId } = await filed(lawyer);
  const ctx = await asAdmin();
  const answers = await Promise.all([
    verifyLicence(ctx, { licenceId, ...lookedUp, checkedOn: day(0) }),
    refuseLicence(ctx, { licenceId, reason }),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { kind: "wrong-status" } });
  expect(await trailOf(licenceId)).toHaveLength(2);
});

test("a suspended licence stops counting at once and stays known to the law engine as revoked", async () => {
  const lawyer = await aPerson(world, "lawyer");
  const licenceId = await licensed(world, lawyer, californian);
  value(await suspendLicence(await asAdmin(), { licenceId, reason }));
  expect(await validLicences(world.db, lawyer.orgId, world.now)).toEqual([]);
  expect(await credentialsOf(world.db, lawyer.orgId, world.now)).toMatchObject([{ status: "revoked" }]);
  value(await verify(licenceId));
  expect(await validLicences(world.db, lawyer.orgId, world.now)).toHaveLength(1);
});

test("expiry needs no job: on its last day's end a licence no longer counts, and can be renewed under its number", async () => {
  const lawyer = await aPerson(world, "lawyer");
  const validTo = day(10);
  const licenceId = await licensed(world, lawyer, { ...californian, validTo });
  // California is seven or eight hours behind UTC: the day there begins at 07:00 or 08:00 UTC.
  const [before, after] = [new Date(`${validTo}T06:59:00Z`), new Date(`${validTo}T08:00:00Z`)];
  expect(await validLicences(world.db, lawyer.orgId, before)).toHaveLength(1);
  expect(await validLicences(world.db, lawyer.orgId, after)).toEqual([]);
  const later = world.ctx(lawyer.actor, after);
  const licence = await readLicence(later, licenceId);
  expect(licence).toMatchObject({ state: "expired", status: "verified", mayResubmit: true });

  const { number } = await rowOf(licenceId);
  const renewed = { ...licenceInput(world, { ...californian, validTo: day(400) }), number, licenceId };
  value(await resubmitLicence(later, renewed));
  expect((await rowOf(licenceId)).status).toBe("submitted");
});

test("a licence whose term ended while it waited cannot be verified", async () => {
  const lawyer = await aPerson(world, "lawyer");
  const { licenceId } = await filed(lawyer, { ...californian, validTo: day(2) });
  const ctx = { ...(await asAdmin()), now: new Date(world.now.getTime() + 4 * 86_400_000) };
  const late = await verifyLicence(ctx, { licenceId, ...lookedUp, checkedOn: day(4) });
  expect(late).toEqual({ ok: false, error: { kind: "term-over" } });
  expect((await rowOf(licenceId)).status).toBe("submitted");
});

test("the register must have been looked up lately, and not tomorrow", async () => {
  const lawyer = await aPerson(world, "lawyer");
  const { licenceId } = await filed(lawyer);
  expect(await verify(licenceId, day(-32))).toEqual({ ok: false, error: { kind: "looked-up-too-long-ago" } });
  expect(await verify(licenceId, day(3))).toEqual({ ok: false, error: { kind: "looked-up-later" } });
  expect((await rowOf(licenceId)).status).toBe("submitted");
});

test("one number is filed once for a territory", async () => {
  const lawyer = await aPerson(world, "lawyer");
  const { input } = await filed(lawyer);
  const count = async () => (await world.owner.select().from(documents)).length;
  const before = await count();
  expect(
    await submitLicence(world.ctx(lawyer.actor), { ...input, proof: aPdf("other.pdf", "other") }),
  ).toEqual({
    ok: false,
    error: { kind: "licence-exists" },
  });
  expect(await count()).toBe(before);
  expect(await submitLicence(world.ctx(lawyer.actor), { ...input, territory: "US-WA" })).toMatchObject({
    ok: true,
  });
});

test("a proof that is not what its name says is refused and leaves no rows", async () => {
  const lawyer = await aPerson(world, "lawyer");
  const bytes = {
    png: "\u0089PNG\r\n\u001a\n",
    exe: "MZ\u0090\u0000\u0003",
    html: "<!doctype html><script>",
  };
  const file = (content: string, name: string) =>
    new File([Uint8Array.from(content, (character) => character.charCodeAt(0))], name);
  const lying = [
    file(bytes.exe, "certificate.pdf"),
    file(bytes.html, "certificate.txt"),
    new File([await aPdf().arrayBuffer()], "certificate.png"),
    new File([], "certificate.pdf"),
    new File([new Uint8Array(10 * 1024 * 1024 + 1)], "certificate.pdf"),
  ];
  const answers = [];
  for (const proof of lying) {
    const answer = await submitLicence(world.ctx(lawyer.actor), {
      ...licenceInput(world, californian),
      proof,
    });
    answers.push(answer.ok ? "accepted" : answer.error.kind);
  }
  expect(answers).toEqual(["file-type", "file-type", "file-type", "file-empty", "file-too-large"]);
  const rows = await world.owner.select().from(licences).where(eq(licences.orgId, lawyer.orgId));
  expect(rows).toEqual([]);
  expect(await world.owner.select().from(documents).where(eq(documents.orgId, lawyer.orgId))).toEqual([]);
});

test("an agency files nothing in mainland China, and the flaw names the field", async () => {
  const agency = await aPerson(world, "agency");
  const input = { ...licenceInput(world, { kind: "agency_licence", territory: "CN" }) };
  expect(await submitLicence(world.ctx(agency.actor), input)).toEqual({
    ok: false,
    error: { kind: "flaw", field: "territory", message: "error.licence_agency_cn" },
  });
});

test("a creditor files no licence, a stranger's licence is not there, and only reviewers decide", async () => {
  const [lawyer, stranger, creditor] = [
    await aPerson(world, "lawyer"),
    await aPerson(world, "lawyer"),
    await aCreditor(world),
  ];
  const { licenceId, input } = await filed(lawyer);
  expect(await submitLicence(world.ctx(creditor.actor), input)).toMatchObject({
    error: { kind: "not-allowed" },
  });
  expect(await readLicence(world.ctx(stranger.actor), licenceId)).toBeNull();
  const theirs = await resubmitLicence(world.ctx(stranger.actor), { ...input, number: "77", licenceId });
  expect(theirs).toEqual({ ok: false, error: { kind: "no-such-licence" } });
  const own = { licenceId, ...lookedUp, checkedOn: day(0) };
  expect(await verifyLicence(world.ctx(lawyer.actor), own)).toEqual({
    ok: false,
    error: { kind: "not-allowed" },
  });
  const unproven = { ...(await theAdmin(world)).actor, secondFactor: false };
  expect(await verifyLicence(world.ctx(unproven), own)).toMatchObject({ error: { kind: "not-allowed" } });
  expect((await rowOf(licenceId)).status).toBe("submitted");
});

test("a refused decision announces nothing", async () => {
  const lawyer = await aPerson(world, "lawyer");
  const { licenceId } = await filed(lawyer);
  value(await refuseLicence(await asAdmin(), { licenceId, reason }));
  const count = async () => (await world.owner.select().from(mails)).length;
  const before = await count();
  expect(await verify(licenceId)).toMatchObject({ ok: false, error: { kind: "wrong-status" } });
  expect(await count()).toBe(before);
});

test("the database itself keeps a verified licence to its look-up and the audit log as it is", async () => {
  const lawyer = await aPerson(world, "lawyer");
  const { licenceId } = await filed(lawyer);
  const refused = (statement: ReturnType<typeof sql>, by = world.db) =>
    by.execute(statement).then(
      () => null,
      (error: unknown) => raisedBy(error),
    );
  expect(await refused(sql`update licences set status = 'verified' where id = ${licenceId}`)).toBe("23514");
  for (const statement of [sql`update audit_entries set operation = 'x'`, sql`delete from audit_entries`]) {
    expect(await refused(statement)).toBe("42501");
    expect(await refused(statement, world.owner)).toBe("RG001");
  }
});
