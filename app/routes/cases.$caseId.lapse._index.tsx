import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { LapsePage } from "#app/ui/engagements/lapse-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { readLapse } from "#app/use-cases/engagements/lapse-plan.server.ts";

export const meta = titleMeta;

/** What becomes of a mandate whose collector lost its licence: both sides read it, the creditor decides. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "engagement.read");
  const view = await readLapse(ctx, args.params.caseId ?? "");
  if (!view) throw notFound();
  const { heading, place, plan } = view;
  const title = plan
    ? pageTitle(ctx, "lapse.title", { firm: plan.firm, case: heading.code })
    : pageTitle(ctx, "lapse.none_title");
  return { title, heading, place, plan };
}

export default function LapseRoute() {
  return <LapsePage view={useLoaderData<typeof loader>()} />;
}
