import type { CaseAnswers } from "#app/domain/cases/answers.ts";
import { ok, type Result } from "#app/domain/result.ts";
import { instantAt } from "#app/domain/timeline/local-time.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type NotLawful, recordEvent } from "#app/use-cases/record-event.server.ts";
import type { Tx } from "#db/client.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import type { PreparedCase } from "./prepare-case.server.ts";

/**
 * Records what the creditor says has happened and the ladder must know at once: a dispute freezes it, a judgment
 * in hand starts it at enforcement (POL-LADDER-09). `before`: what an earlier posting recorded already.
 */
export async function recordHistory(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  { prepared, before }: { prepared: PreparedCase; before: CaseAnswers["history"] | null },
): Promise<Result<null, NotLawful>> {
  const { history } = prepared.answers;
  if (history.disputed === "yes" && before?.disputed !== "yes") {
    const disputed = await recordEvent(tx, ctx, kase, {
      type: "dispute",
      occurredAt: ctx.now,
      payload: { act: { direction: "in" } },
    });
    if (!disputed.ok) return disputed;
  }
  if (history.judgment === "yes" && before?.judgment !== "yes") {
    const paper = prepared.evidence.find(({ kind }) => kind === "judgment");
    const titled = await recordEvent(tx, ctx, kase, {
      type: "title_recorded",
      occurredAt: judgmentMoment(history.judgmentOn, prepared.zones[0], ctx.now),
      payload: { facts: { effectiveInstrument: true }, evidenceIds: paper ? [paper.id] : [] },
      note: [history.judgmentCourt, history.judgmentNumber].filter(Boolean).join(", "),
    });
    if (!titled.ok) return titled;
  }
  return ok(null);
}

/** Noon of the judgment's day where the debtor lives; on the day itself, not later than now. */
function judgmentMoment(on: string | undefined, zone: string, now: Date): Date {
  const noon = on ? instantAt(zone, on) : null;
  return noon && noon < now ? noon : now;
}
