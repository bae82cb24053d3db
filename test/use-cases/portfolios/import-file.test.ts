import { readFileSync } from "node:fs";
import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { unpackIdentity } from "#app/domain/portfolios/claim.ts";
import { importFile } from "#app/use-cases/portfolios/import-file.server.ts";
import { openImport } from "#app/use-cases/portfolios/open-import.server.ts";
import { claimPurpose } from "#app/use-cases/portfolios/prepare-chunk.server.ts";
import { tryImport } from "#app/use-cases/portfolios/try-import.server.ts";
import { portfolioClaims, portfolioGroups, portfolioRejects, portfolios } from "#db/schema/portfolios.ts";
import { aFile, anImport, anXlsx, aRow, csvOf, opened, rowsOf } from "#test/support/imports.ts";
import { anOpenRound } from "#test/support/market.ts";
import { projectRoot, sharedFile } from "#test/support/project.ts";
import { aCreditor, aWorld, type Person, turnTo, value, type World } from "#test/support/world.ts";

let world: World;
let creditor: Person;

beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-11-26T12:00:00Z");
  creditor = await aCreditor(world);
});
afterAll(() => world.close());

const portfolioOf = async (id: string) => {
  const [row] = await world.db.select().from(portfolios).where(eq(portfolios.id, id));
  return row;
};
const claimsOf = (id: string) =>
  world.db
    .select()
    .from(portfolioClaims)
    .where(eq(portfolioClaims.portfolioId, id))
    .orderBy(asc(portfolioClaims.rowNo));
const rejectsOf = (id: string) =>
  world.db
    .select()
    .from(portfolioRejects)
    .where(eq(portfolioRejects.portfolioId, id))
    .orderBy(asc(portfolioRejects.rowNo));

test("who owes stands in no column, and opens only with the row's own id", async () => {
  const { portfolioId } = await anImport(
    world,
    creditor,
    csvOf([aRow(1, { name: "Zephyrine Quillfeather Inc" })]),
  );
  const [claim] = await claimsOf(portfolioId);
  const plain = JSON.stringify({ ...claim, principal: 0, sealed: claim.sealed.toString("latin1") });
  expect(plain).not.toContain("Quillfeather");
  const sealing = world.services.secrets.rows(claimPurpose);
  expect(unpackIdentity(sealing.unseal(claim.sealed, claim.caseId))).toMatchObject({
    name: "Zephyrine Quillfeather Inc",
    reference: "INV-1",
  });
  expect(() => sealing.unseal(claim.sealed, portfolioId)).toThrow();
});

test("importing the same file again creates nothing, and a file that shares rows takes only the new ones", async () => {
  const own = await aCreditor(world);
  const first = await anImport(world, own, csvOf(rowsOf(30)));
  const again = await anImport(world, own, csvOf(rowsOf(30)));
  expect(again).toEqual({ portfolioId: first.portfolioId, already: true });
  const wider = await anImport(world, own, csvOf(rowsOf(40)));
  expect((await portfolioOf(wider.portfolioId)).counts).toMatchObject({
    rows: 40,
    accepted: 10,
    duplicates: 30,
  });
  const { code } = await portfolioOf(first.portfolioId);
  const [reject] = await rejectsOf(wider.portfolioId);
  expect(reject).toMatchObject({ rowNo: 2, reason: "import.reason.duplicate_import", detail: code });
});

test("a claim that stands twice in a file is taken once, and the second row names the first", async () => {
  const own = await aCreditor(world);
  const { portfolioId } = await anImport(
    world,
    own,
    csvOf([aRow(7), aRow(8), aRow(7, { name: "DEBTOR 7 INC." })]),
  );
  expect((await claimsOf(portfolioId)).map(({ rowNo }) => rowNo)).toEqual([2, 3]);
  expect(await rejectsOf(portfolioId)).toMatchObject([
    { rowNo: 4, reason: "import.reason.duplicate_row", detail: "2" },
  ]);
});

test("a claim that was posted as a case is not taken again", async () => {
  const own = await aCreditor(world);
  await anOpenRound(world, {
    creditor: own,
    claim: { reference: "INV-9" },
    debtor: { name: "Debtor 9 Inc" },
  });
  const { portfolioId } = await anImport(world, own, csvOf([aRow(9), aRow(10)]));
  const [reject] = await rejectsOf(portfolioId);
  expect(reject).toMatchObject({ rowNo: 2, reason: "import.reason.duplicate_case" });
  expect(reject.detail).toMatch(/^R-/);
});

