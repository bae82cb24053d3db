import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { pino } from "pino";
import { readConfig } from "#app/server/config.ts";
import { newMetrics } from "#app/server/health.ts";
import { createHttpServer } from "#app/server/http.ts";
import { servicesFrom } from "#app/server/services.ts";
import { connect } from "#db/client.ts";
import { projectRoot } from "#test/support/project.ts";

/** Serves the empty page exactly as the product serves its own; no query is ever sent, so no database is opened. */
const buildFolder = join(projectRoot, ".cache", "bench-empty");
const build: ServerBuild = await import(pathToFileURL(join(buildFolder, "server/index.js")).href);
const config = await readConfig({
  NODE_ENV: "production",
  RUNG_SECRET: "no secret, for nothing is kept here",
});
const { db } = connect({});
const server = createHttpServer({
  build,
  clientFolder: join(buildFolder, "client"),
  services: servicesFrom(config, db, "http://127.0.0.1"),
  health: { db, metrics: newMetrics() },
  log: pino({ level: "warn" }),
  maxBodyBytes: config.MAX_BODY_BYTES,
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
process.stdout.write(`running on http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
