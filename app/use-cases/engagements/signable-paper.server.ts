import { may, type Relation } from "#app/domain/accounts/access.ts";
import type { EngagementContents } from "#app/domain/engagements/contents.ts";
import { translator } from "#app/messages/catalogue.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { codeMinutes } from "#app/use-cases/signing.server.ts";
import { userById } from "#db/queries/accounts.ts";
import type { AwardRow } from "#db/queries/awards.ts";
import type { EngagementRow, Side } from "#db/queries/engagements.ts";
import { codeOpenUntil, type SignatureRow, sidesOf } from "#db/queries/signatures.ts";
import { paperText } from "./paper-text.ts";

type Drawn = { award: Pick<AwardRow, "signBy">; row: EngagementRow; relation: Relation };

/** A mandate as a reader of one of its sides sees it: its words, its fingerprints, who has signed and whether the reader still has to. */
export async function signablePaper(ctx: Ctx, { award, row, relation }: Drawn) {
  const contents: EngagementContents = JSON.parse(row.contents);
  const paper = { caseId: row.caseId, paperId: row.id };
  const side: Side = relation === "creditor" ? "creditor" : "collector";
  const signed = await sidesOf(ctx.db, paper);
  return {
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
    code: await codeOf(ctx, paper),
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
export type PaperKind = "engagement" | "authority" | "certificate";

const hashOf = (row: EngagementRow, kind: PaperKind) =>
  ({ engagement: row.documentHash, authority: row.authorityHash, certificate: row.certificateHash })[kind];

export type PaperFile = { bytes: Uint8Array; fileName: string };

/** The bytes of one of a mandate's papers; null where it is not drawn up. Whether the reader may have them is the caller's to say. */
export async function paperFile(
  ctx: Ctx,
  { row, code }: { row: EngagementRow; code: string },
  kind: PaperKind,
): Promise<PaperFile | null> {
  const hash = hashOf(row, kind);
  const bytes = hash ? await ctx.documents.get(ctx.db, hash) : null;
  return bytes ? { bytes, fileName: `${kind}-${code}.pdf` } : null;
}
