import { join } from "node:path";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { projectRoot } from "#test/support/project.ts";
import { answerOf, asked } from "#test/support/routes.ts";
import { sourceFiles } from "#test/support/source-files.ts";
import { aCreditor, aLawyer, aWorld, type Person, theAdmin, type World } from "#test/support/world.ts";

type Handler = (args: LoaderFunctionArgs) => Promise<unknown>;
type Route = { name: string; loader?: Handler; action?: Handler };

let world: World;
let people: (Person | null)[];
let routes: Route[];

beforeAll(async () => {
  world = await aWorld();
  people = [null, await aCreditor(world), await aLawyer(world), await theAdmin(world)];
  const files = sourceFiles(["app/routes"]);
  routes = await Promise.all(
    files.map(async ({ path }) => ({
      name: path.replace(/^app\/routes\/|\.tsx?$/g, ""),
      ...(await import(join(projectRoot, path))),
    })),
  );
});
afterAll(() => world.close());

/** What an address of this route carries, by the name that its file gives it. */
const namesIn = (name: string) => [...name.matchAll(/\$(\w+)/g)].map(([, each]) => each);
const ids = ["not-an-id", "a\0b", "😀\r\nX-Injected: y", "../../etc"];

/** Whether a door answers, whatever it answers; a bug throws something else than a response. */
async function broken(run: Handler | undefined, args: LoaderFunctionArgs): Promise<string[]> {
  if (!run) return [];
  const { status } = await answerOf(run(args)).catch((error: unknown) => ({ status: String(error) }));
  return typeof status === "string" || status >= 500
    ? [`${new URL(args.request.url).pathname}: ${status}`]
    : [];
}

test("no id in an address breaks a page: it is something that is not there", async () => {
  const found: string[] = [];
  for (const { name, loader, action } of routes.filter(({ name }) => name.includes("$"))) {
    for (const id of ids) {
      const params = Object.fromEntries(namesIn(name).map((each) => [each, id]));
      for (const by of people) {
        const given = { by, path: `/${name}`, params };
        found.push(...(await broken(loader, asked(world, given))));
        found.push(...(await broken(action, asked(world, { ...given, form: {} }))));
      }
    }
  }
  expect(found).toEqual([]);
}, 120_000);

test("no question behind an address breaks a list: what cannot be understood narrows nothing", async () => {
  const id = "00000000-0000-7000-8000-000000000000";
  const texts = [
    "\0",
    "__proto__",
    "constructor",
    "9".repeat(400),
    "-1",
    `-271821-04-20T00:00:00.000Z_${id}`,
  ];
  texts.push(`275760-09-13T00:00:00.000Z_${id}`, `2026-99-99T00:00:00Z_${id}`, `0000-01-01T00:00:00Z_${id}`);
  const fields = [
    "after",
    "to",
    "q",
    "lang",
    "place",
    "kind",
    "currency",
    "least",
    "most",
    "tab",
    "type",
    "next",
    "status",
  ];
  const found: string[] = [];
  for (const { name, loader } of routes.filter(({ name }) => !name.includes("$"))) {
    for (const text of texts) {
      const query = new URLSearchParams(fields.map((field) => [field, text]));
      for (const by of people)
        found.push(...(await broken(loader, asked(world, { by, path: `/${name}?${query}` }))));
    }
  }
  expect(found).toEqual([]);
}, 120_000);
