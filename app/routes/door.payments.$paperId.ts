import type { LoaderFunctionArgs } from "@remix-run/node";
import { insideDoor } from "#app/http/door-page.server.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pdfFile } from "#app/http/pdf-file.ts";
import { doorPaper } from "#app/use-cases/debtors/door-payments.server.ts";

/** A receipt, or the letter that nothing more is owed, to keep; in the language its reader has chosen. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "page.public");
  const visit = await insideDoor(ctx, args.request);
  const file = await doorPaper(visit, args.params.paperId ?? "", visit.reads);
  if (!file) throw notFound();
  return pdfFile(file);
}
