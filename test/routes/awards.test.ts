import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as awardRoute from "#app/routes/cases.$caseId.award.$bidId.tsx";
import * as caseBids from "#app/routes/cases.$caseId.bids.tsx";
import * as engagementRoute from "#app/routes/cases.$caseId.engagement._index.tsx";
import * as pdfRoute from "#app/routes/cases.$caseId.engagement.pdf.ts";
import * as reopenRoute from "#app/routes/cases.$caseId.reopen.tsx";
import { awards, tenders } from "#db/schema/tenders.ts";
import {
  aBid,
  aClosedRound,
  anAward,
  anOpenRound,
  canary,
  closeTheRound,
  mailedCode,
} from "#test/support/market.ts";
import { asked, statusOf } from "#test/support/routes.ts";
import { aCreditor, aLawyer, aWorld, type Person, type World } from "#test/support/world.ts";

let world: World;
let first: Person;
let second: Person;

beforeAll(async () => {
  world = await aWorld();
  first = await aLawyer(world, { organization: "First Firm" });
  second = await aLawyer(world, { organization: "Second Firm" });
});
afterAll(() => world.close());

const at = (by: Person, caseId: string, bidId = "") => ({
  by,
  path: `/cases/${caseId}/x`,
  params: { caseId, bidId },
});

test("a double click on award makes one award: the second is answered 409 in plain words", async () => {
  const { caseId, creditor, bidIds } = await aClosedRound(world, [first, second]);
  const press = () => awardRoute.action(asked(world, { ...at(creditor, caseId, bidIds[0]), form: {} }));
  const answers = await Promise.all([press(), press()]);
  const statuses = await Promise.all(answers.map((answer) => statusOf(Promise.resolve(answer))));
  expect(statuses.sort()).toEqual([302, 409]);
  expect(answers).toContainEqual(
    expect.objectContaining({
      data: expect.objectContaining({ errors: { form: ["tender.refusal.already-awarded"] } }),
    }),
  );
  expect(await world.owner.select().from(awards).where(eq(awards.caseId, caseId))).toHaveLength(1);
});

test("strangers and bidders cannot reach the comparison, the award or the new round of a case", async () => {
  const { caseId, bidIds } = await aClosedRound(world, [first]);
  const stranger = await aCreditor(world);
  for (const [by, expected] of [
    [stranger, 404],
    [first, 403],
  ] as const) {
    const args = () =>
      asked(world, { ...at(by, caseId, bidIds[0]), form: { hours: "24", scope: "judgment" } });
    expect(await statusOf(caseBids.loader(asked(world, at(by, caseId))))).toBe(expected);
    expect(await statusOf(awardRoute.loader(asked(world, at(by, caseId, bidIds[0]))))).toBe(expected);
    expect(await statusOf(awardRoute.action(args()))).toBe(expected);
  }
  const form = { hours: "24", scope: "judgment", feeModels: ["success"] };
  expect(await statusOf(reopenRoute.action(asked(world, { ...at(stranger, caseId), form })))).toBe(404);
});

test("opened bids are compared by what is kept, the dearer one last, each with its licence and the day it was checked", async () => {
  const { caseId, creditor } = await anOpenRound(world);
  await aBid(world, first, caseId, { successBps: 2_000 });
  await aBid(world, second, caseId, { successBps: 1_000 });
  await closeTheRound(world, caseId);
  const view = await caseBids.loader(asked(world, at(creditor, caseId)));
  expect(view.bids.map(({ firm }) => firm.name)).toEqual(["Second Firm", "First Firm"]);
  expect(view.bids[0]).toMatchObject({ standing: { net: { 60: 4_320_000 } }, licence: { valid: true } });
  expect(view.bids[0].licence.checkedAt).toBeInstanceOf(Date);
  expect(view).toMatchObject({ mayAward: true, mayReopen: true });
});

test("a round without bids is opened anew on wider terms, and its old bids are declined", async () => {
  const { caseId, creditor } = await aClosedRound(world, [first]);
  const form = { hours: "120", scope: "formal_demand", feeModels: ["success", "fixed"] };
  expect(await statusOf(reopenRoute.action(asked(world, { ...at(creditor, caseId), form })))).toBe(302);
  const rounds = await world.owner.select().from(tenders).where(eq(tenders.caseId, caseId));
  expect(rounds.map(({ status }) => status).sort()).toEqual(["open", "void"]);
  expect(await statusOf(reopenRoute.action(asked(world, { ...at(creditor, caseId), form })))).toBe(409);
  const none = { hours: "7", scope: "moon", feeModels: [] };
  expect(await statusOf(reopenRoute.action(asked(world, { ...at(creditor, caseId), form: none })))).toBe(422);
});

test("the engagement is read, downloaded and signed by its two sides and by nobody else", async () => {
  const { caseId, creditor } = await anAward(world, [first, second]);
  const view = await engagementRoute.loader(asked(world, at(first, caseId)));
  expect(view.paper).toMatchObject({ side: "collector", needed: true, maySign: true });
  for (const secret of Object.values(canary)) expect(JSON.stringify(view)).not.toContain(secret);
  for (const by of [second, await aCreditor(world)]) {
    expect(await statusOf(engagementRoute.loader(asked(world, at(by, caseId))))).toBe(404);
    expect(await statusOf(pdfRoute.loader(asked(world, at(by, caseId))))).toBe(404);
  }
  const pdf = await pdfRoute.loader(asked(world, at(creditor, caseId)));
  expect(pdf.headers.get("content-disposition")).toMatch(
    /^attachment; filename="engagement-R-[0-9A-Z]{5}\.pdf"$/,
  );

  const form = { fullName: "Ada Example", consent: "yes", documentHash: view.paper?.hash ?? "" };
  const sign = (by: Person, given: Partial<typeof form & { code: string }> = {}) => {
    const filled = { ...form, code: "123456", ...given };
    return statusOf(engagementRoute.action(asked(world, { ...at(by, caseId), form: filled })));
  };
  expect(await sign(first, { consent: "" })).toBe(422);
  expect(await sign(first, { code: "" })).toBe(422);
  expect(await sign(first, { documentHash: "f".repeat(64) })).toBe(409);
  expect(await sign(second)).toBe(404);
  const coded = async (by: Person) => ({ code: await mailedCode(world, by, { caseId }) });
  expect(await sign(first, await coded(first))).toBe(302);
  expect(await sign(first)).toBe(409);
  expect(await sign(creditor, await coded(creditor))).toBe(302);
  const signed = await engagementRoute.loader(asked(world, at(creditor, caseId)));
  expect(signed.paper).toMatchObject({ needed: false, engagedAt: expect.any(Date) });
});
