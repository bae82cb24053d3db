import type { LoaderFunctionArgs } from "@remix-run/node";
import { guard, notFound } from "#app/http/guard.ts";
import { pdfFile } from "#app/http/pdf-file.ts";
import { readPastPaper } from "#app/use-cases/engagements/past-mandates.server.ts";

/** A paper that both sides signed under a mandate which has ended. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "mandate.past");
  const { caseId = "", mandateId = "", paper: name = "" } = args.params;
  const paper = await readPastPaper(ctx, { caseId, mandateId, name });
  if (!paper) throw notFound();
  return pdfFile(paper);
}
