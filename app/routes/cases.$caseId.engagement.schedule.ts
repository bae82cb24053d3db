import type { LoaderFunctionArgs } from "@remix-run/node";
import { guard, notFound } from "#app/http/guard.ts";
import { pdfFile } from "#app/http/pdf-file.ts";
import { authoritySchedule } from "#app/use-cases/engagements/authority-schedule.server.ts";

/** Names the debtor to whoever is shown the power of attorney. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "engagement.read");
  const schedule = await authoritySchedule(ctx, args.params.caseId ?? "");
  if (!schedule) throw notFound();
  return pdfFile(schedule);
}
