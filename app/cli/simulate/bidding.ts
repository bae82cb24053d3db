import type { BidTerms } from "#app/domain/tenders/terms.ts";
import { placeBid } from "#app/use-cases/tenders/place-bid.server.ts";
import { fixedTerms, successTerms } from "#db/demo/play.ts";
import { ctxOf, type Stage } from "#db/demo/stage.ts";
import { assumptions } from "./assumptions.ts";
import type { Chance } from "./chance.ts";
import type { Collector } from "./population.ts";
import type { Tally } from "./tally.ts";

type Market = { stage: Stage; chance: Chance; tally: Tally };
type Offer = { collector: Collector; caseId: string; principal: number };

/** Tries before a collector gives up on a fee that the law allows. */
const mostTries = 5;

/** Offers as a collector would: a share of the result, less when the law's cap refuses it, a fixed fee where no share may be asked. */
export async function offer(market: Market, { collector, caseId, principal }: Offer): Promise<void> {
  const { chance, tally } = market;
  const [least, most] = assumptions.successBps;
  let terms = successTerms(chance.happens(assumptions.overshoots) ? 6_000 : chance.whole(least, most));
  for (let tries = 0; tries < mostTries; tries += 1) {
    const placed = await tryBid(market, collector, { caseId, terms });
    if (placed.ok) return settle(tally, caseId, placed.at);
    tally.refusal("offer", placed.kind);
    if (placed.kind !== "over-cap" && placed.kind !== "model-not-accepted") return;
    terms = placed.barred
      ? fixedTerms(fixedFeeFor(principal))
      : successTerms(Math.ceil(terms.successBps * 0.6));
  }
}

/** About a tenth of the claim, in minor units. */
const fixedFeeFor = (principal: number): number => Math.max(100, Math.floor(principal / 10));

function settle(tally: Tally, caseId: string, at: number): void {
  const round = tally.rounds.get(caseId);
  if (!round) return;
  round.bids += 1;
  round.firstBidAt = Math.min(round.firstBidAt ?? at, at);
}

/** An offer that must be refused, whatever the reason; one that is taken is a broken rule. */
export async function mustFail(
  market: Market,
  what: string,
  { collector, caseId }: Omit<Offer, "principal">,
): Promise<void> {
  const placed = await tryBid(market, collector, { caseId, terms: successTerms(500) });
  if (placed.ok) market.tally.broken.push(`${what}: a bid was taken on case ${caseId}`);
  else market.tally.refusal(what, placed.kind);
}

type Tried = { ok: true; at: number } | { ok: false; kind: string; barred: boolean };

async function tryBid(
  { stage, tally }: Market,
  { actor }: Collector,
  bid: { caseId: string; terms: BidTerms },
): Promise<Tried> {
  const ctx = await ctxOf(stage, actor);
  const placed = await tally.timed("bid", () => placeBid(ctx, bid));
  if (placed.ok) return { ok: true, at: ctx.now.getTime() };
  const { error } = placed;
  return {
    ok: false,
    kind: error.kind,
    barred: error.kind === "over-cap" && error.check.verdict === "barred",
  };
}
