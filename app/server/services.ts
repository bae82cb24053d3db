import { join } from "node:path";
import { documentStoreIn } from "#app/gateways/documents.server.ts";
import { secretsFrom } from "#app/gateways/secrets.server.ts";
import type { Services } from "#app/use-cases/ctx.ts";
import type { Db } from "#db/client.ts";
import type { Config } from "./config.ts";

/** Binds the configuration to the parts every process shares. */
export function servicesFrom(config: Config, db: Db, publicUrl: string): Services {
  return {
    db,
    secrets: secretsFrom(config.secret),
    documents: documentStoreIn(join(config.dataDir, "documents")),
    publicUrl,
    mode: config.RUNG_MODE,
  };
}
