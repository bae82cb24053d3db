import { may } from "#app/domain/accounts/access.ts";
import type { Finding, Stage } from "#app/domain/law/types.ts";
import type { Facets } from "#app/domain/market/facets.ts";
import { type MarketFilter, type Narrowed, noFilter } from "#app/domain/market/narrow.ts";
import type { PageKey } from "#app/domain/page-key.ts";
import type { Brief } from "#app/domain/tenders/may-bid.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { countRounds } from "#app/use-cases/market/count-rounds.server.ts";
import { narrowedFor } from "#app/use-cases/market/narrowed-for.server.ts";
import { type ListedRound, roundsOpen, type Way } from "#db/queries/open-rounds.ts";
import { decideBid, type Standing, standingOf } from "./standing.server.ts";

const pageSize = 20;
/** Rounds looked through for one page: beyond that the page ends early and the next begins there. */
const mostLookedThrough = 200;

export type Listed = {
  brief: Brief;
  subject: "case" | "lot";
  caseCount: number;
  round: { scope: string; feeModels: string[]; opensAt: Date; closesAt: Date };
};

export type RoundsPage = {
  rounds: Listed[];
  /** Where the next page begins; null at the end. */
  next: PageKey | null;
  facets: Facets;
  /** The figures are those of the first rounds only: there are more of each. */
  atLeast: boolean;
  /** Words of the search that no list knows: such a search finds nothing. */
  unknown: string[];
  /** Why rounds in the collector's territory are not open to it: one finding a rule, nothing of the cases. */
  closedBecause: Finding[];
  territories: string[];
};

type Query = {
  filter?: MarketFilter;
  /** Only what the organisation's practice profile takes on. */
  mine?: boolean;
  /** Places counted each for itself. */
  parts?: readonly string[];
  after: PageKey | null;
};

/** Open rounds that this collector may bid on now, closing soon first, and how many there are of each sort; masked cards only. */
export async function browseRounds(
  ctx: Ctx,
  { filter = noFilter, mine = false, parts = [], after }: Query,
): Promise<RoundsPage> {
  const standing = await standingOf(ctx.db, ctx);
  const territories = [...new Set(standing.licences.map(({ territory }) => territory))];
  const { list, unknown } = await narrowedFor(ctx, { filter, mine, territories });
  const allowed = may(ctx.actor, "round.browse", "none");
  const counted = await countRounds(ctx, allowed ? list : { ...list, places: [] }, parts);
  const page: RoundsPage = {
    rounds: [],
    next: null,
    facets: counted.facets,
    atLeast: counted.atLeast,
    unknown,
    closedBecause: [],
    territories,
  };
  if (!allowed || counted.none) return page;
  return fill(ctx, page, { list, way: counted.way, standing, after });
}

type Source = { list: Narrowed; way: Way; standing: Standing; after: PageKey | null };

/** Fills a page with what the collector may bid on: mostly the first rows do, else as many as one look may take. */
async function fill(ctx: Ctx, page: RoundsPage, { list, way, standing, after }: Source): Promise<RoundsPage> {
  const closed = new Map<string, Finding>();
  let from = after;
  for (const rows of [pageSize, mostLookedThrough]) {
    const batch = await roundsOpen(ctx.db, { list, now: ctx.now, after: from, limit: rows + 1, way });
    page.next = takeFrom(batch, page, closed, { standing, rows, at: ctx.now });
    if (!page.next || page.rounds.length === pageSize) break;
    from = page.next;
  }
  return { ...page, closedBecause: [...closed.values()] };
}

/** Adds what the collector may bid on until the page is full; returns where to go on, null when nothing is left. */
function takeFrom(
  batch: ListedRound[],
  page: RoundsPage,
  closed: Map<string, Finding>,
  { standing, rows, at }: { standing: Standing; rows: number; at: Date },
): PageKey | null {
  for (const [index, row] of batch.slice(0, rows).entries()) {
    const decision = decideBid({ tender: { scope: row.scope as Stage }, brief: row }, standing, at);
    if (decision.allowed) page.rounds.push(listed(row));
    else for (const finding of decision.findings) closed.set(finding.rule, finding);
    const more = index + 1 < batch.length;
    if (page.rounds.length === pageSize) return more ? keyOf(row) : null;
  }
  return batch.length > rows ? keyOf(batch[rows - 1]) : null;
}

const keyOf = ({ closesAt, caseId }: ListedRound): PageKey => ({ at: closesAt, id: caseId });

/** What of a row reaches the browser, named one by one. */
const listed = (row: ListedRound): Listed => ({
  subject: row.subject,
  caseCount: row.caseCount,
  brief: {
    caseId: row.caseId,
    code: row.code,
    jurisdiction: row.jurisdiction,
    placeCode: row.placeCode,
    debtorKind: row.debtorKind,
    creditorKind: row.creditorKind,
    purpose: row.purpose,
    claimKind: row.claimKind,
    field: row.field,
    principal: row.principal,
    currency: row.currency,
    dueOn: row.dueOn,
    limitationLast: row.limitationLast,
    goal: row.goal,
    evidenceKinds: row.evidenceKinds,
    disputed: row.disputed,
    titledOn: row.titledOn,
    enforceableUntil: row.enforceableUntil,
    regulatedCredit: row.regulatedCredit,
  },
  round: { scope: row.scope, feeModels: row.feeModels, opensAt: row.opensAt, closesAt: row.closesAt },
});
