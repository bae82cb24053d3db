import type { ActionFunctionArgs } from "@remix-run/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { action as answered } from "#app/routes/webhooks.sms._index.ts";
import { action as told } from "#app/routes/webhooks.sms.$caseId.$letterId.ts";
import { textEvents } from "#db/schema/contact.ts";
import { answerOf } from "#test/support/routes.ts";
import { anAnswer, aTwilio, signedPost } from "#test/support/twilio.ts";
import { aWorld, type World } from "#test/support/world.ts";

const twilio = aTwilio();
let world: World;
beforeAll(async () => {
  world = await aWorld();
  world.services.smsProvider = await twilio.listen();
});
afterAll(() => Promise.all([world.close(), twilio.close()]));

const caseId = "01a20756-1c28-7424-9db0-2c04ebe1adf4";
const letterId = "01a20756-1c28-7424-9db0-2c04ebe1adf5";

/** As it comes through a proxy: under another host than the public one. */
function posted(
  path: string,
  { raw, signature }: ReturnType<typeof signedPost>,
  params = {},
): ActionFunctionArgs {
  const request = new Request(`http://10.0.0.7:8080${path}`, {
    method: "post",
    headers: { "content-type": "application/x-www-form-urlencoded", "x-twilio-signature": signature },
    body: raw,
  });
  return { request, params, context: { services: world.services, nonce: "test", address: "127.0.0.1" } };
}
const kept = () => world.owner.$count(textEvents);

test("a message signed for our public address is taken with an empty answer, whatever host a proxy names", async () => {
  const fields = anAnswer("+447911123456", "Who is this?");
  const signed = signedPost(`${world.services.publicUrl}/webhooks/sms`, fields);
  for (const _ of ["once", "again"]) {
    const { status, response } = await answerOf(answered(posted("/webhooks/sms", signed)));
    expect(status).toBe(200);
    expect(await response?.text()).toContain("<Response/>");
  }
  expect(await kept()).toBe(1);
});

test("a forged one is answered 403, one that says nothing we know 400, and neither is kept", async () => {
  const before = await kept();
  const here = `/webhooks/sms/${caseId}/${letterId}`;
  const fields = { MessageSid: `SM${"a".repeat(32)}`, MessageStatus: "delivered" };
  const elsewhere = signedPost(`http://evil.example${here}`, fields);
  expect((await answerOf(told(posted(here, elsewhere, { caseId, letterId })))).status).toBe(403);
  const odd = signedPost(`${world.services.publicUrl}${here}`, { Anything: "else" });
  expect((await answerOf(told(posted(here, odd, { caseId, letterId })))).status).toBe(400);
  const nothing = signedPost(`${world.services.publicUrl}/webhooks/sms/a/b`, fields);
  expect(
    (await answerOf(told(posted("/webhooks/sms/a/b", nothing, { caseId: "a", letterId: "b" })))).status,
  ).toBe(400);
  expect(await kept()).toBe(before);
});

test("where no provider is set up nothing is taken", async () => {
  const signed = signedPost(`${world.services.publicUrl}/webhooks/sms`, anAnswer("+447911123456", "Hello"));
  const args = posted("/webhooks/sms", signed);
  const without = {
    ...args,
    context: { ...args.context, services: { ...world.services, smsProvider: null } },
  };
  expect((await answerOf(answered(without))).status).toBe(409);
});
