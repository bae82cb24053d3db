import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Line } from "#app/cli/scenario/report.ts";
import { type ConnectionOptions, connect } from "#db/client.ts";
import { startCluster } from "#db/cluster.ts";
import { rungIn } from "#test/support/rung.ts";

const folder = mkdtempSync(join(tmpdir(), "rung-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rung = (...args: string[]) => rungIn(folder, args);
const rungWith = (given: Record<string, string>, ...args: string[]) => rungIn(folder, args, given);

/** Statements by the superuser, against a database of the command's own cluster. */
async function asSuperuser<T>(database: string, work: (db: ReturnType<typeof connect>["db"]) => Promise<T>) {
  const cluster = await startCluster({ dataDir: join(folder, "postgres") });
  const { host, port, superuser: user } = cluster;
  const options: ConnectionOptions = { host, port, user, database, max: 1 };
  const { db, close } = connect(options);
  try {
    return await work(db);
  } finally {
    await close();
    await cluster.stop();
  }
}

const databases = () =>
  asSuperuser("postgres", async (db) => {
    const rows = await db.execute<{ datname: string }>("select datname from pg_database");
    return rows.map(({ datname }) => datname);
  });

type Done = Extract<Line, { kind: "done" }>;
type Blocked = Extract<Line, { kind: "blocked" }>;
type Play = { title: string; acts: (Done | Blocked)[] };

/** The lines under the heading of each case. */
function plays(lines: Line[]): Play[] {
  const found: Play[] = [];
  for (const line of lines) {
    if (line.kind === "case") found.push({ title: line.title, acts: [] });
    else found.at(-1)?.acts.push(line);
  }
  return found;
}

const rulesAgainst = ({ acts }: Play, what: RegExp) =>
  acts.flatMap((act) =>
    act.kind === "blocked" && what.test(act.what) ? [act.findings.map(({ rule }) => rule)] : [],
  );
const isDone = ({ acts }: Play, what: RegExp) =>
  acts.some((act) => act.kind === "done" && what.test(act.what));

test("the main job is played on real input, and everything it leaves can be verified", async () => {
  const run = await rung("--json", "scenario", "--keep");
  expect([run.stderr, run.status]).toEqual(["", 0]);
  const { lines, summary }: { lines: Line[]; summary: Record<string, number> } = JSON.parse(run.stdout);
  const all = plays(lines);

  const shifted = all.filter(({ title }) => /dates shifted by \d+ years/.test(title));
  expect(shifted).toHaveLength(5);
  for (const play of shifted) {
    expect(isDone(play, /^Lawsuit filed$/), play.title).toBe(true);
    expect(rulesAgainst(play, /during the dispute/), play.title).toEqual([["X-04"]]);
    expect(rulesAgainst(play, /^Lawsuit before the answer/).flat(), play.title).toContain("POL-LADDER-06");
    expect(rulesAgainst(play, /^Lawsuit on an old register/).flat(), play.title).toContain("X-06");
  }

  const barred = all.filter(({ title }) => /true dates/.test(title));
  expect(barred).toHaveLength(5);
  for (const play of barred) {
    expect(isDone(play, /Lawsuit|threatens/), play.title).toBe(false);
    const refused = rulesAgainst(play, /Lawsuit|threatens/);
    expect(refused, play.title).toHaveLength(3);
    for (const rules of refused) expect(rules, play.title).toContain("POL-LADDER-07");
  }

  const [shenzhen] = all.filter(({ title }) => /Shenzhen/.test(title));
  expect(isDone(shenzhen, /起诉/)).toBe(true);
  expect(rulesAgainst(shenzhen, /22:30/)).toEqual([["CN-CONTACT-01"]]);
  expect(rulesAgainst(shenzhen, /支付令/).flat()).toContain("CN-ESC-08");

  const [london] = all.filter(({ title }) => /London/.test(title));
  expect(isDone(london, /^Claim issued$/)).toBe(true);
  expect(rulesAgainst(london, /^Letter of claim/)).toEqual([["GB-NOTICE-01"], ["GB-ESC-02"]]);
  expect(rulesAgainst(london, /^Claim before the 30 days/).flat()).toContain("GB-ESC-03");
  expect(rulesAgainst(london, /^Claim without the documents/).flat()).toContain("GB-ESC-06");
  expect(rulesAgainst(london, /^Claim (without 14|before the notice)/)).toEqual([
    ["GB-ESC-07"],
    ["GB-ESC-07"],
  ]);

  const [berlin] = all.filter(({ title }) => /Berlin/.test(title));
  expect(isDone(berlin, /^Suit filed$/)).toBe(true);
  expect(rulesAgainst(berlin, /^Mahnung without/)).toEqual([["DE-ESC-05"]]);
  expect(rulesAgainst(berlin, /^Mahnbescheid/)).toEqual([["POL-LADDER-06"], ["DE-ESC-07"]]);
  expect(rulesAgainst(berlin, /within the two weeks/)).toEqual([["DE-ESC-10", "DE-ESC-11"]]);
  expect(rulesAgainst(berlin, /in spite of the objection/).flat()).toContain("DE-ESC-12");

  const counted = (kind: Line["kind"]) => lines.filter((line) => line.kind === kind).length;
  expect(summary).toMatchObject({
    lawsuits: 8,
    recent: 5,
    invented: 3,
    stopped: 5,
    timeBarred: 5,
    steps: counted("done"),
    blocked: counted("blocked"),
    broken: 0,
  });
  expect(lines.every((line) => line.kind !== "blocked" || line.findings.length > 0)).toBe(true);
  expect(run.stdout).not.toMatch(/BANK|WELLS FARGO/);
}, 300_000);

/** A machine that has a bundle, and nothing that answers. */
const noDatabase = { DATA_DIR: join(folder, "nothing"), DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" };

test("`rung bundle` exports what was kept, `rung verify bundle` holds for it, and for nothing else", async () => {
  const out = join(folder, "bundles");
  const made = await rung("--json", "bundle", "--all", "--out", out, "--database", "rung_scenario");
  expect([made.stderr, made.status]).toEqual(["", 0]);
  const { bundles, failed, fingerprint } = JSON.parse(made.stdout);
  const kept = await rung("--json", "verify", "timeline", "--database", "rung_scenario");
  expect([bundles.length, failed]).toEqual([JSON.parse(kept.stdout).cases, []]);
  expect(new Set(readdirSync(out))).toEqual(
    new Set(bundles.map(({ code }: { code: string }) => `bundle-${code}.zip`)),
  );
  for (const { file, events } of [bundles[0], bundles.at(-1)]) {
    const told = await rungWith(noDatabase, "--json", "verify", "bundle", file, "--key", fingerprint);
    expect([told.status, JSON.parse(told.stdout)]).toEqual([
      0,
      expect.objectContaining({ holds: true, flaws: [], notes: [], pinned: true, events }),
    ]);
  }
  expect(existsSync(noDatabase.DATA_DIR)).toBe(false);
  const [{ code, file }] = bundles;
  const one = join(folder, "one.zip");
  const again = await rung("bundle", code.toLowerCase(), "--out", one, "--database", "rung_scenario");
  expect([again.status, again.stdout]).toEqual([
    0,
    expect.stringContaining(`Signed with key ${fingerprint}`),
  ]);
  expect(readFileSync(one).equals(readFileSync(file))).toBe(true);

  const broken = readFileSync(one);
  broken[broken.indexOf('log.jsonl{"') + 500] ^= 1;
  writeFileSync(one, broken);
  const found = await rung("verify", "bundle", one);
  expect([found.status, found.stdout]).toEqual([1, expect.stringMatching(/BROKEN {2}log\.jsonl: changed/)]);
  for (const [key, said] of [
    ["0".repeat(64), /signed with another key/],
    [join(folder, "none.pem"), /none\.pem/],
  ] as const) {
    const pinned = await rung("verify", "bundle", file, "--key", key);
    expect([pinned.status, pinned.stdout + pinned.stderr]).toEqual([1, expect.stringMatching(said)]);
  }
}, 180_000);

test("`rung bundle` says what it needs, and prints the schemas of what it makes", async () => {
  for (const [args, said] of [
    [["bundle", "R-00000", "--all", "--out", "x"], /not both/],
    [["bundle", "R-00000", "--out", "x.zip", "--database", "rung_scenario"], /There is no case R-00000/],
    [["verify", "bundle", "no-such-file.zip"], /no-such-file\.zip/],
  ] as const) {
    const answer = await rung(...args);
    expect([answer.status, answer.stdout, answer.stderr]).toEqual([1, "", expect.stringMatching(said)]);
  }
  const schemas = JSON.parse((await rung("bundle", "--schema")).stdout);
  expect(Object.keys(schemas)).toEqual([
    "manifest.json",
    "signature.json",
    "stamp.json",
    "log.jsonl",
    "law.json",
  ]);
}, 60_000);

test("`rung verify timeline` holds for what was kept, and names case and event of what a superuser changed", async () => {
  expect(await databases()).toContain("rung_scenario");
  const holds = await rung("verify", "timeline", "--database", "rung_scenario");
  expect([holds.status, holds.stdout]).toEqual([
    0,
    expect.stringMatching(/13 cases, \d+ events: every link holds/),
  ]);

  const caseId = await asSuperuser("rung_scenario", async (db) => {
    const [row] = await db.execute<{ case_id: string }>(
      "select case_id from timeline_events where seq = 5 limit 1",
    );
    await db.execute("alter table timeline_events disable trigger timeline_events_frozen");
    await db.execute(
      `update timeline_events set actor_role = 'admin' where seq = 5 and case_id = '${row.case_id}'`,
    );
    await db.execute("alter table timeline_events enable trigger timeline_events_frozen");
    return row.case_id;
  });
  const found = await rung("verify", "timeline", "--database", "rung_scenario");
  expect(found.status).toBe(1);
  expect(found.stdout).toContain(`BROKEN  ${caseId} event 5: changed`);
  expect(found.stdout).toContain("1 broken");

  const one = await rung("--json", "verify", "timeline", caseId, "--database", "rung_scenario");
  expect(one.status).toBe(1);
  expect(JSON.parse(one.stdout).breaks).toMatchObject([{ caseId, seq: 5 }]);
}, 60_000);

test("`rung verify ledger` holds for what was kept, and names the account whose balance a superuser changed", async () => {
  const holds = await rung("verify", "ledger", "--database", "rung_scenario");
  expect([holds.status, holds.stdout]).toEqual([0, expect.stringMatching(/causes: the books balance\.\n$/)]);
  await asSuperuser("rung_scenario", (db) =>
    db.execute(`insert into ledger_accounts (book_id, kind, currency, balance, booked_on)
      values ('00000000-0000-4000-8000-000000000001', 'client_money', 'EUR', 1, '2026-03-02')`),
  );
  const found = await rung("verify", "ledger", "--database", "rung_scenario");
  expect(found.status).toBe(1);
  expect(found.stdout).toContain("BROKEN  00000000-0000-4000-8000-000000000001/client_money/EUR: holds 1");
  const inJson = await rung("--json", "verify", "ledger", "--database", "rung_scenario");
  expect([inJson.status, JSON.parse(inJson.stdout).breaks.length]).toEqual([1, 2]);
}, 60_000);

test("a case that is not there is said to be not there, by id as by code", async () => {
  for (const named of ["01a20756-1c28-7424-9db0-2c04ebe1adf4", "R-00000"]) {
    const answer = await rung("verify", "timeline", named, "--database", "rung_scenario");
    expect([answer.status, answer.stderr]).toEqual([1, `There is no case ${named}.\n`]);
  }
}, 60_000);

test("without --keep the database and its documents are gone afterwards, even when the play broke off", async () => {
  rmSync(join(folder, "rung_scenario"), { recursive: true, force: true });
  writeFileSync(join(folder, "rung_scenario"), "where the documents should go");
  const broken = await rung("scenario");
  expect(broken.status).toBe(1);
  expect(await databases()).not.toContain("rung_scenario");
  expect(existsSync(join(folder, "rung_scenario"))).toBe(false);
}, 120_000);
