import { afterAll, beforeAll, expect, test } from "vitest";
import { loader as queue } from "#app/routes/admin.licences._index.tsx";
import { loader as outbox } from "#app/routes/demo.outbox.tsx";
import { loader } from "#app/routes/documents.$documentId.ts";
import { action as file } from "#app/routes/licences.new.tsx";
import { readLicence } from "#app/use-cases/accounts/read-licences.server.ts";
import { evidenceItems } from "#db/schema/cases.ts";
import { anOpenRound } from "#test/support/market.ts";
import { answerOf, asked } from "#test/support/routes.ts";
import { aLawyer, aPdf, aPerson, aWorld, type Person, theAdmin, type World } from "#test/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const visit = (path: string, given: Omit<Parameters<typeof asked>[1], "path"> = {}) =>
  asked(world, { path, ...given });

const download = (as: Person | null, documentId: string) =>
  answerOf(loader(visit(`/documents/${documentId}`, { by: as, params: { documentId } })));

test("a proof is saved as a file, never shown, under a name that no header can be smuggled into", async () => {
  const lawyer = await aPerson(world, "lawyer");
  const name = 'Zulassung "Ä"\r\nSet-Cookie: x=1.pdf';
  const form: [string, string | File][] = [
    ["kind", "bar_admission"],
    ["territory", "US-CA"],
    ["holderName", "Ada Example"],
    ["number", "123456"],
    ["issuer", "State bar"],
    ["validFrom", "2020-01-01"],
    ["proof", new File([await aPdf().arrayBuffer()], name)],
  ];
  const filed = await answerOf(file(visit("/licences/new", { by: lawyer, form })));
  expect(filed.status).toBe(302);
  const licenceId = filed.headers.get("location")?.split("/").at(-1) ?? "";
  const licence = await readLicence(world.ctx(lawyer.actor), licenceId);
  const { response, status, headers } = await download(lawyer, licence?.proof?.id ?? "");
  expect(status).toBe(200);
  expect(headers.get("content-disposition")).toMatch(
    /^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w.%-]+$/,
  );
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("content-security-policy")).toBe("sandbox; default-src 'none'");
  expect(headers.get("cache-control")).toBe("private, no-store");
  expect(await response?.text()).toBe(await aPdf().text());
});

test("a stranger's document is not there, whoever asks and whatever the id", async () => {
  const lawyer = await aLawyer(world);
  const licence = await readLicence(world.ctx(lawyer.actor), lawyer.licenceId);
  const id = licence?.proof?.id ?? "";
  expect((await download(await aLawyer(world), id)).status).toBe(404);
  expect((await download(lawyer, "not-an-id")).status).toBe(404);
  expect((await download(lawyer, "00000000-0000-7000-8000-000000000000")).status).toBe(404);
  expect((await download(null, id)).headers.get("location")).toContain("/sign-in");
  expect((await download(await theAdmin(world), id)).status).toBe(200);
});

test("a bidder cannot download the evidence of a case, its creditor can", async () => {
  const { caseId, creditor } = await anOpenRound(world);
  const items = await world.owner.select().from(evidenceItems);
  const { documentId } = items.find((item) => item.caseId === caseId) ?? { documentId: "" };
  expect((await download(creditor, documentId)).status).toBe(200);
  expect((await download(await aLawyer(world), documentId)).status).toBe(404);
});

test("the demo's outbox does not exist in production", async () => {
  expect((await answerOf(outbox(visit("/demo/outbox")))).status).toBe(200);
  const production = visit("/demo/outbox", { services: { mode: "production" } });
  expect((await answerOf(outbox(production))).status).toBe(404);
});

test("a reviewer's page is closed to everybody else", async () => {
  const ask = (as: Person | null) => answerOf(queue(visit("/admin/licences", { by: as })));
  expect((await ask(await theAdmin(world))).status).toBe(200);
  expect((await ask(await aLawyer(world))).status).toBe(403);
  expect((await ask(null)).headers.get("location")).toBe("/sign-in?next=%2Fadmin%2Flicences");
});

test("a licence refused by the form keeps what was typed and says what to mend", async () => {
  const lawyer = await aPerson(world, "lawyer");
  const form: [string, string | File][] = [
    ["kind", "lawyer_certificate"],
    ["territory", "CN"],
    ["holderName", "李明"],
    ["number", "11101201570123456"],
    ["issuer", "广东省司法厅"],
    ["validFrom", "2020-01-01"],
    ["proof", aPdf()],
  ];
  const answer = await answerOf(file(visit("/licences/new", { by: lawyer, form })));
  expect(answer).toMatchObject({
    status: 422,
    body: { errors: { number: ["error.licence_category_cn"] }, values: { number: "11101201570123456" } },
  });
});
