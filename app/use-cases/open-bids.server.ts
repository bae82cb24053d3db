import { bidContext } from "#app/domain/tenders/sealed.ts";
import type { BidTerms } from "#app/domain/tenders/terms.ts";
import { unwrapRoundKey } from "#app/gateways/round-keys.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Tx } from "#db/client.ts";
import { bidsInForce, openBid } from "#db/queries/bids.ts";
import type { TenderRow } from "#db/queries/tenders.ts";

/** Opens every bid of a round in the caller's transaction, which closes it; returns whose they are. */
export async function openBids(tx: Tx, ctx: Ctx, tender: TenderRow): Promise<string[]> {
  const sealed = await bidsInForce(tx, tender.caseId, tender.id);
  const unseal = unwrapRoundKey(ctx.secrets, tender.wrappedKey);
  for (const bid of sealed) {
    const terms: BidTerms = JSON.parse(unseal(bidContext(bid), bid.sealedForRound));
    await openBid(tx, bid, terms, ctx.now);
  }
  return sealed.map(({ orgId }) => orgId);
}
