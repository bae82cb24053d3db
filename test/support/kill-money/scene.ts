import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newId } from "#app/domain/ids.ts";
import { readClock } from "#app/gateways/clock.server.ts";
import { secretsFrom } from "#app/gateways/secrets.server.ts";
import { providerFrom } from "#app/gateways/stripe.server.ts";
import { startLocalStripe } from "#app/local-stripe/start.ts";
import { readConfig } from "#app/server/config.ts";
import { localKeys } from "#app/server/services.ts";
import { paymentIn } from "#app/use-cases/pay-link.server.ts";
import { askRecovery } from "#app/use-cases/payments/ask-recovery.server.ts";
import { openAccount } from "#app/use-cases/payments/open-account.server.ts";
import type { ConnectionOptions } from "#db/client.ts";
import { paymentAccountOf } from "#db/queries/payments.ts";
import { tellFact } from "#test/support/ladder.ts";
import { anEngagedCase } from "#test/support/market.ts";
import {
  aCreditor,
  aLawyer,
  anAdmin,
  type Person,
  theAdmin,
  value,
  worldOn,
  worldSecret,
} from "#test/support/world.ts";
import type { ProcessOptions } from "./processes.ts";

export const rest = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Waits for a condition and never for a time; what does not come is an error that says what it was. */
export async function until(what: string, holds: () => Promise<boolean>, limitMs = 180_000): Promise<void> {
  const limit = performance.now() + limitMs;
  while (!(await holds())) {
    if (performance.now() > limit) throw new Error(`It did not come: ${what}`);
    await rest(100);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

export type Scene = Awaited<ReturnType<typeof aScene>>;

/** A provider that nobody kills, its journal, and what the product's processes are told to reach it and each other. */
export async function aScene(databases: { owner: ConnectionOptions; app: ConnectionOptions }) {
  const world = await worldOn(databases);
  const folder = mkdtempSync(join(tmpdir(), "rung-kill-money-"));
  const port = await freePort();
  const keys = localKeys(secretsFrom(worldSecret));
  const publicUrl = `http://127.0.0.1:${port}`;
  const journal = join(folder, "provider.jsonl");
  const service = await startLocalStripe({
    journal,
    secretKey: keys.secretKey,
    webhook: () => ({ url: `${publicUrl}/webhooks/stripe`, secret: keys.webhookSecret }),
    clock: { now: () => readClock(world.db), machine: async () => new Date() },
  });
  world.services.provider = providerFrom({ ...keys, address: service.address });
  world.services.publicUrl = publicUrl;
  const config = await readConfig({
    ...{ RUNG_SECRET: worldSecret, DATA_DIR: folder, PORT: String(port) },
    NODE_ENV: "production",
  });
  const options: ProcessOptions = {
    ...databases,
    config: { ...config, localStripe: service.address },
    publicUrl,
  };
  const control = async (path: string, given: object): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${service.address.port}/control/${path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${keys.secretKey}`, "content-type": "application/json" },
      body: JSON.stringify(given),
    });
    if (!answer.ok) throw new Error(`control/${path} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  return {
    world,
    options,
    publicUrl,
    journal,
    folder,
    control,
    stripe: world.services.provider.stripe,
    happen: (what: string, given: object) => control("happen", { what, ...given }),
    async close() {
      await service.close();
      await world.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type Cast = Awaited<ReturnType<typeof aCast>> & { frozen: Awaited<ReturnType<typeof aFrozenCase>> };

/** A lawyer and a creditor who can be paid, two admins, and cases under way; the product's processes are at work already. */
export async function aCast(scene: Scene, { cases }: { cases: number }) {
  const { world } = scene;
  const [lawyer, creditor] = [await aLawyer(world), await aCreditor(world)];
  const accounts = new Map<string, string>();
  for (const person of [lawyer, creditor]) accounts.set(person.orgId, await payee(scene, person));
  const admins: [Person, Person] = [await theAdmin(world), await anAdmin(world)];
  const caseIds: string[] = [];
  for (let made = 0; made < cases; made++)
    caseIds.push((await anEngagedCase(world, lawyer, { creditor })).caseId);
  return { lawyer, creditor, admins, accounts, caseIds };
}

async function payee({ world, happen }: Scene, person: Person): Promise<string> {
  value(await openAccount(world.ctx(person.actor)));
  const account = () => paymentAccountOf(world.db, person.orgId);
  await until("an account at the provider", async () => Boolean((await account())?.accountId));
  const id = (await account())!.accountId!;
  await happen("onboard", { account: id, name: "A Law Firm", accountNumber: "000123456789" });
  await until("an account that may be paid", async () => (await account())?.chargesEnabled === true);
  return id;
}

/**
 * A case that rests after some payments were asked for: whatever comes in stands on the desk and may be paid back. The last case to be
 * engaged: another would take days, and a page to pay at is open for one.
 */
export async function aFrozenCase(
  { world }: Scene,
  { lawyer, creditor }: { lawyer: Person; creditor: Person },
  payments: number,
): Promise<{ caseId: string; paymentIds: string[]; paths: string[] }> {
  const { caseId } = await anEngagedCase(world, lawyer, { creditor });
  const paths: string[] = [];
  for (let made = 0; made < payments; made++) {
    const asked = { caseId, paymentId: newId(world.now), amount: "50.00", payee: "collector" as const };
    paths.push(value(await askRecovery(world.ctx(lawyer.actor), asked)));
  }
  value(await tellFact(world, lawyer, { caseId, type: "dispute" }));
  const paymentIds = paths.map((path) => paymentIn(world.services.secrets, path.slice(5))!.id);
  return { caseId, paymentIds, paths };
}
