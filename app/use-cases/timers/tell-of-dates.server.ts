import type { Ctx } from "#app/use-cases/ctx.ts";
import { type Notice, notifyAll } from "#app/use-cases/notify.server.ts";
import type { Tx } from "#db/client.ts";
import { type DueDate, markDatesFired } from "#db/queries/date-timers.ts";

/**
 * Tells the organisations concerned of dates that are due and marks them, in the caller's transaction, which holds the rows: told
 * and marked, or neither.
 */
export async function tellOfDates(
  tx: Tx,
  ctx: Pick<Ctx, "now" | "publicUrl">,
  due: readonly DueDate[],
): Promise<void> {
  if (due.length === 0) return;
  await notifyAll(tx, ctx, due.flatMap(noticesOf));
  await markDatesFired(tx, due, ctx.now);
}

/** A step that became lawful is for whoever takes it; what must not be missed, and what has ended, is for both sides. */
function noticesOf(due: DueDate): Notice[] {
  const { creditorOrgId, collectorOrgId } = due.kase;
  const both = collectorOrgId ? [creditorOrgId, collectorOrgId] : [creditorOrgId];
  const forClimber = due.details.kind === "step_open" && collectorOrgId;
  return (forClimber ? [collectorOrgId] : both).map((toOrgId) => noticeOf(due, toOrgId));
}

function noticeOf({ kind, onDay, details, kase }: DueDate, toOrgId: string): Notice {
  const values = { case: kase.code, whatKey: details.what, dayOn: onDay };
  const notice = { values, href: `/cases/${kase.caseId}`, toOrgId };
  if (kind === "date_alarm") return { kind: "date_near", ...notice };
  switch (details.severity) {
    case "must":
      return { kind: "date_last", ...notice };
    case "may":
      return { kind: "date_open", ...notice };
    case "wait":
      return { kind: "date_over", ...notice };
  }
}
