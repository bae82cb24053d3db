import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Cluster, startCluster } from "#db/cluster.ts";
import { portfolioClaims, portfolios } from "#db/schema/portfolios.ts";
import { aFile, aRow, csvOf, header, rowsOf } from "#test/support/imports.ts";
import { projectRoot } from "#test/support/project.ts";
import { rungIn } from "#test/support/rung.ts";
import { aCreditor, type Person, turnTo, type World, worldOn, worldSecret } from "#test/support/world.ts";

const folder = mkdtempSync(join(tmpdir(), "rung-import-cli-"));
const environment = { RUNG_SECRET: worldSecret };
let cluster: Cluster;
let world: World;
let creditor: Person;

beforeAll(async () => {
  const migrated = await rungIn(folder, ["migrate"], environment);
  expect([migrated.status, migrated.stderr]).toEqual([0, ""]);
  cluster = await startCluster({ dataDir: join(folder, "postgres") });
  const server = { host: cluster.host, port: cluster.port, database: "rung" };
  world = await worldOn({
    owner: { ...server, user: cluster.superuser },
    app: { ...server, user: "rung_app" },
  });
  await turnTo(world, "2026-11-26T12:00:00Z");
  creditor = await aCreditor(world);
});
afterAll(async () => {
  await world.close();
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
});

const importing = (file: string, ...args: string[]) =>
  rungIn(folder, ["--json", "import", file, "--creditor", creditor.email, ...args], environment);

test("the command says what it took, what it refused and why, in JSON and by its exit status", async () => {
  const file = aFile(csvOf([aRow(1), aRow(2, { amount: "=2+5" }), aRow(1)]));
  const tried = await importing(file, "--dry-run");
  expect([tried.status, tried.stderr]).toEqual([0, ""]);
  expect(JSON.parse(tried.stdout)).toMatchObject({
    dryRun: true,
    portfolio: null,
    counts: { accepted: 1, duplicates: 1, rejected: 1 },
  });
  const rejects = aFile("");
  const done = await importing(file, "--rejects", rejects);
  const report = JSON.parse(done.stdout);
  expect(report).toMatchObject({ dryRun: false, already: false, counts: { accepted: 1 } });
  expect(report.rejects).toMatchObject([
    { row: 3, column: "Amount", value: "=2+5", reason: "amount" },
    { row: 4, reason: "duplicate_row" },
  ]);
  expect(report.rejects[0].messages.zh).toBe("这不是金额。");
  expect(readFileSync(rejects, "utf8")).toContain("3,Amount,'=2+5,amount,");
  const again = JSON.parse((await importing(file)).stdout);
  expect(again).toMatchObject({ already: true, portfolio: { id: report.portfolio.id } });
}, 60_000);

test("a mapping file, an unknown creditor and a refused file are answered with what to mend", async () => {
  const file = aFile("Wer,Wieviel,Wann,Wo\nA Inc,5,2026-01-02,CA\n");
  const missing = await importing(file);
  expect(missing.status).toBe(1);
  expect(JSON.parse(missing.stdout).refused).toMatchObject({ kind: "columns-missing" });
  const mapping = aFile(
    JSON.stringify({ columns: { debtorName: "Wer", principal: "Wieviel", dueOn: "Wann", province: 4 } }),
  );
  expect(JSON.parse((await importing(file, "--mapping", mapping)).stdout)).toMatchObject({
    counts: { accepted: 1 },
  });
  writeFileSync(mapping, '{"columns":{"shoeSize":"Wer"}}');
  expect((await importing(file, "--mapping", mapping)).stderr).toContain("is not a mapping");
  const stranger = await rungIn(folder, ["import", file, "--creditor", "nobody@example.test"], environment);
  expect([stranger.status, stranger.stderr]).toEqual([
    1,
    "There is no creditor with the address nobody@example.test.\n",
  ]);
  const contacts = aFile(`${header},Emergency contact\n${aRow(70)},Mum\n`);
  const refused = await importing(contacts);
  expect([refused.status, JSON.parse(refused.stdout).refused.kind]).toEqual([1, "contact-columns"]);
  const agreed = JSON.parse((await importing(contacts, "--leave-out-contacts")).stdout);
  expect(agreed).toMatchObject({ counts: { accepted: 1 }, mapping: { leftOut: ["Emergency contact"] } });
}, 90_000);

test("an import that is killed half-way leaves whole chunks, and the same command finishes it", async () => {
  const rows = 120_000;
  const file = aFile(csvOf(rowsOf(rows, 1_000_000)));
  const child = spawn(process.execPath, ["app/cli/rung.js", "import", file, "--creditor", creditor.email], {
    cwd: projectRoot,
    env: { PATH: process.env.PATH, DATA_DIR: folder, NODE_ENV: "production", ...environment },
    stdio: "ignore",
    detached: true,
  });
  const open = async () =>
    (await world.db.select().from(portfolios).where(eq(portfolios.status, "importing")))[0];
  while (((await open())?.rowsDone ?? 0) < 20_000 && child.exitCode === null)
    await new Promise((done) => setTimeout(done, 20));
  const gone = new Promise((done) => child.once("exit", done));
  process.kill(-(child.pid ?? 0), "SIGKILL");
  await gone;
  const half = await open();
  expect(half.rowsDone).toBeLessThan(rows);
  const stored = () => world.db.$count(portfolioClaims, eq(portfolioClaims.portfolioId, half.id));
  expect(await stored()).toBe(half.counts.accepted);
  expect(half.counts.accepted).toBe(half.rowsDone - 1);
  const finished = JSON.parse((await importing(file)).stdout);
  expect(finished).toMatchObject({
    already: false,
    portfolio: { id: half.id, status: "imported" },
    counts: { accepted: rows, duplicates: 0 },
  });
  expect(await stored()).toBe(rows);
}, 90_000);
