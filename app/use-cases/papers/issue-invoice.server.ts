import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { isId } from "#app/domain/ids.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { type BillRefusal, bill, billFor, toBill } from "#app/use-cases/bill.server.ts";
import { type Due, duesOf } from "#app/use-cases/case-dues.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type CaseRow, findCase, lockCase, relationTo } from "#db/queries/cases.ts";
import { transact } from "#db/transact.ts";

export const IssueInvoice = z.object({
  caseId: z.uuid(),
  /** What was shown to be billed, in minor units: something else than that is not billed unseen. */
  amount: z.string("error.required").regex(/^\d{1,18}$/, "error.amount"),
});

type Refusal =
  | { kind: "case-not-found" }
  | { kind: "nothing-to-bill" }
  /** More or less is due than was shown. */
  | { kind: "amount-changed" }
  | BillRefusal;

/** The collector bills the creditor the fee that is due by its mandate and not billed. */
export const issueInvoice = (
  ctx: Ctx,
  input: z.infer<typeof IssueInvoice>,
): Promise<Result<string, Refusal>> =>
  transact<string, Refusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, input.caseId);
    if (!kase || !mayBill(ctx, kase)) return err({ kind: "case-not-found" });
    const due = openFee(ctx, await duesOf(tx, ctx, kase));
    if (!due) return err({ kind: "nothing-to-bill" });
    if (String(toBill(due)) !== input.amount) return err({ kind: "amount-changed" });
    const billed = await bill(tx, ctx, kase, due);
    if (!billed.ok) return billed;
    return ok(billed.value?.number ?? "");
  });

const mayBill = ({ actor }: Ctx, kase: CaseRow) => may(actor, "invoice.issue", relationTo(actor, kase));
/** A fee of which too much or too little is billed, of the actor's own mandates the first. */
const openFee = ({ actor }: Ctx, dues: readonly Due[]) =>
  dues.find(
    ({ what, issuerId, due, billed }) => what === "fee" && issuerId === actor.orgId && due !== billed,
  );

/** What a collector would bill now; `bill` is null where something is missing, and `missing` says what. */
export async function invoiceView(ctx: Ctx, caseId: string) {
  const kase = isId(caseId) ? await findCase(ctx.db, ctx.actor, caseId) : null;
  if (!kase || !mayBill(ctx, kase)) return null;
  const due = openFee(ctx, await duesOf(ctx.db, ctx, kase));
  const head = { caseId, code: kase.code, currency: kase.answers.claim.currency };
  if (!due) return { ...head, amount: null, undoes: false, bill: null, missing: null };
  const found = await billFor(ctx.db, due);
  const shown = { ...head, amount: String(toBill(due)), undoes: due.billed > due.due };
  if (!found.ok) return { ...shown, bill: null, missing: found.error };
  const { issuer, recipient, taxed } = found.value;
  return {
    ...shown,
    missing: null,
    bill: {
      ...{ issuer: issuer.name, recipient: recipient.name, net: String(taxed.net), notes: taxed.notes },
      tax: taxed.lines.map(({ rateBps, citation, tax }) => ({ rateBps, citation, tax: String(tax) })),
    },
  };
}
