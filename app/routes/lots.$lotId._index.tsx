import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { CreditorLot } from "#app/ui/lots/creditor-lot.tsx";
import { LotRoundPage } from "#app/ui/lots/lot-round-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { readLot } from "#app/use-cases/lots/read-lot.server.ts";
import { readLotRound } from "#app/use-cases/lots/read-lot-round.server.ts";

export const meta = titleMeta;

/** A lot is one address for both sides: its creditor sees how it stands, a collector what there is to bid on. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "lot.read");
  const lotId = args.params.lotId ?? "";
  const asCreditor = ctx.actor.role === "creditor";
  const lot = asCreditor ? await readLot(ctx, lotId) : null;
  const round = asCreditor ? null : await readLotRound(ctx, lotId);
  const code = (lot ?? round)?.facts.code;
  if (!code) throw notFound();
  return { lot, round, title: pageTitle(ctx, "lots.title", { lot: code }) };
}

export default function LotRoute() {
  const { lot, round } = useLoaderData<typeof loader>();
  if (lot) return <CreditorLot view={lot} />;
  return round && <LotRoundPage view={round} />;
}
