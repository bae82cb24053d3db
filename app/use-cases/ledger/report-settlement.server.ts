import { may } from "#app/domain/accounts/access.ts";
import { isClaimCurrency, parseAmount } from "#app/domain/cases/amount.ts";
import { heldForCreditor } from "#app/domain/ledger/case-money.ts";
import {
  heldInAll,
  payerOf,
  type ReportSettlement,
  reportKey,
  reportKinds,
  settlementLegs,
} from "#app/domain/ledger/reports.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { dateIn, instantAt } from "#app/domain/timeline/local-time.ts";
import { advancesOf } from "#app/use-cases/advances-of.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { bookOf, settleCase } from "#app/use-cases/settle-case.server.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { lockCase, relationTo } from "#db/queries/cases.ts";
import { postCause, transfersAbout } from "#db/queries/ledger.ts";
import { zoneOf } from "#db/queries/subjects.ts";
import { transact } from "#db/transact.ts";

export type SettlementRefusal =
  | { kind: "case-not-found" }
  | { kind: "not-yours-to-report" }
  | { kind: "in-the-future" }
  | { kind: "amount" }
  /** More than is held for the creditor, or than is owed of the fee. */
  | { kind: "more-than-there-is" }
  | { kind: "reported-otherwise" };

/** Books that the collector passed client money on, or that the creditor paid the fee, as whoever paid reports it. */
export async function reportSettlement(
  ctx: Ctx,
  input: ReportSettlement,
): Promise<Result<null, SettlementRefusal>> {
  return transact<null, SettlementRefusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, input.caseId);
    const relation = kase && relationTo(ctx.actor, kase);
    if (!kase || !relation || !may(ctx.actor, "money.report", relation))
      return err({ kind: "case-not-found" });
    if (payerOf[input.kind] !== relation || !kase.collectorOrgId) return err({ kind: "not-yours-to-report" });
    const { currency } = kase.answers.claim;
    const amount = isClaimCurrency(currency) ? parseAmount(input.amount, currency) : null;
    if (!amount?.ok) return err({ kind: "amount" });
    const zone = await zoneOf(tx, kase.caseId);
    const today = dateIn(zone, ctx.now);
    const at = input.paidOn === today ? ctx.now : instantAt(zone, input.paidOn);
    if (input.paidOn > today || !at) return err({ kind: "in-the-future" });

    const { caseId } = kase;
    const moved = await transfersAbout(tx, caseId);
    const key = reportKey(input.kind, input.reportId);
    const before = moved.filter(
      ({ cause, to }) => cause === key && to.kind === reportKinds[input.kind].reported,
    );
    if (before.length > 0)
      return before[0].amount === BigInt(amount.value) ? ok(null) : err({ kind: "reported-otherwise" });
    const held = heldForCreditor(moved, caseId, currency);
    const { free, inBank } = await advancesOf(tx, kase);
    const most = { remittance: heldInAll(held), advance_return: Number(free) };
    if ((input.kind === "remittance" || input.kind === "advance_return") && amount.value > most[input.kind])
      return err({ kind: "more-than-there-is" });
    const atHand = { amount: amount.value, held, advances: inBank };
    const legs = settlementLegs(bookOf(kase), input.kind, atHand);
    const posted = await postCause(tx, { key, caseId, at, effectiveOn: input.paidOn, now: ctx.now }, legs);
    if (!posted.ok)
      return err({ kind: posted.error.kind === "overdrawn" ? "more-than-there-is" : "reported-otherwise" });
    if (input.kind === "advance_return") await settleCase(tx, ctx, kase, { zone, at: ctx.now, trigger: key });
    await insertAudit(tx, ctx, {
      operation: `money.${input.kind}_reported`,
      ...{ subjectKind: "case", subjectId: caseId },
      details: { reportId: input.reportId },
    });
    const toOrgId = relation === "creditor" ? kase.collectorOrgId : kase.creditorOrgId;
    const href = `/cases/${caseId}/money`;
    await notify(tx, ctx, { toOrgId, kind: "money_reported", values: { case: kase.code }, href });
    return ok(null);
  });
}
