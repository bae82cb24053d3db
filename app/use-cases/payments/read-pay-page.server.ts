import { system } from "#app/domain/accounts/actor.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { receiptSubject } from "#app/use-cases/keep-receipts.server.ts";
import { paperFile } from "#app/use-cases/paper-file.server.ts";
import { paymentIn } from "#app/use-cases/pay-link.server.ts";
import { planView } from "#app/use-cases/plan-view.server.ts";
import { isStillOwed } from "#app/use-cases/still-owed.server.ts";
import { findCase } from "#db/queries/cases.ts";
import { organizationOf, platformOrganization } from "#db/queries/organizations.ts";
import { standingPaper } from "#db/queries/papers.ts";
import { paymentBy } from "#db/queries/payments.ts";
import { livePlanOn, planOfPayment } from "#db/queries/plans.ts";

/** A payment as its payer sees it, who may be anybody with the link: who is paid, for which case, how much, and how it stands. */
export async function readPayPage(ctx: Ctx, token: string) {
  const key = paymentIn(ctx.secrets, token);
  const payment = key && (await paymentBy(ctx.db, key.caseId, key.id));
  if (!payment) return null;
  const kase = await findCase(ctx.db, system, payment.caseId);
  const toPlatform = payment.purpose === "platform_charge";
  const payee = toPlatform ? await platformOrganization(ctx.db) : await organizationOf(ctx.db, payment.orgId);
  const creditor = kase ? await organizationOf(ctx.db, kase.creditorOrgId) : null;
  const { purpose, amount, currency, status, sessionUrl } = payment;
  const own = (await planOfPayment(ctx.db, payment))?.plan ?? null;
  const live = purpose === "recovery" && !own ? await livePlanOn(ctx.db, payment.caseId) : null;
  return {
    ...{ purpose, amount: Number(amount), currency, status, sessionUrl },
    code: kase?.code ?? "",
    payee: payee?.name ?? "",
    creditor: creditor?.name ?? "",
    isOver: kase?.status === "closed" && purpose === "recovery",
    /** A fee or charge that was paid otherwise meanwhile. */
    isSettled: status !== "paid" && status !== "processing" && !(await isStillOwed(ctx.db, payment)),
    /** Whether the payer can have a receipt. */
    receipt: (await receiptFor(ctx, payment)) !== null,
    local: ctx.provider?.local ?? false,
    /** The plan that this payment is a part of. */
    plan: own && (await planView(ctx, own)),
    /** Where the debtor can pay in parts instead, as was agreed. */
    inParts: live && (await planView(ctx, live)).firstPath,
    /** The case's own page, for whoever may open it. */
    caseId: (await findCase(ctx.db, ctx.actor, payment.caseId))?.caseId ?? null,
  };
}

const receiptFor = ({ db }: Ctx, { caseId, id }: { caseId: string; id: string }) =>
  standingPaper(db, { caseId, subject: receiptSubject(id), kind: "receipt" });

/** The receipt of a payment, for whoever has the link to it; null where there is none or it was withdrawn. */
export async function readReceipt(ctx: Ctx, token: string) {
  const key = paymentIn(ctx.secrets, token);
  const paper = key && (await receiptFor(ctx, key));
  return paper ? paperFile(ctx, paper, { form: "pdf" }) : null;
}
