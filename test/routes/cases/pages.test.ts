import { afterAll, beforeAll, expect, test } from "vitest";
import * as queueRoute from "#app/routes/admin.cases._index.tsx";
import * as reviewRoute from "#app/routes/admin.cases.$caseId._index.tsx";
import * as approveRoute from "#app/routes/admin.cases.$caseId.approve.tsx";
import * as debtorRoute from "#app/routes/admin.cases.$caseId.debtor.tsx";
import * as refuseRoute from "#app/routes/admin.cases.$caseId.refuse.tsx";
import * as returnRoute from "#app/routes/admin.cases.$caseId.return.tsx";
import * as listRoute from "#app/routes/cases._index.tsx";
import * as editRoute from "#app/routes/cases.$caseId.edit.tsx";
import * as evidenceRoute from "#app/routes/cases.$caseId.evidence.tsx";
import * as withdrawRoute from "#app/routes/cases.$caseId.withdraw.tsx";
import { findCase } from "#db/queries/cases.ts";
import { anAward, canary } from "#test/support/market.ts";
import { aDraft, aPostedCase } from "#test/support/posting.ts";
import { asked, statusOf } from "#test/support/routes.ts";
import { aCreditor, aLawyer, aPdf, aWorld, type Person, theAdmin, type World } from "#test/support/world.ts";

let world: World;
let admin: Person;
beforeAll(async () => {
  world = await aWorld();
  admin = await theAdmin(world);
});
afterAll(() => world.close());

type Form = Record<string, string | string[] | File>;
const at = (by: Person, caseId: string, form?: Form) =>
  asked(world, { by, path: `/cases/${caseId}`, params: { caseId }, form });
const list = (by: Person, query = "") => listRoute.loader(asked(world, { by, path: `/cases${query}` }));
const statusIn = async (caseId: string) => (await findCase(world.db, admin.actor, caseId))?.status;
const reason = "The statement does not match the invoice.";

test("a creditor's list says what needs them; drafts stand there until they are posted", async () => {
  const { caseId, creditor } = await aDraft(world);
  const before = await list(creditor);
  expect(before).toMatchObject({
    tab: "needs-you",
    cases: [],
    drafts: [{ caseId, debtorName: canary.name }],
  });
  const posted = await aPostedCase(world, { creditor });
  const open = await list(creditor, "?tab=open");
  expect(open.cases).toMatchObject([{ caseId: posted.caseId, debtorName: canary.name, status: "submitted" }]);
  expect(open.counts).toEqual({ "needs-you": 0, open: 1, engaged: 0, closed: 0 });
  expect(open.drafts).toEqual([]);
});

test("nobody's list holds another creditor's cases, and an odd query is the first page", async () => {
  await aPostedCase(world);
  const other = await aCreditor(world);
  for (const query of ["", "?tab=open", "?tab=nonsense", "?after=junk", "?tab=open&after=2026-01-01_x"]) {
    expect((await list(other, query)).cases).toEqual([]);
  }
});

test("a list goes on where its page ended, without gaps and without repeats", async () => {
  const creditor = await aCreditor(world);
  for (let each = 0; each < 27; each += 1) {
    await aPostedCase(world, { creditor, claim: { reference: `INV ${each}` } });
  }
  const first = await list(creditor, "?tab=open");
  const second = await list(creditor, first.next?.replace("/cases", "") ?? "");
  expect([first.cases.length, second.cases.length, second.next]).toEqual([25, 2, null]);
  expect(new Set([...first.cases, ...second.cases].map(({ caseId }) => caseId)).size).toBe(27);
});

test("a collector who was awarded a case sees it in its list without the debtor's name", async () => {
  const lawyer = await aLawyer(world);
  const { caseId } = await anAward(world, [lawyer]);
  const { cases } = await list(lawyer);
  expect(cases).toMatchObject([{ caseId, status: "signing", debtorName: null }]);
});

test("a stranger's case is a 404 to edit, withdraw and add to, to read and to send", async () => {
  const { caseId } = await aPostedCase(world);
  const stranger = await aCreditor(world);
  const upload = { kind: "invoice", file: aPdf("x.pdf", "x") };
  for (const id of [caseId, "not-an-id"]) {
    for (const route of [editRoute, withdrawRoute, evidenceRoute]) {
      expect(await statusOf(route.loader(at(stranger, id)))).toBe(404);
    }
  }
  expect(await statusOf(editRoute.action(at(stranger, caseId, {})))).toBe(404);
  expect(await statusOf(withdrawRoute.action(at(stranger, caseId, {})))).toBe(404);
  expect(await statusOf(evidenceRoute.action(at(stranger, caseId, upload)))).toBe(404);
  expect(await statusIn(caseId)).toBe("submitted");
});

test("a withdrawal done twice is a 409 and not a second event", async () => {
  const { caseId, creditor } = await aPostedCase(world);
  expect(await statusOf(withdrawRoute.action(at(creditor, caseId, { note: "Paid." })))).toBe(302);
  expect(await statusOf(withdrawRoute.action(at(creditor, caseId, {})))).toBe(409);
  expect(await statusOf(editRoute.action(at(creditor, caseId, {})))).toBe(409);
});

test("no customer reaches the reviews, not even of their own case", async () => {
  const { caseId, creditor } = await aPostedCase(world);
  for (const route of [reviewRoute, approveRoute, returnRoute, refuseRoute, debtorRoute]) {
    expect(await statusOf(route.loader(at(creditor, caseId)))).toBe(403);
  }
  for (const route of [approveRoute, returnRoute, refuseRoute, debtorRoute]) {
    expect(await statusOf(route.action(at(creditor, caseId, { reason })))).toBe(403);
  }
  expect(await statusIn(caseId)).toBe("submitted");
});

test("a decision without a reason, a second decision and an unknown case are told apart", async () => {
  const { caseId } = await aPostedCase(world);
  expect(await statusOf(returnRoute.action(at(admin, caseId, { reason: "no" })))).toBe(422);
  expect(await statusOf(returnRoute.action(at(admin, caseId, { reason })))).toBe(302);
  expect(await statusOf(approveRoute.action(at(admin, caseId, {})))).toBe(409);
  expect(await statusOf(refuseRoute.action(at(admin, caseId, { reason })))).toBe(409);
  for (const id of ["00000000-0000-0000-0000-000000000000", "1 or 1=1"]) {
    expect(await statusOf(approveRoute.action(at(admin, id, {})))).toBe(404);
    expect(await statusOf(reviewRoute.loader(at(admin, id)))).toBe(404);
  }
  expect(await statusIn(caseId)).toBe("returned");
});

test("the queue and the review are sent without the debtor's name; it is shown for a purpose only", async () => {
  const { caseId } = await aPostedCase(world);
  const queue = await queueRoute.loader(asked(world, { by: admin, path: "/admin/cases" }));
  expect(queue.rows.length).toBeGreaterThan(0);
  const review = await reviewRoute.loader(at(admin, caseId));
  const sent = JSON.stringify([queue, review], (_, each) => (typeof each === "bigint" ? String(each) : each));
  for (const word of Object.values(canary)) expect(sent).not.toContain(word);

  expect(await statusOf(debtorRoute.action(at(admin, caseId, {})))).toBe(422);
  expect((await debtorRoute.loader(at(admin, caseId))).debtor).toMatchObject({ name: "Z. Q. H." });
  expect(await statusOf(debtorRoute.action(at(admin, caseId, { purpose: "moderation" })))).toBe(302);
  expect((await debtorRoute.loader(at(admin, caseId))).debtor).toMatchObject(canary);
});
