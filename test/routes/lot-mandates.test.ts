import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { loader as caseMandate } from "#app/routes/cases.$caseId.engagement._index.tsx";
import { loader as caseSchedule } from "#app/routes/cases.$caseId.engagement.schedule.ts";
import { loader as overview } from "#app/routes/lots.$lotId._index.tsx";
import { action as awardIt, loader as beforeAward } from "#app/routes/lots.$lotId.award.$bidId.tsx";
import { loader as compare } from "#app/routes/lots.$lotId.bids.tsx";
import { loader as claims } from "#app/routes/lots.$lotId.claims.tsx";
import { loader as mandate, action as signIt } from "#app/routes/lots.$lotId.engagement._index.tsx";
import { loader as authority } from "#app/routes/lots.$lotId.engagement.authority.ts";
import { loader as certificate } from "#app/routes/lots.$lotId.engagement.certificate.ts";
import { action as askCode } from "#app/routes/lots.$lotId.engagement.code.tsx";
import { loader as paper } from "#app/routes/lots.$lotId.engagement.pdf.ts";
import { loader as schedule } from "#app/routes/lots.$lotId.engagement.schedule.ts";
import { loader as beforeReopen, action as reopen } from "#app/routes/lots.$lotId.reopen.tsx";
import { action as withdraw } from "#app/routes/lots.$lotId.withdraw.tsx";
import { awardLot } from "#app/use-cases/lots/award-lot.server.ts";
import { postLotClaims } from "#app/use-cases/lots/post-lot-claims.server.ts";
import { findLot } from "#db/queries/lots.ts";
import { cases } from "#db/schema/cases.ts";
import { awards, engagements } from "#db/schema/tenders.ts";
import { rowsOf } from "#test/support/imports.ts";
import { anAwardedLot, anEngagedLot, lotBid, openLots, postAll, signLotAs } from "#test/support/lots.ts";
import { closeTheRound } from "#test/support/market.ts";
import { answerOf, asked } from "#test/support/routes.ts";
import {
  aCreditor,
  aLawyer,
  aWorld,
  mailTo,
  type Person,
  turnTo,
  value,
  type World,
} from "#test/support/world.ts";

let world: World;
let lawyer: Person & { licenceId: string };
let rival: Person;
let rows = 2_000;

beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-11-26T12:00:00Z");
  [lawyer, rival] = [await aLawyer(world), await aLawyer(world)];
});
afterAll(() => world.close());

/** Rows of debtors that no other lot of this file has. */
const freshRows = (count: number) => {
  rows += 100;
  return rowsOf(count, rows);
};

type Door = (args: ReturnType<typeof asked>) => Promise<unknown>;
type Form = Record<string, string>;

/** Knocks at a door of a lot as somebody. */
const at = (
  door: Door,
  by: Person,
  lotId: string,
  more: { bidId?: string; form?: Form; query?: string } = {},
) =>
  answerOf(
    door(
      asked(world, {
        by,
        path: `/lots/${lotId}${more.query ?? ""}`,
        params: { lotId, bidId: more.bidId ?? "" },
        form: more.form,
      }),
    ),
  );

const signing = async (lotId: string, code: string): Promise<Form> => {
  const [row] = await world.db.select().from(engagements).where(eq(engagements.caseId, lotId));
  return { fullName: "Ada Example", consent: "yes", documentHash: row.documentHash, code };
};

/** Asks for a code on the page and reads it in the mail. */
async function codeFor(person: Person, lotId: string): Promise<string> {
  expect((await at(askCode, person, lotId, { form: {} })).status).toBe(302);
  return /\b\d{6}\b/.exec((await mailTo(world, person.email))?.subject ?? "")?.[0] ?? "";
}

