import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { addEvidence } from "#app/use-cases/evidence/add-evidence.server.ts";
import { listEvidence } from "#app/use-cases/evidence/list-evidence.server.ts";
import { readTexts } from "#app/use-cases/evidence/read-texts.server.ts";
import { searchEvidence } from "#app/use-cases/evidence/search-evidence.server.ts";
import { documentSights } from "#db/schema/document-sights.ts";
import { documentTexts } from "#db/schema/document-texts.ts";
import { anEngagedCase } from "#test/support/market.ts";
import { docxSaying, savedMail } from "#test/support/office-files.ts";
import { asFile, lockedPdf, pdfSaying } from "#test/support/pdf-files.ts";
import { aCreditor, aLawyer, aWorld, type Person, value, type World } from "#test/support/world.ts";

let world: World;
let creditor: Person;
let lawyer: Person;
let caseId: string;

const contract = ["Supply contract no. 7 between the parties.", "付款期限：买方应于三十日内付清货款。"];

beforeAll(async () => {
  world = await aWorld();
  lawyer = await aLawyer(world);
  ({ caseId, creditor } = await anEngagedCase(world, lawyer));
  await add("contract", asFile(await pdfSaying(contract), "contract.pdf"));
  await add("correspondence", new File(["Wir bestätigen: die Rechnung ist offen."], "brief.txt"));
  await add("other", asFile(await pdfSaying([""]), "scan.pdf"));
  await add("notice_proof", asFile(await lockedPdf("nobody reads this"), "locked.pdf"));
}, 120_000);
afterAll(() => world.close());

const add = async (kind: "contract" | "correspondence" | "other" | "notice_proof", file: File) =>
  value(await addEvidence(world.ctx(creditor.actor), { caseId, kind, file }));

async function readAll(ctx: Ctx = world.ctx(system)): Promise<number> {
  let all = 0;
  for (let done = value(await readTexts(ctx)); done > 0; done = value(await readTexts(ctx))) all += done;
  return all;
}

async function search(person: Person, asked: string) {
  const ctx = world.ctx(person.actor);
  const listed = await listEvidence(ctx, caseId);
  if (!listed) return null;
  const { found } = await searchEvidence(ctx, listed, asked);
  return found.map(({ id, shown }) => ({
    name: listed.items.find((item) => item.id === id)?.fileName,
    pages: shown.map(({ page }) => page),
    hits: shown.flatMap(({ parts }) => parts.filter(({ hit }) => hit).map(({ text }) => text)),
  }));
}

test("until its text was read a document is found by nothing and says so; after it, by its words in either language", async () => {
  expect(await search(creditor, "contract")).toEqual([]);
  const before = (await listEvidence(world.ctx(creditor.actor), caseId))?.items ?? [];
  expect(new Set(before.map(({ text }) => text?.state))).toEqual(new Set(["waiting"]));
  expect(await readAll()).toBe(before.length);
  expect(await search(creditor, "CONTRACT")).toEqual([
    { name: "contract.pdf", pages: [1], hits: ["contract"] },
  ]);
  expect(await search(creditor, "付清货款")).toEqual([
    { name: "contract.pdf", pages: [2], hits: ["付清货款"] },
  ]);
  expect(await search(creditor, "bestatigen")).toEqual([
    { name: "brief.txt", pages: [1], hits: ["bestätigen"] },
  ]);
  expect(await search(creditor, "walnut")).toEqual([]);
});

test("what has no text is told apart from what is locked, and from what was read", async () => {
  const items = (await listEvidence(world.ctx(creditor.actor), caseId))?.items ?? [];
  const standing = new Map(items.map(({ fileName, text }) => [fileName, text]));
  expect(standing.get("contract.pdf")).toEqual({ state: "read", pages: 2, readPages: 2, blankPages: 0 });
  expect(standing.get("scan.pdf")?.state).toBe("none");
  expect(standing.get("locked.pdf")?.state).toBe("locked");
});

test("a saved e-mail and a Word document are handed in and found by their words", async () => {
  await add("correspondence", new File([savedMail], "promise.eml", { type: "message/rfc822" }));
  await add("other", new File([Buffer.from(docxSaying(["Delivery note 4711"]))], "note.docx"));
  await readAll();
  expect(await search(creditor, "欠款确认")).toEqual([
    { name: "promise.eml", pages: [1], hits: ["欠款确认"] },
  ]);
  expect(await search(creditor, "delivery 4711")).toMatchObject([{ name: "note.docx", pages: [1] }]);
});

test("the case's collector searches as its creditor does, and a stranger is given nothing to search in", async () => {
  expect(await search(lawyer, "supply")).toHaveLength(1);
  expect(await search(await aLawyer(world), "supply")).toBeNull();
  expect(await search(await aCreditor(world), "supply")).toBeNull();
});

test("looking for words takes no document out: no sight is kept", async () => {
  const before = await world.owner.select().from(documentSights);
  await search(lawyer, "contract");
  expect(await world.owner.select().from(documentSights)).toEqual(before);
});

test("neither the database nor the document store has a word of it in the open", async () => {
  const rows = await world.owner.select().from(documentTexts);
  expect(rows.filter(({ textHash }) => textHash)).not.toEqual([]);
  expect(JSON.stringify(rows)).not.toContain("Supply");
  const { readdirSync, readFileSync } = await import("node:fs");
  const files = readdirSync(world.folder, { recursive: true, withFileTypes: true }).filter((each) =>
    each.isFile(),
  );
  for (const { parentPath, name } of files)
    expect(readFileSync(`${parentPath}/${name}`).includes("Supply")).toBe(false);
});

test("a document at which the worker died is tried again, and after the third time left alone", async () => {
  await add("other", asFile(await pdfSaying(["Delivered on time."]), "late.pdf"));
  const [{ sha256 }] = await world.owner
    .select()
    .from(documentTexts)
    .where(eq(documentTexts.state, "waiting"));
  const dies: Ctx = {
    ...world.ctx(system),
    documents: { ...world.services.documents, get: () => Promise.reject(new Error("the worker is gone")) },
  };
  const later = (minutes: number) => new Date(world.now.getTime() + minutes * 60_000);
  await expect(readTexts(dies)).rejects.toThrow("gone");
  expect(await readAll()).toBe(0);
  const again = { ...world.ctx(system), now: later(11) };
  expect(await readAll(again)).toBe(1);
  expect(await search(creditor, "delivered")).toHaveLength(1);

  await world.owner
    .update(documentTexts)
    .set({ state: "waiting", dueAt: world.now, tries: 3, textHash: null })
    .where(eq(documentTexts.sha256, sha256));
  expect(await readAll()).toBe(1);
  expect(await search(creditor, "delivered")).toEqual([]);
});
