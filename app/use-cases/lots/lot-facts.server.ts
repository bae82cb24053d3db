import { languageAt } from "#app/domain/market/practice.ts";
import { pathOf } from "#app/domain/places/register.ts";
import { claimsIn, principalOf } from "#app/domain/portfolios/bands.ts";
import { type Standing, standings } from "#app/domain/portfolios/claim.ts";
import type { LotFacts } from "#app/domain/portfolios/lot-facts.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { localPlace } from "#app/use-cases/local-place.ts";
import type { LotRow } from "#db/queries/lots.ts";
import { groupsOfLot } from "#db/queries/portfolios.ts";

export async function lotFacts(ctx: Ctx, lot: LotRow): Promise<LotFacts> {
  const { caseId, code, currency, claimKind, debtorKind, regions, spread, jurisdiction } = lot;
  const groups = spread.handedOn?.standings ?? (await groupsOfLot(ctx.db, caseId));
  const claimsBy = (standing: Standing) =>
    groups.reduce((sum, group) => sum + (group.standing === standing ? group.claims : 0), 0);
  return {
    caseId,
    code,
    claims: claimsIn(spread),
    principal: principalOf(spread),
    currency,
    regions: regions.map((region) => localPlace(region, ctx).name),
    places: spread.places,
    claimKind,
    debtorKind,
    oldestDue: spread.oldestDue,
    newestDue: spread.newestDue,
    standings: standings
      .map((standing) => ({ standing, claims: claimsBy(standing) }))
      .filter(({ claims }) => claims > 0),
    language: languageAt(pathOf(jurisdiction)[0]?.code ?? ""),
    cells: spread.cells,
    handedOn: spread.handedOn?.cases ?? null,
  };
}
