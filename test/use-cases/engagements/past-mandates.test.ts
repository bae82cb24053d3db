import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readConversation } from "#app/use-cases/conversation/read-conversation.server.ts";
import { authoritySchedule } from "#app/use-cases/engagements/authority-schedule.server.ts";
import { listPastMandates, readPastPaper } from "#app/use-cases/engagements/past-mandates.server.ts";
import { readEngagement, readPaper } from "#app/use-cases/engagements/read-engagement.server.ts";
import { myBids } from "#app/use-cases/tenders/my-bids.server.ts";
import { caseView } from "#app/use-cases/timeline/case-view.server.ts";
import { mandateOf } from "#db/queries/engagements.ts";
import { notifications } from "#db/schema/accounts.ts";
import { anAgreedAmendment, handOver } from "#test/support/mandates.ts";
import { anEngagedCase, canary } from "#test/support/market.ts";
import {
  aCreditor,
  aLawyer,
  anAgency,
  aWorld,
  type Person,
  theAdmin,
  turnTo,
  type World,
} from "#test/support/world.ts";

/** Several papers are drawn and signed. */
const SLOW = 90_000;

let world: World;
let creditor: Person;
let former: Person;
let successor: Person;
let caseId: string;
let ended: string;

const papers = ["engagement", "authority", "certificate", "amendment-1", "amendment-1-certificate"];
const whole = { on: null, days: null, shown: null };
const past = async ({ actor }: Person) => (await listPastMandates(world.ctx(actor), null)).mandates;
const paperFor = ({ actor }: Person, mandateId: string, name = "engagement", at = caseId) =>
  readPastPaper(world.ctx(actor), { caseId: at, mandateId, name });
const idOf = async () => (await mandateOf(world.db, caseId))?.id ?? "";

/** A mandate with an agreed amendment, ended without cause, and the case given to another collector who agrees on an amendment too. */
beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2027-03-01T17:00:00Z");
  [creditor, former, successor] = [await aCreditor(world), await aLawyer(world), await aLawyer(world)];
  ({ caseId } = await anEngagedCase(world, former, { creditor }));
  await anAgreedAmendment(world, { caseId, creditor, collector: former });
  ended = await idOf();
  expect(await past(former)).toEqual([]);
  expect(await paperFor(former, ended)).toBeNull();
  await handOver(world, { caseId, creditor, successor });
  await anAgreedAmendment(world, { caseId, creditor, collector: successor });
}, SLOW);
afterAll(() => world.close());

test("a replaced collector keeps the papers of its own mandate, and so does the creditor", async () => {
  for (const party of [former, creditor]) {
    const [mandate, ...others] = await past(party);
    expect(others).toEqual([]);
    expect(mandate).toMatchObject({ caseId, id: ended });
    expect(mandate.papers.map(({ name }) => name)).toEqual(papers);
    for (const name of papers) {
      const paper = await paperFor(party, ended, name);
      expect(paper && Buffer.from(paper.bytes).subarray(0, 5).toString()).toBe("%PDF-");
    }
  }
});

test("another member of the firm reads them too, and nobody else: not the successor, not a rival, not an administrator", async () => {
  const member = { ...former, actor: { ...former.actor, member: "member" as const } };
  expect(await paperFor(member, ended)).not.toBeNull();
  const admin = await theAdmin(world);
  for (const other of [
    successor,
    await aLawyer(world),
    await anAgency(world),
    await aCreditor(world),
    admin,
  ]) {
    expect(await past(other)).toEqual([]);
    for (const name of papers) expect(await paperFor(other, ended, name)).toBeNull();
  }
});

test("no paper of the mandate that follows can be had by it, nor any other paper of the case under any name", async () => {
  const following = await idOf();
  expect(following).not.toBe(ended);
  for (const party of [former, successor, creditor])
    for (const name of papers) expect(await paperFor(party, following, name)).toBeNull();
  const invented = [
    "schedule",
    "amendment-2",
    "amendment-2-certificate",
    "evidence",
    "",
    "../engagement",
    "constructor",
  ];
  for (const name of invented) expect(await paperFor(former, ended, name)).toBeNull();
  for (const id of ["", "x", following.slice(0, -1), ended.toUpperCase().replace(/.$/, "_")])
    expect(await paperFor(former, id)).toBeNull();
  const other = await anEngagedCase(world, former, { creditor });
  expect(await paperFor(former, ended, "engagement", other.caseId)).toBeNull();
});

test("what happens in the case after the end stays shut to it: log, engagement, papers, debtor and messages", async () => {
  const ctx = world.ctx(former.actor);
  expect(await caseView(ctx, caseId, whole)).toBeNull();
  expect(await readEngagement(ctx, caseId)).toBeNull();
  for (const kind of ["engagement", "authority", "certificate"] as const)
    expect(await readPaper(ctx, caseId, kind)).toBeNull();
  expect(await authoritySchedule(ctx, caseId)).toBeNull();
  expect(
    await readConversation(ctx, caseId, { before: null, at: null, reply: null, about: null }),
  ).toBeNull();
});

test("the kept papers name no debtor: it is in none of the words they are drawn from, nor in what the list sends", async () => {
  const row = await world.owner.query.engagements.findFirst({ where: (each) => eq(each.id, ended) });
  const sent = JSON.stringify([row?.contents, await past(former)]);
  for (const word of Object.values(canary)) expect(sent).not.toContain(word);
  expect(sent).not.toContain("Quillfeather");
});

test("its bid says that the mandate ended, and the notice leads to the papers", async () => {
  const { bids } = await myBids(world.ctx(former.actor), null);
  expect(bids.filter((bid) => bid.caseId === caseId).map(({ state }) => state)).toEqual(["ended"]);
  const rows = await world.owner
    .select()
    .from(notifications)
    .where(and(eq(notifications.userId, former.userId), eq(notifications.kind, "mandate_ended")));
  expect(rows.map(({ href }) => href)).toEqual(["/mandates"]);
});
