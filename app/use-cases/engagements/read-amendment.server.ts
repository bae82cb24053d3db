import { may } from "#app/domain/accounts/access.ts";
import type { AmendmentContents } from "#app/domain/engagements/amendment.ts";
import { isId } from "#app/domain/ids.ts";
import { factsOf } from "#app/domain/timeline/facts.ts";
import { translator } from "#app/messages/catalogue.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { localPlace } from "#app/use-cases/local-place.ts";
import { headingOf } from "#app/use-cases/timeline/heading.server.ts";
import { type AmendmentRow, amendmentOf } from "#db/queries/amendments.ts";
import { type CaseRow, findCase, relationTo } from "#db/queries/cases.ts";
import { type EngagementRow, mandateOf } from "#db/queries/engagements.ts";
import { lawBook } from "#db/queries/law.ts";
import { organizationsById } from "#db/queries/organizations.ts";
import { sidesOf } from "#db/queries/signatures.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { amendmentText } from "./amendment-text.ts";
import { mandateNow } from "./mandate-now.server.ts";
import { codeOf } from "./signable-paper.server.ts";

/** The mandate in force of a case that the actor may see, with the page's head; null where there is none. */
async function mandateFor(ctx: Ctx, caseId: string) {
  const kase = isId(caseId) ? await findCase(ctx.db, ctx.actor, caseId) : null;
  const relation = kase && relationTo(ctx.actor, kase);
  if (!kase || !relation || !may(ctx.actor, "engagement.read", relation)) return null;
  const row = await mandateOf(ctx.db, caseId);
  if (!row) return null;
  const place = localPlace(kase.placeCode, ctx);
  const { series } = await lawBook(ctx.db);
  const facts = factsOf(await eventsOf(ctx.db, caseId));
  return {
    kase,
    relation,
    row,
    place,
    heading: await headingOf(kase, { facts, today: place.today, series }, ctx),
  };
}

/** What the form for an amendment starts from. */
export async function readProposal(ctx: Ctx, caseId: string) {
  const found = await mandateFor(ctx, caseId);
  if (!found || !may(ctx.actor, "engagement.sign", found.relation)) return null;
  const { heading, place, row } = found;
  const { before } = await mandateNow(ctx.db, row);
  return { heading, place, before };
}

/** An amendment as either side reads it, with what this reader may do about it. */
export async function readAmendment(ctx: Ctx, caseId: string, amendmentId: string) {
  const found = await mandateFor(ctx, caseId);
  const row = found && isId(amendmentId) ? await amendmentOf(ctx.db, caseId, amendmentId) : null;
  if (!found || row?.engagementId !== found.row.id) return null;
  const side = found.relation === "creditor" ? ("creditor" as const) : ("collector" as const);
  const contents: AmendmentContents = JSON.parse(row.contents);
  const waits = row.status === "proposed" && ctx.now < row.answerBy;
  const maySign = may(ctx.actor, "engagement.sign", found.relation);
  return {
    heading: found.heading,
    place: found.place,
    amendment: {
      ...(await signedBy(ctx, found.kase, row)),
      id: row.id,
      number: row.number,
      text: amendmentText(contents, { t: translator(ctx.locale), locale: ctx.locale }),
      hash: row.documentHash,
      certified: row.certificateHash !== null,
      answerBy: row.answerBy,
      status: row.status,
      side,
      own: row.proposedSide === side,
      mayDecide: waits && maySign,
      code: await codeOf(ctx, { caseId, paperId: row.id }),
    },
  };
}

async function signedBy(ctx: Ctx, { creditorOrgId, collectorOrgId }: CaseRow, row: AmendmentRow) {
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
  const found: { kase: CaseRow; row: EngagementRow } | null = await mandateFor(ctx, caseId);
  const row = found && isId(amendmentId) ? await amendmentOf(ctx.db, caseId, amendmentId) : null;
  if (!found || row?.engagementId !== found.row.id) return null;
  const hash = certificate ? row.certificateHash : row.documentHash;
  const bytes = hash ? await ctx.documents.get(hash) : null;
  const name = `${certificate ? "certificate-" : ""}amendment-${row.number}-${found.kase.code}.pdf`;
  return bytes ? { bytes, fileName: name } : null;
}
