import { rm } from "node:fs/promises";
import { join } from "node:path";
import { type Config, readConfig } from "#app/server/config.ts";
import { ensureDatabase, openDatabase } from "#app/server/database.ts";
import { openServices } from "#app/server/services.ts";
import { type ConnectionOptions, connect } from "#db/client.ts";
import type { Stage } from "#db/demo/stage.ts";
import { migrateDatabase } from "#db/migrate.ts";

/** `name` of the database is the command's own, never a person's input; `keep` leaves it for `rung verify` and `rung bundle`. */
type OwnDatabase = { name: string; keep?: boolean };

/** Plays in a fresh database inside the same cluster, with a clock that moves and documents of its own; no other case is touched. */
export async function inOwnDatabase(
  { name, keep }: OwnDatabase,
  play: (stage: Stage) => Promise<void>,
): Promise<void> {
  const config: Config = { ...(await readConfig(process.env)), RUNG_MODE: "demo" };
  const server = await openDatabase(config, () => {});
  const documents = join(config.dataDir, name);
  try {
    await dropDatabase(server.owner, name);
    await ensureDatabase(server.owner, name);
    await migrateDatabase(server.named(name).owner, { movableClock: true });
    const { db, close } = connect({ ...server.named(name).app, max: 8 });
    try {
      await play({
        services: await openServices({ ...config, dataDir: documents }, db, "http://rung.example"),
      });
    } finally {
      await close();
    }
  } finally {
    if (!keep) {
      await dropDatabase(server.owner, name);
      await rm(documents, { recursive: true, force: true });
    }
    await server.stop();
  }
}

async function dropDatabase(owner: ConnectionOptions, name: string): Promise<void> {
  const { db, close } = connect({ ...owner, max: 1 });
  try {
    await db.execute(`drop database if exists ${name} with (force)`);
  } finally {
    await close();
  }
}
