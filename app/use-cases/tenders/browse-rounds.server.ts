import { may } from "#app/domain/accounts/access.ts";
import type { Finding, Stage } from "#app/domain/law/types.ts";
import type { PageKey } from "#app/domain/page-key.ts";
import type { Brief } from "#app/domain/tenders/may-bid.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type ListedRound, type RoundFilter, roundsOpen } from "#db/queries/open-rounds.ts";
import { decideBid, type Standing, standingOf } from "./standing.server.ts";

const pageSize = 20;
/** Rounds looked through for one page: beyond that the page ends early and the next begins there. */
const mostLookedThrough = 200;

export type Listed = {
  brief: Brief;
  round: { scope: string; feeModels: string[]; closesAt: Date };
};

export type RoundsPage = {
  rounds: Listed[];
  /** Where the next page begins; null at the end. */
  next: PageKey | null;
  /** Why rounds in the collector's territory are not open to it: one finding a rule, nothing of the cases. */
  closedBecause: Finding[];
  territories: string[];
};

type Query = { filter: Omit<RoundFilter, "territories">; after: PageKey | null };

/** Open rounds that this collector may bid on now, closing soon first; masked cards only. */
export async function browseRounds(ctx: Ctx, { filter, after }: Query): Promise<RoundsPage> {
  const standing = await standingOf(ctx.db, ctx);
  const territories = [...new Set(standing.licences.map(({ territory }) => territory))];
  const page: RoundsPage = { rounds: [], next: null, closedBecause: [], territories };
  if (!may(ctx.actor, "round.browse", "none")) return page;

  const closed = new Map<string, Finding>();
  let from = after;
  for (let looked = 0; looked < mostLookedThrough; looked += pageSize) {
    const batch = await roundsOpen(ctx.db, {
      filter: { ...filter, territories },
      now: ctx.now,
      after: from,
      limit: pageSize + 1,
    });
    const last = takeFrom(batch, page, closed, { standing, at: ctx.now });
    page.next = last;
    if (!last || page.rounds.length === pageSize) break;
    from = last;
  }
  return { ...page, closedBecause: [...closed.values()] };
}

/** Adds what the collector may bid on until the page is full; returns where to go on, null when nothing is left. */
function takeFrom(
  batch: ListedRound[],
  page: RoundsPage,
  closed: Map<string, Finding>,
  { standing, at }: { standing: Standing; at: Date },
): PageKey | null {
  for (const [index, round] of batch.slice(0, pageSize).entries()) {
    const decision = decideBid({ tender: { scope: round.scope as Stage }, brief: round }, standing, at);
    if (decision.allowed) page.rounds.push(listed(round));
    else for (const finding of decision.findings) closed.set(finding.rule, finding);
    const more = index + 1 < batch.length;
    if (page.rounds.length === pageSize) return more ? keyOf(round) : null;
  }
  return batch.length > pageSize ? keyOf(batch[pageSize - 1]) : null;
}

const keyOf = ({ closesAt, caseId }: ListedRound): PageKey => ({ at: closesAt, id: caseId });

/** What of a row reaches the browser, named one by one. */
const listed = (row: ListedRound): Listed => ({
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
  round: { scope: row.scope, feeModels: row.feeModels, closesAt: row.closesAt },
});
