import { may } from "#app/domain/accounts/access.ts";
import { system } from "#app/domain/accounts/actor.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { earnedBy } from "#app/use-cases/end-mandate.server.ts";
import { type Act, recordAttempt, recordEvent } from "#app/use-cases/record-event.server.ts";
import type { Tx } from "#db/client.ts";
import { type CaseRow, lockCase } from "#db/queries/cases.ts";
import { type CarryoverRow, dropCarryover, nextCarryover } from "#db/queries/lot-carryovers.ts";
import { transact } from "#db/transact.ts";

/** Notes a batch, each in a transaction of its own. */
const batch = 20;

/**
 * Writes what was decided about the mandates of lots into the logs of their cases, one after the other. The decisions hold already; killed
 * anywhere it goes on with what is left, and with several workers each note is written once.
 */
export async function carryOver(ctx: Ctx): Promise<Result<number, { kind: "not-allowed" }>> {
  if (!may(ctx.actor, "lot.post", "none")) return err({ kind: "not-allowed" });
  let settled = 0;
  while (settled < batch && (await writeNext(ctx))) settled += 1;
  return ok(settled);
}

async function writeNext(ctx: Ctx): Promise<boolean> {
  const done = await transact<boolean, never>(ctx, async (tx) => {
    const note = await nextCarryover(tx);
    if (!note) return ok(false);
    const kase = await lockCase(tx, system, note.caseId);
    if (kase) await write(tx, ctx, kase, note);
    await dropCarryover(tx, note);
    return ok(true);
  });
  return done.ok && done.value;
}

/** The event is whose decision it was, at its moment. Should the law of that case refuse it, its log keeps that instead. */
async function write(tx: Tx, ctx: Ctx, kase: CaseRow, note: CarryoverRow): Promise<void> {
  const by = { ...ctx, actor: note.actor };
  const act: Act = { type: note.type, occurredAt: note.occurredAt, payload: await payloadOf(tx, kase, note) };
  const recorded = await recordEvent(tx, by, kase, act);
  if (!recorded.ok) await recordAttempt(tx, by, kase, act, recorded.error.decision);
}

async function payloadOf(tx: Tx, kase: CaseRow, { type, refs }: CarryoverRow): Promise<Act["payload"]> {
  if (type !== "mandate_ended") return { refs };
  const earned = await earnedBy(tx, kase, String(refs.collectorOrgId));
  return { facts: { engagementSigned: false }, refs: { ...refs, earned: earned.join(",") } };
}
