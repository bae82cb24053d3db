import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { doorLanguages } from "#app/messages/door/languages.ts";
import { action } from "#app/routes/verify._index.tsx";
import { loader } from "#app/routes/verify.$code.tsx";
import { DoorShell } from "#app/ui/door/door-shell.tsx";
import { VerifyPage } from "#app/ui/door/verify-page.tsx";
import { codeFor } from "#app/use-cases/contact/letter-code.server.ts";
import { sendMessages } from "#app/use-cases/contact/send-messages.server.ts";
import { messagesOf } from "#db/queries/contact.ts";
import { aCaseToWriteOn, ask, toMorning } from "#test/support/contact.ts";
import { renderUi } from "#test/support/render-ui.tsx";
import { answerOf, asked } from "#test/support/routes.ts";
import { anAddress, aWorld, turnTo, value, type World } from "#test/support/world.ts";

let world: World;
let code: string;

beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-01-12T10:00:00Z");
  const one = await aCaseToWriteOn(world, { law: "CN", email: "xiaoming@example.test" });
  await toMorning(world, "Asia/Shanghai");
  value(await ask(world, one, { template: "cn.first-notice", answerBy: "2026-02-13" }));
  value(await sendMessages(world.ctx(system), { clock: async () => world.now }));
  code = codeFor(world.services, (await messagesOf(world.owner, one.caseId, { limit: 1 }))[0]).code;
}, 60_000);
afterAll(() => world.close());

const open = (given: string, address = anAddress(), query = "") =>
  answerOf(loader(asked(world, { path: `/verify/${given}${query}`, params: { code: given }, address })));
const type = (given: string, address = anAddress()) =>
  answerOf(action(asked(world, { path: "/verify", form: { code: given }, address })));

test("a letter's link and its typed code say the same, in the letter's own language unless another is asked for", async () => {
  const linked = await open(code);
  expect(linked).toMatchObject({ status: 200, body: { language: "zh", verified: { kind: "genuine" } } });
  expect(linked.headers.get("cache-control")).toBe("no-store");
  expect(linked.headers.get("referrer-policy")).toBe("no-referrer");
  const typed = await type(code.toLowerCase().replaceAll("-", " "));
  expect(typed).toMatchObject({
    status: 200,
    body: { verified: Reflect.get(Object(linked.body), "verified") },
  });
  const german = await open(code, anAddress(), "?lang=de");
  expect(german.body).toMatchObject({ language: "de" });
  expect(german.headers.get("set-cookie")).toContain("rung_door_language=de");
});

test("whatever else is given is gone, the same way each time; nothing is asked for again, and too much waits", async () => {
  const wrong = ["none", "7K2M-9QRT-4XWB-N3F5", `${code}0`, "👻".repeat(16), "%00", "a".repeat(900)];
  const bodies = [];
  for (const each of wrong) {
    const { status, body } = await open(each);
    expect(status, each).toBe(410);
    bodies.push(JSON.stringify(body));
    expect((await type(each)).status, each).toBe(410);
  }
  expect(new Set(bodies).size).toBe(1);
  expect((await type("")).status).toBe(422);
  const address = anAddress();
  for (let tries = 0; tries < 20; tries += 1) await open(code, address);
  const late = await open(code, address);
  expect(late).toMatchObject({ status: 429, body: { verified: { kind: "too-many" } } });
  expect(Number(late.headers.get("retry-after"))).toBeGreaterThan(0);
});

test("the page speaks each of its languages, and shows names as they are written", () => {
  const letter = {
    what: "letter" as const,
    firm: "<b>شركة</b> \u202eevil 🙂",
    licence: { number: "1", issuer: "2" },
    sentOn: "2026-01-13",
    channel: "email" as const,
    acts: false,
  };
  for (const language of doorLanguages) {
    const html = renderUi(
      <DoorShell language={language}>
        <VerifyPage verified={{ kind: "genuine", letter }} />
      </DoorShell>,
    );
    expect(html).toContain("&lt;b&gt;شركة&lt;/b&gt;");
    expect(html).toContain("<bdi>");
    expect(html).not.toMatch(/verify\.[a-z]|door\.[a-z]|\{[a-z]+\}/);
    expect(html).toContain({ en: "13 January 2026", de: "13.01.2026", zh: "2026年1月13日" }[language]);
  }
});
