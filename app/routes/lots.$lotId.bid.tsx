import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { cellKey } from "#app/domain/portfolios/bands.ts";
import type { LotCheck } from "#app/domain/portfolios/check-lot.ts";
import { isRefused } from "#app/domain/portfolios/lot-fees.ts";
import { lotBidForm } from "#app/domain/portfolios/lot-terms.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { lotBands, lotBidPage } from "#app/http/lot-bid-page.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo } from "#app/http/respond.ts";
import { LotBidPage } from "#app/ui/lots/lot-bid-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { placeLotBid } from "#app/use-cases/lots/place-lot-bid.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "bid.place");
  const page = await lotBidPage(ctx, args.params);
  if (!page.open) throw redirect(`/lots/${page.facts.caseId}`);
  return page;
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "bid.place");
  const bands = await lotBands(ctx, args.params);
  const { caseId } = bands;
  const form = await parseForm(args.request, lotBidForm(bands.currency, bands));
  if (!form.ok) return data({ ...form.error, check: null, findings: [] }, 422);

  const placed = await placeLotBid(ctx, { caseId, terms: form.value });
  if (placed.ok) {
    const key = placed.value.revised ? "bid.revised_flash" : "bid.placed_flash";
    return goTo(ctx, `/lots/${caseId}`, { flash: { tone: "ok", key } });
  }
  const refusal = refusedAt("form", `tender.refusal.${placed.error.kind}`, form.values);
  switch (placed.error.kind) {
    case "round-not-found":
      throw notFound();
    case "round-closed":
    case "conflict":
    case "at-capacity":
      return data({ ...refusal, check: null, findings: [] }, 409);
    case "not-capable":
      return data({ ...refusal, check: null, findings: placed.error.decision.findings }, 403);
    case "over-cap": {
      const { check } = placed.error;
      return data({ errors: overCap(check), values: form.values, check, findings: [] }, 422);
    }
  }
}

/** Every band that asks for more than the law allows, at its own field. */
const overCap = ({ bands }: LotCheck): Record<string, string[]> =>
  Object.fromEntries(
    bands
      .filter((band) => isRefused([band]))
      .map((band) => [`rate.${cellKey(band)}`, ["tender.refusal.band-over-cap"]]),
  );

export default function LotBid() {
  return <LotBidPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
