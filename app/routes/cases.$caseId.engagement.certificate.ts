import type { LoaderFunctionArgs } from "@remix-run/node";
import { guard, notFound } from "#app/http/guard.ts";
import { pdfFile } from "#app/http/pdf-file.ts";
import { readPaper } from "#app/use-cases/engagements/read-engagement.server.ts";

/** Who signed, when and how they were identified. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "engagement.read");
  const paper = await readPaper(ctx, args.params.caseId ?? "", "certificate");
  if (!paper) throw notFound();
  return pdfFile(paper);
}
