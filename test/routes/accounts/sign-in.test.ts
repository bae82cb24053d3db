import { afterAll, beforeAll, expect, test } from "vitest";
import { readMachineClock } from "#app/gateways/clock.server.ts";
import { totpCode } from "#app/gateways/totp.server.ts";
import { loader as home } from "#app/routes/home.tsx";
import { action, loader } from "#app/routes/sign-in._index.tsx";
import { action as prove } from "#app/routes/sign-in.second-factor.tsx";
import { action as signOut } from "#app/routes/sign-out.tsx";
import { action as signUp } from "#app/routes/sign-up._index.tsx";
import { users } from "#db/schema/accounts.ts";
import { answerOf, asked } from "#test/support/routes.ts";
import {
  aCreditor,
  anAddress,
  anAdmin,
  aWorld,
  goodPassword,
  signUpInput,
  type World,
} from "#test/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const visit = (path: string, given: Omit<Parameters<typeof asked>[1], "path"> = {}) =>
  asked(world, { path, ...given });

const credentials = (email: string, password = goodPassword): [string, string][] => [
  ["email", email],
  ["password", password],
];
const cookieIn = (headers: Headers) => headers.getSetCookie().join("\n");
const tokenIn = (headers: Headers) => /rung_session=([\w-]+)/.exec(cookieIn(headers))?.[1] ?? "";

test("signing in sets a cookie that scripts cannot read and other sites' forms do not carry", async () => {
  const { email } = await aCreditor(world);
  const form = credentials(email);
  const { status, headers } = await answerOf(action(visit("/sign-in", { form, address: anAddress() })));
  expect(status).toBe(302);
  expect(headers.get("location")).toBe("/home");
  expect(cookieIn(headers)).toMatch(
    /^rung_session=[\w-]{43}; Path=\/; SameSite=Lax; Max-Age=2592000; HttpOnly$/m,
  );
});

test("over https the cookie is Secure and bound to its host", async () => {
  const { email } = await aCreditor(world);
  const services = { publicUrl: "https://rung.example" };
  const args = visit("/sign-in", { form: credentials(email), address: anAddress(), services });
  const { headers } = await answerOf(action(args));
  expect(cookieIn(headers)).toMatch(/^__Host-rung=[\w-]{43}; Path=\/; .*HttpOnly; Secure$/m);
});

test("signing in leads to the page that was asked for, and never to another site", async () => {
  const { email } = await aCreditor(world);
  const goes = async (next: string) => {
    const path = `/sign-in?next=${encodeURIComponent(next)}`;
    const args = visit(path, { form: credentials(email), address: anAddress() });
    return (await answerOf(action(args))).headers.get("location");
  };
  expect(await goes("/organization?x=1")).toBe("/organization?x=1");
  for (const trap of ["//evil.example", "https://evil.example", "/\\evil.example"]) {
    expect(await goes(trap)).toBe("/home");
  }
});

test("a wrong password is answered 401 with what was typed, except the password", async () => {
  const { email } = await aCreditor(world);
  const form = credentials(email, "not the password");
  const { status, body } = await answerOf(action(visit("/sign-in", { form, address: anAddress() })));
  expect(status).toBe(401);
  expect(body).toEqual({ errors: { form: ["error.not_you"] }, values: { email } });
});

test("too many attempts are answered 429 with the wait", async () => {
  const { email } = await aCreditor(world);
  const attempt = () =>
    answerOf(action(visit("/sign-in", { form: credentials(email, "a guess"), address: anAddress() })));
  for (let at = 0; at < 10; at += 1) await attempt();
  const { status, headers } = await attempt();
  expect(status).toBe(429);
  expect(Number(headers.get("retry-after"))).toBeGreaterThan(600);
});

