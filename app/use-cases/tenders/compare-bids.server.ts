import { may } from "#app/domain/accounts/access.ts";
import { caseMoves } from "#app/domain/cases/moves.ts";
import { isId } from "#app/domain/ids.ts";
import type { Series } from "#app/domain/law/series/series.ts";
import { kilometresBetween } from "#app/domain/places/distance.ts";
import { type ComparedBid, expectedOf, ranked, standingOf } from "#app/domain/tenders/compare.ts";
import { expectedShare } from "#app/domain/tenders/expected.ts";
import { bidderOf, checkFee } from "#app/domain/tenders/fee-check.ts";
import type { Brief } from "#app/domain/tenders/may-bid.ts";
import { isOpen } from "#app/domain/tenders/round.ts";
import { scopeOf } from "#app/domain/tenders/scope.ts";
import { isSimple } from "#app/domain/tenders/standing-price.ts";
import { factsOf } from "#app/domain/timeline/facts.ts";
import { daysBetween } from "#app/domain/timeline/local-time.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { localPlace } from "#app/use-cases/local-place.ts";
import { headingOf } from "#app/use-cases/timeline/heading.server.ts";
import { countBids, type OpenedBid, openedBids } from "#db/queries/bids.ts";
import { type CaseRow, findCase, relationTo } from "#db/queries/cases.ts";
import { coverOf } from "#db/queries/insurances.ts";
import { lawBook } from "#db/queries/law.ts";
import { declineCounts } from "#db/queries/round-declines.ts";
import { questionsIn } from "#db/queries/round-questions.ts";
import { briefOf, latestTender, type TenderRow } from "#db/queries/tenders.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { awardStanding, comparedFirm } from "./compared-firm.server.ts";
import { trackRecord } from "./track-record.server.ts";

/**
 * A case's bids as its creditor may see them: while the round is open their number and nothing else, once it
 * has closed all of them, ranked. Null when the case is not the actor's.
 */
export async function compareBids(ctx: Ctx, caseId: string) {
  const kase = isId(caseId) ? await findCase(ctx.db, ctx.actor, caseId) : null;
  if (!kase || !may(ctx.actor, "bid.compare", relationTo(ctx.actor, kase))) return null;
  const [tender, brief, award, events] = await Promise.all([
    latestTender(ctx.db, caseId),
    briefOf(ctx.db, caseId),
    awardStanding(ctx, caseId),
    eventsOf(ctx.db, caseId),
  ]);
  const { series } = await lawBook(ctx.db);
  const place = localPlace(kase.placeCode, ctx);
  const opened = tender && tender.status !== "open" && tender.status !== "void";
  const bids =
    opened && brief
      ? await compared(
          ctx,
          { ...brief, scope: tender.scope, series },
          await openedBids(ctx.db, caseId, tender.id),
        )
      : [];
  return {
    heading: await headingOf(kase, { facts: factsOf(events), today: place.today, series }, ctx),
    place,
    round: tender && { ...roundOf(tender, ctx), sealed: await sealedIn(ctx, kase, tender) },
    questions: tender ? await questionsOpen(ctx, tender) : null,
    declines: opened ? await declineCounts(ctx.db, { caseId, tenderId: tender.id }) : [],
    award,
    bids,
    mayAward: may(ctx.actor, "award.make", "creditor") && isDecidable(tender) && !award,
    mayReopen: caseMoves[kase.status].openRound !== undefined && !award,
    /** Whether a standing price could be taken instead of a bid. */
    mayTakePrice: brief !== null && isSimple(brief) && caseMoves[kase.status].award !== undefined && !award,
    asked: { scope: scopeOf[kase.answers.goal.goal], feeModels: kase.answers.goal.feeModels },
  };
}

const isDecidable = (tender: TenderRow | null) => tender?.status === "closed" && tender.lane === "sealed";

const roundOf = (tender: TenderRow, { now }: Ctx) => ({
  id: tender.id,
  number: tender.round,
  status: tender.status,
  scope: tender.scope,
  feeModels: tender.feeModels,
  closesAt: tender.closesAt,
  extended: tender.extendedAt !== null,
  lane: tender.lane,
  /** By the clock: a round whose time is over takes no bids, whether or not it has been opened yet. */
  open: isOpen(tender, now),
});

const sealedIn = (ctx: Ctx, { caseId }: CaseRow, tender: TenderRow) =>
  tender.status === "open" ? countBids(ctx.db, caseId, tender.id) : null;

/** How many questions were put, and how many wait for an answer. */
async function questionsOpen(ctx: Ctx, { caseId, id: tenderId }: TenderRow) {
  const asked = await questionsIn(ctx.db, { caseId, tenderId });
  return { asked: asked.length, waiting: asked.filter(({ answer }) => answer === null).length };
}

type Known = Pick<ComparedBid, "expectation" | "taken">;
type Claim = Brief & { scope: string; series: Series };

async function compared(ctx: Ctx, claim: Claim, bids: OpenedBid[]): Promise<ComparedBid[]> {
  const today = localPlace(claim.placeCode, ctx).today;
  const prospect = { ...claim, ageDays: daysBetween(claim.dueOn, today) };
  const known = await Promise.all(
    bids.map(async (bid) => {
      const { closed, taken } = await trackRecord(ctx.db, bid.firm.orgId);
      const expectation = expectedShare(prospect, closed);
      return { ...bid, expectation, taken, expectedBps: expectation.share };
    }),
  );
  const covers = await coverOf(
    ctx.db,
    bids.map(({ firm }) => firm.orgId),
    ctx.now,
  );
  return ranked(known, claim.principal).map((bid) => ({
    ...workedThrough(ctx, claim, bid),
    cover: covers.get(bid.firm.orgId) ?? null,
  }));
}

function workedThrough(ctx: Ctx, claim: Claim, bid: OpenedBid & Known): Omit<ComparedBid, "cover"> {
  const { terms, firm, placedAt, expectation, taken } = bid;
  return {
    ...comparedFirm(ctx, bid),
    terms,
    standing: standingOf(terms, claim.principal),
    expectation,
    taken,
    expected: expectedOf(terms, claim.principal, expectation),
    kilometres: kilometresBetween(firm.placeCode, claim.placeCode),
    check: checkFee(terms, { ...claim, bidder: bidderOf(firm.kind), at: placedAt }),
  };
}
