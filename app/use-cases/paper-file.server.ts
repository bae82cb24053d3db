import { paperPdf } from "#app/gateways/paper-pdf.server.ts";
import { type PaperLanguage, paperTranslator } from "#app/messages/paper-words.ts";
import { codeFor } from "#app/use-cases/contact/letter-code.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { contentOf } from "#app/use-cases/issue-paper.server.ts";
import { paperCsv } from "#app/use-cases/papers/paper-csv.ts";
import { paperDoc } from "#app/use-cases/papers/paper-doc.server.ts";
import type { PaperRow } from "#db/queries/papers.ts";

export const paperForms = ["pdf", "csv"] as const;
export type PaperForm = (typeof paperForms)[number];

type Reading = {
  form: PaperForm;
  language?: PaperLanguage;
  /** Whom it is for, where its reader is: no paper keeps a debtor's name. */
  to?: string[];
  /** The creditor's own number of the claim, which the case knows and no paper keeps either. */
  reference?: string | null;
};

/** The bytes of a paper, which hang on its content, on the language and on whom it is handed to. */
export async function paperFile(
  ctx: Pick<Ctx, "locale" | "secrets" | "publicUrl">,
  paper: PaperRow,
  { form, language = ctx.locale, to = [], reference = null }: Reading,
) {
  const links = codeFor(ctx, { caseId: paper.caseId ?? "", id: paper.id });
  const doc = paperDoc(contentOf(paper), { language, hash: paper.contentHash, links });
  if (to.length > 0) doc.parties.push({ heading: paperTranslator(language)("paper.to"), lines: to });
  if (reference) doc.facts.push([paperTranslator(language)("paper.reference"), reference]);
  const fileName = `${paper.number}.${form}`;
  if (form === "csv") return { fileName, form, text: paperCsv(doc) } as const;
  const bytes = await paperPdf(doc, { language, dated: new Date(`${paper.issuedOn}T00:00:00Z`) });
  return { fileName, form, bytes } as const;
}
