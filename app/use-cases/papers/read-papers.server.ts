import { may, memberIn } from "#app/domain/accounts/access.ts";
import { ok } from "#app/domain/result.ts";
import { paperPdf } from "#app/gateways/paper-pdf.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { contentOf } from "#app/use-cases/issue-paper.server.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { findPaper, type PaperRow, particularsOf } from "#db/queries/papers.ts";
import { transact } from "#db/transact.ts";
import { paperCsv } from "./paper-csv.ts";
import { paperDoc } from "./paper-doc.server.ts";

export const paperForms = ["pdf", "csv"] as const;
export type PaperForm = (typeof paperForms)[number];

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
  return paperFile(ctx, paper, form);
}

/** The bytes of a paper, which hang on its content and on the language alone. */
export async function paperFile({ locale }: Pick<Ctx, "locale">, paper: PaperRow, form: PaperForm) {
  const doc = paperDoc(contentOf(paper), { locale, hash: paper.contentHash });
  const fileName = `${paper.number}.${form}`;
  if (form === "csv") return { fileName, form, text: paperCsv(doc) } as const;
  const bytes = await paperPdf(doc, { locale, dated: new Date(`${paper.issuedOn}T00:00:00Z`) });
  return { fileName, form, bytes } as const;
}

/** What the list of an organisation's papers shows beside them: whether its particulars are known, and who may give them. */
export async function readBilling(ctx: Ctx) {
  const member = memberIn(ctx.actor, "paper.read");
  if (!member) return null;
  const known = (await particularsOf(ctx.db, member.orgId)) !== null;
  return { known, mayKeep: may(ctx.actor, "billing.keep", "member") };
}
