import { may } from "#app/domain/accounts/access.ts";
import type { EngagementContents } from "#app/domain/engagements/contents.ts";
import { isId } from "#app/domain/ids.ts";
import { factsOf } from "#app/domain/timeline/facts.ts";
import { translator } from "#app/messages/catalogue.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { localPlace } from "#app/use-cases/local-place.ts";
import { codeMinutes } from "#app/use-cases/signing.server.ts";
import { headingOf } from "#app/use-cases/timeline/heading.server.ts";
import { userById } from "#db/queries/accounts.ts";
import { awardInForce } from "#db/queries/awards.ts";
import { type CaseRow, findCase, relationTo } from "#db/queries/cases.ts";
import { type EngagementRow, engagementFor, type Side } from "#db/queries/engagements.ts";
import { lawBook } from "#db/queries/law.ts";
import { codeOpenUntil, type SignatureRow, sidesOf } from "#db/queries/signatures.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { mandateStanding } from "./mandate-standing.server.ts";
import { paperText } from "./paper-text.ts";

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
  const heading = headingOf(kase, { facts: factsOf(events), today: place.today, series }, ctx);
  const head = { heading, relation, place };
  const award = await awardInForce(ctx.db, caseId);
  const row = award && (await engagementFor(ctx.db, { caseId, awardId: award.id }));
  if (!award || !row) return { ...head, paper: null, mandate: null };
  const contents: EngagementContents = JSON.parse(row.contents);
  const side: Side = relation === "creditor" ? "creditor" : "collector";
  const signed = await sidesOf(ctx.db, { caseId, paperId: row.id });
  return {
    ...head,
    paper: {
      text: paperText(contents, translator(ctx.locale), ctx.locale),
      hash: row.documentHash,
      authorityHash: row.authorityHash,
      certified: row.certificateHash !== null,
      side,
      firms: { creditor: contents.creditor.name, collector: contents.collector.name },
      signatures: { creditor: signatureOf(signed.creditor), collector: signatureOf(signed.collector) },
      signBy: award.signBy,
      late: !row.engagedAt && ctx.now >= award.signBy,
      engagedAt: row.engagedAt,
      /** Whether the reader's side still has to sign, and whether this reader may. */
      needed: !signed[side] && !row.engagedAt,
      maySign: may(ctx.actor, "engagement.sign", relation),
      code: await codeOf(ctx, { caseId, paperId: row.id }),
    },
    mandate: row.engagedAt ? await mandateStanding(ctx, kase, { row, contents, events, relation }) : null,
  };
}

const signatureOf = (row: SignatureRow | undefined) => (row ? { name: row.name, at: row.signedAt } : null);

/** Where a one-time code goes, and until when the one that was sent is good. */
export async function codeOf(ctx: Ctx, paper: { caseId: string; paperId: string }) {
  const userId = ctx.actor.userId ?? "";
  const user = await userById(ctx.db, userId);
  const openUntil = await codeOpenUntil(ctx.db, { ...paper, userId, now: ctx.now });
  return { email: user?.email ?? "", openUntil, minutes: codeMinutes };
}

/** The papers of an engagement by what they are. */
export const paperKinds = ["engagement", "authority", "certificate"] as const;
export type PaperKind = (typeof paperKinds)[number];

const hashOf = (row: EngagementRow, kind: PaperKind) =>
  ({ engagement: row.documentHash, authority: row.authorityHash, certificate: row.certificateHash })[kind];

/** A paper's bytes for either side; null when the case is not theirs or it is not drawn up. */
export async function readPaper(
  ctx: Ctx,
  caseId: string,
  kind: PaperKind = "engagement",
): Promise<{ bytes: Uint8Array; fileName: string } | null> {
  const found = await engagementOf(ctx, caseId);
  const hash = found && hashOf(found.row, kind);
  const bytes = hash ? await ctx.documents.get(hash) : null;
  return found && bytes ? { bytes, fileName: `${kind}-${found.kase.code}.pdf` } : null;
}

/** The engagement in force, or waiting for signatures, of a case that the actor may see. */
export async function engagementOf(
  ctx: Ctx,
  caseId: string,
): Promise<{ kase: CaseRow; row: EngagementRow } | null> {
  const kase = isId(caseId) ? await findCase(ctx.db, ctx.actor, caseId) : null;
  if (!kase || !may(ctx.actor, "engagement.read", relationTo(ctx.actor, kase))) return null;
  const award = await awardInForce(ctx.db, caseId);
  const row = award && (await engagementFor(ctx.db, { caseId, awardId: award.id }));
  return row ? { kase, row } : null;
}
