import { afterAll, beforeAll, expect, test } from "vitest";
import * as draftIndex from "#app/routes/cases.drafts.$caseId._index.tsx";
import * as claimRoute from "#app/routes/cases.drafts.$caseId.claim.tsx";
import * as debtorRoute from "#app/routes/cases.drafts.$caseId.debtor.tsx";
import * as evidenceRoute from "#app/routes/cases.drafts.$caseId.evidence.tsx";
import * as goalRoute from "#app/routes/cases.drafts.$caseId.goal.tsx";
import * as historyRoute from "#app/routes/cases.drafts.$caseId.history.tsx";
import * as reviewRoute from "#app/routes/cases.drafts.$caseId.review.tsx";
import * as draft from "#app/routes/cases.drafts.$caseId.tsx";
import * as discardRoute from "#app/routes/cases.drafts.$caseId_.discard.tsx";
import * as removeRoute from "#app/routes/cases.drafts.$caseId_.evidence.$evidenceId.remove.tsx";
import * as newRoute from "#app/routes/cases.new.tsx";
import * as searchRoute from "#app/routes/places.search.ts";
import { openDraft } from "#app/use-cases/cases/draft-pages.server.ts";
import { evidenceOf } from "#app/use-cases/evidence-of.server.ts";
import { findCase } from "#db/queries/cases.ts";
import { draftPages } from "#test/support/market.ts";
import { aDraft, aPostedCase } from "#test/support/posting.ts";
import { asked, statusOf } from "#test/support/routes.ts";
import { aCreditor, aLawyer, aPdf, aWorld, type Person, type World } from "#test/support/world.ts";

let world: World;
let creditor: Person;
beforeAll(async () => {
  world = await aWorld();
  creditor = await aCreditor(world);
});
afterAll(() => world.close());

type Form = Record<string, string | string[] | File>;
const at = (caseId: string, step = "", form?: Form, by: Person = creditor) =>
  asked(world, { by, path: `/cases/drafts/${caseId}/${step}`, params: { caseId }, form });

const locationOf = (answer: unknown) => (answer instanceof Response ? answer.headers.get("location") : null);
const dataOf = (answer: unknown) =>
  (answer as { data: { errors?: Record<string, string[]>; values?: unknown } }).data;

async function newDraft(): Promise<string> {
  const started = await newRoute.action(asked(world, { by: creditor, path: "/cases/new", form: {} }));
  return locationOf(started)?.split("/")[3] ?? "";
}

test("a creditor walks from an empty page to a posted case with plain forms", async () => {
  const caseId = await newDraft();
  const pages = draftPages(world);
  expect(locationOf(await debtorRoute.action(at(caseId, "debtor", pages.debtor)))).toBe(
    `/cases/drafts/${caseId}/claim`,
  );
  expect(locationOf(await claimRoute.action(at(caseId, "claim", pages.claim)))).toBe(
    `/cases/drafts/${caseId}/evidence`,
  );
  expect(locationOf(await draftIndex.loader(at(caseId)))).toBe(`/cases/drafts/${caseId}/evidence`);
  const upload = { kind: "invoice", title: "", file: aPdf("invoice.pdf", caseId) };
  expect(locationOf(await evidenceRoute.action(at(caseId, "evidence", upload)))).toBe(
    `/cases/drafts/${caseId}/evidence`,
  );
  expect(locationOf(await historyRoute.action(at(caseId, "history", pages.history)))).toBe(
    `/cases/drafts/${caseId}/goal`,
  );
  expect(locationOf(await goalRoute.action(at(caseId, "goal", pages.goal)))).toBe(
    `/cases/drafts/${caseId}/review`,
  );

  const review = await reviewRoute.loader(at(caseId, "review"));
  expect(review.review?.card).toMatchObject({ jurisdiction: "US-CA", principal: 8_000_000 });
  expect(JSON.stringify(review.review?.card)).not.toContain("Quillfeather");
  expect(review.review?.limitation).toMatchObject({ refused: false, barred: false });
  expect(locationOf(await reviewRoute.action(at(caseId, "review", {})))).toBe(`/cases/${caseId}`);
  expect((await findCase(world.db, creditor.actor, caseId))?.status).toBe("submitted");
  expect(locationOf(await reviewRoute.action(at(caseId, "review", {})))).toBe(`/cases/${caseId}`);
});

test("a refused page keeps every word, says what is wrong at its field and is not a 200", async () => {
  const caseId = await newDraft();
  const typed = { ...draftPages(world).claim, principal: "-12", currency: "USD", reference: "R 1" };
  const answer = await claimRoute.action(at(caseId, "claim", typed));
  expect(await statusOf(Promise.resolve(answer))).toBe(422);
  expect(dataOf(answer)).toMatchObject({
    errors: { principal: ["error.amount_negative"] },
    values: { principal: "-12", reference: "R 1" },
  });
  const back = await claimRoute.loader(at(caseId, "claim"));
  expect(back.values).toMatchObject({ principal: "-12", reference: "R 1" });
});

