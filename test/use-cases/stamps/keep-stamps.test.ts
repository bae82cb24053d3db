import { isNotNull } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { exportBundle } from "#app/use-cases/bundle/export-bundle.server.ts";
import { verifyBundle } from "#app/use-cases/bundle/verify-bundle.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { addEvidence } from "#app/use-cases/evidence/add-evidence.server.ts";
import { listEvidence } from "#app/use-cases/evidence/list-evidence.server.ts";
import { evidenceOf } from "#app/use-cases/evidence-of.server.ts";
import { keepStamps } from "#app/use-cases/stamps/keep-stamps.server.ts";
import { timeStamps } from "#db/schema/time-stamps.ts";
import { anEngagedCase } from "#test/support/market.ts";
import { aTimeAuthority, type TestAuthority } from "#test/support/time-authority.ts";
import { aLawyer, aPdf, aWorld, type Person, value, type World } from "#test/support/world.ts";

let world: World;
let authority: TestAuthority;
let creditor: Person;
let caseId: string;

beforeAll(async () => {
  world = await aWorld();
  authority = await aTimeAuthority();
  ({ caseId, creditor } = await anEngagedCase(world, await aLawyer(world)));
});
afterAll(() => Promise.all([world.close(), authority.close()]));

const at = (minutes: number): Ctx => ({
  ...world.ctx(system, new Date(world.now.getTime() + minutes * 60_000)),
  timeAuthority: { url: authority.url, roots: [authority.root] },
});
const stamped = () => world.owner.select().from(timeStamps).where(isNotNull(timeStamps.token));
const verified = (bytes: Uint8Array) => verifyBundle(bytes, { roots: [authority.root] });

test("without an authority nothing is stamped, and a bundle is whole without stamps", async () => {
  expect(value(await keepStamps(world.ctx(system)))).toBe(0);
  const made = value(await exportBundle(world.ctx(system), caseId));
  expect([made.unstamped, made.manifest.stamp]).toEqual([false, undefined]);
  expect(verifyBundle(made.bytes)).toMatchObject({ holds: true, notes: [], stamps: 0 });
  expect(verified(made.bytes).notes).toEqual(["no time authority has stamped anything in it"]);
});

test("an authority that fails is asked again later, and ever more rarely; one that answers stamps each document once", async () => {
  const [{ sha256 }] = await evidenceOf(world.owner, world.services, caseId);
  authority.manner = { refuses: true };
  expect(value(await keepStamps(at(0)))).toBe(0);
  expect(value(await keepStamps(at(0.5)))).toBe(0);
  expect(authority.asked.filter((hash) => hash === sha256)).toHaveLength(1);
  expect(value(await keepStamps(at(1.1)))).toBe(0);
  expect(value(await keepStamps(at(2)))).toBe(0);
  expect(authority.asked.filter((hash) => hash === sha256)).toHaveLength(2);
  expect((await world.owner.select().from(timeStamps))[0].answer).toContain("refused");

  authority.manner = {};
  expect(value(await keepStamps(at(60)))).toBeGreaterThan(0);
  expect(value(await keepStamps(at(61)))).toBe(0);
  expect(authority.asked.filter((hash) => hash === sha256)).toHaveLength(3);
  const [item] = (await listEvidence(world.ctx(creditor.actor), caseId))?.items ?? [];
  expect(item.stamp?.by).toBe("Clock of the tests");
});

test("two workers at once ask for a document once", async () => {
  value(
    await addEvidence(world.ctx(creditor.actor), { caseId, kind: "other", file: aPdf("a.pdf", "at once") }),
  );
  const asked = authority.asked.length;
  await Promise.all([keepStamps(at(60)), keepStamps(at(60)), keepStamps(at(60))]);
  expect(authority.asked.length - asked).toBe(1);
});

test("a bundle bears the stamps of its exhibits and one of its own, and made again on its day it is the same bytes", async () => {
  const made = value(await exportBundle(at(60), caseId));
  const again = value(await exportBundle(at(60), caseId));
  expect([made.unstamped, again.unstamped]).toEqual([false, false]);
  expect(Buffer.compare(made.bytes, again.bytes)).toBe(0);
  const verdict = verified(made.bytes);
  expect(verdict).toMatchObject({ holds: true, notes: [], traced: true });
  expect(verdict.stamps).toBe(made.manifest.exhibits.length + 1);
  const untraced = verifyBundle(made.bytes);
  expect([untraced.holds, untraced.traced, untraced.notes.length]).toEqual([true, false, 1]);
  const stranger = await aTimeAuthority();
  const { flaws } = verifyBundle(made.bytes, { roots: [stranger.root] });
  await stranger.close();
  expect(flaws.map(({ where }) => where)).toEqual([
    ...made.manifest.exhibits.map(({ stamp }) => stamp?.file),
    "stamp.json",
  ]);
});

test("where the authority gives none the bundle is whole without and says so; once the sweep has it, the next one of the day bears it", async () => {
  value(
    await addEvidence(world.ctx(creditor.actor), { caseId, kind: "other", file: aPdf("b.pdf", "later") }),
  );
  authority.manner = { refuses: true };
  const bare = value(await exportBundle(at(60), caseId));
  expect([bare.unstamped, bare.manifest.stamp, verified(bare.bytes).holds]).toEqual([true, undefined, true]);
  authority.manner = {};
  const before = (await stamped()).length;
  for (let more = 1; more > 0; ) more = value(await keepStamps(at(120)));
  expect((await stamped()).length).toBeGreaterThan(before);
  const made = value(await exportBundle(at(120), caseId));
  expect([made.unstamped, verified(made.bytes).holds]).toEqual([false, true]);
});
