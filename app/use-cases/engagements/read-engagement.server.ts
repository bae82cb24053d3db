import { may } from "#app/domain/accounts/access.ts";
import type { EngagementContents } from "#app/domain/engagements/contents.ts";
import { isId } from "#app/domain/ids.ts";
import { factsOf } from "#app/domain/timeline/facts.ts";
import { translator } from "#app/messages/catalogue.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { localPlace } from "#app/use-cases/local-place.ts";
import { headingOf } from "#app/use-cases/timeline/heading.server.ts";
import { awardInForce } from "#db/queries/awards.ts";
import { findCase, relationTo } from "#db/queries/cases.ts";
import { engagementFor } from "#db/queries/engagements.ts";
import { lawBook } from "#db/queries/law.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { paperText } from "./paper-text.ts";

/**
 * The engagement of a case as either side sees it: the paper in the reader's language, its fingerprint, who has
 * signed and until when. `paper` is null before an award; the whole is null when the case is not the actor's.
 */
export async function readEngagement(ctx: Ctx, caseId: string) {
  const kase = isId(caseId) ? await findCase(ctx.db, ctx.actor, caseId) : null;
  const relation = kase && relationTo(ctx.actor, kase);
  if (!kase || !relation || !may(ctx.actor, "engagement.read", relation)) return null;
  const place = localPlace(kase.placeCode, ctx);
  const facts = factsOf(await eventsOf(ctx.db, caseId));
  const { series } = await lawBook(ctx.db);
  const head = { heading: headingOf(kase, { facts, today: place.today, series }, ctx), relation, place };
  const award = await awardInForce(ctx.db, caseId);
  const row = award && (await engagementFor(ctx.db, { caseId, awardId: award.id }));
  if (!award || !row) return { ...head, paper: null };
  const contents: EngagementContents = JSON.parse(row.contents);
  const side = relation === "creditor" ? ("creditor" as const) : ("collector" as const);
  const own = side === "creditor" ? row.creditorSignedAt : row.collectorSignedAt;
  return {
    ...head,
    paper: {
      text: paperText(contents, translator(ctx.locale), ctx.locale),
      hash: row.documentHash,
      side,
      firms: { creditor: contents.creditor.name, collector: contents.collector.name },
      signatures: {
        creditor: row.creditorSignedAt && { name: row.creditorSignedName ?? "", at: row.creditorSignedAt },
        collector: row.collectorSignedAt && {
          name: row.collectorSignedName ?? "",
          at: row.collectorSignedAt,
        },
      },
      signBy: award.signBy,
      late: !row.engagedAt && ctx.now >= award.signBy,
      engagedAt: row.engagedAt,
      /** Whether the reader's side still has to sign, and whether this reader may. */
      needed: !own && !row.engagedAt,
      maySign: may(ctx.actor, "engagement.sign", relation),
    },
  };
}

/** The PDF's bytes for either side; null when the case is not theirs or nothing is drawn up. */
export async function readPaper(
  ctx: Ctx,
  caseId: string,
): Promise<{ bytes: Uint8Array; fileName: string } | null> {
  const kase = isId(caseId) ? await findCase(ctx.db, ctx.actor, caseId) : null;
  if (!kase || !may(ctx.actor, "engagement.read", relationTo(ctx.actor, kase))) return null;
  const award = await awardInForce(ctx.db, caseId);
  const row = award && (await engagementFor(ctx.db, { caseId, awardId: award.id }));
  const bytes = row && (await ctx.documents.get(row.documentHash));
  return bytes ? { bytes, fileName: `engagement-${kase.code}.pdf` } : null;
}
