import { withNumbers } from "#app/domain/law/book/row-numbers.ts";
import { type Row, rowKey } from "#app/domain/law/pack.ts";
import { packs } from "#app/domain/law/packs.ts";
import { addDays } from "#app/domain/timeline/local-time.ts";
import { approveLawChange } from "#app/use-cases/law/approve-law-change.server.ts";
import { endRow, replaceRow } from "#app/use-cases/law/propose-row.server.ts";
import { proposeSeries } from "#app/use-cases/law/propose-series.server.ts";
import { proposeSignature } from "#app/use-cases/law/propose-signature.server.ts";
import { anAdmin, aPdf, type Person, theAdmin, value, type World } from "./world.ts";

const us = packs.find(({ id }) => id === "US") ?? packs[0];

/** The first call waits three days after the reminder: the row that the tests change. */
export const waitRow = us.rows.find(
  ({ id, guard }) => id === "POL-LADDER-02" && guard.kind === "wait",
) as Row;
export const waitRowKey = rowKey(waitRow);
export const waitingDays = (days: string): Row => withNumbers(waitRow, { "guard-days": days });

export const why = { citation: "Act of the tests, section 1", reason: "The tests change the law." };

const seconds = new WeakMap<World, ReturnType<typeof anAdmin>>();

/** The admin who decides what the world's first admin proposes. */
export function theOtherAdmin(world: World) {
  const known = seconds.get(world) ?? anAdmin(world);
  seconds.set(world, known);
  return known;
}

const today = (world: World) => world.now.toISOString().slice(0, 10);
export const inDays = (world: World, days: number) => addDays(today(world), days);

type Given = { by?: Person; inDays?: number };

/** Proposes another wait before the first call, from a day on. */
export async function aRowProposal(world: World, days: string, given: Given = {}): Promise<string> {
  const by = given.by ?? (await theAdmin(world));
  const effectiveOn = inDays(world, given.inDays ?? 1);
  const input = { packId: "US" as const, rowKey: waitRowKey, effectiveOn, ...why };
  return value(await replaceRow(world.ctx(by.actor), { ...input, numbers: { "guard-days": days } })).changeId;
}

/** Proposes the end of the wait before the first call. */
export async function anEndProposal(world: World, given: Given = {}): Promise<string> {
  const by = given.by ?? (await theAdmin(world));
  const effectiveOn = inDays(world, given.inDays ?? 1);
  const input = { packId: "US" as const, rowKey: waitRowKey, effectiveOn, ...why };
  return value(await endRow(world.ctx(by.actor), input)).changeId;
}

/** Proposes a quote of the Chinese loan prime rate, verified to a day. */
export async function aSeriesProposal(
  world: World,
  point: { from: string; value: string; coverageEnd: string },
) {
  const by = await theAdmin(world);
  return value(await proposeSeries(world.ctx(by.actor), { seriesId: "CN-LPR-1Y", ...point, ...why }))
    .changeId;
}

/** Proposes counsel's signature under a version of the American pack. */
export async function aSignatureProposal(world: World, version: string, reviewInDays = 100): Promise<string> {
  const by = await theAdmin(world);
  const signed = value(
    await proposeSignature(world.ctx(by.actor), {
      packId: "US",
      version,
      signedOffBy: "Ada Counsel",
      signedOffOn: today(world),
      reviewBy: inDays(world, reviewInDays),
      proof: aPdf("opinion.pdf", `opinion ${version}`),
      reason: why.reason,
    }),
  );
  return signed.changeId;
}

/** The other admin approves; the version the pack has from then on. */
export async function approved(world: World, changeId: string): Promise<string> {
  const other = await theOtherAdmin(world);
  return value(await approveLawChange(world.ctx(other.actor), { changeId })).version;
}
