import { may } from "#app/domain/accounts/access.ts";
import type { AmendmentContents } from "#app/domain/engagements/amendment.ts";
import { isId } from "#app/domain/ids.ts";
import { translator } from "#app/messages/catalogue.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type Engaged, findEngaged } from "#app/use-cases/engaged.server.ts";
import { localPlace } from "#app/use-cases/local-place.ts";
import { type AmendmentRow, amendmentOf } from "#db/queries/amendments.ts";
import { mandateOf } from "#db/queries/engagements.ts";
import { organizationsById } from "#db/queries/organizations.ts";
import { sidesOf } from "#db/queries/signatures.ts";
import { amendmentText } from "./amendment-text.ts";
import { mandateNow } from "./mandate-now.server.ts";
import { maySign, sideOf } from "./ready-to-sign.server.ts";
import { codeOf } from "./signable-paper.server.ts";

/** The mandate in force of a case or a lot that the actor may see, with what its pages say at their head; null where there is none. */
async function mandateFor(ctx: Ctx, id: string) {
  const engaged = isId(id) ? await findEngaged(ctx.db, ctx.actor, id) : null;
  if (!engaged || !may(ctx.actor, "engagement.read", engaged.relation)) return null;
  const row = await mandateOf(ctx.db, id);
  if (!row) return null;
  const { code, home, subject, currency, placeCode } = engaged;
  const head = { code, home, subject, currency, zone: localPlace(placeCode, ctx).zone };
  return { engaged, row, head };
}

/** What the form for an amendment starts from. */
export async function readProposal(ctx: Ctx, id: string) {
  const found = await mandateFor(ctx, id);
  if (!found || !maySign(ctx, found.engaged.relation)) return null;
  const { before } = await mandateNow(ctx.db, found.row);
  return { ...found.head, before };
}

/** An amendment as either side reads it, with what this reader may do about it. */
export async function readAmendment(ctx: Ctx, caseId: string, amendmentId: string) {
  const found = await mandateFor(ctx, caseId);
  const row = found && isId(amendmentId) ? await amendmentOf(ctx.db, caseId, amendmentId) : null;
  if (!found || row?.engagementId !== found.row.id) return null;
  const side = sideOf(found.engaged.relation);
  const contents: AmendmentContents = JSON.parse(row.contents);
  const waits = row.status === "proposed" && ctx.now < row.answerBy;
  return {
    ...found.head,
    amendment: {
      ...(await signedBy(ctx, found.engaged, row)),
      id: row.id,
      number: row.number,
      text: amendmentText(contents, { t: translator(ctx.locale), locale: ctx.locale }),
      hash: row.documentHash,
      certified: row.certificateHash !== null,
      answerBy: row.answerBy,
      status: row.status,
      side,
      own: row.proposedSide === side,
      mayDecide: waits && maySign(ctx, found.engaged.relation),
      code: await codeOf(ctx, { caseId, paperId: row.id }),
    },
  };
}

async function signedBy(ctx: Ctx, { creditorOrgId, collectorOrgId }: Engaged, row: AmendmentRow) {
  const signed = await sidesOf(ctx.db, { caseId: row.caseId, paperId: row.id });
  const firms = await organizationsById(ctx.db, [creditorOrgId, collectorOrgId]);
  const signature = (side: "creditor" | "collector") => {
    const found = signed[side];
    return found ? { name: found.name, at: found.signedAt } : null;
  };
  return {
    firms: {
      creditor: firms.get(creditorOrgId)?.name ?? "",
      collector: firms.get(collectorOrgId ?? "")?.name ?? "",
    },
    signatures: { creditor: signature("creditor"), collector: signature("collector") },
  };
}

/** The bytes of an amendment, or of its certificate. */
export async function readAmendmentPaper(
  ctx: Ctx,
  { caseId, amendmentId, certificate }: { caseId: string; amendmentId: string; certificate: boolean },
): Promise<{ bytes: Uint8Array; fileName: string } | null> {
  const found = await mandateFor(ctx, caseId);
  const row = found && isId(amendmentId) ? await amendmentOf(ctx.db, caseId, amendmentId) : null;
  if (!found || row?.engagementId !== found.row.id) return null;
  const hash = certificate ? row.certificateHash : row.documentHash;
  const bytes = hash ? await ctx.documents.get(ctx.db, hash) : null;
  const name = `${certificate ? "certificate-" : ""}amendment-${row.number}-${found.engaged.code}.pdf`;
  return bytes ? { bytes, fileName: name } : null;
}
