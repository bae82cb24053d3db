import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { readConfig } from "#app/server/config.ts";
import { openDatabase } from "#app/server/database.ts";
import { openServices } from "#app/server/services.ts";
import type { Services } from "#app/use-cases/ctx.ts";
import { type ConnectionOptions, connect } from "#db/client.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { print } from "./output.ts";

/** Opens the database the configuration names, as the app, for the length of one command; says where its owner is connected. */
export async function withServices<T>(
  database: string | undefined,
  work: (services: Services, owner: ConnectionOptions) => Promise<T>,
): Promise<T> {
  const config = await readConfig(process.env);
  const server = await openDatabase(config, () => {});
  const at = database ? server.named(database) : server;
  const { db, close } = connect({ ...at.app, max: 4 });
  // A database that was played beside the product's own has its documents beside them too.
  const beside = join(config.dataDir, database ?? "");
  const dataDir = database && existsSync(beside) ? beside : config.dataDir;
  const publicUrl = config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`;
  try {
    return await work(await openServices({ ...config, dataDir }, db, publicUrl), at.owner);
  } finally {
    await close();
    await server.stop();
  }
}

export async function migrate(): Promise<void> {
  const config = await readConfig(process.env);
  const server = await openDatabase(config, print);
  try {
    await migrateDatabase(server.owner, { movableClock: config.RUNG_MODE === "demo" });
    print("The database is up to date.");
  } finally {
    await server.stop();
  }
}

/** Only for the embedded demo: a database named by DATABASE_URL is not ours to empty. */
export async function reset({ yes }: { yes?: boolean }): Promise<void> {
  const config = await readConfig(process.env);
  if (config.DATABASE_URL || config.RUNG_MODE !== "demo") {
    throw new Error("Only the embedded demo database can be reset. Nothing was changed.");
  }
  if (!yes && !(await confirmed(`Delete all data under ${config.dataDir}? Type yes: `))) {
    print("Nothing was changed.");
    return;
  }
  for (const part of ["postgres", "documents", "local-stripe"])
    await rm(join(config.dataDir, part), { recursive: true, force: true });
  print("Emptied. The next start seeds the demo again.");
}

async function confirmed(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await terminal.question(question)).trim() === "yes";
  } finally {
    terminal.close();
  }
}
