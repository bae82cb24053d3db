import { minorUnitOf } from "#app/domain/cases/amount.ts";
import { packOfCase } from "#app/domain/cases/case-pack.ts";
import type { EngagementContents, LotRate, Powers } from "#app/domain/engagements/contents.ts";
import { mandateTerms } from "#app/domain/engagements/mandate-terms.ts";
import { ageBounds, amountBounds, claimsIn } from "#app/domain/portfolios/bands.ts";
import { type LotTerms, rateFor } from "#app/domain/portfolios/lot-terms.ts";
import { bidderOf } from "#app/domain/tenders/fee-check.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Tx } from "#db/client.ts";
import type { OpenedBid } from "#db/queries/bids.ts";
import { lawBook } from "#db/queries/law.ts";
import type { LotRow } from "#db/queries/lots.ts";
import { organizationOf } from "#db/queries/organizations.ts";
import type { PortfolioRow } from "#db/queries/portfolios.ts";
import { briefOf, type TenderRow } from "#db/queries/tenders.ts";

type Chosen = { portfolio: PortfolioRow; tender: TenderRow; bid: OpenedBid; signBy: Date; powers: Powers };

/** The terms of the one mandate for a lot; its schedule of claims is the imported file, named by its hash. */
export async function lotContents(
  tx: Tx,
  ctx: Ctx,
  lot: LotRow,
  { portfolio, tender, bid, signBy, powers }: Chosen,
): Promise<EngagementContents> {
  const brief = await briefOf(tx, lot.caseId);
  const creditor = await organizationOf(tx, lot.creditorOrgId);
  if (!brief || !creditor) throw new Error(`Lot ${lot.caseId} lacks its masked card or its creditor`);
  const { code, jurisdiction, placeCode, claimKind, purpose, principal, currency, dueOn } = brief;
  const { firm, licence } = bid;
  const { kind, number, territory, register, checkedAt } = licence;
  const pack = packOfCase(await lawBook(tx), lot);
  const { setting, fileName } = portfolio;
  const { platform: _, ...agreed } = mandateTerms({
    pack,
    jurisdiction,
    currency,
    principal,
    scope: tender.scope,
    terms: bid.terms,
    bidder: bidderOf(firm.kind),
    powers,
    at: ctx.now.toISOString(),
  });
  return {
    version: 2,
    case: { code, jurisdiction, placeCode, claimKind, purpose, principal, currency, dueOn },
    lot: {
      claims: claimsIn(lot.spread),
      fileName,
      fileSha256: setting.file.sha256,
      rates: ratesOf(lot, bid.terms as LotTerms),
      ...(lot.spread.countedOn ? { countedOn: lot.spread.countedOn } : {}),
    },
    creditor: { name: creditor.name, placeCode: creditor.placeCode },
    collector: {
      name: firm.name,
      kind: firm.kind,
      placeCode: firm.placeCode,
      licence: { kind, number, territory, register, checkedAt: checkedAt?.toISOString() ?? null },
    },
    ...agreed,
    // Caps bind each claim by its own amount: the bands were held against them, their sum would mislead.
    legalCap: null,
    drawnUpAt: ctx.now.toISOString(),
    signBy: signBy.toISOString(),
  };
}

function ratesOf({ spread, currency }: LotRow, { rates }: LotTerms): LotRate[] {
  const minor = minorUnitOf(currency);
  return spread.cells.map((cell) => {
    const { successBps, fixedFee } = rateFor(rates, cell);
    const [from, below] = [amountBounds[cell.amount - 1] ?? 0, amountBounds[cell.amount] ?? null];
    return {
      from: from * minor,
      below: below === null ? null : below * minor,
      years: ageBounds[cell.age - 1] ?? 0,
      belowYears: ageBounds[cell.age] ?? null,
      claims: cell.claims,
      successBps,
      fixedFee,
    };
  });
}
