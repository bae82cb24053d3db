import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { builtInBook } from "#app/domain/law/book.ts";
import { approveLawChange } from "#app/use-cases/law/approve-law-change.server.ts";
import { addRow, replaceRow } from "#app/use-cases/law/propose-row.server.ts";
import { proposeSeries } from "#app/use-cases/law/propose-series.server.ts";
import { refuseLawChange } from "#app/use-cases/law/refuse-law-change.server.ts";
import { withdrawLawChange } from "#app/use-cases/law/withdraw-law-change.server.ts";
import { lawBook } from "#db/queries/law.ts";
import { auditEntries, notifications } from "#db/schema/accounts.ts";
import { lawChanges } from "#db/schema/law.ts";
import {
  aRowProposal,
  aSeriesProposal,
  inDays,
  theOtherAdmin,
  waitRow,
  waitRowKey,
  why,
} from "#test/support/law-changes.ts";
import { aCreditor, anAdmin, aWorld, passTime, theAdmin, value, type World } from "#test/support/world.ts";

let world: World;

beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const kindOf = (result: { ok: true } | { ok: false; error: { kind: string } }) =>
  result.ok ? "ok" : result.error.kind;
const statusOf = async (id: string) =>
  (await world.db.select().from(lawChanges).where(eq(lawChanges.id, id)))[0]?.status;
const audited = async (id: string) =>
  (
    await world.db
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.subjectId, id), eq(auditEntries.subjectKind, "law")))
  ).map(({ operation }) => operation);

test("nobody approves or refuses their own proposal; another admin does, once", async () => {
  const [admin, other] = [await theAdmin(world), await theOtherAdmin(world)];
  const changeId = await aRowProposal(world, "4");
  const own = world.ctx(admin.actor);
  expect(kindOf(await approveLawChange(own, { changeId }))).toBe("own-proposal");
  expect(kindOf(await refuseLawChange(own, { changeId, note: "I do not like it." }))).toBe("own-proposal");
  expect(await statusOf(changeId)).toBe("proposed");
  expect(await lawBook(world.db)).toBe(builtInBook);

  const eyes = world.ctx(other.actor);
  expect(kindOf(await withdrawLawChange(eyes, { changeId }))).toBe("not-yours");
  const { version } = value(await approveLawChange(eyes, { changeId }));
  expect(version).toMatch(/\+1$/);
  expect(kindOf(await approveLawChange(eyes, { changeId }))).toBe("decided");
  expect(kindOf(await withdrawLawChange(own, { changeId }))).toBe("decided");
  expect(await audited(changeId)).toEqual(["law.proposed", "law.approved"]);
});

test("whoever is no administrator, or has not proven the second factor, neither proposes nor decides", async () => {
  const admin = await theAdmin(world);
  const changeId = await aRowProposal(world, "14", { inDays: 2 });
  const creditor = await aCreditor(world);
  const third = await anAdmin(world);
  for (const actor of [creditor.actor, { ...third.actor, secondFactor: false }]) {
    const ctx = world.ctx(actor);
    const input = { packId: "US" as const, rowKey: waitRowKey, effectiveOn: inDays(world, 2), ...why };
    expect(kindOf(await replaceRow(ctx, { ...input, numbers: { "guard-days": "9" } }))).toBe("not-allowed");
    expect(kindOf(await approveLawChange(ctx, { changeId }))).toBe("not-allowed");
    expect(kindOf(await refuseLawChange(ctx, { changeId, note: "Not this one." }))).toBe("not-allowed");
  }
  value(await withdrawLawChange(world.ctx(admin.actor), { changeId }));
  expect(await audited(changeId)).toEqual(["law.proposed", "law.withdrawn"]);
});

