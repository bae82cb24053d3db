import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anonymous } from "#app/domain/accounts/actor.ts";
import { readMachineClock } from "#app/gateways/clock.server.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import { totpCode } from "#app/gateways/totp.server.ts";
import { proveSecondFactor } from "#app/use-cases/accounts/prove-second-factor.server.ts";
import { signIn } from "#app/use-cases/accounts/sign-in.server.ts";
import { withdrawCase } from "#app/use-cases/cases/withdraw-case.server.ts";
import { messageView } from "#app/use-cases/contact/contact-view.server.ts";
import { issueCode } from "#app/use-cases/contact/letter-code.server.ts";
import { type PlaceReport, rotateKeys, whatIsLeft } from "#app/use-cases/keys/rotate-keys.server.ts";
import { checkLogs, notesOf } from "#app/use-cases/log-notes.server.ts";
import { paymentIn, payPath } from "#app/use-cases/pay-link.server.ts";
import { readRejects } from "#app/use-cases/portfolios/read-rejects.server.ts";
import { hasConflict } from "#app/use-cases/tenders/conflict-check.server.ts";
import { myBids } from "#app/use-cases/tenders/my-bids.server.ts";
import { headMacs } from "#db/queries/timeline.ts";
import { documents } from "#db/schema/documents.ts";
import { lastingKeys } from "#db/schema/keys.ts";
import { letterCodes } from "#db/schema/letter-codes.ts";
import { portfolioClaims, portfolios } from "#db/schema/portfolios.ts";
import { tenders } from "#db/schema/tenders.ts";
import { timelineHeads } from "#db/schema/timeline.ts";
import type { Mailed } from "#test/support/contact.ts";
import { aCaseWithALetter, codeOn, enter, lastLetter } from "#test/support/door.ts";
import { anImport, aRow, csvOf } from "#test/support/imports.ts";
import { newSecret, underBoth, worldUnder } from "#test/support/keys.ts";
import { aBid, anOpenRound, bidRows, canary, closeTheRound } from "#test/support/market.ts";
import { aPostedCase } from "#test/support/posting.ts";
import {
  aLawyer,
  anAddress,
  aWorld,
  goodPassword,
  type Person,
  theAdmin,
  turnTo,
  value,
  type World,
  worldSecret,
} from "#test/support/world.ts";

/** Everything the product keeps under its secret, made under the first one. */
let world: World;
let both: World;
let written: Mailed;
let bidder: Person;
let debtorItself: Person;
let creditor: Person;
let roundId: string;
let portfolioId: string;
let code: string;
let noted: string;
let files = 100;
const claims = Array.from({ length: 7 }, (_, at) => aRow(at, { due: "2025-03-01" }));
const refused = (no: number) => aRow(no, { due: "2025-03-01", amount: "=2+5" });
const file = csvOf([...claims, refused(8)]);

beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-01-12T10:00:00Z");
  written = await aCaseWithALetter(world);
  code = await codeOn(world, written);
  bidder = await aLawyer(world);
  debtorItself = await aLawyer(world, { organization: canary.name });
  ({ caseId: roundId, creditor } = await anOpenRound(world));
  await aBid(world, bidder, roundId, { successBps: 1_234 });
  ({ portfolioId } = await anImport(world, creditor, file));
  const posted = await aPostedCase(world);
  noted = posted.caseId;
  value(await withdrawCase(posted.ctx, { caseId: noted, note: "Closed with these words." }));
  both = await underBoth(world);
}, 120_000);
afterAll(() => world.close());

const sums = (reports: readonly PlaceReport[]) => ({
  done: reports.reduce((sum, { done }) => sum + done, 0),
  left: reports.reduce((sum, { left }) => sum + left, 0),
  unreadable: reports.reduce((sum, { unreadable }) => sum + unreadable, 0),
});
const partsOf = ({ owner, services: { secrets, documents } }: World) => ({ owner, secrets, documents });
const rotate = (of: World, batch?: number) => rotateKeys({ ...partsOf(of), batch });
const left = (of: World) => whatIsLeft(partsOf(of));

