import type { LoaderFunctionArgs } from "@remix-run/node";
import { calendarFile } from "#app/http/calendar-file.ts";
import { guard } from "#app/http/guard.ts";
import { readCalendar } from "#app/use-cases/timeline/read-calendar.server.ts";

/** The address that calendar programs ask; the secret in it is all they have. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "page.public");
  const calendar = await readCalendar(ctx, (args.params.token ?? "").replace(/\.ics$/, ""));
  return calendar === null ? new Response(null, { status: 410 }) : calendarFile(calendar);
}
