import { packOfCase } from "#app/domain/cases/case-pack.ts";
import { debtorText } from "#app/domain/cases/likeness.ts";
import type { LawBook } from "#app/domain/law/book.ts";
import type { Decision, Stage } from "#app/domain/law/types.ts";
import type { LotClaim } from "#app/domain/portfolios/lot-fees.ts";
import { bidderOf } from "#app/domain/tenders/fee-check.ts";
import { mayBid } from "#app/domain/tenders/may-bid.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { nameKeyBytes } from "#app/use-cases/portfolios/prepare-chunk.server.ts";
import { actorInputOf } from "#app/use-cases/record-event.server.ts";
import type { Reader } from "#db/client.ts";
import type { OpenedBid } from "#db/queries/bids.ts";
import { mandatesOf, sharingMembers } from "#db/queries/conflicts.ts";
import { lawBook } from "#db/queries/law.ts";
import { type LotRow, lotHasDebtor, placesOfLot } from "#db/queries/lots.ts";
import { organizationsById } from "#db/queries/organizations.ts";
import { briefOf, type TenderRow } from "#db/queries/tenders.ts";

/** By what a lot's rates are judged for this bidder. */
export const lotClaim = (
  { actor, now }: Ctx,
  { lot, tender }: { lot: LotRow; tender: TenderRow },
  { series }: LawBook,
): LotClaim => ({
  jurisdiction: lot.jurisdiction,
  currency: lot.currency,
  scope: tender.scope,
  bidder: bidderOf(actor.role),
  at: now,
  series,
});

/**
 * Looks for ties between a bidder and anybody in a lot by digests: the bidder or a client of it among the debtors, a mandate
 * against the creditor, or people in both. Says no more than that there is one.
 */
export async function hasLotConflict(
  reader: Reader,
  { secrets }: Pick<Ctx, "secrets">,
  { lot, bidderOrgId }: { lot: LotRow; bidderOrgId: string },
): Promise<boolean> {
  const names = await organizationsById(reader, [lot.creditorOrgId, bidderOrgId]);
  const [creditor, bidder] = [names.get(lot.creditorOrgId), names.get(bidderOrgId)];
  if (!creditor || !bidder) return true;
  if ((await sharingMembers(reader, [bidderOrgId], lot.creditorOrgId)).size > 0) return true;
  const mandates = await mandatesOf(reader, [bidderOrgId], lot.caseId);
  const against = mandates.some(({ debtorKey, placeCode }) =>
    secrets.macs("debtor-name", debtorText(creditor.name, placeCode)).includes(debtorKey),
  );
  if (against) return true;
  const digest = secrets.rows("debtor-name");
  const own = [...new Set([bidder.name, ...mandates.map(({ clientName }) => clientName)])];
  const places = await placesOfLot(reader, lot);
  const keys = places.flatMap((place) =>
    own.flatMap((name) =>
      digest.macs(debtorText(name, place)).map((key) => Buffer.from(key, "hex").subarray(0, nameKeyBytes)),
    ),
  );
  return lotHasDebtor(reader, lot, keys);
}

/** Whether the law lets this organisation hold a lot's mandate now, by its licences as they are. */
export async function mayHoldLot(
  reader: Reader,
  { now }: Pick<Ctx, "now">,
  lot: LotRow,
  { scope, orgId, kind }: { scope: Stage; orgId: string; kind: OpenedBid["firm"]["kind"] },
): Promise<Decision> {
  const brief = await briefOf(reader, lot.caseId);
  if (!brief) throw new Error(`Lot ${lot.caseId} has a round and no masked card`);
  const actor = await actorInputOf(reader, { orgId, role: kind === "platform" ? "guest" : kind }, now);
  const pack = packOfCase(await lawBook(reader), lot);
  return mayBid({ pack, brief, scope, actor, at: now });
}