/** Reads or finds each kind of thing that lies under a secret; every one of them must come out. */
async function everythingWorks(of: World): Promise<void> {
  const admin = await theAdmin(world);
  await world.owner.execute(sql`delete from rate_limits`);
  const knock = { email: admin.email, password: goodPassword, address: anAddress() };
  const session = sha256(value(await signIn(world.ctx(anonymous), knock)).token);
  const step = totpCode(admin.secret, await readMachineClock(world.db));
  await world.owner.execute(sql`update users set totp_last_step = null where id = ${admin.userId}`);
  value(await proveSecondFactor(of.ctx(anonymous), { code: step, session }));
  expect((await myBids(of.ctx(bidder.actor), null)).bids[0].terms).toMatchObject({ successBps: 1_234 });
  const view = await messageView(of.ctx(written.lawyer.actor), await lastLetter(world, written));
  expect(view?.message.letter?.body).toContain("Hattie Hollyhock");
  expect((await enter(of, code)).ok).toBe(true);
  expect([...(await notesOf(of.db, of.services, noted)).values()]).toEqual(["Closed with these words."]);
  const kept = await world.owner.select().from(documents);
  expect(kept.length).toBeGreaterThan(0);
  for (const { sha256: hash } of kept) expect(await of.services.documents.get(of.db, hash)).not.toBeNull();
  const rejects = await readRejects(of.ctx(creditor.actor), portfolioId);
  expect((await rejects?.next())?.value).toMatchObject({ value: "=2+5" });
  const parties = { caseId: roundId, creditorOrgId: creditor.orgId };
  const tied = (person: Person) => hasConflict(of.db, of.services, { ...parties, bidderOrgId: person.orgId });
  expect([await tied(debtorItself), await tied(bidder)]).toEqual([true, false]);
  const other = csvOf([...claims, refused(++files)]);
  const again = await anImport(of, creditor, other);
  const [{ counts }] = await world.owner
    .select()
    .from(portfolios)
    .where(eq(portfolios.id, again.portfolioId));
  expect(counts).toMatchObject({ accepted: 0, duplicates: 7 });
}

/** What lies under a secret in four places, as the tables have it. */
const sealedRows = async () => {
  const [message] = await world.owner.execute<{ typed: string; letter: string }>(
    sql`select typed, letter from contact_messages where case_id = ${written.caseId}`,
  );
  const [{ wrappedKey }] = await world.owner.select().from(tenders).where(eq(tenders.caseId, roundId));
  const [bid] = await bidRows(world, roundId);
  return [message.typed, message.letter, wrappedKey.split(".")[1], bid.sealedForBidder];
};

test("under two secrets everything is read and found before anything was changed, and what is written is under the new one", async () => {
  await everythingWorks(both);
  const late = await aBid(both, await aLawyer(world), roundId);
  const [mine] = (await bidRows(world, roundId)).filter(({ id }) => id === late);
  expect(mine.sealedForBidder).toMatch(new RegExp(`^v2:${both.services.secrets.ring[0]}:`));
  expect(mine.sealedForBidder).not.toMatch(new RegExp(`^v2:${world.services.secrets.ring[0]}:`));
}, 60_000);

test("a letter whose code was kept under the former key is not given a second one", async () => {
  const before = await world.db.$count(letterCodes);
  await world.db.transaction(async (tx) =>
    issueCode(tx, both.ctx(anonymous), await lastLetter(world, written)),
  );
  expect(await world.db.$count(letterCodes)).toBe(before);
});

test("a run that is broken off leaves nothing unreadable, and what is written meanwhile under the former key is found by the next", async () => {
  let turns = 0;
  const broken = rotateKeys({
    ...{ ...partsOf(both), batch: 1 },
    progress() {
      turns += 1;
      if (turns === 9) throw new Error("killed");
    },
  });
  await expect(broken).rejects.toThrow("killed");
  const half = sums(await left(both));
  expect(half).toMatchObject({ unreadable: 0 });
  expect(half.left).toBeGreaterThan(0);
  await everythingWorks(both);
  // A process that still runs with the former secret alone.
  const { caseId } = await anOpenRound(world);
  await aBid(world, bidder, caseId, { successBps: 1_234 });
  expect(sums(await left(both)).left).toBeGreaterThan(half.left);
  const done = sums(await rotate(both, 3));
  expect(done).toMatchObject({ left: 0, unreadable: 0 });
  expect(done.done).toBeGreaterThan(10);
  expect(sums(await rotate(both))).toEqual({ done: 0, left: 0, unreadable: 0 });
  for (const { sha256: hash } of await world.owner.select().from(documents))
    await expect(world.services.documents.get(world.db, hash)).rejects.toThrow("Sealed under key");
  for (const sealed of await sealedRows()) expect(sealed).toContain(`v2:${both.services.secrets.ring[0]}:`);
}, 120_000);

/** The seal of a log as a process with the former secret alone would write it. */
async function sealUnderFormer() {
  const [head] = await world.owner
    .select()
    .from(timelineHeads)
    .where(eq(timelineHeads.caseId, written.caseId));
  const [current, former] = headMacs(both.services.secrets, head);
  expect([head.mac === current, former === current]).toEqual([true, false]);
  await world.owner
    .update(timelineHeads)
    .set({ mac: former })
    .where(eq(timelineHeads.caseId, written.caseId));
}

test("a row that somebody holds is waited for, and nobody waits for the run", async () => {
  await sealUnderFormer();
  let passed = () => {};
  const passedOver = new Promise<void>((done) => {
    passed = done;
  });
  let running: Promise<PlaceReport[]> | undefined;
  await world.owner.transaction(async (tx) => {
    await tx.execute(sql`select 1 from timeline_heads where case_id = ${written.caseId} for update`);
    running = rotateKeys({
      ...partsOf(both),
      progress: (name) => (name === "seals of logs" ? passed() : undefined),
    });
    await passedOver;
  });
  expect(sums((await running) ?? [])).toEqual({ done: 1, left: 0, unreadable: 0 });
});

