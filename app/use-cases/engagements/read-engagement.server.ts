import { may } from "#app/domain/accounts/access.ts";
import type { EngagementContents } from "#app/domain/engagements/contents.ts";
import { isId } from "#app/domain/ids.ts";
import { factsOf } from "#app/domain/timeline/facts.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { localPlace } from "#app/use-cases/local-place.ts";
import { headingOf } from "#app/use-cases/timeline/heading.server.ts";
import { awardInForce } from "#db/queries/awards.ts";
import { type CaseRow, findCase, relationTo } from "#db/queries/cases.ts";
import { type EngagementRow, engagementFor } from "#db/queries/engagements.ts";
import { lawBook } from "#db/queries/law.ts";
import { lotOfClaim } from "#db/queries/lots.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { mandateStanding } from "./mandate-standing.server.ts";
import { type PaperFile, type PaperKind, paperFile, signablePaper } from "./signable-paper.server.ts";

/**
 * The engagement of a case as either side sees it: the paper in the reader's language, its fingerprint, who has
 * signed and until when, and how the mandate stands once it is in force. `paper` is null before an award; the whole is null when the
 * case is not the actor's.
 */
export async function readEngagement(ctx: Ctx, caseId: string) {
  const kase = isId(caseId) ? await findCase(ctx.db, ctx.actor, caseId) : null;
  const relation = kase && relationTo(ctx.actor, kase);
  if (!kase || !relation || !may(ctx.actor, "engagement.read", relation)) return null;
  const place = localPlace(kase.placeCode, ctx);
  const events = await eventsOf(ctx.db, caseId);
  const { series } = await lawBook(ctx.db);
  const heading = await headingOf(kase, { facts: factsOf(events), today: place.today, series }, ctx);
  const head = { heading, relation, place };
  const award = await awardInForce(ctx.db, caseId);
  const row = award && (await engagementFor(ctx.db, { caseId, awardId: award.id }));
  if (!award || !row) return { ...head, paper: null, mandate: null, lot: await lotOf(ctx, kase) };
  const contents: EngagementContents = JSON.parse(row.contents);
  return {
    ...head,
    paper: await signablePaper(ctx, { award, row, relation }),
    mandate: row.engagedAt ? await mandateStanding(ctx, kase, { row, contents, events, relation }) : null,
    lot: null,
  };
}

/** The lot under whose mandate a case is collected that came out of a portfolio, or whose next mandate it waits for. */
async function lotOf(ctx: Ctx, { caseId, status, collectorOrgId }: CaseRow) {
  const waits = status === "with_lot";
  const lot = waits || collectorOrgId ? await lotOfClaim(ctx.db, caseId) : null;
  const shown = lot && (waits || lot.collectorOrgId === collectorOrgId);
  return shown ? { caseId: lot.caseId, code: lot.code, waits } : null;
}

/** A paper's bytes for either side; null when the case is not theirs or it is not drawn up. */
export async function readPaper(
  ctx: Ctx,
  caseId: string,
  kind: PaperKind = "engagement",
): Promise<PaperFile | null> {
  const found = await engagementOf(ctx, caseId);
  return found && paperFile(ctx, { row: found.row, code: found.kase.code }, kind);
}

/** The engagement in force, or waiting for signatures, of a case that the actor may see: its own, or that of the lot it came from. */
export async function engagementOf(
  ctx: Ctx,
  caseId: string,
): Promise<{ kase: CaseRow; row: EngagementRow } | null> {
  const kase = isId(caseId) ? await findCase(ctx.db, ctx.actor, caseId) : null;
  if (!kase || !may(ctx.actor, "engagement.read", relationTo(ctx.actor, kase))) return null;
  const row = await drawnFor(ctx, caseId);
  if (row) return { kase, row };
  const lot = await lotOf(ctx, kase);
  const shared = lot && (await drawnFor(ctx, lot.caseId));
  return shared ? { kase, row: shared } : null;
}

async function drawnFor({ db }: Ctx, caseId: string): Promise<EngagementRow | null> {
  const award = await awardInForce(db, caseId);
  return award && engagementFor(db, { caseId, awardId: award.id });
}