test("while a round is open its creditor is told how many bids lie in it, and no page holds a term of any", async () => {
  const { lots, creditor } = await openLots(world, { rows: freshRows(3) });
  const lotId = lots[0].caseId;
  const bidId = await lotBid(world, lawyer, lots[0], 3_337);
  for (const door of [compare, overview]) {
    const { body } = await at(door, creditor, lotId);
    const text = JSON.stringify(body, (_, each) => (typeof each === "bigint" ? String(each) : each));
    expect(text).toContain('"sealed":1');
    expect(text).not.toMatch(/(?<![0-9a-f-])3337(?![0-9a-f-])|33\.37/);
  }
  expect((await at(beforeAward, creditor, lotId, { bidId })).status).toBe(404);
});

test("an award before the round has closed is refused, and changes nothing", async () => {
  const { lots, creditor } = await openLots(world, { rows: freshRows(3) });
  const [lot] = lots;
  const bidId = await lotBid(world, lawyer, lot, 1_000);
  const early = await at(awardIt, creditor, lot.caseId, { bidId, form: { powers: "general" } });
  expect([early.status, early.body]).toMatchObject([
    409,
    { errors: { form: ["tender.refusal.round-not-decided"] } },
  ]);
  expect(await world.db.$count(awards, eq(awards.caseId, lot.caseId))).toBe(0);
});

test("another creditor and a bidder who lost find nothing at any address below a lot", async () => {
  const { lotId, bidIds } = await anEngagedLot(world, [lawyer, rival], { rows: freshRows(2) });
  const stranger = await aCreditor(world);
  for (const by of [stranger, rival]) {
    for (const door of [mandate, paper, authority, certificate, schedule, claims])
      expect((await at(door, by, lotId)).status).toBe(404);
  }
  for (const door of [overview, compare, beforeAward, beforeReopen])
    expect((await at(door, stranger, lotId, { bidId: bidIds[0] })).status).toBe(404);
  const form = { powers: "general" };
  expect((await at(awardIt, stranger, lotId, { bidId: bidIds[1], form })).status).toBe(404);
  expect((await at(withdraw, stranger, lotId, { form: {} })).status).toBe(404);
});

