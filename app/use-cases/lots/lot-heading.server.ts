import { claimsIn, principalOf } from "#app/domain/portfolios/bands.ts";
import { lotStateOf } from "#app/domain/portfolios/lot-state.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { localPlace } from "#app/use-cases/local-place.ts";
import type { LotRow } from "#db/queries/lots.ts";

/** What every page about one lot says at its head: nobody's name, and nothing of the creditor. */
export function lotHeadingOf(lot: LotRow, ctx: Pick<Ctx, "locale" | "now" | "actor">) {
  const { caseId, code, claimKind, debtorKind, currency, spread, regions, jurisdiction } = lot;
  return {
    caseId,
    code,
    claimKind,
    debtorKind,
    currency,
    claims: claimsIn(spread),
    principal: principalOf(spread),
    oldestDue: spread.oldestDue,
    place: regions.map((region) => localPlace(region, ctx).name).join(", "),
    zone: localPlace(regions[0] ?? jurisdiction, ctx).zone,
    posted: lot.posted,
    refused: lot.refused,
    state: lotStateOf(lot),
    /** For its creditor alone. */
    portfolioId: ctx.actor.role === "creditor" ? lot.portfolioId : null,
  };
}
