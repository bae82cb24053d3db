import { may } from "#app/domain/accounts/access.ts";
import type { RecordCall } from "#app/domain/contact/call-forms.ts";
import { decideContact } from "#app/domain/contact/gate.ts";
import type { Decision, Finding } from "#app/domain/law/types.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { judge } from "#app/domain/timeline/judge.ts";
import { isReplay } from "#app/domain/timeline/replay.ts";
import type { TooMany } from "#app/gateways/rate-limits.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { keepRefused } from "#app/use-cases/keep-refused.server.ts";
import { recordEvent } from "#app/use-cases/record-event.server.ts";
import { byMachine } from "#app/use-cases/sights.server.ts";
import { lockCase, relationTo } from "#db/queries/cases.ts";
import { isBarredByConduct } from "#db/queries/conduct.ts";
import { transact } from "#db/transact.ts";
import { type CallScene, callScene } from "./call-scene.server.ts";

export type CallRefusal =
  | { kind: "case-not-found" }
  | { kind: "not-engaged" }
  | { kind: "conduct" }
  /** The note holds words that may not reach a debtor; nothing is kept. */
  | { kind: "note-unfit"; findings: Finding[] }
  | TooMany;

export type CallRecorded = { recorded: true } | { recorded: false; decision: Decision };

/** Two forms within this time are one call, sent twice. */
const sameMs = 60_000;

/**
 * Records a call that was just made, at the moment of the server's clock. The law is asked as for a message: the act, and the hours and caps of
 * calls over every collector. What it refuses is kept as a blocked attempt with its reasons.
 */
export function recordCall(ctx: Ctx, input: RecordCall): Promise<Result<CallRecorded, CallRefusal>> {
  return transact<CallRecorded, CallRefusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, input.caseId);
    const { orgId } = ctx.actor;
    if (!kase || !orgId || !may(ctx.actor, "step.record", relationTo(ctx.actor, kase)))
      return err({ kind: "case-not-found" });
    if (kase.status !== "engaged" || kase.collectorOrgId !== orgId) return err({ kind: "not-engaged" });
    if (await isBarredByConduct(tx, { caseId: kase.caseId, orgId })) return err({ kind: "conduct" });
    const sight = byMachine({ caseId: kase.caseId, fields: ["name", "phone"] });
    const scene = await callScene(tx, ctx, kase, { ...input, sight });
    const findings = input.note ? unfitIn(scene, input.note) : [];
    if (findings.length > 0) return err({ kind: "note-unfit", findings });
    const { court, act, elsewhere, zone } = scene;
    const telling = { ...act, payload: act.payload ?? {}, by: ctx.actor.userId, now: ctx.now };
    if (isReplay(court.events, telling, (at) => String(Math.floor(at.getTime() / sameMs))))
      return ok({ recorded: true });
    const judged = { ...act, act: act.payload?.act };
    const decision = decideContact(court, judged, { elsewhere, zone, channel: "voice" });
    const recorded = decision.allowed
      ? await recordEvent(tx, ctx, kase, { ...act, note: input.note })
      : err({ kind: "not-lawful" as const, decision });
    if (recorded.ok) return ok({ recorded: true });
    const kept = await keepRefused(tx, ctx, kase, { act, decision: recorded.error.decision });
    return kept.ok ? ok({ recorded: false, decision: kept.value }) : kept;
  });
}

/** What the law says of a note's words that it would not say without them. */
function unfitIn({ court, act }: CallScene, note: string): Finding[] {
  const keyOf = ({ rule, part, message }: Finding) => `${rule} ${part} ${message.key}`;
  const judged = { ...act, act: act.payload?.act };
  const without = new Set(judge(court, judged).findings.map(keyOf));
  const action = { ...act.action, text: note, textReviewed: false };
  return judge(court, { ...judged, action }).findings.filter(
    (finding) => finding.effect !== "warn" && !without.has(keyOf(finding)),
  );
}
