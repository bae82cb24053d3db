import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "#app/domain/ids.ts";
import { action as enterAction } from "#app/routes/door._index.tsx";
import { loader as claim } from "#app/routes/door.claim.tsx";
import { action as disputeAction, loader as disputePage } from "#app/routes/door.dispute.tsx";
import { action as leave } from "#app/routes/door.leave.ts";
import { action as notMe } from "#app/routes/door.not-me.tsx";
import { loader as paper } from "#app/routes/door.papers.$paperId.ts";
import { action as means } from "#app/routes/door.parts.tsx";
import { loader as payments } from "#app/routes/door.payments._index.tsx";
import { loader as paidPaper } from "#app/routes/door.payments.$paperId.ts";
import { action as propose } from "#app/routes/door.propose.tsx";
import { loader as receipt } from "#app/routes/door.receipts.$statementId._index.tsx";
import { loader as receiptFile } from "#app/routes/door.receipts.$statementId.file.ts";
import type { Mailed } from "#test/support/contact.ts";
import { aCaseWithALetter, aVisit, codeOn, phoneEnd } from "#test/support/door.ts";
import { answerOf, asked } from "#test/support/routes.ts";
import { anAddress, aWorld, turnTo, type World } from "#test/support/world.ts";

let world: World;
let one: Mailed;

beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-01-12T10:00:00Z");
});
beforeEach(async () => {
  one = await aCaseWithALetter(world);
}, 60_000);
afterAll(() => world.close());

type Given = { token?: string; form?: Record<string, string | File>; params?: Record<string, string> };
type Door =
  Parameters<typeof answerOf>[0] extends Promise<unknown>
    ? (args: ReturnType<typeof asked>) => Promise<unknown>
    : never;

/** A request with a visit's cookie. */
function ask(door: Door, path: string, { token, form, params }: Given = {}) {
  const args = asked(world, { path, form, params, address: anAddress() });
  if (token) args.request.headers.set("cookie", `rung_door=${token}`);
  return answerOf(door(args));
}

const enter = (form: Record<string, string>) => ask(enterAction, "/door", { form });

test("the way in gives a cookie that scripts cannot read and other sites cannot send; a refusal gives back what was typed", async () => {
  const letter = await codeOn(world, one);
  const wrong = await enter({ letter, fact: "9999" });
  expect(wrong).toMatchObject({
    status: 403,
    body: { refused: "no_entry", values: { letter, fact: "9999" } },
  });
  const entered = await enter({ letter, fact: phoneEnd });
  expect(entered.status).toBe(302);
  expect(entered.headers.get("location")).toBe("/door/claim");
  expect(entered.headers.get("set-cookie")).toMatch(/^rung_door=[\w-]{43}; .*SameSite=Lax.*HttpOnly/);
  expect((await enter({ letter: "", fact: "" })).status).toBe(422);
});

test("whoever has no visit, or somebody else's cookie, is shown the way in and nothing else", async () => {
  for (const token of [undefined, "nothing", "%00", "x".repeat(5_000)]) {
    for (const door of [claim, disputePage, paper, payments, paidPaper, receipt, receiptFile] as Door[]) {
      const answer = await ask(door, "/door/claim", { token, params: { paperId: one.caseId } });
      expect([answer.status, answer.headers.get("location")]).toEqual([302, "/door"]);
    }
  }
});

test("a page inside is kept by nobody on the way and starts in the letter's language", async () => {
  const { token } = await aVisit(world, one);
  const page = await ask(claim, "/door/claim", { token });
  expect(page).toMatchObject({ status: 200, body: { language: "en" } });
  expect(page.headers.get("cache-control")).toBe("no-store");
  expect(page.headers.get("referrer-policy")).toBe("no-referrer");
  expect(await ask(claim, "/door/claim?lang=de", { token })).toMatchObject({ body: { language: "de" } });
});

