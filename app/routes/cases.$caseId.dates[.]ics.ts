import type { LoaderFunctionArgs } from "@remix-run/node";
import { calendarFile } from "#app/http/calendar-file.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { readCaseCalendar } from "#app/use-cases/timeline/read-case-calendar.server.ts";

/** The case's dates as a file for a calendar, or one of them (`?date=limitation`). */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "case.read");
  const subject = new URL(args.request.url).searchParams.get("date");
  const found = await readCaseCalendar(ctx, args.params.caseId ?? "", subject);
  if (!found) throw notFound();
  return calendarFile(found.text, `${found.code}.ics`);
}
