import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isClaimState } from "#app/domain/portfolios/lot-state.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { LotClaimsPage } from "#app/ui/lots/lot-claims-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { parseClaimKey, readLotClaims } from "#app/use-cases/lots/read-lot-claims.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "lot.read");
  const asked = new URL(args.request.url).searchParams;
  const wanted = asked.get("state");
  const state = isClaimState(wanted) ? wanted : null;
  const view = await readLotClaims(ctx, args.params.lotId ?? "", {
    state,
    after: parseClaimKey(asked.get("after")),
  });
  if (!view) throw notFound();
  const { next, heading } = view;
  const here = state ? `?state=${state}&` : "?";
  return {
    ...view,
    state,
    next: next && `/lots/${heading.caseId}/claims${here}after=${encodeURIComponent(next)}`,
    title: pageTitle(ctx, "lot.claims_title", { lot: heading.code }),
  };
}

export default function LotClaimsRoute() {
  return <LotClaimsPage view={useLoaderData<typeof loader>()} />;
}
