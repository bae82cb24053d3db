import { newId } from "#app/domain/ids.ts";
import { ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Engaged } from "#app/use-cases/engaged.server.ts";
import { type NotLawful, recordEvent } from "#app/use-cases/record-event.server.ts";
import type { Tx } from "#db/client.ts";
import { noteForCases } from "#db/queries/lot-carryovers.ts";

type ChangeRefs = Record<string, string | number> & { engagementId: string };

/**
 * Records that a mandate changed, in the caller's transaction, which holds its case or lot: on the case's timeline, or on that of every
 * case of the lot, from notes that the worker writes down.
 */
export async function recordChange(
  tx: Tx,
  ctx: Ctx,
  engaged: Engaged,
  refs: ChangeRefs,
): Promise<Result<null, NotLawful>> {
  if (engaged.subject === "case") {
    const change = { type: "mandate_changed", occurredAt: ctx.now, payload: { refs } } as const;
    const recorded = await recordEvent(tx, ctx, engaged.kase, change);
    return recorded.ok ? ok(null) : recorded;
  }
  const { lot, collectorOrgId } = engaged;
  if (!collectorOrgId) throw new Error(`Lot ${lot.caseId} has a mandate and no collector`);
  const held = { lot, engagementId: refs.engagementId, collectorOrgId };
  const noted = { ...refs, lot: lot.code };
  await noteForCases(tx, held, {
    id: newId(ctx.now),
    type: "mandate_changed",
    refs: noted,
    at: ctx.now,
    actor: ctx.actor,
  });
  return ok(null);
}
