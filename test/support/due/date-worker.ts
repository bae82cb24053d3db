import { startDateLoop } from "#app/worker/date-loop.ts";
import type { ConnectionOptions } from "#db/client.ts";
import { dateFirer } from "./date-firer.ts";

/** A worker process that fires dates as the product's does, until it is killed. Says so once it is at work. */
const { app, batch }: { app: ConnectionOptions; batch: number } = JSON.parse(process.argv[2]);
const { ctxNow } = dateFirer(app, 2);
await ctxNow();
startDateLoop({
  ctxNow,
  batch,
  pauseMs: 20,
  failed: (error) => process.stderr.write(`${error}\n`),
});
process.stdout.write("at work\n");
