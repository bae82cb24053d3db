import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { readerZone } from "#app/http/reader-zone.server.ts";
import { DeskPage } from "#app/ui/exceptions/desk-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { readDesk } from "#app/use-cases/exceptions/read-desk.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "exception.read");
  const [desk, zone] = await Promise.all([readDesk(ctx), readerZone(args)]);
  if (!desk) throw notFound();
  return { title: pageTitle(ctx, "nav.exceptions"), zone, ...desk };
}

export default function ExceptionsRoute() {
  return <DeskPage {...useLoaderData<typeof loader>()} />;
}
