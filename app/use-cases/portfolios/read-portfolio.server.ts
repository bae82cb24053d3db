import { may } from "#app/domain/accounts/access.ts";
import { type PageKey, pageOf } from "#app/domain/page-key.ts";
import { claimsIn, principalOf } from "#app/domain/portfolios/bands.ts";
import { lotStateOf } from "#app/domain/portfolios/lot-state.ts";
import { portfolioMoves } from "#app/domain/portfolios/portfolio.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { localPlace } from "#app/use-cases/local-place.ts";
import { roundsOfLots } from "#db/queries/lot-claims.ts";
import { type LotRow, lotsOf } from "#db/queries/lots.ts";
import {
  findPortfolio,
  type GroupRow,
  groupsOf,
  listPortfolios,
  type PortfolioRow,
  portfolioRelation,
} from "#db/queries/portfolios.ts";

const pageSize = 25;
/** Groups and lots a page: a file of every region and kind has more. */
const partsShown = 100;

const summaryOf = ({ id, code, fileName, status, counts, createdAt }: PortfolioRow) => ({
  id,
  code,
  fileName,
  status,
  counts,
  createdAt,
});

const pageOfPortfolios = async (
  ctx: Ctx,
  asked: { status?: PortfolioRow["status"]; after: PageKey | null },
) => {
  const found = await listPortfolios(ctx.db, ctx.actor, { ...asked, limit: pageSize + 1 });
  const { rows, next } = pageOf(found, pageSize, ({ createdAt, id }) => ({ at: createdAt, id }));
  return { rows: rows.map(summaryOf), next };
};

/** The creditor's own portfolios, the newest first. */
export const ownPortfolios = async (ctx: Ctx, after: PageKey | null) =>
  may(ctx.actor, "portfolio.import", "none") ? pageOfPortfolios(ctx, { after }) : { rows: [], next: null };

/** What waits for the one review of a portfolio. */
export const portfolioQueue = async (ctx: Ctx, after: PageKey | null) =>
  may(ctx.actor, "portfolio.review", "none")
    ? pageOfPortfolios(ctx, { status: "submitted", after })
    : { rows: [], next: null };

/** Where the pages of a portfolio's groups and lots begin: after this one of the page before. */
export type PartsAsked = { groups: string | null; lots: string | null };

/** A portfolio with its totals and lots, nobody's name in it; null when it is not the actor's. */
export async function readPortfolio(
  ctx: Ctx,
  portfolioId: string,
  asked: PartsAsked = { groups: null, lots: null },
) {
  const row = await findPortfolio(ctx.db, ctx.actor, portfolioId);
  if (!row || !may(ctx.actor, "portfolio.read", portfolioRelation(ctx.actor, row))) return null;
  const [groups, lots] = await Promise.all([groupsOf(ctx.db, row.id), lotsOf(ctx.db, row.id)]);
  const named = (code: string) => localPlace(code, ctx).name;
  const { file, bytesRead = 0 } = row.setting;
  return {
    ...summaryOf(row),
    reviewNote: row.reviewNote,
    offer: row.offer,
    editable: portfolioMoves[row.status].submit !== undefined,
    waiting: row.status === "submitted",
    /** How far an import is that is not at its end. */
    reading: row.status === "importing" ? { read: bytesRead, of: file.bytes } : null,
    groups: partOf(
      groups.map((group) => groupShown(group, named)),
      asked.groups,
      ({ groupNo }) => String(groupNo),
    ),
    lots: partOf(await lotsShown(ctx, lots), asked.lots, ({ caseId }) => caseId),
  };
}

function partOf<Row>(rows: readonly Row[], after: string | null, keyOf: (row: Row) => string) {
  const from = after === null ? 0 : rows.findIndex((row) => keyOf(row) === after) + 1;
  const shown = rows.slice(from, from + partsShown);
  const last = shown.at(-1);
  const more = from + partsShown < rows.length;
  return { rows: shown, from, total: rows.length, next: more && last ? keyOf(last) : null };
}

const groupShown = (
  { groupNo, region, currency, debtorKind, claimKind, standing, claims, principal }: GroupRow,
  named: (code: string) => string,
) => ({ groupNo, region: named(region), currency, debtorKind, claimKind, standing, claims, principal });

async function lotsShown(ctx: Ctx, lots: readonly LotRow[]) {
  const rounds = await roundsOfLots(
    ctx.db,
    lots.map(({ caseId }) => caseId),
  );
  return lots.map((lot) => {
    const { caseId, code, regions, currency, debtorKind, claimKind, spread, posted, refused } = lot;
    const round = rounds.get(caseId);
    return {
      caseId,
      code,
      region: regions.map((region) => localPlace(region, ctx).name).join(", "),
      zone: localPlace(regions[0] ?? lot.jurisdiction, ctx).zone,
      currency,
      debtorKind,
      claimKind,
      state: lotStateOf(lot),
      claims: claimsIn(spread),
      principal: principalOf(spread),
      posted,
      refused,
      closesAt: round?.closesAt ?? null,
      bids: round?.bids ?? 0,
    };
  });
}
