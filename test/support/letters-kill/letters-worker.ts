import { keepBatches } from "#app/use-cases/contact/keep-batches.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { startSweep } from "#app/worker/sweep-loop.ts";
import type { ConnectionOptions } from "#db/client.ts";
import { dateFirer } from "#test/support/due/date-firer.ts";

/** A worker process that brings batches of letters on as the product's does, until it is killed. Says so once it is at work. */
const { app, folder }: { app: ConnectionOptions; folder: string } = JSON.parse(process.argv[2]);
const { ctxNow } = dateFirer(app, 2, folder);
await ctxNow();
const run = async (ctx: Ctx) => {
  const kept = await keepBatches(ctx);
  if (!kept.ok) throw new Error(kept.error.kind);
  return kept.value;
};
startSweep(
  { name: "letter batches", everySeconds: 0.05, run },
  { ctxNow, failed: (error) => process.stderr.write(`${error}\n`) },
);
process.stdout.write("at work\n");
