import type { LoaderFunctionArgs } from "@remix-run/node";
import { guard, notFound } from "#app/http/guard.ts";
import { pdfFile } from "#app/http/pdf-file.ts";
import { readLotPaper } from "#app/use-cases/lots/read-lot-engagement.server.ts";

/** The power of attorney for a lot, whose fingerprint is signed with its mandate. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "engagement.read");
  const paper = await readLotPaper(ctx, args.params.lotId ?? "", "authority");
  if (!paper) throw notFound();
  return pdfFile(paper);
}
