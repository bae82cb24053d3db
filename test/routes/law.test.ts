import { afterAll, beforeAll, expect, test } from "vitest";
import { packFor } from "#app/domain/law/packs.ts";
import * as bookRoute from "#app/routes/admin.law._index.tsx";
import * as changeRoute from "#app/routes/admin.law.changes.$changeId._index.tsx";
import * as approveRoute from "#app/routes/admin.law.changes.$changeId.approve.tsx";
import * as refuseRoute from "#app/routes/admin.law.changes.$changeId.refuse.tsx";
import * as withdrawRoute from "#app/routes/admin.law.changes.$changeId.withdraw.tsx";
import * as packRoute from "#app/routes/admin.law.packs.$packId._index.tsx";
import * as newRowRoute from "#app/routes/admin.law.packs.$packId.new-row.tsx";
import * as rowRoute from "#app/routes/admin.law.packs.$packId.rows.$rowKey._index.tsx";
import * as endRoute from "#app/routes/admin.law.packs.$packId.rows.$rowKey.end.tsx";
import * as signRoute from "#app/routes/admin.law.packs.$packId.sign.tsx";
import * as seriesRoute from "#app/routes/admin.law.series.$seriesId.tsx";
import * as simulatorRoute from "#app/routes/admin.law.simulator.tsx";
import { aRowProposal, inDays, theOtherAdmin, waitRow, waitRowKey, why } from "#test/support/law-changes.ts";
import { answerOf, asked } from "#test/support/routes.ts";
import { aPdf, aWorld, type Person, theAdmin, type World } from "#test/support/world.ts";

let world: World;
let admin: Person;
let other: Person;

beforeAll(async () => {
  world = await aWorld();
  [admin, other] = [await theAdmin(world), await theOtherAdmin(world)];
});
afterAll(() => world.close());

type Form = Record<string, string | File>;
const send = (
  route: { action: (args: Parameters<typeof seriesRoute.action>[0]) => Promise<unknown> },
  { by = admin, params, form }: { by?: Person; params: Record<string, string>; form: Form },
) => answerOf(route.action(asked(world, { by, path: "/admin/law", params, form })));
const see = async <T>(
  route: { loader: (args: Parameters<typeof seriesRoute.loader>[0]) => Promise<T> },
  params: Record<string, string> = {},
  path = "/admin/law",
) => (await answerOf(route.loader(asked(world, { by: admin, path, params })))).body as T;
const errorsOf = (body: unknown) => (body as { errors: Record<string, string[]> }).errors;
const changeIn = (headers: Headers) => headers.get("location")?.split("/").at(-1) ?? "";

test("a proposal by form, its approval by the other admin, and the law book that follows", async () => {
  const params = { packId: "US", rowKey: waitRowKey.replaceAll("/", "~") };
  const form = { "numbers.guard-days": "6", effectiveOn: inDays(world, 2), ...why };
  const proposed = await send(rowRoute, { params, form });
  expect(proposed.status).toBe(302);
  const changeId = changeIn(proposed.headers);
  const shown = await see(changeRoute, { changeId });
  expect(shown).toMatchObject({ status: "proposed", mayDecide: false, mayWithdraw: true });
  expect(shown).toMatchObject({
    differences: expect.arrayContaining([{ path: "guard.days", before: "3", after: "6" }]),
  });
  const own = await send(approveRoute, { params: { changeId }, form: {} });
  expect(own.status).toBe(409);
  expect(errorsOf(own.body)).toEqual({ form: ["error.law.own_proposal"] });
  expect((await see(bookRoute)).waiting).toBe(1);

  const approved = await send(approveRoute, { by: other, params: { changeId }, form: {} });
  expect(approved).toMatchObject({ status: 302 });
  const book = await see(bookRoute);
  expect(book.waiting).toBe(0);
  expect(book.packs.find(({ id }) => id === "US")?.version).toBe(`${packFor("US")?.version}+1`);
  const again = await send(approveRoute, { by: other, params: { changeId }, form: {} });
  expect(errorsOf(again.body)).toEqual({ form: ["error.law.decided"] });
  const row = await see(rowRoute, params);
  expect(row.texts.map(({ state }) => state)).toEqual(["in_force", "coming"]);
});

test("bad input is refused beside its field with what was typed, and proposes nothing", async () => {
  const series = { seriesId: "CN-LPR-1Y" };
  const early = { value: "2.9", from: "2020-01-01", coverageEnd: "2020-02-01", ...why };
  const refused = await send(seriesRoute, { params: series, form: early });
  expect(refused.status).toBe(422);
  expect(refused.body).toMatchObject({ errors: { from: ["error.law.not_later"] }, values: { value: "2.9" } });
  const address = await send(seriesRoute, { params: series, form: { ...early, url: "javascript:alert(1)" } });
  expect(errorsOf(address.body)).toEqual({ url: ["error.law.url"] });
  const empty = await send(seriesRoute, { params: series, form: {} });
  expect(Object.keys(errorsOf(empty.body)).sort()).toEqual(["citation", "reason"]);

  const rowParams = { packId: "US", rowKey: waitRowKey };
  const past = { "numbers.guard-days": "9", effectiveOn: inDays(world, -2), ...why };
  expect(errorsOf((await send(rowRoute, { params: rowParams, form: past })).body)).toEqual({
    effectiveOn: ["error.law.in_the_past"],
  });
  const much = { ...past, effectiveOn: inDays(world, 9), "numbers.guard-days": "many" };
  expect(errorsOf((await send(rowRoute, { params: rowParams, form: much })).body)).toEqual({
    "numbers.guard-days": ["error.number"],
  });
  expect(errorsOf((await send(endRoute, { params: rowParams, form: past })).body)).toEqual({
    effectiveOn: ["error.law.in_the_past"],
  });
  const row = JSON.stringify({ ...waitRow, guard: { kind: "wish" } });
  const fresh = { row, effectiveOn: inDays(world, 9), reason: why.reason };
  expect(errorsOf((await send(newRowRoute, { params: { packId: "US" }, form: fresh })).body)).toEqual({
    row: ["error.law.row_member|guard.kind"],
  });
  expect((await see(bookRoute)).waiting).toBe(0);
});

