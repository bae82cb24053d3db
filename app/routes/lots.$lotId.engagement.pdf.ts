import type { LoaderFunctionArgs } from "@remix-run/node";
import { guard, notFound } from "#app/http/guard.ts";
import { pdfFile } from "#app/http/pdf-file.ts";
import { readLotPaper } from "#app/use-cases/lots/read-lot-engagement.server.ts";

/** The very bytes whose fingerprint both sides of a lot sign; downloaded, never shown from this origin. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "engagement.read");
  const paper = await readLotPaper(ctx, args.params.lotId ?? "", "engagement");
  if (!paper) throw notFound();
  return pdfFile(paper);
}
