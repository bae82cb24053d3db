import type { LoaderFunctionArgs } from "@remix-run/node";
import { guard, notFound } from "#app/http/guard.ts";
import { pdfFile } from "#app/http/pdf-file.ts";
import { readAmendmentPaper } from "#app/use-cases/engagements/read-amendment.server.ts";

/** The very bytes of an amendment that both sides sign. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "engagement.read");
  const { caseId = "", amendmentId = "" } = args.params;
  const paper = await readAmendmentPaper(ctx, { caseId, amendmentId, certificate: false });
  if (!paper) throw notFound();
  return pdfFile(paper);
}
