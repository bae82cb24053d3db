import type { PersonalField } from "#app/domain/cases/personal.ts";
import { newId } from "#app/domain/ids.ts";
import { type SightPurpose, shownUntil, slotOf } from "#app/domain/privacy/sights.ts";
import { ok } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Reader, Tx } from "#db/client.ts";
import {
  casesSeen,
  insertPersonalSight,
  insertSightsOfCases,
  openSightOf,
} from "#db/queries/personal-sights.ts";
import { transact } from "#db/transact.ts";

/** Not exported: a sight is made here or not at all. */
const granted: unique symbol = Symbol("granted");

/** The leave to open these fields of one case's debtor: kept as a row first, or of one of the two kinds that need none. */
export type Sight<F extends PersonalField = PersonalField> = {
  readonly [granted]: true;
  readonly caseId: string;
  readonly fields: readonly F[];
};

type Of<F extends PersonalField> = { caseId: string; fields: readonly F[] };
type Looking = Pick<Ctx, "actor" | "now">;

const leaveFor = <F extends PersonalField>({ caseId, fields }: Of<F>): Sight<F> => ({
  [granted]: true,
  ...{ caseId, fields },
});

/** A look, whichever case it is at. */
const lookBy = (
  { actor: { userId, orgId }, now }: Looking,
  { fields, purpose }: { fields: readonly PersonalField[]; purpose: SightPurpose },
) => ({ userId, orgId, purpose, at: now, fields: [...fields].sort(), slot: slotOf(purpose, now) });

/** Writes down who looks and what for, in the transaction that opens it then. */
export async function withPurpose<F extends PersonalField>(
  tx: Tx,
  ctx: Looking,
  look: Of<F> & { purpose: SightPurpose },
): Promise<Sight<F>> {
  await insertPersonalSight(tx, { ...lookBy(ctx, look), caseId: look.caseId, id: newId(ctx.now) });
  return leaveFor(look);
}

/** The same for a page that is only read: nothing else is written beside it, and nothing at all where its slot has it. */
export async function sightFor<F extends PersonalField>(
  ctx: Ctx,
  { caseId, ...look }: Of<F> & { purpose: SightPurpose },
): Promise<Sight<F>> {
  await sightsFor(ctx, [caseId], look);
  return leaveFor({ caseId, fields: look.fields });
}

/** The same, shown to this person for a short time wherever the case's details stand. */
export async function shownFor<F extends PersonalField>(
  tx: Tx,
  ctx: Looking,
  look: Of<F> & { purpose: SightPurpose },
): Promise<Sight<F>> {
  const { caseId } = look;
  const row = { ...lookBy(ctx, look), caseId, id: newId(ctx.now), until: shownUntil(ctx.now) };
  await insertPersonalSight(tx, row);
  return leaveFor(look);
}

/** What is shown to this person still, by a sight of before; null where it is hidden. */
export async function shownNow<F extends PersonalField>(
  reader: Reader,
  { actor, now }: Looking,
  look: Of<F>,
): Promise<{ sight: Sight<F>; until: Date } | null> {
  const open = await openSightOf(reader, actor, { ...look, now });
  return open && { sight: leaveFor(look), until: open.until };
}

/** The same for many cases at once: a row a case and slot, all of them in one statement, and none once they are there. */
export async function sightsFor<F extends PersonalField>(
  ctx: Ctx,
  caseIds: readonly string[],
  look: { fields: readonly F[]; purpose: SightPurpose },
): Promise<Map<string, Sight<F>>> {
  const by = lookBy(ctx, look);
  const seen = caseIds.length > 0 ? await casesSeen(ctx.db, by, caseIds) : new Set();
  const rows = caseIds
    .filter((caseId) => !seen.has(caseId))
    .map((caseId) => ({ caseId, id: newId(ctx.now) }));
  if (rows.length > 0) {
    await transact<null, never>(ctx, async (tx) => {
      await insertSightsOfCases(tx, by, rows);
      return ok(null);
    });
  }
  return new Map(caseIds.map((caseId) => [caseId, leaveFor({ ...look, caseId })]));
}

/** Names of cases, in a list or at the head of one: one sight a person, case and day. */
export const namesFor = (ctx: Ctx, caseIds: readonly string[]): Promise<Map<string, Sight<"name">>> =>
  sightsFor(ctx, caseIds, { purpose: "overview", fields: ["name"] });

/** The debtor reads what is their own; that they did is kept by the door. Throws for anybody else. */
export function ownSight<F extends PersonalField>({ actor }: Pick<Ctx, "actor">, look: Of<F>): Sight<F> {
  if (actor.role !== "debtor" || actor.caseId !== look.caseId) throw new Error("Not the debtor's own case");
  return leaveFor(look);
}

/** The product compares, sends, seals or masks, and shows nobody what it read. Who may call it is listed in a test. */
export const byMachine = <F extends PersonalField>(look: Of<F>): Sight<F> => leaveFor(look);
