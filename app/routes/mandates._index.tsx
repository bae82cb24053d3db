import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isCollector } from "#app/domain/accounts/actor.ts";
import { pageKeyText } from "#app/domain/page-key.ts";
import { guard } from "#app/http/guard.ts";
import { pageKeyOf } from "#app/http/page-key.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { readerZone } from "#app/http/reader-zone.server.ts";
import { PastMandatesPage } from "#app/ui/engagements/past-mandates-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { listPastMandates } from "#app/use-cases/engagements/past-mandates.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "mandate.past");
  const { mandates, next } = await listPastMandates(ctx, pageKeyOf(args.request));
  return {
    title: pageTitle(ctx, "past.title"),
    collector: isCollector(ctx.actor.role),
    zone: await readerZone(args),
    mandates,
    next: next && `/mandates?after=${encodeURIComponent(pageKeyText(next))}`,
  };
}

export default function PastMandates() {
  return <PastMandatesPage view={useLoaderData<typeof loader>()} />;
}
