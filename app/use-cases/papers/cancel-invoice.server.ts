import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { system } from "#app/domain/accounts/actor.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { cancelInvoice } from "#app/use-cases/bill.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Reader } from "#db/client.ts";
import { lockCase } from "#db/queries/cases.ts";
import { cancellationOf, findPaper } from "#db/queries/papers.ts";
import { transact } from "#db/transact.ts";

export const CancelInvoice = z.object({ paperId: z.uuid() });

type Refusal = { kind: "not-there" } | { kind: "cancelled-before"; by: string };

/** Its issuer undoes an invoice that should not have been: by a credit note of its own number that names it. */
export const cancelIssued = (
  ctx: Ctx,
  { paperId }: z.infer<typeof CancelInvoice>,
): Promise<Result<string, Refusal>> =>
  transact<string, Refusal>(ctx, async (tx) => {
    const invoice = await ownInvoice(ctx, tx, paperId);
    if (!invoice?.caseId) return err({ kind: "not-there" });
    await lockCase(tx, system, invoice.caseId);
    const before = await cancellationOf(tx, invoice);
    if (before) return err({ kind: "cancelled-before", by: before.number });
    const note = await cancelInvoice(tx, ctx, invoice);
    return ok(note.number);
  });

async function ownInvoice({ actor }: Ctx, reader: Reader, paperId: string) {
  const paper = await findPaper(reader, actor, paperId);
  const isOwn = paper?.kind === "invoice" && paper.issuerId === actor.orgId;
  return isOwn && may(actor, "paper.cancel", "member") ? paper : null;
}

/** What would be undone; null where it is not the actor's to undo. */
export async function cancelView(ctx: Ctx, paperId: string) {
  const invoice = await ownInvoice(ctx, ctx.db, paperId);
  if (!invoice) return null;
  const { id, number, currency, total, caseId } = invoice;
  const undone = (await cancellationOf(ctx.db, invoice))?.number ?? null;
  return { id, number, currency, total: String(total), caseId, undone };
}
