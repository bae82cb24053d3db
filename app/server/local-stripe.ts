import { join } from "node:path";
import { readClock, readMachineClock } from "#app/gateways/clock.server.ts";
import { secretsFrom } from "#app/gateways/secrets.server.ts";
import { startLocalStripe } from "#app/local-stripe/start.ts";
import type { Db } from "#db/client.ts";
import type { Config } from "./config.ts";
import { localKeys } from "./services.ts";

/** What is known only once the server listens. */
export type Reached = { publicUrl: string; webhookUrl: string };

/**
 * Brings up the stand-in for the payment provider, in a demo without keys and nowhere else. Its journal lies beside the demo's
 * data, so that a restart keeps the accounts and payments that the database knows of.
 */
export async function standInFor(config: Config, db: Db, reached: () => Reached | null) {
  if (config.RUNG_MODE !== "demo" || config.STRIPE_SECRET_KEY) return null;
  const { secretKey, webhookSecret } = localKeys(secretsFrom(config.secret));
  return startLocalStripe({
    journal: join(config.dataDir, "local-stripe", "journal.jsonl"),
    secretKey,
    webhook: () => {
      const to = reached();
      return to && { url: to.webhookUrl, secret: webhookSecret };
    },
    clock: { now: () => readClock(db), machine: () => readMachineClock(db) },
    origin: () => reached()?.publicUrl ?? "",
  });
}
