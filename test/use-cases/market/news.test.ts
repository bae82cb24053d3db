import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import type { Practice } from "#app/domain/market/practice.ts";
import { KeepPractice } from "#app/domain/market/practice-form.ts";
import { nameHolder } from "#app/use-cases/accounts/name-holder.server.ts";
import { removeMember } from "#app/use-cases/accounts/remove-member.server.ts";
import { keepPractice } from "#app/use-cases/market/keep-practice.server.ts";
import { lookForSearches } from "#app/use-cases/market/look-for-searches.server.ts";
import { removeSearch } from "#app/use-cases/market/remove-search.server.ts";
import { saveSearch } from "#app/use-cases/market/save-search.server.ts";
import { spreadNews } from "#app/use-cases/market/spread-news.server.ts";
import { browseRounds } from "#app/use-cases/tenders/browse-rounds.server.ts";
import { memberships, notifications } from "#db/schema/accounts.ts";
import { openRounds, practiceProfiles, roundInvitations, roundNews } from "#db/schema/market.ts";
import { aColleagueOf } from "#test/support/colleagues.ts";
import { anAward, anOpenRound, canary } from "#test/support/market.ts";
import {
  aCreditor,
  aLawyer,
  anAgency,
  aWorld,
  type Person,
  passTime,
  value,
  type World,
} from "#test/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const practice = (given: Partial<Practice>): Practice => ({
  places: [],
  fields: [],
  claimKinds: [],
  debtorKinds: [],
  feeModels: [],
  languages: [],
  amounts: {},
  leastDays: null,
  mostDays: null,
  takesDisputed: false,
  takesLots: true,
  remote: false,
  paused: false,
  ...given,
});
const keep = async (person: Person, given: Partial<Practice>) =>
  value(await keepPractice(world.ctx(person.actor), practice(given)));
const invitedTo = async (caseId: string) => {
  const rows = await world.owner.select().from(roundInvitations).where(eq(roundInvitations.caseId, caseId));
  return new Map(rows.map(({ orgId, ring }) => [orgId, ring]));
};
const told = async (person: Person, kind: string) => {
  const rows = await world.owner.select().from(notifications).where(eq(notifications.userId, person.userId));
  return rows.filter((row) => row.kind === kind);
};

test("a new round is told to the collectors it fits, nearest first and each once, and to nobody else", async () => {
  const [here, picky, paused, unlicensed, agency, far] = [
    await aLawyer(world),
    await aLawyer(world),
    await aLawyer(world),
    await aLawyer(world, { territory: "US-NY" }),
    await anAgency(world),
    await aLawyer(world, { seat: "US-NY" }),
  ];
  await keep(here, { places: ["US-CA"] });
  await keep(picky, { places: ["US-CA"], amounts: { USD: { least: 8_000_001, most: null } } });
  await keep(paused, { places: ["US-CA"], paused: true });
  await keep(unlicensed, { places: ["US-CA"] });
  await keep(agency, { places: ["US-CA"] });
  await keep(far, { places: ["US-NY"], remote: true });
  const { caseId } = await anOpenRound(world);
  value(await spreadNews(world.ctx(system)));
  value(await spreadNews(world.ctx(system)));
  expect(await invitedTo(caseId)).toEqual(
    new Map([
      [here.orgId, 0],
      [far.orgId, 3],
    ]),
  );
  expect(await told(here, "new_match")).toHaveLength(1);
  for (const person of [picky, paused, unlicensed, agency])
    expect(await told(person, "new_match")).toEqual([]);
});

