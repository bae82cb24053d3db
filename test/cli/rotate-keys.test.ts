import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keyIdOf, lastingPurposes } from "#app/gateways/key-ring.server.ts";
import { type Cluster, startCluster } from "#db/cluster.ts";
import { anImport, csvOf, rowsOf } from "#test/support/imports.ts";
import { newSecret } from "#test/support/keys.ts";
import { projectRoot } from "#test/support/project.ts";
import { rungIn } from "#test/support/rung.ts";
import { aCreditor, turnTo, type World, worldOn, worldSecret } from "#test/support/world.ts";

const folder = mkdtempSync(join(tmpdir(), "rung-keys-cli-"));
const both = { RUNG_SECRET: newSecret, RUNG_SECRET_FORMER: worldSecret };
const claims = 2_000;
let cluster: Cluster;
let world: World;

beforeAll(async () => {
  const migrated = await rungIn(folder, ["migrate"], { RUNG_SECRET: worldSecret });
  expect([migrated.status, migrated.stderr]).toEqual([0, ""]);
  cluster = await startCluster({ dataDir: join(folder, "postgres") });
  const server = { host: cluster.host, port: cluster.port, database: "rung" };
  world = await worldOn({
    owner: { ...server, user: cluster.superuser },
    app: { ...server, user: "rung_app" },
  });
  await turnTo(world, "2026-11-26T12:00:00Z");
  await anImport(world, await aCreditor(world), csvOf(rowsOf(claims)));
}, 120_000);
afterAll(async () => {
  await world.close();
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
});

const rotating = (environment: Record<string, string>, ...args: string[]) =>
  rungIn(folder, ["--json", "rotate-keys", ...args], environment);
const underNew = async () => {
  const [{ count }] = await world.owner.execute<{ count: number }>(
    sql`select count(*)::int as count from portfolio_claims
      where encode(substring(sealed from 2 for 4), 'hex') = ${keyIdOf(newSecret)}`,
  );
  return count;
};

test("a wrong secret is refused in words, before anything is read or written with it", async () => {
  const wrong = {
    RUNG_SECRET: newSecret,
    RUNG_SECRET_FORMER: "a former secret that is not the one of before",
  };
  for (const environment of [wrong, { RUNG_SECRET: newSecret }]) {
    const refused = await rotating(environment);
    expect([refused.status, refused.stdout]).toEqual([1, ""]);
    expect(refused.stderr).toContain("This database was made under another secret.");
  }
  const twice = await rotating({ RUNG_SECRET: newSecret, RUNG_SECRET_FORMER: newSecret });
  expect(twice.stderr).toContain("RUNG_SECRET_FORMER names a secret twice");
  const short = await rotating({ RUNG_SECRET: newSecret, RUNG_SECRET_FORMER: `${worldSecret}\nshort` });
  expect(short.stderr).toContain("RUNG_SECRET_FORMER");
  expect(await underNew()).toBe(0);
}, 60_000);

test("killed in the middle it is run again and finishes; only then does it say that the former secret can go", async () => {
  const looked = await rotating(both, "--check");
  expect([looked.status, JSON.parse(looked.stdout)]).toMatchObject([1, { current: keyIdOf(newSecret) }]);
  expect(JSON.parse(looked.stdout).left).toBe(claims + lastingPurposes.length);
  expect(await underNew()).toBe(0);

  // One row is held, so that the run cannot end before it is killed.
  await world.owner.transaction(async (tx) => {
    await tx.execute(sql`select 1 from portfolio_claims order by case_id desc limit 1 for update`);
    const child = spawn(process.execPath, ["app/cli/rung.js", "rotate-keys"], {
      cwd: projectRoot,
      env: { PATH: process.env.PATH, DATA_DIR: folder, NODE_ENV: "production", ...both },
      stdio: "ignore",
      detached: true,
    });
    const gone = new Promise((done) => child.once("exit", done));
    while ((await underNew()) === 0 && child.exitCode === null)
      await new Promise((done) => setTimeout(done, 10));
    expect(child.exitCode).toBeNull();
    process.kill(-(child.pid ?? 0), "SIGKILL");
    await gone;
  });
  const half = await underNew();
  expect(half).toBeGreaterThan(0);
  expect(half).toBeLessThan(claims);

  const done = await rotating(both);
  expect([done.status, done.stderr]).toEqual([0, ""]);
  expect(JSON.parse(done.stdout)).toMatchObject({ left: 0, former: [keyIdOf(worldSecret)] });
  expect(await underNew()).toBe(claims);
  const said = await rungIn(folder, ["rotate-keys"], both);
  expect(said.stdout).toContain("run this again and drop RUNG_SECRET_FORMER");
  const alone = await rungIn(folder, ["rotate-keys", "--check"], { RUNG_SECRET: newSecret });
  expect([alone.status, alone.stderr]).toEqual([0, ""]);
}, 120_000);
