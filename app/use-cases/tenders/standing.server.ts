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
import { lawBook } from "#db/queries/law.ts";
import { licencesOf, type ValidLicence, validLicences } from "#db/queries/licences.ts";
import { membershipOf } from "#db/queries/organizations.ts";
import { type Round, roundOf } from "#db/queries/tenders.ts";

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
 * The newest round of a case if it concerns this collector, with its own bid in it. `bidder`: it holds, or held,
 * a licence for the place, or has a bid; everyone else is a stranger, to whom the round is not there.
 */
export async function roundFor(reader: Reader, ctx: Ctx, caseId: string) {
  const { orgId, role } = ctx.actor;
  if (!orgId || !isCollector(role) || !isId(caseId)) return null;
  const round = await roundOf(reader, caseId);
  if (!round) return null;
  const own = await ownBid(reader, { caseId, tenderId: round.tender.id, orgId });
  const filed = await licencesOf(reader, orgId);
  const invited = filed.some(
    ({ status, territory }) =>
      (status === "verified" || status === "suspended") && round.tender.territories.includes(territory),
  );
  const relation: Relation = own || invited ? "bidder" : "stranger";
  return { round, own, relation };
}

/** The licence a bid rests on: one that counts now, for a territory that was asked; a lawyer's own before the firm's. */
export function licenceFor({ licences }: Standing, { tender }: Round): ValidLicence | null {
  const there = licences.filter(({ territory }) => tender.territories.includes(territory));
  return there.find(({ type }) => type !== "firm_licence") ?? there[0] ?? null;
}
