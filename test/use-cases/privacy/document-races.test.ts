import { inArray } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { ok } from "#app/domain/result.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import { withdrawCase } from "#app/use-cases/cases/withdraw-case.server.ts";
import { erasePerson } from "#app/use-cases/privacy/erase-person.server.ts";
import { lockCase } from "#db/queries/cases.ts";
import { documentKeys } from "#db/schema/document-keys.ts";
import { transact } from "#db/transact.ts";
import { keysOf } from "#test/support/documents.ts";
import { erasureScene } from "#test/support/erased-documents.ts";
import { aWorld, passTime, turnTo, value, type World } from "#test/support/world.ts";

let world: World;
let scene: ReturnType<typeof erasureScene>;
beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-01-12T10:00:00Z");
  scene = erasureScene(world);
});
afterAll(() => world.close());

const gate = () => {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
};

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test("a hand-in that has its key keeps the erasure waiting, which then leaves the file to it", async () => {
  const { handIn, keep, aPaper, aCaseWith, sweep, opens, whateverIsNeededOpens, aBareDraft } = scene;
  const bytes = await aPaper();
  const over = await aCaseWith(bytes);
  value(await withdrawCase(over.ctx, { caseId: over.caseId }));
  await passTime(world, { days: 91 });
  const draft = await aBareDraft();
  const [hasKey, mayGoOn] = [gate(), gate()];
  const { documents: store } = draft.ctx;
  const slow: typeof store = {
    ...store,
    async put(...given) {
      const kept = await store.put(...given);
      hasKey.open();
      await mayGoOn.opened;
      return kept;
    },
  };
  const handedIn = handIn({ ...draft, ctx: { ...draft.ctx, documents: slow } }, bytes);
  await hasKey.opened;
  const erased = keep();
  expect(await Promise.race([erased.then(() => "done"), pause(300).then(() => "waits")])).toBe("waits");
  mayGoOn.open();
  await Promise.all([handedIn, erased]);
  value(await sweep());
  expect(await opens(bytes)).toBe(true);
  expect(await keysOf(world, sha256(bytes))).toHaveLength(1);
  await whateverIsNeededOpens();
});

test("a hand-in that comes while the erasure has destroyed the key and has not ended waits for it, and makes another", async () => {
  const { handIn, aPaper, aCaseWith, sweep, opens, whateverIsNeededOpens, aBareDraft } = scene;
  const bytes = await aPaper();
  const over = await aCaseWith(bytes);
  value(await withdrawCase(over.ctx, { caseId: over.caseId }));
  await passTime(world, { days: 91 });
  const [isDestroyed, mayEnd] = [gate(), gate()];
  const ctx = world.ctx(system);
  const erased = transact<null, never>(ctx, async (tx) => {
    const kase = await lockCase(tx, system, over.caseId);
    if (!kase) throw new Error("No case");
    await erasePerson(tx, ctx, kase, { rule: "OP-RET-01", why: "term" });
    isDestroyed.open();
    await mayEnd.opened;
    return ok(null);
  });
  await isDestroyed.opened;
  const draft = await aBareDraft();
  const handedIn = handIn(draft, bytes);
  expect(await Promise.race([handedIn.then(() => "done"), pause(300).then(() => "waits")])).toBe("waits");
  mayEnd.open();
  await Promise.all([handedIn, erased]);
  value(await sweep());
  expect(await opens(bytes)).toBe(true);
  expect(await keysOf(world, sha256(bytes))).toHaveLength(2);
  await whateverIsNeededOpens();
});

test("erasures and hand-ins of the same bytes at once, many times over, leave no row without its bytes", async () => {
  const { handIn, keep, aPaper, aCaseWith, sweep, opens, evidenceOn, whateverIsNeededOpens, aBareDraft } =
    scene;
  const rounds = await Promise.all(Array.from({ length: 8 }, () => aPaper()));
  const over = [];
  for (const bytes of rounds) over.push(await aCaseWith(bytes));
  for (const { ctx, caseId } of over) value(await withdrawCase(ctx, { caseId }));
  await passTime(world, { days: 91 });
  const drafts = [];
  for (const bytes of [...rounds, ...rounds]) drafts.push({ draft: await aBareDraft(), bytes });
  await Promise.all([
    keep(),
    ...drafts.map(async ({ draft, bytes }, at) => {
      await pause(at * 3);
      await handIn(draft, bytes);
    }),
    sweep(),
    keep(),
  ]);
  value(await sweep());
  await whateverIsNeededOpens();
  for (const { draft, bytes } of drafts) {
    expect(await opens(bytes)).toBe(true);
    expect(await evidenceOn(draft.caseId)).toHaveLength(1);
  }
  const living = await world.owner
    .select()
    .from(documentKeys)
    .where(inArray(documentKeys.sha256, rounds.map(sha256)));
  expect(living.filter(({ destroyedAt }) => !destroyedAt)).toHaveLength(8);
}, 60_000);
