import { memberIn } from "#app/domain/accounts/access.ts";
import { newId } from "#app/domain/ids.ts";
import { packIn } from "#app/domain/law/book.ts";
import type { Decision } from "#app/domain/law/types.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { bidderOf, checkFee } from "#app/domain/tenders/fee-check.ts";
import { mayBid } from "#app/domain/tenders/may-bid.ts";
import { type StandingPrice, samplesOf, standingScope } from "#app/domain/tenders/standing-price.ts";
import { addDays, dateIn, instantAt } from "#app/domain/timeline/local-time.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { insertPrice } from "#db/queries/standing-prices.ts";
import { transact } from "#db/transact.ts";
import { type Standing, standingOf } from "./standing.server.ts";

/** `place`: the first of the price's places in which it cannot stand. */
export type PublishRefusal =
  | { kind: "not-allowed" }
  | { kind: "until-out-of-range" }
  | { kind: "not-capable"; place: string; decision: Decision }
  | { kind: "over-cap"; place: string; rule: string };

/**
 * Publishes a price for claims that nobody has posted yet. It is tried on every place, kind and debtor it names, at both ends of its
 * band: where one of them could not be taken lawfully it does not stand at all.
 */
export function publishPrice(
  ctx: Ctx,
  price: StandingPrice,
): Promise<Result<{ priceId: string }, PublishRefusal>> {
  return transact<{ priceId: string }, PublishRefusal>(ctx, async (tx) => {
    const member = memberIn(ctx.actor, "price.publish");
    if (!member) return err({ kind: "not-allowed" });
    const today = dateIn("UTC", ctx.now);
    const validUntil = instantAt("UTC", price.until, "00:00");
    if (!validUntil || price.until <= today || price.until > addDays(today, 366))
      return err({ kind: "until-out-of-range" });
    const refusal = refusalOf(ctx, price, await standingOf(tx, ctx));
    if (refusal) return err(refusal);

    const priceId = newId(ctx.now);
    const { until: _, least, most, ...published } = price;
    await insertPrice(tx, {
      ...published,
      id: priceId,
      orgId: member.orgId,
      least: BigInt(least),
      most: BigInt(most),
      validUntil,
      publishedBy: member.userId,
      publishedAt: ctx.now,
      pausedAt: null,
      endedAt: null,
    });
    return ok({ priceId });
  });
}

function refusalOf({ actor: by, now }: Ctx, price: StandingPrice, standing: Standing): PublishRefusal | null {
  const { actor, licences, book } = standing;
  for (const { place, jurisdiction, brief } of samplesOf(price)) {
    const pack = packIn(book, jurisdiction);
    if (!pack) return { kind: "over-cap", place, rule: "X-09" };
    const decision = mayBid({ pack, brief, scope: standingScope, actor, at: now });
    const isLicensed = licences.some(({ territory }) => territory === jurisdiction);
    if (!decision.allowed || !isLicensed) return { kind: "not-capable", place, decision };
    const claim = { ...brief, scope: standingScope, bidder: bidderOf(by.role), at: now, series: book.series };
    const { verdict, rule } = checkFee(price.terms, claim);
    if (verdict === "over" || verdict === "barred") return { kind: "over-cap", place, rule: rule?.id ?? "" };
  }
  return null;
}