test("a page saved in the background is kept even though it is not finished", async () => {
  const caseId = await newDraft();
  const answer = await debtorRoute.action(
    at(caseId, "debtor", { autosave: "1", name: "Half a na", country: "US" }),
  );
  expect(dataOf(answer)).toEqual({ savedAt: expect.stringMatching(/Z$/) });
  const { values, place } = await debtorRoute.loader(at(caseId, "debtor"));
  expect(values).toEqual({ name: "Half a na", country: "US" });
  expect(place.provinces.map(({ value }) => value)).toContain("US-CA");
});

test("a place is chosen without scripts: by narrowing down, and by name", async () => {
  const caseId = await newDraft();
  const stay = await debtorRoute.action(at(caseId, "debtor", { next: "stay", q: "shenzhen" }));
  expect(locationOf(stay)).toBe(`/cases/drafts/${caseId}/debtor?q=shenzhen#place`);
  const search = asked(world, {
    by: creditor,
    path: `/cases/drafts/${caseId}/debtor?q=shenzhen`,
    params: { caseId },
  });
  expect((await debtorRoute.loader(search)).place.found[0]).toMatchObject({
    code: "CN-440300",
    unsupported: null,
  });
  await debtorRoute.action(at(caseId, "debtor", { pick: "CN-440300", name: "Kept" }));
  const { values, place } = await debtorRoute.loader(at(caseId, "debtor"));
  expect(values).toMatchObject({ country: "CN", province: "CN-440000", city: "CN-440300", name: "Kept" });
  expect(place.chosen).toMatchObject({ zones: ["Asia/Shanghai"], unsupported: null });
});

test("a refused region is found and says why, an unknown one is refused", async () => {
  const found = await searchRoute.loader(asked(world, { path: "/places/search?q=hong%20kong" }));
  expect(found.data.found[0]).toMatchObject({ code: "CN-810000", unsupported: "places.refused.hk" });
  const caseId = await newDraft();
  const send = async (place: Form) =>
    dataOf(await debtorRoute.action(at(caseId, "debtor", { ...draftPages(world).debtor, ...place }))).errors;
  expect(await send({ country: "CN", province: "CN-810000" })).toEqual({ province: ["places.refused.hk"] });
  expect(await send({ country: "US", province: "US-XX" })).toEqual({ province: ["error.choose"] });
  expect(await send({ country: "'; drop table cases; --" })).toEqual({ country: ["error.choose"] });
});

test("repeated, oversized and hostile fields are answered with 422 and never with 500", async () => {
  const caseId = await newDraft();
  const { debtor } = draftPages(world);
  const status = (form: Form) => statusOf(debtorRoute.action(at(caseId, "debtor", form)));
  expect(await status({ ...debtor, name: "x".repeat(30_000) })).toBe(422);
  expect(await status({ ...debtor, name: "n".repeat(5_000) })).toBe(422);
  expect(await status({ ...debtor, name: ["one", "two"] })).toBe(422);
  expect(await status({ ...debtor, name: new File(["x"], "name.txt") })).toBe(422);
  expect(await status({ ...debtor, kind: "\u0000", name: "\u0000\u0000" })).toBe(422);
  expect(await status({ ["x".repeat(100)]: "1" })).toBe(422);
  expect(await status({ ...debtor, name: "Robert'); DROP TABLE cases;-- \u0000 <script>" })).toBe(302);
  const draft = await openDraft(world.db, world.ctx(creditor.actor), caseId);
  expect(draft?.answers.debtor?.name).toBe("Robert'); DROP TABLE cases;--  <script>");
});

test("an evidence file that lies, a missing one and a copy are answered at the file's field", async () => {
  const caseId = await newDraft();
  const send = async (form: Form) => {
    const answer = await evidenceRoute.action(at(caseId, "evidence", form));
    return locationOf(answer) ?? dataOf(answer).errors;
  };
  const liar = new File(["<html><body>hi</body></html>"], "invoice.pdf", { type: "application/pdf" });
  expect(await send({ kind: "invoice", file: liar })).toEqual({ file: ["error.file_type"] });
  expect(await send({ kind: "invoice" })).toEqual({ file: ["error.file_missing"] });
  expect(await send({ kind: "gossip", file: aPdf() })).toEqual({ kind: ["error.choose"] });
  expect(await send({ kind: "invoice", file: aPdf("a.pdf", "c") })).toContain("/evidence");
  expect(await send({ kind: "invoice", file: aPdf("b.pdf", "c") })).toEqual({
    file: ["error.file_duplicate"],
  });
});

