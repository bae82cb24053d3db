import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { system } from "#app/domain/accounts/actor.ts";
import { isId } from "#app/domain/ids.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { type BillRefusal, bill, billFor, toBill } from "#app/use-cases/bill.server.ts";
import { type Due, duesOf } from "#app/use-cases/case-dues.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Reader, Tx } from "#db/client.ts";
import { type CaseRow, findCase, lockCase, relationTo } from "#db/queries/cases.ts";
import { transact } from "#db/transact.ts";

export const IssueInvoice = z.object({
  caseId: z.uuid(),
  /** What was shown to be billed, in minor units: something else than that is not billed unseen. */
  amount: z.string("error.required").regex(/^\d{1,18}$/, "error.amount"),
});
export const IssuePastInvoice = IssueInvoice.extend({ mandateId: z.uuid() });

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
    return billDue(tx, ctx, { kase, due: openFee(ctx, await duesOf(tx, ctx, kase)), amount: input.amount });
  });

/** A collector that was replaced bills what came due while its mandate ran. Of the case it sees no more than that. */
export const issuePastInvoice = (
  ctx: Ctx,
  { caseId, mandateId, amount }: z.infer<typeof IssuePastInvoice>,
): Promise<Result<string, Refusal>> =>
  transact<string, Refusal>(ctx, async (tx) => {
    const kase = may(ctx.actor, "invoice.past", "member") ? await lockCase(tx, system, caseId) : null;
    const past = kase && (await pastFee(tx, ctx, { kase, mandateId }));
    return kase && past
      ? billDue(tx, ctx, { kase, due: past.open, amount })
      : err({ kind: "case-not-found" });
  });

const mayBill = ({ actor }: Ctx, kase: CaseRow) => may(actor, "invoice.issue", relationTo(actor, kase));
const isOpen = ({ due, billed }: Due) => due !== billed;
/** A fee of which too much or too little is billed, of the actor's own mandates the first. */
const openFee = ({ actor }: Ctx, dues: readonly Due[]) =>
  dues.find((each) => each.what === "fee" && each.issuerId === actor.orgId && isOpen(each));

/** The fee of a mandate of the actor's that has ended; null where it has none. */
async function pastFee(
  reader: Reader,
  ctx: Ctx,
  { kase, mandateId }: { kase: CaseRow; mandateId: string },
): Promise<{ open: Due | undefined } | null> {
  const fee = (await duesOf(reader, ctx, kase)).find(
    ({ what, isPast, issuerId, mandateId: id }) =>
      what === "fee" && isPast && issuerId === ctx.actor.orgId && id === mandateId,
  );
  return fee ? { open: isOpen(fee) ? fee : undefined } : null;
}

async function billDue(
  tx: Tx,
  ctx: Ctx,
  { kase, due, amount }: { kase: CaseRow; due: Due | undefined; amount: string },
): Promise<Result<string, Refusal>> {
  if (!due) return err({ kind: "nothing-to-bill" });
  if (String(toBill(due)) !== amount) return err({ kind: "amount-changed" });
  const billed = await bill(tx, ctx, kase, due);
  return billed.ok ? ok(billed.value?.number ?? "") : billed;
}

/** What a collector would bill now; `bill` is null where something is missing, and `missing` says what. */
export async function invoiceView(ctx: Ctx, caseId: string) {
  const kase = isId(caseId) ? await findCase(ctx.db, ctx.actor, caseId) : null;
  if (!kase || !mayBill(ctx, kase)) return null;
  return viewOf(ctx, kase, openFee(ctx, await duesOf(ctx.db, ctx, kase)));
}

/** What a collector would bill of a mandate that has ended. */
export async function pastInvoiceView(
  ctx: Ctx,
  { caseId, mandateId }: { caseId: string; mandateId: string },
) {
  const kase = may(ctx.actor, "invoice.past", "member") ? await findCase(ctx.db, system, caseId) : null;
  const past = kase && (await pastFee(ctx.db, ctx, { kase, mandateId }));
  return kase && past ? viewOf(ctx, kase, past.open) : null;
}

async function viewOf(ctx: Ctx, kase: CaseRow, due: Due | undefined) {
  const head = { code: kase.code, currency: kase.answers.claim.currency };
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
