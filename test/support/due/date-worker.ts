import type { Ctx } from "#app/use-cases/ctx.ts";
import { fireDueDates } from "#app/use-cases/timers/fire-due-dates.server.ts";
import { startSweep } from "#app/worker/sweep-loop.ts";
import type { ConnectionOptions } from "#db/client.ts";
import { dateFirer } from "./date-firer.ts";

/** A worker process that fires dates as the product's does, until it is killed. Says so once it is at work. */
const { app, batch }: { app: ConnectionOptions; batch: number } = JSON.parse(process.argv[2]);
const { ctxNow } = dateFirer(app, 2);
await ctxNow();
const run = async (ctx: Ctx) => {
  const fired = await fireDueDates(ctx, { batch });
  if (!fired.ok) throw new Error(fired.error.kind);
  return fired.value;
};
startSweep(
  { name: "dates", everySeconds: 0.02, run },
  { ctxNow, failed: (error) => process.stderr.write(`${error}\n`) },
);
process.stdout.write("at work\n");
