import { may } from "#app/domain/accounts/access.ts";
import type { AskAdvance } from "#app/domain/advances/advance-forms.ts";
import type { AdvanceKind } from "#app/domain/advances/advances.ts";
import { isClaimCurrency, parseAmount } from "#app/domain/cases/amount.ts";
import { mayBeAskedOn } from "#app/domain/payments/asking.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { advancesOf } from "#app/use-cases/advances-of.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { readUpload, type UploadRefusal } from "#app/use-cases/keep-document.server.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { proofOf } from "#app/use-cases/proof.server.ts";
import { settleCase } from "#app/use-cases/settle-case.server.ts";
import type { Tx } from "#db/client.ts";
import { insertAdvance } from "#db/queries/advances.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { type CaseRow, lockCase, relationTo } from "#db/queries/cases.ts";
import { zoneOf } from "#db/queries/subjects.ts";
import { transact } from "#db/transact.ts";
import { costsToCome } from "./costs-to-come.server.ts";

export type AskAdvanceRefusal =
  | { kind: "case-not-found" }
  | { kind: "case-closed" }
  /** The place's law knows no such act on a case. */
  | { kind: "act-not-here" }
  | { kind: "amount" }
  /** No schedule says what the court asks, or another sum is asked for: a paper must say so. */
  | { kind: "paper-needed" }
  /** The mandate has no fixed fee, or less of one is left. */
  | { kind: "no-fixed-fee"; left: number }
  | UploadRefusal;

type Asked = { need: bigint; citation: string | null; prepaid: boolean };

/**
 * Asks the creditor to pay in what a named act costs. What courts ask is calculated where their schedule is on file, and else is on a paper;
 * a fixed fee is the mandate's own and no more. What is there already from acts before is counted first.
 */
export async function askAdvance(ctx: Ctx, input: AskAdvance): Promise<Result<null, AskAdvanceRefusal>> {
  const file = input.proof && input.proof.size > 0 ? await readUpload(ctx, input.proof) : null;
  if (file && !file.ok) return file;
  return transact<null, AskAdvanceRefusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, input.caseId);
    if (!kase || !may(ctx.actor, "advance.ask", relationTo(ctx.actor, kase)))
      return err({ kind: "case-not-found" });
    if (!mayBeAskedOn(kase.status)) return err({ kind: "case-closed" });
    const { advances, free } = await advancesOf(tx, kase);
    if (advances.some(({ id }) => id === input.advanceId)) return ok(null);
    const asked = await askedFor(tx, ctx, kase, input);
    if (!asked.ok) return asked;
    const proof = { kind: "other" as const, file: file?.value, evidenceId: input.evidenceId };
    const evidenceId = await proofOf(tx, ctx, kase.caseId, proof);
    const { need, citation, prepaid } = asked.value;
    if (input.kind === "court_costs" && citation === null && !evidenceId)
      return err({ kind: "paper-needed" });
    const { currency } = kase.answers.claim;
    await insertAdvance(tx, {
      ...{ caseId: kase.caseId, id: input.advanceId, kind: input.kind, act: input.act, currency },
      ...{ need, asked: need > free ? need - free : 0n, citation, prepaid, evidenceId },
      ...{ askedAt: ctx.now, askedBy: ctx.actor.userId },
      ...{ spent: null, spentOn: null, receiptId: null, withdrawnAt: null },
    });
    await afterChange(tx, ctx, kase, { what: "asked", advanceId: input.advanceId });
    await notify(tx, ctx, {
      ...{ toOrgId: kase.creditorOrgId, kind: "advance_asked", href: `/cases/${kase.caseId}/money` },
      values: { case: kase.code, stepKey: `law.action.${input.act}` },
    });
    return ok(null);
  });
}

type Change = { what: "asked" | "spent" | "withdrawn"; advanceId: string };

/** What a change of an advance makes of what the creditor owes, and who made it. */
export async function afterChange(tx: Tx, ctx: Ctx, kase: CaseRow, { what, advanceId }: Change) {
  const { caseId } = kase;
  const zone = await zoneOf(tx, caseId);
  await settleCase(tx, ctx, kase, { zone, at: ctx.now, trigger: `advance-${what}:${advanceId}` });
  await insertAudit(tx, ctx, {
    operation: `advance.${what}`,
    ...{ subjectKind: "case", subjectId: caseId },
    details: { advanceId },
  });
}

async function askedFor(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  { act, kind, amount: typed = "" }: AskAdvance,
): Promise<Result<Asked, AskAdvanceRefusal>> {
  const { currency } = kase.answers.claim;
  const costs = await costsToCome(tx, ctx, kase);
  const found = costs.acts.find((each) => each.act === act);
  if (!found) return err({ kind: "act-not-here" });
  const amount = typed && isClaimCurrency(currency) ? parseAmount(typed, currency) : null;
  if (amount && !amount.ok) return err({ kind: "amount" });
  if (kind === "fixed_fee") {
    const need = amount?.value ?? costs.fixedFeeLeft;
    if (need === 0 || need > costs.fixedFeeLeft)
      return err({ kind: "no-fixed-fee", left: costs.fixedFeeLeft });
    return ok({ need: BigInt(need), citation: null, prepaid: false });
  }
  const { fee } = found;
  if (!amount && !fee) return err({ kind: "paper-needed" });
  const isByTable = fee !== null && (!amount || amount.value === fee.amount);
  const need = amount?.value ?? fee?.amount ?? 0;
  const citation = isByTable ? fee.citation : null;
  return ok({ need: BigInt(need), citation, prepaid: fee?.prepaid ?? false });
}

/** Which of the two an amount is asked as, where only one can be. */
export const kindsOpen = (fixedFeeLeft: number): AdvanceKind[] =>
  fixedFeeLeft > 0 ? ["court_costs", "fixed_fee"] : ["court_costs"];
