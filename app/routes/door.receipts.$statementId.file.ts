import type { LoaderFunctionArgs } from "@remix-run/node";
import { insideDoor } from "#app/http/door-page.server.ts";
import { receiptText } from "#app/http/door-receipt.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { doorReceipt } from "#app/use-cases/debtors/receipt.server.ts";

/** The receipt as plain text, which every phone can keep. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "page.public");
  const visit = await insideDoor(ctx, args.request, { receipts: true });
  const receipt = await doorReceipt(visit, args.params.statementId ?? "");
  if (!receipt) throw notFound();
  return new Response(receiptText(receipt, visit.reads), {
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "content-disposition": `attachment; filename="receipt-${receipt.code}-${receipt.entry}.txt"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
