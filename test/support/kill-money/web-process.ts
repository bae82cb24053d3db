import { once } from "node:events";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { pino } from "pino";
import { newMetrics } from "#app/server/health.ts";
import { createHttpServer } from "#app/server/http.ts";
import { servicesFrom } from "#app/server/services.ts";
import { connect } from "#db/client.ts";
import { projectRoot } from "#test/support/project.ts";
import type { ProcessOptions } from "./processes.ts";

/** The product's web server over its built pages, beside a provider that outlives it. Says so once it listens. */
const { app, config, publicUrl }: ProcessOptions = JSON.parse(process.env.RUNG_WORKER ?? "{}");
const { db } = connect({ ...app, max: 6 });
const build = join(projectRoot, "build");
const server = createHttpServer({
  build: await import(pathToFileURL(join(build, "server/index.js")).href),
  clientFolder: join(build, "client"),
  services: servicesFrom(config, db, publicUrl),
  health: { db, metrics: newMetrics() },
  log: pino({ level: "error" }, pino.destination(2)),
  maxBodyBytes: config.MAX_BODY_BYTES,
});
server.listen(config.PORT, config.HOST);
await once(server, "listening");
process.stdout.write("at work\n");
