import type { Relation } from "#app/domain/accounts/access.ts";
import { isCollector } from "#app/domain/accounts/actor.ts";
import { restsOn } from "#app/domain/accounts/staff.ts";
import { packOfCase } from "#app/domain/cases/case-pack.ts";
import { isId } from "#app/domain/ids.ts";
import type { ActorInput } from "#app/domain/law/actor-input.ts";
import type { LawBook } from "#app/domain/law/book.ts";
import type { Decision } from "#app/domain/law/types.ts";
import { type Brief, mayBid } from "#app/domain/tenders/may-bid.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { actorInputOf } from "#app/use-cases/record-event.server.ts";
import type { Reader } from "#db/client.ts";
import { ownBid } from "#db/queries/bids.ts";
import { openMandates } from "#db/queries/engagements.ts";
import { lawBook } from "#db/queries/law.ts";
import { licencesOf, type ValidLicence, validLicences } from "#db/queries/licences.ts";
import { lotRound } from "#db/queries/lots.ts";
import { membershipOf, organizationOf } from "#db/queries/organizations.ts";
import { type Round, roundOf, type TenderRow } from "#db/queries/tenders.ts";

/** A collector as the market sees it at this moment, and the law it is judged by. */
export type Standing = { actor: ActorInput; licences: ValidLicence[]; book: LawBook };

export async function standingOf(reader: Reader, ctx: Pick<Ctx, "actor" | "now">): Promise<Standing> {
  const actor = await actorInputOf(reader, ctx.actor, ctx.now);
  const { orgId, userId } = ctx.actor;
  const member = orgId && userId ? await membershipOf(reader, orgId, userId) : null;
  const held = orgId ? await validLicences(reader, orgId, ctx.now) : [];
  const licences = member && userId ? restsOn(held, { userId, ...member }) : held;
  return { actor, licences, book: await lawBook(reader) };
}

/** The law's answer for this round: kind, territory and validity of the licences, and the reach of the mandate. */
export const decideBid = (
  { tender, brief }: { tender: Pick<Round["tender"], "scope">; brief: Brief },
  { actor, book }: Standing,
  at: Date,
): Decision => mayBid({ pack: packOfCase(book, brief), brief, scope: tender.scope, actor, at });

/**
 * A collector's own bid in a round and how it stands to it. `bidder`: it holds, or held, a licence for the place, or has a bid;
 * everyone else is a stranger, to whom the round is not there.
 */
async function bidderIn(reader: Reader, { actor: { orgId } }: Ctx, { caseId, id, territories }: TenderRow) {
  if (!orgId) return { own: null, relation: "stranger" as const };
  const own = await ownBid(reader, { caseId, tenderId: id, orgId });
  const filed = await licencesOf(reader, orgId);
  const invited = filed.some(
    ({ status, territory }) =>
      (status === "verified" || status === "suspended") && territories.includes(territory),
  );
  const relation: Relation = own || invited ? "bidder" : "stranger";
  return { own, relation };
}

const isBidder = ({ actor }: Ctx) => actor.orgId !== null && isCollector(actor.role);

/** The newest round of a case if it concerns this collector, with its own bid in it. */
export async function roundFor(reader: Reader, ctx: Ctx, caseId: string) {
  const round = isBidder(ctx) && isId(caseId) ? await roundOf(reader, caseId) : null;
  return round && { round, ...(await bidderIn(reader, ctx, round.tender)) };
}

/** The newest round of a lot if it concerns this collector, as `roundFor` says it of a case. */
export async function lotRoundFor(reader: Reader, ctx: Ctx, lotId: string) {
  const found = isBidder(ctx) ? await lotRound(reader, lotId) : null;
  return found && { ...found, ...(await bidderIn(reader, ctx, found.tender)) };
}

/** Whichever of the two an id is of, for what bidders do alike in both: all but pricing. */
export async function anyRoundFor(reader: Reader, ctx: Ctx, caseId: string) {
  const found = await roundFor(reader, ctx, caseId);
  if (found) return { ...found, subject: "case" as const };
  const ofLot = await lotRoundFor(reader, ctx, caseId);
  if (!ofLot) return null;
  const { lot, tender, brief, own, relation } = ofLot;
  const round: Round = { tender, brief, party: { creditorOrgId: lot.creditorOrgId } };
  return { round, own, relation, subject: "lot" as const };
}

/** The licence a bid rests on: one that counts now, for a territory that was asked; a lawyer's own before the firm's. */
export function licenceFor({ licences }: Standing, { tender }: Round): ValidLicence | null {
  const there = licences.filter(({ territory }) => tender.territories.includes(territory));
  return there.find(({ type }) => type !== "firm_licence") ?? there[0] ?? null;
}

/** A collector that set itself a bound on its mandates takes no more beyond it. */
export async function isFull(reader: Reader, orgId: string): Promise<boolean> {
  const bound = (await organizationOf(reader, orgId))?.capacity ?? null;
  return bound !== null && (await openMandates(reader, orgId)) >= bound;
}
