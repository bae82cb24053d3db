import type { Decision, Finding } from "#app/domain/law/types.ts";
import { ok, type Result } from "#app/domain/result.ts";
import type { TimelineEvent } from "#app/domain/timeline/events.ts";
import { judge } from "#app/domain/timeline/judge.ts";
import type { TooMany } from "#app/gateways/rate-limits.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { keepRefused } from "#app/use-cases/keep-refused.server.ts";
import { recordEvent } from "#app/use-cases/record-event.server.ts";
import type { Tx } from "#db/client.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import type { SpokenAct } from "./spoken-scene.server.ts";

export type SpokenRecorded = { recorded: true } | { recorded: false; decision: Decision };

/** The entry of the log that counts it, or why there is none. */
type Kept = { event: TimelineEvent } | { event: null; decision: Decision };

type Spoken = Pick<SpokenAct, "act"> & { decision: Decision; note?: string };

/** Keeps a call or a visit that was made: where the law allowed it as an entry that counts, and else as a blocked attempt with its reasons. */
export async function recordSpoken(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  { act, decision, note }: Spoken,
): Promise<Result<Kept, TooMany>> {
  const recorded = decision.allowed ? await recordEvent(tx, ctx, kase, { ...act, note }) : null;
  if (recorded?.ok) return ok({ event: recorded.value });
  const refused = recorded?.error.decision ?? decision;
  const kept = await keepRefused(tx, ctx, kase, { act, decision: refused });
  return kept.ok ? ok({ event: null, decision: kept.value }) : kept;
}

export const asRecorded = (kept: Kept): SpokenRecorded =>
  kept.event ? { recorded: true } : { recorded: false, decision: kept.decision };

/** What the law says of words that it would not say without them. */
export function unfitIn({ court, act }: Pick<SpokenAct, "court" | "act">, words: string): Finding[] {
  const keyOf = ({ rule, part, message }: Finding) => `${rule} ${part} ${message.key}`;
  const judged = { ...act, act: act.payload?.act };
  const without = new Set(judge(court, judged).findings.map(keyOf));
  const action = { ...act.action, text: words, textReviewed: false };
  return judge(court, { ...judged, action }).findings.filter(
    (finding) => finding.effect !== "warn" && !without.has(keyOf(finding)),
  );
}
