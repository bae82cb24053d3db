import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { readerZone } from "#app/http/reader-zone.server.ts";
import { MonthsPage } from "#app/ui/papers/months-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { readMonths } from "#app/use-cases/months/read-months.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "month.read");
  const [months, zone] = await Promise.all([readMonths(ctx), readerZone(args)]);
  if (!months) throw notFound();
  return { ...months, zone, title: pageTitle(ctx, "nav.months") };
}

export default function MonthsRoute() {
  return <MonthsPage {...useLoaderData<typeof loader>()} />;
}