test("a stranger's draft is a 404 on every page, to read and to send", async () => {
  const { caseId } = await aDraft(world);
  const [item] = await evidenceOf(world.db, world.services, caseId);
  const posts: [{ action: (args: ReturnType<typeof at>) => Promise<unknown> }, string, Form][] = [
    [debtorRoute, "debtor", {}],
    [claimRoute, "claim", {}],
    [historyRoute, "history", {}],
    [goalRoute, "goal", {}],
    [evidenceRoute, "evidence", { kind: "invoice", file: aPdf("z.pdf", "z") }],
    [reviewRoute, "review", {}],
    [discardRoute, "discard", {}],
  ];
  for (const id of [caseId, "not-an-id", "00000000-0000-0000-0000-000000000000"]) {
    for (const route of [
      draft,
      draftIndex,
      debtorRoute,
      claimRoute,
      historyRoute,
      goalRoute,
      evidenceRoute,
      reviewRoute,
    ]) {
      expect(await statusOf(route.loader(at(id)))).toBe(404);
    }
  }
  for (const [route, step, form] of posts) {
    expect([step, await statusOf(route.action(at(caseId, step, form)))]).toEqual([step, 404]);
  }
  const remove = asked(world, { by: creditor, path: "/", params: { caseId, evidenceId: item.id }, form: {} });
  expect(await statusOf(removeRoute.action(remove))).toBe(404);
  expect(await evidenceOf(world.db, world.services, caseId)).toHaveLength(1);
});

test("only creditors post: a lawyer is refused, the signed-out are sent to sign in", async () => {
  const lawyer = await aLawyer(world);
  expect(await statusOf(newRoute.action(asked(world, { by: lawyer, path: "/cases/new", form: {} })))).toBe(
    403,
  );
  expect(await statusOf(newRoute.loader(asked(world, { path: "/cases/new" })))).toBe(302);
});

test("a claim posted before is pointed out, with the way to it", async () => {
  const claim = { ...draftPages(world).claim, reference: "INV-77" };
  const first = await aPostedCase(world, { creditor, claim });
  const again = await aDraft(world, { creditor, claim: { ...claim, reference: "inv 77" } });
  const { review } = await reviewRoute.loader(at(again.caseId, "review"));
  expect(review?.duplicates).toMatchObject([{ caseId: first.caseId, code: expect.stringMatching(/^R-/) }]);
});

test("a claim whose time to sue has run says before posting that the ladder stops", async () => {
  const { caseId } = await aDraft(world, {
    creditor,
    claim: { kind: "services", dueOn: "2019-01-10", contractOn: "2018-10-01" },
  });
  const { review } = await reviewRoute.loader(at(caseId, "review"));
  expect(review?.limitation).toMatchObject({ barred: true });
  expect(review?.findings.map(({ rule }) => rule)).toContain("POL-LADDER-07");
  expect(review?.verdicts.find(({ key }) => key === "limitation")?.state).toBe("later");
});

test("in London the claim page asks whether it is regulated credit, and the masked card says what was answered", async () => {
  const caseId = await newDraft();
  const { debtor, claim, history, goal } = draftPages(world, {
    debtor: { kind: "natural_consumer", country: "GB", province: "GB-EW" },
    claim: { kind: "loan_bank", purpose: "consumer", currency: "GBP", principal: "4,200.00" },
  });
  await debtorRoute.action(at(caseId, "debtor", debtor));
  const unanswered = await claimRoute.action(at(caseId, "claim", claim));
  expect(await statusOf(Promise.resolve(unanswered))).toBe(422);
  expect(dataOf(unanswered).errors).toEqual({ regulatedCredit: ["error.choose"] });
  const answered = { ...claim, regulatedCredit: "yes", defaultNoticeOn: "2026-08-03" };
  expect(locationOf(await claimRoute.action(at(caseId, "claim", answered)))).toContain("/evidence");
  await evidenceRoute.action(
    at(caseId, "evidence", { kind: "contract", title: "", file: aPdf("c.pdf", caseId) }),
  );
  await historyRoute.action(at(caseId, "history", history));
  expect((await goalRoute.loader(at(caseId, "goal"))).shareBarred).toBeNull();
  await goalRoute.action(at(caseId, "goal", goal));
  const review = await reviewRoute.loader(at(caseId, "review"));
  expect(review.review?.card).toMatchObject({
    jurisdiction: "GB-EW",
    currency: "GBP",
    regulatedCredit: true,
  });
});

test("in Berlin the total runs from the day of default, and who wants to sue is told that no share can be agreed", async () => {
  const caseId = await newDraft();
  const { debtor, claim } = draftPages(world, {
    debtor: { country: "DE", province: "DE-BE" },
    claim: { kind: "invoice_b2b", currency: "EUR", principal: "8,400.00", interest: "statutory" },
  });
  await debtorRoute.action(at(caseId, "debtor", debtor));
  const open = { ...claim, dueAgreed: "no" };
  expect(locationOf(await claimRoute.action(at(caseId, "claim", open)))).toContain("/evidence");
  expect((await claimRoute.loader(at(caseId, "claim"))).total?.interest.kind).toBe("refused");
  await claimRoute.action(at(caseId, "claim", { ...open, invoiceReceivedOn: String(claim.dueOn) }));
  const { total } = await claimRoute.loader(at(caseId, "claim"));
  expect(total?.interest).toMatchObject({ kind: "counted", fixedSum: 40_00 });
  expect((await goalRoute.loader(at(caseId, "goal"))).shareBarred).toBe("DE-MONEY-10");
});
