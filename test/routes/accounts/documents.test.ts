import { afterAll, beforeAll, expect, test } from "vitest";
import { documentStore } from "#app/gateways/documents.server.ts";
import { objectShelf } from "#app/gateways/object-store.server.ts";
import { loader as queue } from "#app/routes/admin.licences._index.tsx";
import { action as addEvidence } from "#app/routes/cases.$caseId.evidence.tsx";
import { loader as outbox } from "#app/routes/demo.outbox.tsx";
import { loader } from "#app/routes/documents.$documentId.ts";
import { action as file } from "#app/routes/licences.new.tsx";
import { readLicence } from "#app/use-cases/accounts/read-licences.server.ts";
import { evidenceOf } from "#app/use-cases/evidence-of.server.ts";
import { evidenceItems } from "#db/schema/cases.ts";
import { documents } from "#db/schema/documents.ts";
import { timelineEvents } from "#db/schema/timeline.ts";
import { erasureScene } from "#test/support/erased-documents.ts";
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

test("a store that does not answer is said plainly, and nothing is recorded as kept", async () => {
  const { caseId, creditor } = await anOpenRound(world);
  const gone = {
    endpoint: "http://127.0.0.1:1",
    region: "x",
    bucket: "rung",
    accessKeyId: "a",
    secretAccessKey: "b",
  };
  const services = { documents: documentStore(objectShelf(gone), world.services.secrets) };
  const count = () =>
    Promise.all([documents, evidenceItems, timelineEvents].map((table) => world.owner.$count(table)));
  const before = await count();
  const form = { kind: "other", title: "The ledger", file: aPdf("ledger.pdf", "not yet kept") };
  const path = `/cases/${caseId}/evidence`;
  const handedIn = await answerOf(
    addEvidence(visit(path, { by: creditor, params: { caseId }, form, services })),
  );
  expect([handedIn.status, handedIn.response?.statusText]).toEqual([503, "Documents Unavailable"]);
  expect(await handedIn.response?.text()).toContain("Nothing was recorded.");
  expect(await count()).toEqual(before);
  const [{ documentId }] = await evidenceOf(world.db, world.services, caseId);
  const asked = visit(`/documents/${documentId}`, { by: creditor, params: { documentId }, services });
  expect((await answerOf(loader(asked))).status).toBe(503);
});

test("a document that was erased is told as gone, when and by which term, in the reader's language", async () => {
  const { aCaseWith, aPaper, erase, evidenceOn } = erasureScene(world);
  const kase = await aCaseWith(await aPaper());
  const [{ documentId }] = await evidenceOn(kase.caseId);
  const asked = () =>
    loader(visit(`/documents/${documentId}`, { by: kase.creditor, params: { documentId } }));
  expect((await answerOf(asked())).status).toBe(200);
  await erase(kase);
  const gone = await answerOf(asked());
  expect(gone.status).toBe(410);
  expect(await gone.response?.text()).toMatch(
    /^This document was erased .* on \d+ \w+ \d{4}, .*\(90 days from the end of the claim\)\./,
  );
});
