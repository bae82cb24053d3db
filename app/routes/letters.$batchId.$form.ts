import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvText } from "#app/http/csv-file.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pdfFile } from "#app/http/pdf-file.ts";
import { batchForms, readBatchFile } from "#app/use-cases/contact/batch-view.server.ts";

/** The sheets of a batch, or the sheet of its addresses; downloaded, never shown from this origin. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "letter.print");
  const form = batchForms.find((each) => each === args.params.form);
  const file = form ? await readBatchFile(ctx, args.params.batchId ?? "", form) : null;
  if (!file) throw notFound();
  return file.form === "pdf" ? pdfFile(file) : csvText(file);
}
