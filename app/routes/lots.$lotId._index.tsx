import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { CreditorLot } from "#app/ui/lots/creditor-lot.tsx";
import { HeldLot } from "#app/ui/lots/held-lot.tsx";
import { LotRoundPage } from "#app/ui/lots/lot-round-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { readHeldLot, readLot } from "#app/use-cases/lots/read-lot.server.ts";
import { readLotRound } from "#app/use-cases/lots/read-lot-round.server.ts";

export const meta = titleMeta;

/**
 * A lot is one address for all: its creditor sees how it stands, the collector it was awarded to what it has to sign and what became of
 * the claims, any other collector what there is to bid on.
 */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "lot.read");
  const lotId = args.params.lotId ?? "";
  const asCreditor = ctx.actor.role === "creditor";
  const lot = asCreditor ? await readLot(ctx, lotId) : null;
  const held = asCreditor ? null : await readHeldLot(ctx, lotId);
  const round = asCreditor || held ? null : await readLotRound(ctx, lotId);
  const code = (lot ?? held ?? round)?.facts.code;
  if (!code) throw notFound();
  return { lot, held, round, title: pageTitle(ctx, "lots.title", { lot: code }) };
}

export default function LotRoute() {
  const { lot, held, round } = useLoaderData<typeof loader>();
  if (lot) return <CreditorLot view={lot} />;
  if (held) return <HeldLot view={held} />;
  return round && <LotRoundPage view={round} />;
}
