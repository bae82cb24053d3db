import { may } from "#app/domain/accounts/access.ts";
import type { EndAdvance, SpendAdvance } from "#app/domain/advances/advance-forms.ts";
import { spentKey, spentLegs } from "#app/domain/advances/advance-legs.ts";
import { mostToSpend } from "#app/domain/advances/advances.ts";
import { isClaimCurrency, parseAmount } from "#app/domain/cases/amount.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { dateIn, instantAt } from "#app/domain/timeline/local-time.ts";
import { advancesOf } from "#app/use-cases/advances-of.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { readUpload, type UploadRefusal } from "#app/use-cases/keep-document.server.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { proofOf } from "#app/use-cases/proof.server.ts";
import { bookOf, poster } from "#app/use-cases/settle-case.server.ts";
import type { Tx } from "#db/client.ts";
import { updateAdvance } from "#db/queries/advances.ts";
import { type CaseRow, lockCase, relationTo } from "#db/queries/cases.ts";
import { zoneOf } from "#db/queries/subjects.ts";
import { transact } from "#db/transact.ts";
import { afterChange } from "./ask-advance.server.ts";

export type SpendRefusal =
  | { kind: "case-not-found" }
  | { kind: "no-such-advance" }
  /** It is not paid in yet, or it is over. */
  | { kind: "not-funded" }
  | { kind: "amount" }
  | { kind: "more-than-there-is" }
  | { kind: "in-the-future" }
  | { kind: "proof-needed" }
  | UploadRefusal;

/** Records by its receipt what an advance was spent on. What is left of it is given back or counted to the next act. */
export async function spendAdvance(ctx: Ctx, input: SpendAdvance): Promise<Result<null, SpendRefusal>> {
  const file = input.proof && input.proof.size > 0 ? await readUpload(ctx, input.proof) : null;
  if (file && !file.ok) return file;
  return transact<null, SpendRefusal>(ctx, async (tx) => {
    const kase = await lockOwn(tx, ctx, input.caseId);
    if (!kase) return err({ kind: "case-not-found" });
    const { advances, free, inBank } = await advancesOf(tx, kase);
    const advance = advances.find(({ id }) => id === input.advanceId);
    if (!advance) return err({ kind: "no-such-advance" });
    const { currency } = kase.answers.claim;
    const amount = isClaimCurrency(currency) ? parseAmount(input.amount, currency) : null;
    if (!amount?.ok) return err({ kind: "amount" });
    if (advance.spent === BigInt(amount.value) && advance.spentOn === input.spentOn) return ok(null);
    if (advance.state !== "funded") return err({ kind: "not-funded" });
    const spent = BigInt(amount.value);
    if (spent > mostToSpend(advance, free)) return err({ kind: "more-than-there-is" });
    const zone = await zoneOf(tx, kase.caseId);
    const today = dateIn(zone, ctx.now);
    const at = input.spentOn === today ? ctx.now : instantAt(zone, input.spentOn);
    if (input.spentOn > today || !at) return err({ kind: "in-the-future" });
    const proof = { kind: "other" as const, file: file?.value, evidenceId: input.evidenceId };
    const receiptId = await proofOf(tx, ctx, kase.caseId, proof);
    if (!receiptId) return err({ kind: "proof-needed" });
    await updateAdvance(tx, advance, { spent, spentOn: input.spentOn, receiptId });
    const legs = spentLegs(bookOf(kase), { kind: advance.kind, amount: spent, inBank });
    await poster(tx, ctx, { caseId: kase.caseId, zone })(spentKey(advance.id), at, legs);
    await afterChange(tx, ctx, kase, { what: "spent", advanceId: advance.id });
    await notify(tx, ctx, {
      ...{ toOrgId: kase.creditorOrgId, kind: "advance_spent", href: `/cases/${kase.caseId}/money` },
      values: { case: kase.code, stepKey: `law.action.${advance.act}` },
    });
    return ok(null);
  });
}

export type EndRefusal = { kind: "case-not-found" } | { kind: "no-such-advance" } | { kind: "spent" };

/** Asks for an advance no longer: the act is not taken, or is paid for otherwise. What came in for it is free. */
export const endAdvance = (ctx: Ctx, input: EndAdvance): Promise<Result<null, EndRefusal>> =>
  transact<null, EndRefusal>(ctx, async (tx) => {
    const kase = await lockOwn(tx, ctx, input.caseId);
    if (!kase) return err({ kind: "case-not-found" });
    const advance = (await advancesOf(tx, kase)).advances.find(({ id }) => id === input.advanceId);
    if (!advance) return err({ kind: "no-such-advance" });
    if (advance.state === "spent") return err({ kind: "spent" });
    if (advance.state === "withdrawn") return ok(null);
    await updateAdvance(tx, advance, { withdrawnAt: ctx.now });
    await afterChange(tx, ctx, kase, { what: "withdrawn", advanceId: advance.id });
    return ok(null);
  });

async function lockOwn(tx: Tx, ctx: Ctx, caseId: string): Promise<CaseRow | null> {
  const kase = await lockCase(tx, ctx.actor, caseId);
  return kase && may(ctx.actor, "advance.ask", relationTo(ctx.actor, kase)) ? kase : null;
}