test("bids are compared by what is kept, and an award from two tabs is made once", async () => {
  const { lots, creditor } = await openLots(world, { rows: freshRows(4) });
  const [lot] = lots;
  const dear = await lotBid(world, lawyer, lot, 2_500);
  const cheap = await lotBid(world, rival, lot, 1_500);
  await closeTheRound(world, lot.caseId);
  const { body } = await at(compare, creditor, lot.caseId);
  expect((body as { bids: { id: string }[] }).bids.map(({ id }) => id)).toEqual([cheap, dear]);
  const both = await Promise.all(
    [cheap, dear].map((bidId) => at(awardIt, creditor, lot.caseId, { bidId, form: { powers: "general" } })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([302, 409]);
  expect(await world.db.$count(awards, eq(awards.caseId, lot.caseId))).toBe(1);
});

test("a bidder whose licence was over by the award is not awarded, and the page says why", async () => {
  const short = await aLawyer(world, {
    validTo: new Date(world.now.getTime() + 2 * 86_400_000).toISOString().slice(0, 10),
  });
  const { lots, creditor } = await openLots(world, { rows: freshRows(2) });
  const [lot] = lots;
  const bidId = await lotBid(world, short, lot, 1_000);
  await closeTheRound(world, lot.caseId);
  await turnTo(world, new Date(world.now.getTime() + 3 * 86_400_000).toISOString());
  const late = await at(awardIt, creditor, lot.caseId, { bidId, form: { powers: "general" } });
  expect([late.status, late.body]).toMatchObject([
    409,
    { errors: { form: ["tender.refusal.winner-not-capable"] }, findings: [expect.anything()] },
  ]);
});

test("a mandate is signed with the code from the mail alone: none, a wrong one and the other side's are refused", async () => {
  const { lotId, creditor } = await anAwardedLot(world, [lawyer], { rows: freshRows(2) });
  const none = await at(signIt, creditor, lotId, { form: await signing(lotId, "123456") });
  expect([none.status, none.body]).toMatchObject([422, { errors: { code: ["sign.refusal.code-over"] } }]);
  const code = await codeFor(creditor, lotId);
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, "0");
  const refused = await at(signIt, creditor, lotId, { form: await signing(lotId, wrong) });
  expect([refused.status, refused.body]).toMatchObject([
    422,
    { errors: { code: ["sign.refusal.code-wrong"] } },
  ]);
  expect((await at(signIt, lawyer, lotId, { form: await signing(lotId, code) })).status).toBe(422);
  const other = { ...(await signing(lotId, code)), documentHash: "0".repeat(64) };
  expect((await at(signIt, creditor, lotId, { form: other })).status).toBe(409);
  expect((await at(signIt, creditor, lotId, { form: await signing(lotId, code) })).status).toBe(302);
  const again = await at(signIt, creditor, lotId, { form: await signing(lotId, code) });
  expect([again.status, again.body]).toMatchObject([
    409,
    { errors: { form: ["tender.refusal.already-signed"] } },
  ]);
});

test("the debtors of a lot are named to its collector when both have signed, in the schedule and the list, and not before", async () => {
  const { lotId, creditor } = await anAwardedLot(world, [lawyer], { rows: freshRows(3) });
  value(await signLotAs(world, lawyer, lotId));
  expect((await at(mandate, lawyer, lotId)).status).toBe(200);
  for (const door of [claims, schedule]) expect((await at(door, lawyer, lotId)).status).toBe(404);
  const seen = await Promise.all([overview, mandate].map((door) => at(door, lawyer, lotId)));
  for (const { body } of seen)
    expect(JSON.stringify(body, (_, each) => (typeof each === "bigint" ? "" : each))).not.toMatch(
      /Debtor \d/,
    );
  value(await signLotAs(world, creditor, lotId));
  const list = await at(claims, lawyer, lotId);
  expect(list.body).toMatchObject({ counts: { waiting: 3 }, claims: [{ debtor: /Debtor/ }, {}, {}] });
  const csv = (await (await at(schedule, lawyer, lotId)).response?.text()) ?? "";
  const [row] = await world.db.select().from(engagements).where(eq(engagements.caseId, lotId));
  expect(csv.split("\r\n")[0]).toContain(row.authorityHash);
  expect(csv.match(/Debtor \d+ Inc/g)).toHaveLength(3);
});

test("a signature that comes when the winner's licence is over brings nothing into force", async () => {
  const short = await aLawyer(world, {
    validTo: new Date(world.now.getTime() + 4 * 86_400_000).toISOString().slice(0, 10),
  });
  const { lotId, creditor } = await anAwardedLot(world, [short], { rows: freshRows(2) });
  value(await signLotAs(world, short, lotId));
  await turnTo(world, new Date(world.now.getTime() + 2 * 86_400_000).toISOString());
  const code = await codeFor(creditor, lotId);
  const refused = await at(signIt, creditor, lotId, { form: await signing(lotId, code) });
  expect([refused.status, refused.body]).toMatchObject([
    409,
    { errors: { form: ["tender.refusal.signer-not-capable"] } },
  ]);
  expect(await findLot(world.db, creditor.actor, lotId)).toMatchObject({
    status: "signing",
    collectorOrgId: null,
  });
});

test("where half of a lot's claims are refused as they become cases, the page counts both and says by which rule", async () => {
  const short = await aLawyer(world, {
    validTo: new Date(world.now.getTime() + 5 * 86_400_000).toISOString().slice(0, 10),
  });
  await postAll(world);
  const { lotId, creditor } = await anEngagedLot(world, [short], { rows: freshRows(40) });
  expect(value(await postLotClaims(world.ctx(system)))).toBe(20);
  const halfway = await at(claims, creditor, lotId, { query: "?state=waiting" });
  expect(halfway.body).toMatchObject({ counts: { case: 20, refused: 0, waiting: 20 } });
  await turnTo(world, new Date(world.now.getTime() + 6 * 86_400_000).toISOString());
  await postAll(world);
  const refused = await at(claims, creditor, lotId, { query: "?state=refused" });
  expect(refused.body).toMatchObject({
    heading: { state: "collecting", posted: 20, refused: 20 },
    counts: { case: 20, refused: 20, waiting: 0 },
  });
  const { claims: shown } = refused.body as { claims: { refusal: string; open: boolean }[] };
  expect(shown).toHaveLength(20);
  expect(shown.every(({ refusal, open }) => /^[A-Z]+-[A-Z]+/.test(refusal) && !open)).toBe(true);
});

test("a lot's claims are paged by key, and a case that came out of it shows the lot's papers and its own debtor alone", async () => {
  const { lotId, creditor } = await anEngagedLot(world, [lawyer], { rows: freshRows(60) });
  value(await postLotClaims(world.ctx(system)));
  const first = await at(claims, lawyer, lotId);
  const { next, claims: page } = first.body as { next: string; claims: { caseId: string }[] };
  const second = await at(claims, lawyer, lotId, { query: new URL(next, "http://x").search });
  const rest = (second.body as { claims: { caseId: string }[]; next: string | null }).claims;
  expect([page.length, rest.length]).toEqual([50, 10]);
  expect(new Set([...page, ...rest].map(({ caseId }) => caseId)).size).toBe(60);

  const [made] = await world.db.select().from(cases).where(eq(cases.creditorOrgId, creditor.orgId));
  const params = { caseId: made.caseId };
  const call = (door: Door, by: Person) =>
    answerOf(door(asked(world, { by, path: `/cases/${made.caseId}/engagement`, params })));
  expect((await call(caseMandate, lawyer)).body).toMatchObject({ lot: { caseId: lotId }, paper: null });
  const file = await call(caseSchedule, lawyer);
  expect([file.status, file.headers.get("content-type")]).toEqual([200, "application/pdf"]);
  expect((await call(caseSchedule, rival)).status).toBe(404);
});

test("a round that nobody bid on is held open once as long again; then the creditor opens a new one or withdraws the lot", async () => {
  const { lots, creditor } = await openLots(world, { rows: freshRows(2) });
  const lotId = lots[0].caseId;
  const form = { hours: "48", scope: "judgment" };
  expect((await at(reopen, creditor, lotId, { form })).status).toBe(409);
  await closeTheRound(world, lotId);
  expect((await at(compare, creditor, lotId)).body).toMatchObject({
    bids: [],
    round: { extended: true },
    mayReopen: true,
  });
  expect((await at(reopen, creditor, lotId, { form: { ...form, hours: "7" } })).status).toBe(422);
  expect((await at(reopen, creditor, lotId, { form })).status).toBe(302);
  expect((await at(withdraw, creditor, lotId, { form: {} })).status).toBe(302);
  expect((await at(withdraw, creditor, lotId, { form: {} })).status).toBe(409);
});

test("an award that nobody signs lapses, and its late signature is refused", async () => {
  const winner = await aLawyer(world);
  const bidders = [winner, await aLawyer(world)];
  const { lotId, creditor, bidIds } = await anAwardedLot(world, bidders, { rows: freshRows(2) });
  const code = await codeFor(creditor, lotId);
  const form = await signing(lotId, code);
  await turnTo(world, new Date(world.now.getTime() + 73 * 3_600_000).toISOString());
  expect((await at(signIt, creditor, lotId, { form })).status).not.toBe(302);
  await closeTheRound(world, lotId);
  expect((await at(mandate, winner, lotId)).status).toBe(404);
  value(await awardLot(world.ctx(creditor.actor), { caseId: lotId, bidId: bidIds[1] }));
});
