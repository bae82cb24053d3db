import { may } from "#app/domain/accounts/access.ts";
import { reporterOf, reportsIn } from "#app/domain/ledger/case-money.ts";
import { type AnswerReport, answerKey, answerLegs, reportKey } from "#app/domain/ledger/reports.ts";
import { exceptionKey } from "#app/domain/payments/exceptions.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { bookOf, keepPapers, setOffsOf, settleCase } from "#app/use-cases/settle-case.server.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { lockCase, relationTo } from "#db/queries/cases.ts";
import { postCause, transfersAbout } from "#db/queries/ledger.ts";
import { openException } from "#db/queries/money-exceptions.ts";
import { zoneOf } from "#db/queries/subjects.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { transact } from "#db/transact.ts";

export type AnswerRefusal =
  | { kind: "case-not-found" }
  | { kind: "report-not-found" }
  | { kind: "own-report" }
  | { kind: "already-answered" };

/**
 * The other side confirms what was reported, or contests it: then what was reported is owed again. A debtor's payment that is contested goes on lessening the claim: what was
 * said to be paid is not asked for until it is cleared up.
 */
export async function answerReport(ctx: Ctx, input: AnswerReport): Promise<Result<null, AnswerRefusal>> {
  return transact<null, AnswerRefusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, input.caseId);
    const relation = kase && relationTo(ctx.actor, kase);
    if (!kase || !relation || !may(ctx.actor, "money.answer", relation))
      return err({ kind: "case-not-found" });
    const { caseId, collectorOrgId, creditorOrgId, code } = kase;
    const moved = await transfersAbout(tx, caseId);
    const report = reportsIn(moved).find(({ kind, id }) => kind === input.kind && id === input.reportId);
    if (!report) return err({ kind: "report-not-found" });
    const events = new Map((await eventsOf(tx, caseId)).map((event) => [event.id, event]));
    if (reporterOf(report, creditorOrgId, events) === relation) return err({ kind: "own-report" });
    if (report.state === input.answer) return ok(null);
    if (report.state !== "reported") return err({ kind: "already-answered" });

    const zone = await zoneOf(tx, caseId);
    const key = answerKey(input.answer, report.kind, report.id);
    const reported = moved.filter(({ cause }) => cause === reportKey(report.kind, report.id));
    // What never came is where it was from the day on that it was said to have gone.
    const goesBack = input.answer === "contested" && report.kind !== "payment";
    const effectiveOn = goesBack ? report.on : dateIn(zone, ctx.now);
    const cause = { key, caseId, at: ctx.now, effectiveOn, now: ctx.now };
    const posted = await postCause(
      tx,
      cause,
      answerLegs(bookOf(kase), report.kind, input.answer, { amount: report.amount, reported }),
    );
    if (!posted.ok) throw new Error(`${key} was not booked: ${posted.error.kind}`);
    // What is owed again may have been paid at a page meanwhile.
    if (goesBack && report.kind !== "remittance")
      await settleCase(tx, ctx, kase, { zone, at: ctx.now, trigger: key });
    if (report.kind === "payment" && input.answer === "confirmed")
      await keepPapers(tx, ctx, kase, { zone, ...(await setOffsOf(tx, kase, { zone })) });
    if (report.kind === "payment" && input.answer === "contested")
      await openException(tx, {
        ...{ caseId, key: exceptionKey("contested", reportKey("payment", report.id)), kind: "contested" },
        ...{ paymentId: null, amount: report.amount, currency: bookOf(kase).currency, openedAt: ctx.now },
      });
    await insertAudit(tx, ctx, {
      operation: `money.${report.kind}_${input.answer}`,
      ...{ subjectKind: "case", subjectId: caseId },
      details: { reportId: report.id },
    });
    const toOrgId = relation === "creditor" ? collectorOrgId : creditorOrgId;
    const told = { values: { case: code }, href: `/cases/${caseId}/money` };
    if (toOrgId && input.answer === "confirmed")
      await notify(tx, ctx, { toOrgId, kind: "money_confirmed", ...told });
    if (toOrgId && input.answer === "contested")
      await notify(tx, ctx, { toOrgId, kind: "money_contested", ...told });
    return ok(null);
  });
}
