import { eq } from "drizzle-orm";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import * as adminAudit from "#app/routes/admin.audit.tsx";
import * as casePage from "#app/routes/cases.$caseId._index.tsx";
import * as caseBids from "#app/routes/cases.$caseId.bids.tsx";
import * as caseQuestions from "#app/routes/cases.$caseId.questions._index.tsx";
import * as outbox from "#app/routes/demo.outbox.tsx";
import * as home from "#app/routes/home.tsx";
import * as notices from "#app/routes/inbox._index.tsx";
import * as roundRoute from "#app/routes/rounds.$caseId._index.tsx";
import * as bidRoute from "#app/routes/rounds.$caseId.bid.tsx";
import * as checkRoute from "#app/routes/rounds.$caseId.check.tsx";
import * as roundQuestions from "#app/routes/rounds.$caseId.questions.tsx";
import { auditEntries, mails, notifications } from "#db/schema/accounts.ts";
import { anOpenRound, bidRows, closeTheRound } from "#test/support/market.ts";
import { answerOf, asked } from "#test/support/routes.ts";
import { sourceFiles } from "#test/support/source-files.ts";
import { aLawyer, aWorld, type Person, theAdmin, type World } from "#test/support/world.ts";

let world: World;
let lawyer: Person;
let rival: Person;

beforeAll(async () => {
  world = await aWorld();
  lawyer = await aLawyer(world);
  rival = await aLawyer(world);
});
afterAll(() => world.close());

const secrets = ["Nightjar", "17.31", "1731", "4,711.13", "471113"];
const form = {
  model: "hybrid",
  successPercent: "17.31",
  fixedFee: "4,711.13",
  plan: "Nightjar plan: a reminder, a call, then the formal demand.",
  firstActDays: "2",
  expectedMonths: "4",
  conflictDeclared: "yes",
};
/** Ids, instants and ciphertexts hold any figure. */
const readable = (value: unknown) =>
  JSON.stringify(value, (_, each) => (typeof each === "bigint" ? String(each) : each))
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "")
    .replace(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, "")
    .replace(/[0-9a-f]{64}/g, "");

test("before the close no term is in any page, notice, mail, audit entry, log line or error that anyone else can come by", async () => {
  const { caseId, creditor } = await anOpenRound(world);
  const lines: string[] = [];
  const keep = (chunk: unknown) => {
    lines.push(String(chunk));
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, "write").mockImplementation(keep),
    vi.spyOn(process.stderr, "write").mockImplementation(keep),
    ...(["log", "warn", "error", "info"] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation(keep),
    ),
  ];
  pino({ level: "trace" }, { write: keep }).info("the capture works");
  const params = { caseId };
  const at = (by: Person, path: string) => asked(world, { by, path, params });
  const placed = await answerOf(
    bidRoute.action(asked(world, { by: lawyer, path: `/rounds/${caseId}/bid`, params, form })),
  );
  const over = { ...form, successPercent: "117.31" };
  const refused = [
    await answerOf(
      bidRoute.action(asked(world, { by: creditor, path: `/rounds/${caseId}/bid`, params, form })),
    ),
    await answerOf(
      checkRoute.action(
        asked(world, { by: await aLawyer(world, { territory: "US-NY" }), path: "/x", params, form: over }),
      ),
    ),
  ];
  for (const spy of spies) spy.mockRestore();
  expect(placed.status).toBe(302);
  expect(lines.join("")).toContain("the capture works");

  const admin = await theAdmin(world);
  const shown = await Promise.all(
    [
      caseBids.loader(at(creditor, `/cases/${caseId}/bids`)),
      casePage.loader(at(creditor, `/cases/${caseId}`)),
      caseQuestions.loader(at(creditor, `/cases/${caseId}/questions`)),
      home.loader(at(creditor, "/home")),
      notices.loader(at(creditor, "/notifications")),
      roundRoute.loader(at(rival, `/rounds/${caseId}`)),
      bidRoute.loader(at(rival, `/rounds/${caseId}/bid`)),
      roundQuestions.loader(at(rival, `/rounds/${caseId}/questions`)),
      home.loader(at(rival, "/home")),
      casePage.loader(at(admin, `/cases/${caseId}`)),
      caseBids.loader(at(admin, `/cases/${caseId}/bids`)),
      roundRoute.loader(at(admin, `/rounds/${caseId}`)),
      adminAudit.loader(at(admin, "/admin/audit")),
      home.loader(at(admin, "/home")),
      outbox.loader(at(admin, "/demo/outbox")),
    ].map((page) => answerOf(page)),
  );
  const kept = await Promise.all([
    world.owner.select().from(mails),
    world.owner.select().from(notifications),
    world.owner.select().from(auditEntries),
  ]);
  const all = readable([
    shown,
    refused.map(({ body, status }) => ({ body, status })),
    kept,
    lines,
    placed.body,
  ]);
  for (const secret of secrets) expect(all).not.toContain(secret);
  expect((await bidRows(world, caseId)).map(({ terms }) => terms)).toEqual([null]);

  await closeTheRound(world, caseId);
  const opened = readable(await answerOf(caseBids.loader(at(creditor, `/cases/${caseId}/bids`))));
  for (const secret of ["Nightjar", "1731", "471113"]) expect(opened).toContain(secret);
  const told = await world.owner.select().from(notifications).where(eq(notifications.userId, rival.userId));
  expect(readable(told)).not.toContain("Nightjar");
});

test("a round's key is unwrapped where its bids are opened, and bids are opened by closing a round and by nothing else", () => {
  const product = sourceFiles(["app", "db"]);
  const door = "app/use-cases/open-bids.server.ts";
  const unwrapping = product.filter(
    ({ path, text }) => text.includes("unwrapRoundKey") && !path.startsWith("app/gateways/"),
  );
  expect(unwrapping.map(({ path }) => path)).toEqual([door]);
  const opening = product.filter(({ imports }) => imports.some(({ target }) => target === door));
  expect(opening.map(({ path }) => path)).toEqual([
    "app/use-cases/timers/close-lot-round.server.ts",
    "app/use-cases/timers/close-round.server.ts",
  ]);
});
