import { tmpdir } from "node:os";
import { system } from "#app/domain/accounts/actor.ts";
import { readClock } from "#app/gateways/clock.server.ts";
import { documentStoreIn } from "#app/gateways/documents.server.ts";
import { secretsFrom } from "#app/gateways/secrets.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type ConnectionOptions, connect } from "#db/client.ts";

/** The product's services over a database, for what only the system does; `folder` is where its documents lie. */
export function dateFirer(app: ConnectionOptions, max: number, folder = tmpdir()) {
  const { db, close } = connect({ ...app, max });
  const secrets = secretsFrom("a secret of the tests, long enough to be one");
  const services = {
    db,
    secrets,
    documents: documentStoreIn(folder, secrets),
    scanner: null,
    provider: null,
    mailServer: null,
    smsProvider: null,
    timeAuthority: null,
    publicUrl: "http://127.0.0.1:3000",
    mode: "demo" as const,
  };
  const ctxNow = async (): Promise<Ctx> => ({
    ...services,
    actor: system,
    now: await readClock(db),
    locale: "en",
  });
  return { ctxNow, close };
}
