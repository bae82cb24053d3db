import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard } from "#app/http/guard.ts";
import { lapsePage } from "#app/http/lapse-page.server.ts";
import { LapsePage } from "#app/ui/engagements/lapse-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";

export const meta = titleMeta;

/** What becomes of a mandate whose collector lost its licence: both sides read it, the creditor decides. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "engagement.read");
  return lapsePage(ctx, args.params);
}

export default function LapseRoute() {
  return <LapsePage view={useLoaderData<typeof loader>()} />;
}
