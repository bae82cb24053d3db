import { may } from "#app/domain/accounts/access.ts";
import type { RecordCall } from "#app/domain/contact/call-forms.ts";
import { decideContact } from "#app/domain/contact/gate.ts";
import type { Finding } from "#app/domain/law/types.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { isReplay } from "#app/domain/timeline/replay.ts";
import type { TooMany } from "#app/gateways/rate-limits.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { lockCase, relationTo } from "#db/queries/cases.ts";
import { isBarredByConduct } from "#db/queries/conduct.ts";
import { transact } from "#db/transact.ts";
import { callScene } from "./call-scene.server.ts";
import { asRecorded, recordSpoken, type SpokenRecorded, unfitIn } from "./record-spoken.server.ts";

export type CallRefusal =
  | { kind: "case-not-found" }
  | { kind: "not-engaged" }
  | { kind: "conduct" }
  /** The note holds words that may not reach a debtor; nothing is kept. */
  | { kind: "note-unfit"; findings: Finding[] }
  | TooMany;

/** Two forms within this time are one call, sent twice. */
const sameMs = 60_000;

/**
 * Records a call that was just made, at the moment of the server's clock. The law is asked as for a message: the act, and the hours and caps of
 * calls over every collector. What it refuses is kept as a blocked attempt with its reasons.
 */
export function recordCall(ctx: Ctx, input: RecordCall): Promise<Result<SpokenRecorded, CallRefusal>> {
  return transact<SpokenRecorded, CallRefusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, input.caseId);
    const { orgId } = ctx.actor;
    if (!kase || !orgId || !may(ctx.actor, "step.record", relationTo(ctx.actor, kase)))
      return err({ kind: "case-not-found" });
    if (kase.status !== "engaged" || kase.collectorOrgId !== orgId) return err({ kind: "not-engaged" });
    if (await isBarredByConduct(tx, { caseId: kase.caseId, orgId })) return err({ kind: "conduct" });
    const scene = await callScene(tx, ctx, kase, input);
    const findings = input.note ? unfitIn(scene, input.note) : [];
    if (findings.length > 0) return err({ kind: "note-unfit", findings });
    const { court, act, elsewhere, zone } = scene;
    const telling = { ...act, payload: act.payload ?? {}, by: ctx.actor.userId, now: ctx.now };
    if (isReplay(court.events, telling, (at) => String(Math.floor(at.getTime() / sameMs))))
      return ok({ recorded: true });
    const judged = { ...act, act: act.payload?.act };
    const decision = decideContact(court, judged, { elsewhere, zone, channel: "voice" });
    const kept = await recordSpoken(tx, ctx, kase, { act, decision, note: input.note });
    return kept.ok ? ok(asRecorded(kept.value)) : kept;
  });
}
