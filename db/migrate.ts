import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { runMigrations } from "graphile-worker";
import { Pool } from "pg";
import { packsIn } from "#app/domain/law/book.ts";
import { packs, stageMoves } from "#app/domain/law/packs.ts";
import { type ConnectionOptions, connect, type Db } from "./client.ts";
import { listUnlisted } from "./list-unlisted.ts";
import { lawBook } from "./queries/law.ts";

const migrationsFolder = fileURLToPath(new URL("./migrations", import.meta.url));

/**
 * Brings a database up to date as its owner: the app's role, the tables and guards, the job library's own
 * schema, the packs' stage moves, and whether the clock may be moved here (demo and tests only).
 */
export async function migrateDatabase(owner: ConnectionOptions, { movableClock }: { movableClock: boolean }) {
  const { db, close } = connect({ ...owner, max: 1 });
  try {
    await db.execute(sql`do $$ begin
      if not exists (select 1 from pg_roles where rolname = 'rung_app') then create role rung_app login; end if;
      exception when duplicate_object or unique_violation then null;
    end $$`);
    await db.execute(sql`do $$ begin
      if not pg_has_role(current_user, 'rung_app', 'member') then execute format('grant rung_app to %I', current_user); end if;
    end $$`);
    await migrate(db, { migrationsFolder });
    await migrateJobs(owner);
    await db.execute(sql.raw(grantJobs));
    await db.execute(
      movableClock
        ? sql`grant insert, update on clock_offsets to rung_app`
        : sql`revoke insert, update on clock_offsets from rung_app`,
    );
    if (!movableClock) await db.execute(sql`delete from clock_offsets`);
    await writeStageMoves(db);
    await listUnlisted(db);
  } finally {
    await close();
  }
}

async function migrateJobs(owner: ConnectionOptions) {
  const pgPool = new Pool(
    owner.url
      ? { connectionString: owner.url, max: 1 }
      : { host: owner.host, port: owner.port, database: owner.database, user: owner.user, max: 1 },
  );
  pgPool.on("error", () => {});
  pgPool.on("connect", (client) => client.on("error", () => {}));
  try {
    await runMigrations({ pgPool });
  } finally {
    await pgPool.end();
  }
}

/** The app's role may enqueue through these doors and not touch the job tables. */
const grantJobs = `
  create or replace function enqueue_job(task text, payload json, run_at timestamptz, job_key text) returns void
    language sql security definer set search_path = pg_catalog, graphile_worker as
    $$ select graphile_worker.add_job(task, payload, run_at := run_at, job_key := job_key, max_attempts := 12) $$;
  create or replace function enqueue_jobs(jobs json) returns void
    language sql security definer set search_path = pg_catalog, graphile_worker as
    $$ select graphile_worker.add_jobs(array(
        select row(job.task, job.payload, null, null, 12, null, null, null)::graphile_worker.job_spec
        from json_to_recordset(jobs) as job(task text, payload json))) $$;
  create or replace function drop_job(job_key text) returns void
    language sql security definer set search_path = pg_catalog, graphile_worker as
    $$ select graphile_worker.remove_job(job_key) $$;
  revoke all on function enqueue_job(text, json, timestamptz, text), enqueue_jobs(json), drop_job(text) from public;
  grant execute on function enqueue_job(text, json, timestamptz, text), enqueue_jobs(json), drop_job(text) to rung_app;`;

/** The moves of this build's packs, and of these with what was approved on top. Those of earlier versions stay. */
export async function writeStageMoves(db: Db) {
  const rows = [...packs, ...packsIn(await lawBook(db))].flatMap((pack) =>
    stageMoves(pack).map((move) => ({ pack: pack.id, version: pack.version, ...move })),
  );
  await db.execute(sql`insert into law_stage_moves (pack_id, pack_version, type, stage_before, stage_after)
    select pack, version, type, "stageBefore", "stageAfter"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as moves(pack text, version text, type text, "stageBefore" text, "stageAfter" text)
    on conflict do nothing`);
}
