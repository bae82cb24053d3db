import { may, memberIn } from "#app/domain/accounts/access.ts";
import { ok } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type PaperForm, paperFile } from "#app/use-cases/paper-file.server.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { findCase } from "#db/queries/cases.ts";
import { findPaper, particularsOf } from "#db/queries/papers.ts";
import { transact } from "#db/transact.ts";

/** A paper as a file in the reader's language; who took it is on record. Null where it is not theirs. */
export async function readPaperFile(ctx: Ctx, id: string, form: PaperForm) {
  const paper = may(ctx.actor, "paper.read", "member") ? await findPaper(ctx.db, ctx.actor, id) : null;
  if (!paper) return null;
  await transact<null, never>(ctx, async (tx) => {
    await insertAudit(tx, ctx, {
      ...{ operation: "paper.downloaded", subjectKind: "paper", subjectId: paper.id },
      details: { number: paper.number, form },
    });
    return ok(null);
  });
  const ofDebtor = paper.recipientId === null && paper.caseId !== null;
  const kase = ofDebtor ? await findCase(ctx.db, ctx.actor, paper.caseId ?? "") : null;
  return paperFile(ctx, paper, { form, reference: kase?.answers.claim.reference });
}

/** What the list of an organisation's papers shows beside them: whether its particulars are known, and who may give them. */
export async function readBilling(ctx: Ctx) {
  const member = memberIn(ctx.actor, "paper.read");
  if (!member) return null;
  const known = (await particularsOf(ctx.db, member.orgId)) !== null;
  return { known, mayKeep: may(ctx.actor, "billing.keep", "member") };
}
