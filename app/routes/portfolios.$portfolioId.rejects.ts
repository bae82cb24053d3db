import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvFile } from "#app/http/csv-file.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { readRejects, rejectsCsv } from "#app/use-cases/portfolios/read-rejects.server.ts";

/** The refused rows of a portfolio's file, for a spreadsheet; read as it is sent. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "portfolio.read");
  const { portfolioId = "" } = args.params;
  const rejects = await readRejects(ctx, portfolioId);
  if (!rejects) throw notFound();
  return csvFile({ fileName: `rejects-${portfolioId}.csv`, pieces: rejectsCsv(rejects) });
}
