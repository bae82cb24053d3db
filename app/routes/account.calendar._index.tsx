import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { readerZone } from "#app/http/reader-zone.server.ts";
import { CalendarPage } from "#app/ui/account/calendar-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { makeCalendarAddress } from "#app/use-cases/accounts/make-calendar-address.server.ts";
import { readCalendarAddress } from "#app/use-cases/accounts/read-calendar-address.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "account.own");
  const kept = await readCalendarAddress(ctx);
  return { title: pageTitle(ctx, "calendar.title"), kept, zone: await readerZone(args) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "account.own");
  const made = await makeCalendarAddress(ctx);
  if (!made.ok) throw notFound();
  return data(made.value, { headers: { "cache-control": "no-store" } });
}

export default function CalendarRoute() {
  const answer = useActionData<typeof action>();
  return <CalendarPage {...useLoaderData<typeof loader>()} address={answer?.address ?? null} />;
}
