import { may } from "#app/domain/accounts/access.ts";
import { isClaimCurrency, typedAmount } from "#app/domain/cases/amount.ts";
import { isId, newId } from "#app/domain/ids.ts";
import { type OwedPurpose, owedPurposes } from "#app/domain/payments/asking.ts";
import { claimNow } from "#app/use-cases/claim-now.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { owedOn } from "#app/use-cases/owed-on.server.ts";
import { payeesOf } from "#app/use-cases/payees.server.ts";
import { type CaseRow, findCase, relationTo } from "#db/queries/cases.ts";
import { organizationsById } from "#db/queries/organizations.ts";
import { paymentAccountOf } from "#db/queries/payments.ts";

const headOf = ({ caseId, code, answers }: CaseRow) => ({ caseId, code, currency: answers.claim.currency });

/** What the form to ask a debtor starts from; null when the case is not the actor's. */
export async function askView(ctx: Ctx, caseId: string) {
  const kase = isId(caseId) ? await findCase(ctx.db, ctx.actor, caseId) : null;
  if (!kase || !may(ctx.actor, "payment.ask", relationTo(ctx.actor, kase))) return null;
  const { total, rests } = await claimNow(ctx.db, ctx, kase);
  const owed = Math.max(0, total);
  const { currency } = kase.answers.claim;
  const typedOwed = isClaimCurrency(currency) ? typedAmount(owed, currency) : "";
  return {
    ...headOf(kase),
    owed,
    typedOwed,
    rests,
    paymentId: newId(ctx.now),
    payees: await payeesOf(ctx, kase),
  };
}

/** One thing the creditor owes on a case; null when the case is not the actor's. */
export async function oweView(ctx: Ctx, caseId: string, asked: string | null) {
  const kase = isId(caseId) ? await findCase(ctx.db, ctx.actor, caseId) : null;
  if (!kase || !may(ctx.actor, "payment.owe", relationTo(ctx.actor, kase))) return null;
  const purpose: OwedPurpose = owedPurposes.find((each) => each === asked) ?? "collector_fee";
  const owed = await owedOn(ctx.db, ctx, kase, purpose);
  const names = await organizationsById(
    ctx.db,
    owed.map(({ payeeId }) => payeeId),
  );
  const payees = owed.map(async ({ payeeId, amount }) => {
    const account = purpose === "platform_charge" ? null : await paymentAccountOf(ctx.db, payeeId);
    const takes = purpose === "platform_charge" || account?.chargesEnabled === true;
    return {
      ...{ payeeId, name: names.get(payeeId)?.name ?? "", amount: Number(amount) },
      ...{ isReady: ctx.provider !== null && takes, paymentId: newId(ctx.now) },
    };
  });
  return { ...headOf(kase), purpose, payees: await Promise.all(payees) };
}