test("a dispute is refused with its fields while it lacks a reason or lies about a file, and then leads to its receipt", async () => {
  const { token } = await aVisit(world, one);
  const key = newId(world.now);
  const say = (form: Record<string, string | File>) => ask(disputeAction, "/door/dispute", { token, form });
  expect(await say({ key })).toMatchObject({ status: 422, body: { errors: { reason: ["error.choose"] } } });
  const lie = new File(["<html>"], "photo.jpg", { type: "image/jpeg" });
  expect(await say({ key, reason: "paid", proof: lie })).toMatchObject({
    status: 422,
    body: { errors: { proof: ["error.file_type"] }, values: { reason: "paid" } },
  });
  expect((await say({ key, reason: "paid", words: "x".repeat(2_001) })).status).toBe(422);
  const said = await say({ key, reason: "paid" });
  const at = said.headers.get("location") ?? "";
  expect(said.status).toBe(302);
  expect((await say({ key, reason: "paid" })).headers.get("location")).toBe(at);
  const statementId = at.split("/").at(-1) ?? "";
  const shown = await ask(receipt, at, { token, params: { statementId } });
  expect(shown).toMatchObject({ status: 200, body: { receipt: { kind: "dispute", froze: true } } });
  const file = await ask(receiptFile, `${at}/file`, { token, params: { statementId } });
  expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename="receipt-R-\w+-\d+\.txt"$/);
  expect(await file.response?.text()).toContain("You disagree: I have paid already");
});

test("somebody else's receipt and paper are not there", async () => {
  const { token } = await aVisit(world, one);
  const said = await ask(disputeAction, "/door/dispute", {
    token,
    form: { key: newId(world.now), reason: "paid" },
  });
  const statementId = said.headers.get("location")?.split("/").at(-1) ?? "";
  expect((await ask(paper, "/x", { token, params: { paperId: "nothing" } })).status).toBe(404);
  const stranger = await aVisit(world, await aCaseWithALetter(world));
  for (const door of [receipt, receiptFile] as Door[])
    expect((await ask(door, "/x", { token: stranger.token, params: { statementId } })).status).toBe(404);
});

test("after “it isn’t me” every page leads to the receipts", async () => {
  const { token } = await aVisit(world, one);
  const form = { key: newId(world.now), reason: "other_person" };
  const said = await ask(notMe, "/door/not-me", { token, form });
  const statementId = said.headers.get("location")?.split("/").at(-1) ?? "";
  expect((await ask(claim, "/door/claim", { token })).headers.get("location")).toBe("/door/receipts");
  expect((await ask(disputePage, "/door/dispute", { token })).headers.get("location")).toBe("/door/receipts");
  expect((await ask(receipt, "/x", { token, params: { statementId } })).status).toBe(200);
});

test("the means come to half of what is left over, to nothing where nothing is left, and a day of the past is no first payment", async () => {
  const { token } = await aVisit(world, one);
  const reckon = (income: string, spending: string) =>
    ask(means, "/door/parts", { token, form: { income, spending } });
  expect(await reckon("1,500.00", "1,299.99")).toMatchObject({
    body: { reckoned: { possible: { monthly: 10_000 }, firstOn: expect.stringMatching(/^2026-/) } },
  });
  expect(await reckon("0", "10")).toMatchObject({ body: { reckoned: { possible: null } } });
  expect(await reckon("100", "100")).toMatchObject({ body: { reckoned: { possible: null } } });
  expect(await reckon("-5", "many")).toMatchObject({
    status: 422,
    body: { errors: { income: ["error.amount"], spending: ["error.amount"] } },
  });
  const form = { key: newId(world.now), monthly: "100", firstOn: "2020-01-01" };
  expect(await ask(propose, "/door/propose", { token, form })).toMatchObject({
    status: 422,
    body: { errors: { firstOn: ["error.date_past"] } },
  });
});

test("left is left: the cookie is taken back and opens nothing any more", async () => {
  const { token } = await aVisit(world, one);
  const left = await ask(leave, "/door/leave", { token, form: {} });
  expect(left.headers.get("set-cookie")).toContain("Max-Age=0");
  expect((await ask(claim, "/door/claim", { token })).headers.get("location")).toBe("/door");
});
