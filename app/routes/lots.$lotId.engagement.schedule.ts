import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvFile } from "#app/http/csv-file.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { lotSchedule } from "#app/use-cases/lots/read-lot-claims.server.ts";

/** Names the debtors of a lot to its two sides, once both have signed. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "engagement.read");
  const schedule = await lotSchedule(ctx, args.params.lotId ?? "");
  if (!schedule) throw notFound();
  return csvFile(schedule);
}