test("two creditors may each have their claim against one debtor", async () => {
  const [one, other] = [await aCreditor(world), await aCreditor(world)];
  const first = await anImport(world, one, csvOf(rowsOf(3)));
  const second = await anImport(world, other, csvOf(rowsOf(3)));
  expect(second.portfolioId).not.toBe(first.portfolioId);
  expect((await portfolioOf(second.portfolioId)).counts).toMatchObject({ accepted: 3, duplicates: 0 });
});

test("the groups' counts are the claims that were stored", async () => {
  const own = await aCreditor(world);
  const { portfolioId } = await anImport(
    world,
    own,
    csvOf([...rowsOf(5), aRow(6, { state: "NY", zip: "10001" }), aRow(7, { due: "2001-01-05" })]),
  );
  const groups = await world.db
    .select()
    .from(portfolioGroups)
    .where(eq(portfolioGroups.portfolioId, portfolioId))
    .orderBy(asc(portfolioGroups.groupNo));
  expect(groups.map(({ region, standing, claims }) => [region, standing, claims])).toEqual([
    ["US-CA", "open", 5],
    ["US-NY", "open", 1],
    ["US-CA", "barred", 1],
  ]);
  expect((await portfolioOf(portfolioId)).counts).toMatchObject({ accepted: 7, barred: 1 });
});

test("trying a file keeps nothing, and finds what importing it then finds", async () => {
  const own = await aCreditor(world);
  const content = csvOf([...rowsOf(12), aRow(3), aRow(99, { amount: "0" })]);
  const file = await opened(world, own, aFile(content));
  const tried = value(await tryImport(world.ctx(own.actor), file));
  expect(await world.db.$count(portfolios, eq(portfolios.creditorOrgId, own.orgId))).toBe(0);
  const { portfolioId } = value(await importFile(world.ctx(own.actor), file));
  expect(tried.counts).toEqual((await portfolioOf(portfolioId)).counts);
  expect(tried.counts).toMatchObject({ accepted: 12, duplicates: 1, rejected: 1 });
});

test("an import goes on behind the last chunk that was stored, and stores no row twice", async () => {
  const own = await aCreditor(world);
  const file = await opened(world, own, aFile(csvOf(rowsOf(8_000))));
  let chunks = 0;
  value(await importFile(world.ctx(own.actor), file, { until: () => ++chunks > 1 }));
  const [half] = await world.db.select().from(portfolios).where(eq(portfolios.creditorOrgId, own.orgId));
  expect(half).toMatchObject({ status: "importing", rowsDone: 2_501 });
  const { portfolioId, already } = value(await importFile(world.ctx(own.actor), file));
  expect({ portfolioId, already }).toEqual({ portfolioId: half.id, already: false });
  expect(await portfolioOf(portfolioId)).toMatchObject({
    status: "imported",
    counts: { accepted: 8_000, duplicates: 0 },
  });
  expect(await world.db.$count(portfolioClaims, eq(portfolioClaims.portfolioId, portfolioId))).toBe(8_000);
});

test("two processes that import one file store each of its rows once", async () => {
  const own = await aCreditor(world);
  const file = await opened(world, own, aFile(csvOf(rowsOf(9_000))));
  const both = await Promise.all([
    importFile(world.ctx(own.actor), file),
    importFile(world.ctx(own.actor), file),
  ]);
  expect(both.some(({ ok }) => ok)).toBe(true);
  const [{ id, counts }] = await world.db
    .select()
    .from(portfolios)
    .where(eq(portfolios.creditorOrgId, own.orgId));
  expect(counts).toMatchObject({ accepted: 9_000, duplicates: 0 });
  expect(await world.db.$count(portfolioClaims, eq(portfolioClaims.portfolioId, id))).toBe(9_000);
});

test("a file in which every row is refused makes a portfolio without claims and a reason a row", async () => {
  const own = await aCreditor(world);
  const { portfolioId } = await anImport(
    world,
    own,
    csvOf([aRow(1, { amount: "-5" }), aRow(2, { due: "2031-01-01" }), aRow(3, { zip: "10001" })]),
  );
  expect((await portfolioOf(portfolioId)).counts).toMatchObject({ accepted: 0, rejected: 3 });
  expect((await rejectsOf(portfolioId)).map(({ column, reason }) => [column, reason])).toEqual([
    ["Amount", "import.reason.amount_negative"],
    ["Due date", "import.reason.date_future"],
    ["ZIP", "import.reason.zip_state"],
  ]);
});

