import { minorUnitOf } from "#app/domain/cases/amount.ts";
import { debtorDay } from "#app/domain/cases/debtor-day.ts";
import { zonesOf } from "#app/domain/places/register.ts";
import type { LotSpread } from "#app/domain/portfolios/bands.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Tx } from "#db/client.ts";
import { handedOnIn, spreadOf } from "#db/queries/lot-spread.ts";
import type { LotRow } from "#db/queries/lots.ts";
import { groupsOfLot } from "#db/queries/portfolios.ts";

type Counted = Pick<LotRow, "portfolioId" | "currency" | "regions">;

const askedOf = ({ portfolioId, currency, regions }: Counted, groupNos: readonly number[], { now }: Ctx) => ({
  portfolioId,
  groupNos,
  today: debtorDay(zonesOf(regions[0]), now),
  minorUnit: minorUnitOf(currency),
});

/** The bands of a lot that is made of these groups. */
export async function countSpread(
  tx: Tx,
  ctx: Ctx,
  lot: Counted,
  groupNos: readonly number[],
): Promise<LotSpread> {
  const spread = await spreadOf(tx, askedOf(lot, groupNos, ctx));
  if (!spread) throw new Error(`A lot of portfolio ${lot.portfolioId} would hold no claim`);
  return spread;
}

/** The bands of what is still open in a lot, with what a successor is told of it; null where nothing is. */
export async function countRemainder(tx: Tx, ctx: Ctx, lot: LotRow): Promise<LotSpread | null> {
  const groupNos = (await groupsOfLot(tx, lot.caseId)).map(({ groupNo }) => groupNo);
  const spread = await spreadOf(tx, askedOf(lot, groupNos, ctx));
  if (!spread) return null;
  return { ...spread, handedOn: await handedOnIn(tx, { portfolioId: lot.portfolioId, groupNos }) };
}
