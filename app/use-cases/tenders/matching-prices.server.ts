import { may } from "#app/domain/accounts/access.ts";
import { packOfCase } from "#app/domain/cases/case-pack.ts";
import { caseMoves } from "#app/domain/cases/moves.ts";
import { isId } from "#app/domain/ids.ts";
import { kilometresBetween } from "#app/domain/places/distance.ts";
import {
  type ComparedBid,
  expectedOf,
  standingOf as figuresOf,
  ranked,
} from "#app/domain/tenders/compare.ts";
import { expectedShare } from "#app/domain/tenders/expected.ts";
import { bidderOf, checkFee } from "#app/domain/tenders/fee-check.ts";
import { type Brief, mayBid } from "#app/domain/tenders/may-bid.ts";
import { isSimple, standingScope } from "#app/domain/tenders/standing-price.ts";
import { factsOf } from "#app/domain/timeline/facts.ts";
import { daysBetween } from "#app/domain/timeline/local-time.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { localPlace } from "#app/use-cases/local-place.ts";
import { actorInputOf } from "#app/use-cases/record-event.server.ts";
import { headingOf } from "#app/use-cases/timeline/heading.server.ts";
import { awardInForce } from "#db/queries/awards.ts";
import { type CaseRow, findCase, relationTo } from "#db/queries/cases.ts";
import { coverOf } from "#db/queries/insurances.ts";
import { lawBook } from "#db/queries/law.ts";
import { validLicences } from "#db/queries/licences.ts";
import { pricesFitting, takenInWeek } from "#db/queries/standing-prices.ts";
import { briefOf } from "#db/queries/tenders.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { hasConflict } from "./conflict-check.server.ts";
import { trackRecord } from "./track-record.server.ts";

/** A standing price as the creditor compares it: as a bid, with the day until which it stands. */
export type OfferedPrice = ComparedBid & { validUntil: Date };

/** The standing prices that a creditor could take for a case now, in the order of every comparison. Null when the case is not the actor's. */
export async function matchingPrices(ctx: Ctx, caseId: string) {
  const kase = isId(caseId) ? await findCase(ctx.db, ctx.actor, caseId) : null;
  if (!kase || !may(ctx.actor, "bid.compare", relationTo(ctx.actor, kase))) return null;
  const [brief, award, events, { series }] = await Promise.all([
    briefOf(ctx.db, caseId),
    awardInForce(ctx.db, caseId),
    eventsOf(ctx.db, caseId),
    lawBook(ctx.db),
  ]);
  const place = localPlace(kase.placeCode, ctx);
  const isOpen = caseMoves[kase.status].award !== undefined && !award;
  const simple = brief !== null && isSimple(brief);
  return {
    heading: await headingOf(kase, { facts: factsOf(events), today: place.today, series }, ctx),
    place,
    open: isOpen,
    simple,
    mayTake: isOpen && simple && may(ctx.actor, "award.make", "creditor"),
    prices: isOpen && simple ? await offered(ctx, kase, brief) : [],
  };
}

type Fitting = Awaited<ReturnType<typeof pricesFitting>>[number];

async function offered(ctx: Ctx, kase: CaseRow, brief: Brief): Promise<OfferedPrice[]> {
  const fitting = await pricesFitting(ctx.db, brief, ctx.now);
  const ids = fitting.map(({ price }) => price.id);
  const taken = await takenInWeek(ctx.db, ids, ctx.now);
  const withRoom = fitting.filter(
    ({ price: { id, weeklyCap } }) => weeklyCap === null || (taken.get(id) ?? 0) < weeklyCap,
  );
  const found = await Promise.all(withRoom.map((each) => offeredPrice(ctx, kase, brief, each)));
  const prices = found.flatMap((each) => (each ? [{ ...each, expectedBps: each.expectation.share }] : []));
  return ranked(prices, brief.principal).map(({ expectedBps: _, ...price }) => price);
}

/** A price as a bid on this case; null where it could not be taken. Why is not said: a conflict would name somebody. */
async function offeredPrice(
  ctx: Ctx,
  kase: CaseRow,
  brief: Brief,
  { price, firm }: Fitting,
): Promise<OfferedPrice | null> {
  const { terms, id, validUntil } = price;
  const book = await lawBook(ctx.db);
  const role = firm.kind === "platform" ? "guest" : firm.kind;
  const actor = await actorInputOf(ctx.db, { orgId: firm.orgId, role }, ctx.now);
  const pack = packOfCase(book, kase);
  const { allowed } = mayBid({ pack, brief, scope: standingScope, actor, at: ctx.now });
  const claim = {
    ...brief,
    scope: standingScope,
    bidder: bidderOf(firm.kind),
    at: ctx.now,
    series: book.series,
  };
  const check = checkFee(terms, claim);
  const held = await validLicences(ctx.db, firm.orgId, ctx.now);
  const licence = held.find(({ territory }) => territory === brief.jurisdiction);
  const sides = { caseId: kase.caseId, creditorOrgId: kase.creditorOrgId, bidderOrgId: firm.orgId };
  if (!allowed || !licence || check.verdict === "over" || check.verdict === "barred") return null;
  if (await hasConflict(ctx.db, ctx, sides)) return null;
  const ageDays = daysBetween(brief.dueOn, localPlace(brief.placeCode, ctx).today);
  const { closed, taken } = await trackRecord(ctx.db, firm.orgId);
  const expectation = expectedShare({ ...claim, ageDays }, closed);
  return {
    id,
    terms,
    validUntil,
    firm: { name: firm.name, kind: firm.kind, place: localPlace(firm.placeCode, ctx).name },
    licence: {
      kind: licence.kind,
      number: licence.number ?? "",
      checkedAt: licence.verifiedAt ? new Date(licence.verifiedAt) : null,
      valid: true,
    },
    cover: (await coverOf(ctx.db, [firm.orgId], ctx.now)).get(firm.orgId) ?? null,
    standing: figuresOf(terms, brief.principal),
    expectation,
    taken,
    expected: expectedOf(terms, brief.principal, expectation),
    kilometres: kilometresBetween(firm.placeCode, brief.placeCode),
    check,
  };
}
