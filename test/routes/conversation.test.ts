import type { LoaderFunctionArgs } from "@remix-run/node";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#app/domain/ids.ts";
import { action as redact } from "#app/routes/admin.messages.$caseId.$messageId.tsx";
import { action as post, loader as read } from "#app/routes/cases.$caseId.messages._index.tsx";
import { action as settle } from "#app/routes/cases.$caseId.messages.$messageId.done.tsx";
import { action as report } from "#app/routes/cases.$caseId.messages.$messageId.report.tsx";
import { loader as inbox } from "#app/routes/inbox._index.tsx";
import { action as save } from "#app/routes/inbox.settings.tsx";
import { action as unsubscribe, loader as unsubscribePage } from "#app/routes/unsubscribe.$token.tsx";
import { unsubscribeUrl } from "#app/use-cases/notices/unsubscribe.server.ts";
import { hoursOf } from "#db/queries/notice-settings.ts";
import { caseMessages } from "#db/schema/conversation.ts";
import { anEngagedCase } from "#test/support/market.ts";
import { answerOf, asked } from "#test/support/routes.ts";
import { aCreditor, aLawyer, aWorld, type Person, theAdmin, type World } from "#test/support/world.ts";

let world: World;
let creditor: Person;
let lawyer: Person;
let caseId: string;
beforeAll(async () => {
  world = await aWorld();
  creditor = await aCreditor(world);
  lawyer = await aLawyer(world);
  caseId = (await anEngagedCase(world, lawyer, { creditor })).caseId;
});
afterAll(() => world.close());

type Form = NonNullable<Parameters<typeof asked>[1]["form"]>;
const at = () => `/cases/${caseId}/messages`;
const send = (by: Person, form: Form) =>
  answerOf(post(asked(world, { by, path: at(), params: { caseId }, form })));
const page = (by: Person, search = "") =>
  answerOf(read(asked(world, { by, path: `${at()}${search}`, params: { caseId } })));
const rows = () => world.owner.select().from(caseMessages).where(eq(caseMessages.caseId, caseId));
type Door = (args: LoaderFunctionArgs) => Promise<unknown>;
const onMessage = (door: Door, by: Person, messageId: string, form: Form = {}) =>
  answerOf(door(asked(world, { by, path: `${at()}/${messageId}`, params: { caseId, messageId }, form })));

test("markup, control characters and a word without end are kept as the text they are", async () => {
  const body = `<script>alert(1)</script> & "quoted" \u0007${"W".repeat(4_000)}`;
  const sent = await send(lawyer, { key: newId(world.now), body, due: "none" });
  expect(sent.status).toBe(302);
  expect(sent.headers.get("location")).toMatch(new RegExp(`^${at()}#m-[0-9a-f-]{36}$`));
  const { body: view } = (await page(creditor)) as { body: Awaited<ReturnType<typeof read>> };
  expect(view.messages.at(-1)?.segments).toEqual([{ text: body.replace("\u0007", ""), mention: false }]);
});

test("what is wrong is said at its field with everything that was typed, and nothing is written", async () => {
  const before = (await rows()).length;
  const key = newId(world.now);
  const errorsOf = async (form: Form) => {
    const { status, body } = await send(lawyer, form);
    return { status, ...(body as { errors: object; values: object }) };
  };
  expect(await errorsOf({ key, due: "day" })).toMatchObject({
    status: 422,
    errors: { body: ["error.required"] },
  });
  expect(await errorsOf({ key, body: "x".repeat(5_001) })).toMatchObject({
    errors: { body: ["error.too_long"] },
  });
  expect(await errorsOf({ key, body: "When?", due: "date" })).toMatchObject({
    status: 422,
    errors: { dueOn: ["error.due_on"] },
    values: { body: "When?", due: "date" },
  });
  const large = new File([new Uint8Array(20 * 1024 * 1024)], "large.pdf");
  expect(
    await errorsOf([
      ["key", key],
      ["body", "Here."],
      ["file[]", large],
    ]),
  ).toMatchObject({
    status: 422,
    errors: { "file[]": ["error.file_large"] },
    values: { body: "Here." },
  });
  const many = Array.from({ length: 6 }, (_, n): [string, File] => ["file[]", new File(["a"], `${n}.txt`)]);
  expect(await errorsOf([["key", key], ["body", "All."], ...many])).toMatchObject({
    errors: { "file[]": ["error.message_files"] },
  });
  expect((await errorsOf({ key, body: "About what?", about: "999" })).status).toBe(422);
  expect((await rows()).length).toBe(before);
});

