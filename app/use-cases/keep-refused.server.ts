import type { Decision } from "#app/domain/law/types.ts";
import { ok, type Result } from "#app/domain/result.ts";
import { consume, type TooMany } from "#app/gateways/rate-limits.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { type Act, recordAttempt } from "#app/use-cases/record-event.server.ts";
import type { Tx } from "#db/client.ts";
import type { CaseRow } from "#db/queries/cases.ts";

/** Keeps what the law refused towards the debtor as a blocked attempt, and tells the creditor. */
export async function keepRefused(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  { act, decision }: { act: Act; decision: Decision },
): Promise<Result<Decision, TooMany>> {
  const allowed = await consume(tx, "blockedAttempt", kase.caseId);
  if (!allowed.ok) return allowed;
  await recordAttempt(tx, ctx, kase, act, decision);
  await notify(tx, ctx, {
    toOrgId: kase.creditorOrgId,
    kind: "step_blocked",
    values: { case: kase.code, stepKey: `law.action.${act.type}` },
    href: `/cases/${kase.caseId}`,
  });
  return ok(decision);
}