test("a signature comes with its paper, which the other admin can open", async () => {
  const form = {
    version: packFor("CN")?.version ?? "",
    signedOffBy: "Ada Counsel",
    signedOffOn: inDays(world, 0),
    reviewBy: inDays(world, 90),
    reason: why.reason,
  };
  const bare = await send(signRoute, { params: { packId: "CN" }, form });
  expect(errorsOf(bare.body)).toEqual({ proof: ["error.file_missing"] });
  const signed = await send(signRoute, {
    params: { packId: "CN" },
    form: { ...form, proof: aPdf("opinion.pdf", "opinion") },
  });
  const changeId = changeIn(signed.headers);
  expect(await see(changeRoute, { changeId })).toMatchObject({
    kind: "signature",
    documentId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  await send(approveRoute, { by: other, params: { changeId }, form: {} });
  const { pack } = await see(packRoute, { packId: "CN" });
  expect(pack).toMatchObject({ signedOffBy: "Ada Counsel", state: "signed" });
});

test("a refusal needs a reason; a withdrawal is the author's alone", async () => {
  const changeId = await aRowProposal(world, "11", { inDays: 30 });
  const short = await send(refuseRoute, { by: other, params: { changeId }, form: { note: "No." } });
  expect(errorsOf(short.body)).toEqual({ note: ["error.description_short"] });
  const strange = await send(withdrawRoute, { by: other, params: { changeId }, form: {} });
  expect(strange.headers.get("location")).toBe(`/admin/law/changes/${changeId}`);
  expect(await see(changeRoute, { changeId })).toMatchObject({ status: "proposed" });
  await send(withdrawRoute, { params: { changeId }, form: {} });
  expect(await see(changeRoute, { changeId })).toMatchObject({ status: "withdrawn" });
});

test("rows are found by words and paged by key, each text once", async () => {
  const all: string[] = [];
  let next: string | null = "";
  while (next !== null) {
    const page: Awaited<ReturnType<typeof packRoute.loader>> = await see(
      packRoute,
      { packId: "US" },
      `/admin/law/packs/US?${new URLSearchParams({ after: next })}`,
    );
    all.push(...page.rows.map(({ key, effective }) => `${key} ${effective}`));
    next = page.next;
  }
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBe((await see(packRoute, { packId: "US" })).pack.rows);
  const found = await see(packRoute, { packId: "US" }, "/admin/law/packs/US?find=pol-ladder-02");
  expect(new Set(found.rows.map(({ rule }) => rule))).toEqual(new Set(["POL-LADDER-02"]));
});

test("the simulator names what is wrong with its question, and answers a sound one", async () => {
  const ask = (query: string) => see(simulatorRoute, {}, `/admin/law/simulator?${query}`);
  expect(await ask("")).toMatchObject({ found: null, answer: { errors: {} } });
  expect(await ask("pack=US&from=2026-02-30&to=2026-03-01")).toMatchObject({
    found: null,
    answer: { errors: { from: ["error.date"] } },
  });
  expect(await ask("from=2026-03-02&to=2026-03-01")).toMatchObject({
    answer: { errors: { to: ["error.law.reversed"] } },
  });
  expect(await ask("from=1980-01-01&to=2026-03-01")).toMatchObject({
    answer: { errors: { from: ["error.law.long_period"] } },
  });
  expect(await ask("version=9.9&from=2026-01-01&to=2026-03-01")).toMatchObject({
    found: null,
    answer: { errors: { version: ["error.choose"] } },
  });
  const sound = await ask("pack=XX&change[]=x&from=2026-01-01&to=2026-03-01&after=junk");
  expect(sound.found).toMatchObject({ total: 0, differences: [] });
});

test("what is not there is not found: a series, a pack, a row, a change, nor a name of the language's own", async () => {
  const statusOf = async (route: Parameters<typeof see>[0], params: Record<string, string>) =>
    (await answerOf(route.loader(asked(world, { by: admin, path: "/admin/law", params })))).status;
  for (const name of ["NO-SUCH", "constructor", "__proto__", "toString", ""]) {
    expect(await statusOf(seriesRoute, { seriesId: name }), name).toBe(404);
    expect(await statusOf(packRoute, { packId: name }), name).toBe(404);
    expect(await statusOf(rowRoute, { packId: "US", rowKey: name }), name).toBe(404);
    expect(await statusOf(changeRoute, { changeId: name }), name).toBe(404);
  }
});
