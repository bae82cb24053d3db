import { afterAll, beforeAll, expect, test } from "vitest";
import { keysOn } from "#app/http/shell.server.ts";
import * as accountRoute from "#app/routes/account._index.tsx";
import * as preferencesRoute from "#app/routes/preferences.tsx";
import { answerOf, asked } from "#test/support/routes.ts";
import { aLawyer, aWorld, type Person, type World } from "#test/support/world.ts";

let world: World;
let lawyer: Person;

beforeAll(async () => {
  world = await aWorld();
  lawyer = await aLawyer(world);
});
afterAll(() => world.close());

const choose = (form: Record<string, string>) =>
  answerOf(preferencesRoute.action(asked(world, { by: lawyer, path: "/preferences", form })));
const reading = (cookie: string) => keysOn(new Request("http://rung.test/", { headers: { cookie } }));

test("single keys act until they are switched off by a plain form, and again when switched on", async () => {
  expect(reading("")).toBe(true);
  for (const keys of ["off", "on"]) {
    const { status, headers } = await choose({ keys, next: "/account#keys" });
    expect([status, headers.get("location")]).toEqual([302, "/account#keys"]);
    const cookie = headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^rung_keys=\w+; Path=\/; SameSite=Lax; Max-Age=31536000; HttpOnly/);
    expect(reading(cookie.split(";")[0])).toBe(keys === "on");
  }
  expect((await choose({ keys: "sometimes", next: "/" })).status).toBe(422);
});

test("the account's page says whether they act", async () => {
  const loaded = async (cookie: string) => {
    const args = asked(world, { by: lawyer, path: "/account" });
    args.request.headers.append("cookie", cookie);
    const headers = new Headers({ cookie: `${args.request.headers.get("cookie")?.split(", ").join("; ")}` });
    return accountRoute.loader({ ...args, request: new Request(args.request.url, { headers }) });
  };
  expect((await loaded("rung_keys=off")).keys).toBe(false);
  expect((await loaded("other=1")).keys).toBe(true);
});
