import type { InvoiceContent, PartyNamed } from "#app/domain/papers/content.ts";
import type { Particulars } from "#app/domain/papers/particulars.ts";
import { type Taxed, type TaxUnknown, taxOf } from "#app/domain/papers/tax.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Due } from "#app/use-cases/case-dues.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { cancelPaper, issuePaper } from "#app/use-cases/issue-paper.server.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import type { Reader, Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { type PaperRow, particularsOf, standingPaper } from "#db/queries/papers.ts";

export type BillRefusal =
  /** Whose name, address and tax status are not on file. */
  { kind: "particulars-missing"; whose: "issuer" | "recipient" } | TaxUnknown;

export type Bill = { due: Due; issuer: Particulars; recipient: Particulars; gross: bigint; taxed: Taxed };

/** What is due and not billed; all that is due where what stands billed is more than that, as it is undone. */
export const toBill = ({ due, billed }: Due): bigint => (billed > due ? due : due - billed);

/** The bill for what is due and not billed. */
export async function billFor(reader: Reader, due: Due): Promise<Result<Bill, BillRefusal>> {
  const issuer = await particularsOf(reader, due.issuerId);
  if (!issuer) return err({ kind: "particulars-missing", whose: "issuer" });
  const recipient = await particularsOf(reader, due.recipientId);
  if (!recipient) return err({ kind: "particulars-missing", whose: "recipient" });
  const gross = toBill(due);
  const taxed = taxOf({ issuer, recipient, on: due.supply.to, gross });
  return taxed.ok ? ok({ due, issuer, recipient, gross, taxed: taxed.value }) : taxed;
}

const named = ({ name, address, country, taxNumber }: Particulars): PartyNamed => ({
  ...{ name, address, country, taxNumber },
});

/**
 * Brings what stands billed to what is due. Where more was billed than is due now, since a payment went back, every standing invoice of the subject
 * is undone first, the last first, and what is left due is billed anew.
 */
export async function bill(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  due: Due,
): Promise<Result<PaperRow | null, BillRefusal>> {
  const found = await billFor(tx, due);
  if (!found.ok) return found;
  const { issuer, recipient, gross, taxed } = found.value;
  const { caseId, code } = kase;
  if (due.billed > due.due) await undoAll(tx, ctx, { caseId, subject: due.subject });
  if (gross === 0n) return ok(null);
  const { issuerId, recipientId, subject, currency, supply, basis } = due;
  const paper = await issuePaper(tx, ctx, {
    ...{ kind: "invoice", issuerId, recipientId, caseId, subject, currency, total: gross },
    say: (head): InvoiceContent => ({
      ...head,
      ...{ issuer: named(issuer), recipient: named(recipient), case: code, supply, basis },
      net: String(taxed.net),
      tax: taxed.lines.map(({ net, tax, ...rate }) => ({ ...rate, net: String(net), tax: String(tax) })),
      notes: taxed.notes,
      cancels: null,
    }),
  });
  await insertAudit(tx, ctx, auditOf("paper.issued", paper));
  const told = { number: paper.number, case: code };
  const href = `/cases/${caseId}/money#papers`;
  await notify(tx, ctx, { toOrgId: recipientId, kind: "invoice_issued", values: told, href });
  return ok(paper);
}

async function undoAll(tx: Tx, ctx: Ctx, about: { caseId: string; subject: string }): Promise<void> {
  for (;;) {
    const standing = await standingPaper(tx, { ...about, kind: "invoice" });
    if (!standing) return;
    await cancelInvoice(tx, ctx, standing);
  }
}

/** Undoes an invoice by a credit note that names it, and tells whoever was billed. */
export async function cancelInvoice(tx: Tx, ctx: Ctx, invoice: PaperRow): Promise<PaperRow> {
  const note = await cancelPaper(tx, ctx, invoice);
  if (!note?.recipientId || !note.caseId) throw new Error(`${invoice.number} is no invoice of a case`);
  await insertAudit(tx, ctx, auditOf("paper.cancelled", note));
  await notify(tx, ctx, {
    ...{ toOrgId: note.recipientId, kind: "invoice_cancelled", href: `/cases/${note.caseId}/money#papers` },
    values: { number: invoice.number, by: note.number },
  });
  return note;
}

const auditOf = (operation: string, { id, number }: PaperRow) => ({
  ...{ operation, subjectKind: "paper" as const, subjectId: id },
  details: { number },
});
