import type { LoaderFunctionArgs } from "@remix-run/node";
import { guard } from "#app/http/guard.ts";
import { pdfFile } from "#app/http/pdf-file.ts";
import { readReceipt } from "#app/use-cases/payments/read-pay-page.server.ts";

/** The receipt of a payment, for its payer: the link itself is the proof, as for the page to pay at. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "page.public");
  const file = await readReceipt(ctx, args.params.token ?? "");
  if (file?.form !== "pdf") throw new Response(null, { status: 410 });
  return pdfFile(file);
}
