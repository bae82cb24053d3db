import { Readable } from "node:stream";
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { guard, notFound } from "#app/http/guard.ts";
import { readRejects, rejectsCsv } from "#app/use-cases/portfolios/read-rejects.server.ts";

/** The refused rows of a portfolio's file, for a spreadsheet; read as it is sent. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "portfolio.read");
  const { portfolioId = "" } = args.params;
  const rejects = await readRejects(ctx, portfolioId);
  if (!rejects) throw notFound();
  return new Response(createReadableStreamFromReadable(Readable.from(rejectsCsv(rejects))), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="rejects-${portfolioId}.csv"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