test("the same form posted again leads to the same message and says nothing went wrong", async () => {
  const form = { key: newId(world.now), body: "Sent by a double click." };
  const before = (await rows()).length;
  const [first, second] = [await send(creditor, form), await send(creditor, form)];
  expect(second.headers.get("location")).toBe(first.headers.get("location"));
  expect(await rows()).toHaveLength(before + 1);
});

test("a task is settled, reported and redacted by its own forms, each by whom it is for", async () => {
  const sent = await send(lawyer, { key: newId(world.now), body: "Is this right?" });
  const messageId = sent.headers.get("location")?.split("#m-")[1] ?? "";
  const stranger = await aCreditor(world);
  const admin = await theAdmin(world);
  const reason = { reason: "It names somebody else." };
  for (const door of [settle, report]) expect((await onMessage(door, stranger, messageId)).status).toBe(404);
  expect((await onMessage(redact, admin, messageId, reason)).status).toBe(404);
  expect((await onMessage(settle, creditor, messageId)).status).toBe(302);
  expect((await onMessage(report, creditor, messageId)).status).toBe(302);
  expect((await onMessage(redact, admin, messageId)).status).toBe(422);
  expect((await onMessage(redact, creditor, messageId, reason)).status).toBe(403);
  expect((await onMessage(redact, admin, messageId, reason)).status).toBe(302);
  expect((await onMessage(redact, admin, messageId, reason)).status).toBe(409);
});

test("an address that names no message, no tab and no page shows the latest and never fails", async () => {
  for (const search of ["?at=x", `?before=${newId(world.now)}`, "?reply=1&about=-1", "?about=1e9&at="])
    expect((await page(lawyer, search)).status).toBe(200);
  for (const search of ["?tab=none", "?tab=tasks&after=x", "?after=0000-01-01T00:00:00Z_x"])
    expect((await answerOf(inbox(asked(world, { by: lawyer, path: `/inbox${search}` })))).status).toBe(200);
});

test("settings that cannot be are refused at their field, and others are kept", async () => {
  const form = { timeZone: "Europe/Berlin", digestHour: "7", quietFrom: "22:00", quietTo: "06:30" };
  const set = (given: Form) =>
    answerOf(save(asked(world, { by: lawyer, path: "/inbox/settings", form: given })));
  const wrong = await set({ ...form, timeZone: "Mars/Base", quietTo: "" });
  expect(wrong).toMatchObject({ status: 422, body: { errors: { timeZone: ["error.time_zone"] } } });
  expect((await set({ ...form, "mail.bid_opened": "none" })).status).toBe(302);
  expect(await hoursOf(world.db, lawyer.userId)).toEqual({
    timeZone: "Europe/Berlin",
    digestHour: 7,
    quietFrom: 1_320,
    quietTo: 390,
  });
});

test("the page of an unsubscribe link ends nothing until its button is pressed, and a broken link says so", async () => {
  const token = unsubscribeUrl(world.services, creditor.userId).split("/unsubscribe/")[1];
  const to = (given: string, form?: Form) =>
    asked(world, { path: `/unsubscribe/${given}`, params: { token: given }, form });
  expect(await answerOf(unsubscribePage(to(token)))).toMatchObject({ status: 200, body: { good: true } });
  expect((await hoursOf(world.db, creditor.userId))?.digestHour).not.toBeNull();
  expect((await answerOf(unsubscribe(to(token, {})))).status).toBe(200);
  expect((await hoursOf(world.db, creditor.userId))?.digestHour).toBeNull();
  for (const broken of ["x", `${token}x`, `${newId(world.now)}.${"a".repeat(64)}`]) {
    expect((await answerOf(unsubscribePage(to(broken)))).status).toBe(410);
    expect((await answerOf(unsubscribe(to(broken, {})))).status).toBe(410);
  }
});