test("a workbook and a text file of the same rows are the same claims", async () => {
  const own = await aCreditor(world);
  const rows = [
    ["Invoice No", "Debtor", "State", "ZIP", "Amount", "Due date"],
    ["INV-1", "Debtor 1 Inc", "CA", 93650, 1001, { date: 46_082 }],
  ];
  await anImport(world, own, anXlsx(rows));
  const { portfolioId } = await anImport(world, own, csvOf([aRow(1)]));
  expect((await portfolioOf(portfolioId)).counts).toMatchObject({ accepted: 0, duplicates: 1 });
});

test("how a creditor's file was read is remembered for its next file with these headers", async () => {
  const own = await aCreditor(world);
  const asked = { terms: { claimKind: "rent" as const, written: "yes" as const } };
  await anImport(world, own, csvOf(rowsOf(2)), asked);
  const next = await opened(world, own, aFile(csvOf(rowsOf(2, 50))));
  expect(next).toMatchObject({ remembered: true, mapping: { terms: { claimKind: "rent", written: "yes" } } });
  const stranger = await opened(world, await aCreditor(world), aFile(csvOf(rowsOf(2, 50))));
  expect(stranger).toMatchObject({ remembered: false, mapping: { terms: { claimKind: "invoice_b2b" } } });
});

test("a column of emergency contacts stops the file until the creditor leaves it out, and then is nowhere", async () => {
  const own = await aCreditor(world);
  const content = `${csvOf([]).trim()},Emergency contact phone\n${aRow(1)},+1 555 0100 777\n`;
  const ctx = world.ctx(own.actor);
  const refused = await openImport(ctx, { path: aFile(content), fileName: "x.csv", asked: null });
  expect(refused).toEqual({
    ok: false,
    error: { kind: "contact-columns", columns: ["Emergency contact phone"] },
  });
  const { portfolioId } = await anImport(world, own, content, { leaveOut: ["Emergency contact phone"] });
  const [claim] = await claimsOf(portfolioId);
  expect(world.services.secrets.rows(claimPurpose).unseal(claim.sealed, claim.caseId)).not.toContain(
    "555 0100",
  );
});

test("nobody but a creditor imports", async () => {
  const file = await opened(world, creditor, aFile(csvOf(rowsOf(1, 900))));
  const ctx = world.ctx({ ...creditor.actor, role: "lawyer" });
  expect(await importFile(ctx, file)).toEqual({ ok: false, error: { kind: "not-allowed" } });
  expect(await tryImport(ctx, file)).toEqual({ ok: false, error: { kind: "not-allowed" } });
});

const accounted = async (path: string) => {
  const own = await aCreditor(world);
  const file = await opened(world, own, path);
  const { portfolioId } = value(await importFile(world.ctx(own.actor), file));
  return { portfolioId, ...(await portfolioOf(portfolioId)) };
};

test("the sample that ships imports by itself", async () => {
  const { counts } = await accounted(`${projectRoot}/db/demo/sba-sample.csv`);
  expect(counts).toMatchObject({ rows: 5, accepted: 5, rejected: 0 });
});

test("the whole public file imports by an automatic mapping: zeros restored, zero balances refused, barred claims marked", async (context) => {
  const path = sharedFile(context, "data/sba-charged-off-loans.csv");
  expect(readFileSync(path, "utf8").split("\n").length).toBeGreaterThan(1_600);
  const { portfolioId, counts, setting } = await accounted(path);
  expect(counts).toEqual({
    rows: 1_611,
    accepted: 1_599,
    rejected: 12,
    duplicates: 0,
    barred: 963,
    notes: { zip_restored: 122, lender_missing: 1 },
  });
  expect(setting.mapping.terms).toMatchObject({ country: "US", claimKind: "loan_bank" });
  const reasons = (await rejectsOf(portfolioId)).map(({ reason }) => reason);
  expect(reasons.filter((reason) => reason === "import.reason.amount_zero")).toHaveLength(11);
  expect(reasons.filter((reason) => reason === "import.reason.zip_state")).toHaveLength(1);
});