test("the former secret is dropped, and everything is still read, found, answered and verified", async () => {
  const payment = { caseId: written.caseId, id: roundId };
  const sent = payPath(world.services.secrets, payment);
  const alone = await worldUnder(world, newSecret);
  await everythingWorks(alone);
  expect(paymentIn(alone.services.secrets, sent.replace("/pay/", ""))).toEqual(payment);
  expect(await codeOn(alone, written)).toBe(code);
  expect((await checkLogs(world.db, alone.services.secrets)).breaks).toEqual([]);
  expect(sums(await left(alone))).toEqual({ done: 0, left: 0, unreadable: 0 });
  await closeTheRound(alone, roundId);
  const opened = (await bidRows(world, roundId)).map(({ terms }) => terms?.successBps);
  expect(opened.sort()).toEqual([1_234, 1_500]);
}, 60_000);

test("a secret the database was not made under is refused by name at the start, and nothing is kept under it", async () => {
  const before = await world.owner.select().from(lastingKeys);
  const stranger = "the secret of somebody else, long enough to be one";
  for (const [current, former] of [
    [stranger, []],
    [worldSecret, []],
    [stranger, [worldSecret]],
  ] as const) {
    await expect(worldUnder(world, current, [...former])).rejects.toThrow(
      `made under another secret. Give that one as RUNG_SECRET, or in RUNG_SECRET_FORMER. Nothing was changed. Sealed under key ${both.services.secrets.ring[0]}`,
    );
  }
  expect(await world.owner.select().from(lastingKeys)).toEqual(before);
});

test("what no given secret made is told, left as it is, and never vouched for", async () => {
  const stranger = "f".repeat(64);
  await world.owner
    .update(timelineHeads)
    .set({ mac: stranger })
    .where(eq(timelineHeads.caseId, written.caseId));
  await world.owner.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx
      .update(portfolioClaims)
      .set({ sealed: Buffer.from("01".repeat(60), "hex") })
      .where(eq(portfolioClaims.portfolioId, portfolioId));
  });
  const alone = await worldUnder(world, newSecret, [worldSecret]);
  const reports = await rotate(alone);
  expect(sums(reports)).toMatchObject({ left: 0, unreadable: 8 });
  expect(reports.find(({ name }) => name === "seals of logs")?.first).toBe(
    `${written.caseId}: Made under no secret that was given`,
  );
  const { breaks } = await checkLogs(world.db, alone.services.secrets, written.caseId);
  expect(breaks.map(({ what }) => what)).toEqual(["the head's seal is not ours"]);
}, 30_000);

test("the guards give way to the tables' owner alone, and for what is sealed alone", async () => {
  const tried = (by: World["db"], set: ReturnType<typeof sql>) =>
    by.transaction(async (tx) => {
      await tx.execute(sql`set local rung.rekeying = 'on'`);
      await tx.execute(set);
    });
  const round = sql`case_id = ${roundId}`;
  const resealed = sql`update tenders set wrapped_key = wrapped_key || 'A' where ${round}`;
  await expect(tried(world.db, resealed)).rejects.toMatchObject({ cause: { code: "RG010" } });
  await expect(
    tried(world.owner, sql`update tenders set scope = 'closed' where ${round}`),
  ).rejects.toMatchObject({ cause: { code: "RG001" } });
  await expect(
    tried(world.owner, sql`update tenders set wrapped_key = 'other' || wrapped_key where ${round}`),
  ).rejects.toMatchObject({ cause: { code: "RG001" } });
  await expect(tried(world.owner, sql`update bids set terms = '{}' where ${round}`)).rejects.toMatchObject({
    cause: { code: "RG001" },
  });
  for (const by of [world.db, world.owner])
    await expect(by.execute(sql`update lasting_keys set sealed = ''`)).rejects.toThrow();
  await expect(tried(world.owner, sql`update letter_codes set letter_id = case_id`)).rejects.toMatchObject({
    cause: { code: "RG001" },
  });
  await expect(
    tried(world.owner, sql`update contact_messages set address_key = 'other'`),
  ).rejects.toMatchObject({ cause: { code: "RG001" } });
});

test("a database of before keys were kept is told by what it holds, and a stranger's secret keeps nothing in it", async () => {
  await world.owner.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.delete(lastingKeys);
  });
  const stranger = "the secret of somebody else, long enough to be one";
  await expect(worldUnder(world, stranger)).rejects.toThrow("made under another secret");
  expect(await world.owner.select().from(lastingKeys)).toEqual([]);
  const found = await worldUnder(world, stranger, [newSecret]);
  expect(found.services.secrets.mac("letter-code", "x")).toBe(
    (await worldUnder(world, newSecret, [stranger])).services.secrets.mac("letter-code", "x"),
  );
}, 30_000);
