import { anonymous } from "#app/domain/accounts/actor.ts";
import { readClock } from "#app/gateways/clock.server.ts";
import { documentStoreIn } from "#app/gateways/documents.server.ts";
import { secretsFrom } from "#app/gateways/secrets.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { importFile } from "#app/use-cases/portfolios/import-file.server.ts";
import { openImport } from "#app/use-cases/portfolios/open-import.server.ts";
import { connect } from "#db/client.ts";
import { findPortfolio } from "#db/queries/portfolios.ts";
import { organizations, users } from "#db/schema/accounts.ts";

/** Imports one file as the command does, and says how long that took and how much memory it needed at most. */
async function main(): Promise<void> {
  const [, , options, path] = process.argv;
  const { app, owner } = JSON.parse(options);
  const ids = await aCreditor(owner);
  const { db, close } = connect({ ...app, max: 4 });
  const actor = { ...anonymous, role: "creditor" as const, member: "owner" as const, ...ids };
  const secrets = secretsFrom("a secret of the benches, long enough to be one");
  const ctx: Ctx = {
    db,
    secrets,
    documents: documentStoreIn("/nonexistent", secrets),
    scanner: null,
    provider: null,
    mailServer: null,
    smsProvider: null,
    timeAuthority: null,
    publicUrl: "http://127.0.0.1",
    mode: "demo",
    actor,
    now: await readClock(db),
    locale: "en",
  };
  const start = performance.now();
  const opened = await openImport(ctx, { path, fileName: "claims.csv", asked: null });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const done = await importFile(ctx, opened.value);
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  const seconds = (performance.now() - start) / 1000;
  const portfolio = await findPortfolio(db, actor, done.value.portfolioId);
  process.send?.({
    seconds,
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    accepted: portfolio?.counts.accepted,
  });
  await close();
  process.disconnect?.();
}

async function aCreditor(options: Parameters<typeof connect>[0]) {
  const { db, close } = connect({ ...options, max: 1 });
  const [orgId, userId] = ["00000000-0000-7000-8000-00000000000a", "00000000-0000-7000-8000-00000000000b"];
  const createdAt = await readClock(db);
  await db.insert(users).values({
    id: userId,
    email: "bench@example.test",
    name: "Bench",
    passwordHash: "",
    locale: "en",
    createdAt,
  });
  await db
    .insert(organizations)
    .values({ id: orgId, kind: "creditor", name: "Bench", placeCode: "US-CA", createdAt });
  await close();
  return { orgId, userId };
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
