import { fork } from "node:child_process";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { pino } from "pino";
import type { Services } from "#app/use-cases/ctx.ts";
import { connect } from "#db/client.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { demoSignIns, seedDemo } from "#db/seed.ts";
import { ensureBuild } from "./build.ts";
import { type Config, readConfig } from "./config.ts";
import { type Database, openDatabase } from "./database.ts";
import { developmentBuild } from "./development.ts";
import { newMetrics } from "./health.ts";
import { createHttpServer } from "./http.ts";
import { type Reached, standInFor } from "./local-stripe.ts";
import { openServices } from "./services.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const say = (line: string) => process.stdout.write(`${line}\n`);
const log = pino({ level: process.env.LOG_LEVEL ?? "warn", redact: ["req.headers.cookie", "*.password"] });

/** Brings the whole product up: pages, database, demo data, worker, HTTP. Ctrl-C takes it down in reverse. */
async function main() {
  process.env.NODE_ENV ??= process.argv.includes("--dev") ? "development" : "production";
  const config = await readConfig(process.env);
  const developing = process.argv.includes("--dev");
  if (!developing) await ensureBuild(root, say);
  const database = await openDatabase(config, say);
  await migrateDatabase(database.owner, { movableClock: config.RUNG_MODE === "demo" });

  const { db, close } = connect(database.app);
  let reached: Reached | null = null;
  const standIn = await standInFor(config, db, () => reached);
  if (standIn) config.localStripe = standIn.address;
  const services = await openServices(
    config,
    db,
    config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`,
  );
  const development = developing ? await developmentBuild(root) : null;
  const server = createHttpServer({
    build: development?.build ?? (await builtPages()),
    development: development?.answer,
    clientFolder: join(root, "build/client"),
    services,
    health: { db, metrics: newMetrics() },
    log,
    maxBodyBytes: config.MAX_BODY_BYTES,
    standInPages: standIn?.pages,
  });
  server.listen(config.PORT, config.HOST);
  await Promise.race([
    once(server, "listening"),
    once(server, "error").then(([error]) => Promise.reject(error)),
  ]);
  const port = (server.address() as AddressInfo).port;
  if (!config.PUBLIC_URL) services.publicUrl = `http://${config.HOST}:${port}`;
  const host = ["0.0.0.0", "::"].includes(config.HOST) ? "127.0.0.1" : config.HOST;
  reached = { publicUrl: services.publicUrl, webhookUrl: `http://${host}:${port}/webhooks/stripe` };
  if (config.RUNG_MODE === "demo") await seedDemo(services, say);

  const worker = startWorker(config, database, services.publicUrl);
  await announce(services, config);

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    say("\nStopping …");
    worker.kill("SIGTERM");
    await once(worker, "exit").catch(() => {});
    server.close();
    server.closeAllConnections();
    await development?.close();
    await standIn?.close();
    await close();
    await database.stop();
    process.exit(process.exitCode ?? 0);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  worker.on("exit", (code) => {
    if (stopping) return;
    say(`The worker ended unexpectedly (${code}); stopping, so that no deadline passes unseen.`);
    process.exitCode = 1;
    void stop();
  });
}

const builtPages = (): Promise<ServerBuild> =>
  import(pathToFileURL(join(root, "build/server/index.js")).href);

/** The worker is a process of its own, on the same code and database; it is told what was opened here. */
function startWorker(config: Config, database: Database, publicUrl: string) {
  const options = { owner: database.owner, app: database.app, config, publicUrl };
  return fork(join(root, "app/worker/main.ts"), [], {
    env: { ...process.env, RUNG_WORKER: JSON.stringify(options) },
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
}

async function announce(services: Services, config: Config) {
  const url = services.publicUrl;
  say(`\nRung is running on ${url}`);
  if (config.RUNG_MODE !== "demo") return;
  say("Demo sign-ins (all data here is made up):");
  for (const { email, password, note } of await demoSignIns(services))
    say(`  ${email.padEnd(28)} ${password}${note ? `   ${note}` : ""}`);
  say(
    `Mail goes to ${url}/demo/outbox. Rule packs are not signed by counsel: for trying out only. Ctrl-C stops.`,
  );
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
