import { paperPdf } from "#app/gateways/paper-pdf.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { contentOf } from "#app/use-cases/issue-paper.server.ts";
import { paperCsv } from "#app/use-cases/papers/paper-csv.ts";
import { paperDoc } from "#app/use-cases/papers/paper-doc.server.ts";
import type { PaperRow } from "#db/queries/papers.ts";

export const paperForms = ["pdf", "csv"] as const;
export type PaperForm = (typeof paperForms)[number];

/** The bytes of a paper, which hang on its content and on the language alone. */
export async function paperFile({ locale }: Pick<Ctx, "locale">, paper: PaperRow, form: PaperForm) {
  const doc = paperDoc(contentOf(paper), { locale, hash: paper.contentHash });
  const fileName = `${paper.number}.${form}`;
  if (form === "csv") return { fileName, form, text: paperCsv(doc) } as const;
  const bytes = await paperPdf(doc, { locale, dated: new Date(`${paper.issuedOn}T00:00:00Z`) });
  return { fileName, form, bytes } as const;
}
