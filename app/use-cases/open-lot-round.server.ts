import { caseMoves } from "#app/domain/cases/moves.ts";
import { newId } from "#app/domain/ids.ts";
import type { Stage } from "#app/domain/law/types.ts";
import { filedUnder } from "#app/domain/market/fields.ts";
import { claimsIn, principalOf } from "#app/domain/portfolios/bands.ts";
import { purposeOf } from "#app/domain/portfolios/claim.ts";
import type { LotOffer } from "#app/domain/portfolios/portfolio.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Brief } from "#app/domain/tenders/may-bid.ts";
import { hoursAfter } from "#app/domain/tenders/round.ts";
import { newRoundKey } from "#app/gateways/round-keys.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { putOnMarket } from "#app/use-cases/put-on-market.server.ts";
import { setTimer } from "#app/use-cases/timers/set-timer.server.ts";
import type { Tx } from "#db/client.ts";
import { writeBrief } from "#db/queries/cases.ts";
import { type LotRow, updateLot } from "#db/queries/lots.ts";
import type { PortfolioRow } from "#db/queries/portfolios.ts";
import { insertTender, latestTender, setTenderStatus, type TenderRow } from "#db/queries/tenders.ts";

type NewLotRound = {
  portfolio: Pick<PortfolioRow, "setting">;
  terms: { hours: number; scope: Stage; goal: LotOffer["goal"] };
};

/** Opens the next sealed round of a lot in the caller's transaction, which holds it, and puts its masked card on the market. */
export async function openLotRound(
  tx: Tx,
  ctx: Ctx,
  lot: LotRow,
  { portfolio, terms: { hours, scope, goal } }: NewLotRound,
): Promise<Result<TenderRow, { kind: "wrong-status" }>> {
  const status = caseMoves[lot.status].openRound;
  if (!status) return err({ kind: "wrong-status" });
  const { caseId } = lot;
  const before = await latestTender(tx, caseId);
  if (before?.status === "closed") await setTenderStatus(tx, before, { status: "void" });
  const tender: TenderRow = {
    caseId,
    id: newId(ctx.now),
    round: (before?.round ?? 0) + 1,
    status: "open",
    scope,
    feeModels: ["success", "hybrid"],
    territories: [lot.jurisdiction],
    opensAt: ctx.now,
    closesAt: hoursAfter(ctx.now, hours),
    extendedAt: null,
    closedAt: null,
    lane: "sealed",
    wrappedKey: newRoundKey(ctx.secrets),
  };
  await insertTender(tx, tender);
  const brief = lotBrief(lot, portfolio, goal);
  const { principal, ...card } = brief;
  await writeBrief(tx, { ...card, principal: BigInt(principal), updatedAt: ctx.now });
  const caseCount = claimsIn(lot.spread);
  await putOnMarket(tx, { subject: "lot", caseCount, brief, tender, creditorOrgId: lot.creditorOrgId });
  await setTimer(tx, ctx, { caseId, kind: "close_round", subjectId: tender.id, dueAt: tender.closesAt });
  await updateLot(tx, caseId, { status, updatedAt: ctx.now });
  return ok(tender);
}

/** The masked card of a lot: its sum, its oldest due date, and what all its claims are. A lot of one region lies there, a wider one in its law's place. */
export function lotBrief(
  lot: LotRow,
  { setting }: Pick<PortfolioRow, "setting">,
  goal: LotOffer["goal"],
): Brief {
  const { caseId, code, jurisdiction, regions, debtorKind, claimKind, currency, spread } = lot;
  return {
    caseId,
    code,
    jurisdiction,
    placeCode: regions.length === 1 ? regions[0] : jurisdiction,
    debtorKind,
    creditorKind: setting.mapping.terms.creditorKind,
    purpose: purposeOf(debtorKind),
    claimKind,
    field: filedUnder({
      kind: claimKind,
      purpose: purposeOf(debtorKind),
      creditorKind: setting.mapping.terms.creditorKind,
    }),
    principal: principalOf(spread),
    currency,
    dueOn: spread.oldestDue,
    limitationLast: null,
    goal,
    evidenceKinds: ["statement"],
    disputed: "unknown",
    regulatedCredit: null,
    titledOn: null,
    enforceableUntil: null,
  };
}
