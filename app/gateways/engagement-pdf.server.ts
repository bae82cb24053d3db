import type { PaperText } from "#app/domain/engagements/contents.ts";
import { drawSection, faint, ink, numberPages, openPaper } from "./paper.server.ts";

/** `name` is the paper's own, for the file's properties; `code` is the case's and stands on every page. */
export type Paper = { name?: string; code: string; drawnUpAt: Date; texts: PaperText[] };

/** A paper of a mandate in print, one text after the other where it is written in two languages. */
export async function engagementPdf({
  name = "Engagement",
  code,
  drawnUpAt,
  texts,
}: Paper): Promise<Uint8Array> {
  const { paper, close } = await openPaper({
    title: `${name} ${code}`,
    language: texts[0]?.language,
    dated: drawnUpAt,
  });
  for (const [at, { title, lead, sections }] of texts.entries()) {
    if (at > 0) paper.addPage();
    paper.font("bold").fontSize(18).fillColor(ink).text(title);
    paper.moveDown(0.4).font("regular").fontSize(9.5).fillColor(faint).text(lead);
    for (const section of sections) drawSection(paper, section);
  }
  numberPages(paper, code);
  return close();
}
