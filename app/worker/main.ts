import { Logger, run } from "graphile-worker";
import { Pool } from "pg";
import { pino } from "pino";
import { system } from "#app/domain/accounts/actor.ts";
import { readClock } from "#app/gateways/clock.server.ts";
import type { Config } from "#app/server/config.ts";
import { openServices } from "#app/server/services.ts";
import { sendMail } from "#app/use-cases/accounts/send-mail.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { fireTimer } from "#app/use-cases/timers/fire-timer.server.ts";
import { recountDates } from "#app/use-cases/timers/recount-dates.server.ts";
import { startSweeps } from "#app/worker/sweep-loop.ts";
import { sweeps } from "#app/worker/sweeps.ts";
import { type ConnectionOptions, connect } from "#db/client.ts";

type WorkerOptions = { owner: ConnectionOptions; app: ConnectionOptions; config: Config; publicUrl: string };

const log = pino({ level: process.env.LOG_LEVEL ?? "warn", name: "worker" });

/** Runs timers, sweeps and mail. The job library uses a pool of its own as the owner of its tables; the work itself runs as `rung_app`. */
async function main() {
  const { owner, app, config, publicUrl }: WorkerOptions = JSON.parse(process.env.RUNG_WORKER ?? "{}");
  const { db, close } = connect({ ...app, max: 4 });
  const services = await openServices(config, db, publicUrl);
  const ctxNow = async (): Promise<Ctx> => ({
    ...services,
    actor: system,
    now: await readClock(db),
    locale: "en",
  });

  const pgPool = new Pool(
    owner.url
      ? { connectionString: owner.url, max: 4 }
      : { host: owner.host, port: owner.port, database: owner.database, user: owner.user, max: 4 },
  );
  pgPool.on("error", (error) => log.warn({ err: error }, "a connection broke"));
  pgPool.on("connect", (client) => client.on("error", () => {}));
  const runner = await run({
    pgPool,
    concurrency: 4,
    pollInterval: 1000,
    noHandleSignals: true,
    parsedCronItems: [],
    logger: new Logger(() => (level, message, meta) => {
      if (level === "error" || level === "warning") log.warn({ meta }, message);
    }),
    taskList: {
      "send-mail": async (payload) => {
        await sendMail(await ctxNow(), payload as { mailId: string }, {
          smtpUrl: config.SMTP_URL,
          from: config.MAIL_FROM,
        });
      },
      "recount-dates": async (payload) => {
        await recountDates(await ctxNow(), payload as { packId: string; after: string | null });
      },
      "fire-timer": async (payload) => {
        await fireTimer(await ctxNow(), payload as { caseId: string; timerId: string });
      },
    },
  });
  const stopSweeps = startSweeps(sweeps, {
    ctxNow,
    failed: (error, name) => log.warn({ err: error }, `the sweep ${name} failed and is tried again`),
  });
  const stop = async () => {
    await stopSweeps();
    await runner.stop().catch((error: unknown) => log.warn({ err: error }, "stopping"));
    await close();
    process.exit(0);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", () => {});
  process.on("disconnect", stop);
  await runner.promise;
}

main().catch((error: unknown) => {
  log.error({ err: error }, "the worker could not start");
  process.exit(1);
});
