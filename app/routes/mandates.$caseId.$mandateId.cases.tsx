import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { PastFeesPage } from "#app/ui/engagements/past-fees-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { pastFees } from "#app/use-cases/papers/past-fees.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "invoice.past");
  const { caseId = "", mandateId = "" } = args.params;
  const after = new URL(args.request.url).searchParams.get("after");
  const view = await pastFees(ctx, { caseId, mandateId, after });
  if (!view) throw notFound();
  const { next } = view;
  return {
    title: pageTitle(ctx, "past.fees"),
    view: { ...view, mandateId, next: next && `?after=${encodeURIComponent(next)}` },
  };
}

export default function PastFeesRoute() {
  return <PastFeesPage {...useLoaderData<typeof loader>()} />;
}