test("missing, duplicated, oversized and foreign fields are answered at their field, and no account is made", async () => {
  const good = signUpInput("creditor");
  const pairs = (change: [string, string][]): [string, string][] => [
    ...change,
    ...Object.entries(good)
      .filter(([name]) => name !== "address" && !change.some(([changed]) => changed === name))
      .map(([name, entry]): [string, string] => [name, entry]),
  ];
  const errors = async (form: [string, string][]) => {
    const answer = await answerOf(signUp(visit("/sign-up", { form, address: anAddress() })));
    const body = answer.body as { errors?: Record<string, string[]> } | null;
    return [answer.status, body?.errors];
  };
  const count = async () => (await world.owner.select().from(users)).length;
  const before = await count();
  expect(await errors([])).toMatchObject([422, { kind: ["error.choose"], email: ["error.required"] }]);
  expect(await errors(pairs([["name", "x".repeat(100_000)]]))).toEqual([422, { name: ["error.too_long"] }]);
  expect(await errors(pairs([["kind", "platform"]]))).toEqual([422, { kind: ["error.choose"] }]);
  const twice = pairs([
    ["email", "no address"],
    ["email", good.email],
  ]);
  expect(await errors(twice)).toEqual([422, { email: ["error.email"] }]);
  expect(await count()).toBe(before);
});

test("a body that is no form is answered 400", async () => {
  const args = visit("/sign-in");
  const request = new Request(args.request.url, {
    method: "POST",
    body: "{]",
    headers: { "content-type": "multipart/form-data" },
  });
  expect((await answerOf(action({ ...args, request }))).status).toBe(400);
});

test("a form cannot say from where it was sent", async () => {
  const { email } = await aCreditor(world);
  const address = anAddress();
  for (let at = 0; at < 10; at += 1) {
    const form: [string, string][] = [
      ...credentials(`x${at}@example.test`, "a guess"),
      ["address", anAddress()],
    ];
    await action(visit("/sign-in", { form, address }));
  }
  const { status } = await answerOf(action(visit("/sign-in", { form: credentials(email), address })));
  expect(status).toBe(429);
});

test("with a second factor the password leads to the code, and the code home under a new cookie", async () => {
  const admin = await anAdmin(world);
  const first = await answerOf(
    action(visit("/sign-in?next=/admin/audit", { form: credentials(admin.email), address: anAddress() })),
  );
  expect(first.headers.get("location")).toBe("/sign-in/second-factor?next=%2Fadmin%2Faudit");
  const pending = { token: tokenIn(first.headers) };
  const refused = await answerOf(home(visit("/home", { by: pending })));
  expect(refused.headers.get("location")).toBe("/sign-in?next=%2Fhome");

  const path = "/sign-in/second-factor?next=/admin/audit";
  const now = await readMachineClock(world.db);
  const code = totpCode(admin.secret, new Date(now.getTime() + 30_000));
  const wrong = await answerOf(prove(visit(path, { by: pending, form: [["code", "000000"]] })));
  expect(wrong).toMatchObject({ status: 401, body: { errors: { code: ["error.code_wrong"] } } });
  const done = await answerOf(prove(visit(path, { by: pending, form: [["code", code]] })));
  expect(done.headers.get("location")).toBe("/admin/audit");
  expect(tokenIn(done.headers)).not.toBe(pending.token);
  expect((await answerOf(home(visit("/home", { by: { token: tokenIn(done.headers) } })))).status).toBe(200);
});

test("who is signed in is sent home from the sign-in page, and signing out ends the cookie", async () => {
  const person = await aCreditor(world);
  const { headers } = await answerOf(loader(visit("/sign-in", { by: person })));
  expect(headers.get("location")).toBe("/home");
  const out = await answerOf(signOut(visit("/sign-out", { by: person, form: [] })));
  expect(cookieIn(out.headers)).toContain("rung_session=; Path=/; SameSite=Lax; Max-Age=0");
  const after = await answerOf(home(visit("/home", { by: person })));
  expect(after.headers.get("location")).toBe("/sign-in?next=%2Fhome");
});
