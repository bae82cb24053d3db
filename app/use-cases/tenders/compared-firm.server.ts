import { licenceState } from "#app/domain/accounts/licence-moves.ts";
import type { ComparedBid } from "#app/domain/tenders/compare.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { localPlace } from "#app/use-cases/local-place.ts";
import { awardInForce } from "#db/queries/awards.ts";
import type { OpenedBid } from "#db/queries/bids.ts";
import { organizationOf } from "#db/queries/organizations.ts";

type Made = Pick<OpenedBid, "id" | "firm" | "licence">;

/** Who made a bid, and whether the licence it rests on counts now: one that ended counts no more, nor one whose holder left the firm. */
export const comparedFirm = (
  ctx: Ctx,
  { id, firm, licence }: Made,
): Pick<ComparedBid, "id" | "firm" | "licence"> => ({
  id,
  firm: { name: firm.name, kind: firm.kind, place: localPlace(firm.placeCode, ctx).name },
  licence: {
    kind: licence.kind,
    number: licence.number,
    checkedAt: licence.checkedAt,
    valid: licence.held && licenceState(licence, ctx.now) === "verified",
  },
});

/** The award in force on a case or a lot, as its creditor reads of it beside the bids. */
export async function awardStanding({ db }: Ctx, caseId: string) {
  const award = await awardInForce(db, caseId);
  const firm = award && (await organizationOf(db, award.collectorOrgId));
  return (
    award && { bidId: award.bidId, status: award.status, signBy: award.signBy, firmName: firm?.name ?? "" }
  );
}