test("the other admins are told of a proposal, and its author of the decision", async () => {
  const [admin, other] = [await theAdmin(world), await theOtherAdmin(world)];
  const changeId = await aRowProposal(world, "15", { inDays: 3 });
  const toldTo = async (userId: string) =>
    (await world.db.select().from(notifications).where(eq(notifications.userId, userId)))
      .filter(({ href }) => href.endsWith(changeId))
      .map(({ kind }) => kind);
  expect(await toldTo(other.userId)).toEqual(["law_proposed"]);
  expect(await toldTo(admin.userId)).toEqual([]);
  value(await refuseLawChange(world.ctx(other.actor), { changeId, note: "The source says otherwise." }));
  expect(await toldTo(admin.userId)).toEqual(["law_refused"]);
  expect(await statusOf(changeId)).toBe("refused");
});

test("two admins who approve the same proposal at once approve it once, and two proposals get versions in turn", async () => {
  const [other, third] = [await theOtherAdmin(world), await anAdmin(world)];
  const one = await aRowProposal(world, "5", { inDays: 4 });
  const twice = await Promise.all(
    [other, third].map(({ actor }) => approveLawChange(world.ctx(actor), { changeId: one })),
  );
  expect(twice.map(kindOf).sort()).toEqual(["decided", "ok"]);
  const ids = [await aRowProposal(world, "6", { inDays: 5 }), await aRowProposal(world, "7", { inDays: 6 })];
  const both = await Promise.all(
    ids.map((changeId) => approveLawChange(world.ctx(other.actor), { changeId })),
  );
  const versions = both.map((each) => value(each).version);
  expect(new Set(versions).size).toBe(2);
});

test("what was proposed in time and comes too late is not approved", async () => {
  const other = await theOtherAdmin(world);
  const row = await aRowProposal(world, "8", { inDays: 1 });
  const quote = { from: inDays(world, -2), value: "2.90", coverageEnd: inDays(world, -1) };
  const [early, late] = [await aSeriesProposal(world, quote), await aSeriesProposal(world, quote)];
  value(await approveLawChange(world.ctx(other.actor), { changeId: early }));
  expect(await approveLawChange(world.ctx(other.actor), { changeId: late })).toMatchObject({
    error: { kind: "flaw", flaw: { field: "from" } },
  });
  await passTime(world, { days: 3 });
  expect(await approveLawChange(world.ctx(other.actor), { changeId: row })).toMatchObject({
    error: { kind: "flaw", flaw: { field: "effectiveOn" } },
  });
});

test("a proposal that the book cannot take leaves nothing and names its field", async () => {
  const ctx = world.ctx((await theAdmin(world)).actor);
  const before = await world.db.$count(lawChanges);
  const flawOf = (result: Awaited<ReturnType<typeof replaceRow>>) =>
    !result.ok && result.error.kind === "flaw" ? result.error.flaw.field : kindOf(result);
  const row = { packId: "US" as const, rowKey: waitRowKey, effectiveOn: inDays(world, 40), ...why };
  expect(flawOf(await replaceRow(ctx, { ...row, numbers: { "guard-days": "-3" } }))).toBe(
    "numbers.guard-days",
  );
  expect(flawOf(await replaceRow(ctx, { ...row, rowKey: "NO-ROW", numbers: {} }))).toBe("effectiveOn");
  const series = { seriesId: "CN-LPR-1Y", ...why };
  expect(flawOf(await proposeSeries(ctx, series))).toBe("coverageEnd");
  expect(flawOf(await proposeSeries(ctx, { ...series, seriesId: "toString" }))).toBe("form");
  expect(flawOf(await proposeSeries(ctx, { ...series, seriesId: "CN", year: 2027, off: "soon" }))).toBe(
    "off",
  );
  const table = { seriesId: "US-FEDERAL-FILING", ...why, from: inDays(world, 1) };
  expect(flawOf(await proposeSeries(ctx, { ...table, table: '{"kind":"banded","bands":[]}' }))).toBe("table");
  const added = { packId: "US" as const, effectiveOn: inDays(world, 1), reason: why.reason };
  const silent = JSON.stringify({ ...waitRow, id: "TEST-ROW-02", message: "words_nobody_wrote" });
  expect(flawOf(await addRow(ctx, { ...added, row: silent }))).toBe("row");
  expect(await world.db.$count(lawChanges)).toBe(before);
});
