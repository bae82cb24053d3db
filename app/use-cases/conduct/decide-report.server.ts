import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { system } from "#app/domain/accounts/actor.ts";
import { conductVerdicts } from "#app/domain/debtors/conduct.ts";
import { wordPlaces } from "#app/domain/privacy/word-places.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { plainText } from "#app/domain/timeline/step-forms.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { sealAbout } from "#app/use-cases/debtor.server.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { recordEvent } from "#app/use-cases/record-event.server.ts";
import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { type CaseRow, lockCase } from "#db/queries/cases.ts";
import { type ConductReport, conductReport, conductReportsOn, decideConduct } from "#db/queries/conduct.ts";
import { transact } from "#db/transact.ts";

export const DecideConduct = z.object({
  caseId: z.uuid(),
  reportId: z.uuid(),
  verdict: z.enum(conductVerdicts, "error.choose"),
  reasons: plainText(2_000),
});
type DecideConduct = z.infer<typeof DecideConduct>;

export type ConductRefusal = { kind: "report-not-found" } | { kind: "already-decided" };

/**
 * Finds a severe report to be so, which keeps the firm from writing on the case, or not, which lets it write again. Both sides of the case are told,
 * and read the reasons on its page, the debtor at the door: a notice would keep them in the clear.
 */
export const decideReport = (
  ctx: Ctx,
  { caseId, reportId, verdict, reasons }: DecideConduct,
): Promise<Result<null, ConductRefusal>> =>
  transact<null, ConductRefusal>(ctx, async (tx) => {
    const { userId } = ctx.actor;
    const kase = await lockCase(tx, ctx.actor, caseId);
    if (!kase || !userId || !may(ctx.actor, "conduct.review", "none"))
      return err({ kind: "report-not-found" });
    const found = await conductReport(tx, { caseId, id: reportId });
    if (!found) return err({ kind: "report-not-found" });
    if (found.report.verdict) return err({ kind: "already-decided" });
    const sealed = await sealAbout(tx, ctx, { caseId, place: wordPlaces.conduct(reportId) }, reasons);
    const set = { verdict, reasons: sealed, decidedBy: userId, decidedAt: ctx.now };
    if (!(await decideConduct(tx, found.report, set))) return err({ kind: "already-decided" });
    await insertAudit(tx, ctx, {
      operation: `conduct.${verdict}`,
      subjectKind: "case",
      subjectId: caseId,
      details: { reportId },
    });
    await answerInLog(tx, ctx, kase, found.report);
    await tellBoth(tx, ctx, kase, { ...found, verdict });
    return ok(null);
  });

/** The decision answers the complaint, so that the law's own pause ends with the last of them; the bar on the firm is beside it. */
async function answerInLog(tx: Tx, ctx: Ctx, kase: CaseRow, report: ConductReport): Promise<void> {
  const waits = (await conductReportsOn(tx, kase.caseId)).some(
    ({ severe, verdict }) => severe && verdict === null,
  );
  if (!report.severe || waits || kase.status === "closed") return;
  const recorded = await recordEvent(tx, { ...ctx, actor: system }, kase, {
    type: "hold_ended",
    occurredAt: ctx.now,
    payload: {
      act: { direction: "in", hold: "complaint" },
      refs: { endedBy: "complaint_answered", conductReport: report.id },
    },
  });
  if (!recorded.ok) throw new Error("The log does not take the answer to a complaint");
}

type Told = { report: ConductReport; firm: string; verdict: ConductReport["verdict"] };

async function tellBoth(tx: Tx, ctx: Ctx, kase: CaseRow, { report, firm, verdict }: Told) {
  const href = `/cases/${kase.caseId}`;
  const values = { case: kase.code, firm, verdictKey: `conduct.verdict.${verdict}` };
  for (const toOrgId of new Set([kase.creditorOrgId, report.againstOrgId]))
    await notify(tx, ctx, { toOrgId, kind: "conduct_decided", href, values });
}