test("of several firms that a round fits, those tied to a party are not told, each by its own tie alone", async () => {
  const [free, actsForIt, isIt, sharing] = [
    await aLawyer(world),
    await aLawyer(world),
    await aLawyer(world, { organization: canary.name }),
    await aLawyer(world),
  ];
  const client = await aCreditor(world, { organization: canary.name });
  await anAward(world, [actsForIt], { creditor: client, debtor: { name: "Somebody Else Inc" } });
  const creditor = await aCreditor(world);
  await world.owner
    .insert(memberships)
    .values({ orgId: sharing.orgId, userId: creditor.userId, role: "member", createdAt: new Date() });
  for (const person of [free, actsForIt, isIt, sharing]) await keep(person, { places: ["US-CA"] });
  const { caseId } = await anOpenRound(world, { creditor });
  value(await spreadNews(world.ctx(system)));
  const invited = await invitedTo(caseId);
  expect([free, actsForIt, isIt, sharing].map(({ orgId }) => invited.has(orgId))).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test("a round that stays thin at half of its time is told one ring further, and one with bids enough is not", async () => {
  const near = await Promise.all([1, 2, 3].map(() => aLawyer(world, { territory: "US-TX", seat: "US-TX" })));
  for (const person of near) await keep(person, { places: ["US-TX"] });
  const remote = await aLawyer(world, { territory: "US-TX", seat: "US-ME" });
  await keep(remote, { places: ["US-ME"], remote: true });
  const { caseId } = await anOpenRound(world, {
    debtor: { kind: "company", name: "Another Debtor Inc", country: "US", province: "US-TX" },
    goal: { goal: "up_to_lawsuit", feeModels: ["success"], windowHours: "48" },
  });
  value(await spreadNews(world.ctx(system)));
  expect((await invitedTo(caseId)).has(remote.orgId)).toBe(false);
  await passTime(world, { hours: 23 });
  value(await spreadNews(world.ctx(system)));
  expect((await invitedTo(caseId)).has(remote.orgId)).toBe(false);
  for (const hours of [2, 12, 6]) {
    await passTime(world, { hours });
    value(await spreadNews(world.ctx(system)));
  }
  expect((await invitedTo(caseId)).get(remote.orgId)).toBe(3);
  const [news] = await world.owner.select().from(roundNews).where(eq(roundNews.caseId, caseId));
  expect(news).toMatchObject({ ring: 3, told: 4, widenAt: null });
});

test("a saved search brings news of rounds that opened since, once, and only to its owner while licensed", async () => {
  const lawyer = await aLawyer(world, { territory: "US-FL" });
  const elsewhere = await aLawyer(world, { territory: "US-GA" });
  for (const person of [lawyer, elsewhere]) {
    value(
      await saveSearch(world.ctx(person.actor), { name: "Florida", alert: "instant", query: "place=US-FL" }),
    );
  }
  await passTime(world, { hours: 1 });
  await anOpenRound(world, {
    debtor: { kind: "company", name: "Third Debtor Inc", country: "US", province: "US-FL" },
  });
  await passTime(world, { hours: 1 });
  for (let times = 0; times < 2; times += 1) {
    value(await lookForSearches(world.ctx(system)));
    await passTime(world, { hours: 1 });
  }
  expect((await told(lawyer, "saved_search_hits")).map(({ values }) => values)).toEqual([
    { name: "Florida", count: 1 },
  ]);
  expect(await told(elsewhere, "saved_search_hits")).toEqual([]);
});

test("a search is its owner's alone, and a creditor can save none", async () => {
  const [lawyer, other] = [await aLawyer(world), await aLawyer(world)];
  const search = { name: "Mine", alert: "none" as const, query: "" };
  const { id } = value(await saveSearch(world.ctx(lawyer.actor), search));
  for (const wrong of [id.replace(/.$/, "z"), "nonsense"]) {
    expect((await removeSearch(world.ctx(lawyer.actor), wrong)).ok).toBe(false);
  }
  expect((await removeSearch(world.ctx(other.actor), id)).ok).toBe(false);
  expect((await removeSearch(world.ctx(lawyer.actor), id)).ok).toBe(true);
  expect((await saveSearch(world.ctx((await aCreditor(world)).actor), search)).ok).toBe(false);
});

test("unknown codes, a range that ends before it begins and an empty profile are refused at their fields", () => {
  const errorsOf = (typed: object) => {
    const parsed = KeepPractice.safeParse(typed);
    return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join("."));
  };
  expect(errorsOf({})).toContain("places");
  expect(errorsOf({ places: ["CN-999999"] })).toContain("places.0");
  expect(errorsOf({ places: ["CN-710000"] })).toContain("places.0");
  expect(errorsOf({ places: ["CN"], fields: ["trade.moonshine"] })).toContain("fields.0");
  expect(errorsOf({ places: ["CN"], least: { CNY: "500" }, most: { CNY: "5" } })).toContain("most.CNY");
  expect(errorsOf({ places: ["CN"], least: { XXX: "5" } }).length).toBeGreaterThan(0);
  expect(errorsOf({ places: ["CN"], leastDays: "90", mostDays: "30" })).toContain("mostDays");
  const parsed = KeepPractice.safeParse({ places: ["CN"], orgId: "018f0000-0000-7000-8000-000000000000" });
  expect(parsed.success && Object.keys(parsed.data)).not.toContain("orgId");
});

test("another firm's profile cannot be written, whatever is sent", async () => {
  const [mine, theirs] = [await aLawyer(world), await aLawyer(world)];
  await keep(theirs, { places: ["US-CA"] });
  const forged = { ...practice({ places: ["US-NY"] }), orgId: theirs.orgId };
  value(await keepPractice(world.ctx(mine.actor), forged));
  const rows = await world.owner
    .select()
    .from(practiceProfiles)
    .where(eq(practiceProfiles.orgId, theirs.orgId));
  expect(rows.map(({ places }) => places)).toEqual([["US-CA"]]);
});

test("which collectors a round fits is asked of an index of places", async () => {
  const plan = await world.owner.transaction(async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`);
    return tx.execute<{ "QUERY PLAN": string }>(
      sql`explain select org_id from practice_profiles where not paused and places && '{US-CA}'::text[]`,
    );
  });
  expect(plan.map((row) => row["QUERY PLAN"]).join("\n")).toContain("practice_profiles_at");
});

test("no round is left out of the pages and none stands on two while others come and go", async () => {
  const lawyer = await aLawyer(world, { territory: "US-WA" });
  const creditor = await aCreditor(world);
  const [pattern] = await world.owner.select().from(openRounds).limit(1);
  const closesAt = new Date(world.now.getTime() + 86_400_000);
  const rows = Array.from({ length: 60 }, (_, at) => ({
    ...pattern,
    caseId: `018f0000-0000-7000-8000-${String(at).padStart(12, "0")}`,
    creditorOrgId: creditor.orgId,
    jurisdiction: "US-WA",
    provinceCode: "US-WA",
    placeCode: "US-WA",
    territories: ["US-WA"],
    opensAt: world.now,
    closesAt,
  }));
  await world.owner.insert(openRounds).values(rows.filter((_, at) => at % 2 === 0));
  const seen: string[] = [];
  let after: Awaited<ReturnType<typeof browseRounds>>["next"] = null;
  do {
    const page = await browseRounds(world.ctx(lawyer.actor), { after });
    seen.push(...page.rounds.map(({ brief }) => brief.caseId));
    if (after === null) {
      await world.owner.delete(openRounds).where(eq(openRounds.caseId, rows[0].caseId));
      await world.owner.insert(openRounds).values(rows.filter((_, at) => at % 2 === 1));
    }
    after = page.next;
  } while (after);
  expect(new Set(seen).size).toBe(seen.length);
  for (const { caseId } of rows.filter((_, at) => at % 2 === 0)) expect(seen).toContain(caseId);
});

test("a licence that went with its holder brings its firm no news", async () => {
  const owner = await aLawyer(world);
  const partner = await aColleagueOf(world, owner, "manager");
  await keep(owner, { places: ["US-CA"] });
  const ctx = world.ctx(owner.actor);
  value(await nameHolder(ctx, { licenceId: owner.licenceId, holderUserId: partner.userId }));
  const isTold = async () => {
    const { caseId } = await anOpenRound(world);
    value(await spreadNews(world.ctx(system)));
    return (await invitedTo(caseId)).has(owner.orgId);
  };
  expect(await isTold()).toBe(true);
  value(await removeMember(ctx, { userId: partner.userId }));
  expect(await isTold()).toBe(false);
});
