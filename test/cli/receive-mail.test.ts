import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { closeMailConnections } from "#app/gateways/mail.server.ts";
import { sendMessages } from "#app/use-cases/contact/send-messages.server.ts";
import { type Cluster, startCluster } from "#db/cluster.ts";
import { messagesOf } from "#db/queries/contact.ts";
import { aCaseToWriteOn, aMailServer, ask, type Mailed, toMorning } from "#test/support/contact.ts";
import { postfixReport } from "#test/support/delivery-reports.ts";
import { rungIn } from "#test/support/rung.ts";
import { turnTo, value, type World, worldOn, worldSecret } from "#test/support/world.ts";

const folder = mkdtempSync(join(tmpdir(), "rung-receive-"));
const post = aMailServer();
let settings: Record<string, string>;
let cluster: Cluster;
let world: World;
let one: Mailed;

beforeAll(async () => {
  const smtpUrl = await post.listen();
  settings = { RUNG_SECRET: worldSecret, SMTP_URL: smtpUrl, BOUNCE_ADDRESS: "bounces@rung.example" };
  const migrated = await rungIn(folder, ["migrate"], settings);
  expect([migrated.status, migrated.stderr]).toEqual([0, ""]);
  cluster = await startCluster({ dataDir: join(folder, "postgres") });
  const server = { host: cluster.host, port: cluster.port, database: "rung" };
  world = await worldOn({
    owner: { ...server, user: cluster.superuser },
    app: { ...server, user: "rung_app" },
  });
  world.services.mailServer = { smtpUrl, from: "no-reply@rung.example", returnTo: settings.BOUNCE_ADDRESS };
  await turnTo(world, "2026-01-12T10:00:00Z");
  one = await aCaseToWriteOn(world, { law: "GB-EW", email: "hattie@hollyhock.example" });
  await toMorning(world, "Europe/London");
  value(await ask(world, one));
  value(await sendMessages(world.ctx(system), { clock: async () => world.now }));
}, 180_000);
afterAll(async () => {
  closeMailConnections();
  await world.close();
  await Promise.all([cluster.stop(), post.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const piped = (mail: string, ...options: string[]) =>
  rungIn(folder, ["--json", "receive-mail", ...options], settings, mail);

test("a mail server pipes what came back, and is told what to do with it", async () => {
  const [returnPath = ""] = post.senders;
  const report = postfixReport({ to: returnPath, about: one.email });
  const other = returnPath.replace(/\+.{4}/, "+aaaa");
  const forged = await piped(report, "--to", other);
  expect([forged.status, JSON.parse(forged.stdout)]).toEqual([77, { refused: "forged" }]);
  const first = await piped(report);
  expect([first.stderr, first.status, JSON.parse(first.stdout)]).toEqual([
    "",
    0,
    { kind: "bounced", dead: true },
  ]);
  expect((await messagesOf(world.owner, one.caseId, { limit: 1 }))[0].status).toBe("bounced");
  const again = await piped(report, "--to", returnPath);
  expect([again.status, JSON.parse(again.stdout)]).toEqual([0, { kind: "known" }]);
  const lost = await rungIn(folder, ["receive-mail"], { ...settings, BOUNCE_ADDRESS: "" }, report);
  expect([lost.status, lost.stderr]).toEqual([75, "BOUNCE_ADDRESS is not set: no mail comes back here.\n"]);
}, 120_000);
