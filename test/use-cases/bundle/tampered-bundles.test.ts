import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import type { Verdict } from "#app/domain/bundle/verdict.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import { exportBundle } from "#app/use-cases/bundle/export-bundle.server.ts";
import { verifyBundle } from "#app/use-cases/bundle/verify-bundle.server.ts";
import { keepStamps } from "#app/use-cases/stamps/keep-stamps.server.ts";
import { aBundle } from "#test/support/bundle.ts";
import { type Hand, tamperings } from "#test/support/bundle-tamperings.ts";
import { diceOf } from "#test/support/dice.ts";
import { tellFact } from "#test/support/ladder.ts";
import { rungIn } from "#test/support/rung.ts";
import { aTimeAuthority, type TestAuthority } from "#test/support/time-authority.ts";
import { aWorld, value, type World } from "#test/support/world.ts";

/** How many bundles are tampered with; the proof asks for more. */
const TAMPERED = Number(process.env.BUNDLE_TAMPERED ?? 100);
const SEED = Number(process.env.BUNDLE_SEED ?? 20_261_127);
const kinds = Object.keys(tamperings);

declare module "vitest" {
  interface TaskMeta {
    /** Bundles that were tampered with in this way. */
    tampered?: number;
  }
}

const folder = mkdtempSync(join(tmpdir(), "rung-tampered-"));
/** A machine that has the files, and nothing that answers. */
const nowhere = join(folder, "nothing");
const noDatabase = { DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" };

let world: World;
let authority: TestAuthority;
let hand: Hand;
let tampered: { kind: string; file: string; bytes: Uint8Array }[];
let verdicts: Map<string, Verdict>;
let status: number;

beforeAll(async () => {
  world = await aWorld();
  authority = await aTimeAuthority();
  world.services.timeAuthority = { url: authority.url, roots: [authority.root] };
  const earlier = await aBundle(world);
  const other = await aBundle(world);
  const { lawyer, caseId } = earlier;
  value(await tellFact(world, lawyer, { caseId, type: "dispute", note: "They say it again." }));
  value(await keepStamps(world.ctx(system)));
  hand = { made: value(await exportBundle(world.ctx(system), caseId)), earlier, other };
  tampered = tamperedWith(hand);
  const untouched = Object.entries(hand).map(([name, { bytes }]) => ({ file: `${name}.zip`, bytes }));
  const written = [...tampered, ...untouched];
  for (const { file, bytes } of written) writeFileSync(join(folder, file), bytes);
  const files = written.map(({ file }) => join(folder, file));
  const key = hand.made.signer.fingerprint;
  const root = join(folder, "root.pem");
  writeFileSync(root, authority.root);
  const pinned = ["--key", key, "--tsa", root];
  const told = await rungIn(nowhere, ["--json", "verify", "bundle", ...files, ...pinned], noDatabase);
  expect(told.stderr).toBe("");
  status = told.status;
  const found: (Verdict & { file: string })[] = JSON.parse(told.stdout).bundles;
  verdicts = new Map(found.map((verdict) => [verdict.file.slice(folder.length + 1), verdict]));
}, 600_000);
afterAll(async () => {
  await Promise.all([world.close(), authority.close()]);
  rmSync(folder, { recursive: true, force: true });
});

/** So many bundles, no two alike and none as it was; a way that knows no further one is left out. */
function tamperedWith(given: Hand): typeof tampered {
  const roll = diceOf(SEED);
  const seen = new Set(Object.values(given).map(({ bytes }) => sha256(bytes)));
  const made: typeof tampered = [];
  for (let at = 0; made.length < TAMPERED; at += 1) {
    const kind = kinds[at % kinds.length];
    const bytes = tamperings[kind].tamper(given, roll);
    const hash = sha256(bytes);
    if (seen.has(hash)) continue;
    seen.add(hash);
    made.push({ kind, file: `${made.length + 1}.zip`, bytes });
  }
  return made;
}

test("the bundles that nobody touched hold, by the command and offline", () => {
  for (const name of Object.keys(hand)) {
    const verdict = verdicts.get(`${name}.zip`);
    expect(verdict).toMatchObject({ holds: true, flaws: [], notes: [], pinned: true, traced: true });
    expect(verdict?.stamps).toBe((verdict?.exhibits ?? 0) + 1);
  }
  expect([status, verdicts.size, existsSync(nowhere)]).toEqual([1, TAMPERED + 3, false]);
});

for (const kind of kinds) {
  test(`${kind}: every one is found`, ({ task }) => {
    const these = tampered.filter((each) => each.kind === kind);
    task.meta.tampered = these.length;
    expect(these.length).toBeGreaterThan(0);
    for (const { file, bytes } of these) {
      const { holds, flaws } = verdicts.get(file) ?? { holds: true, flaws: [] };
      expect([file, holds]).toEqual([file, false]);
      expect(flaws.every(({ where, what }) => where !== "" && what !== "")).toBe(true);
      if (!tamperings[kind].anew) expect([file, verifyBundle(bytes).holds]).toEqual([file, false]);
    }
  });
}
