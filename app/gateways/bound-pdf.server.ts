import type { PDFDocument } from "pdf-lib";

type Described = { title: string; language: "en" | "de" | "zh" | undefined; dated: Date };

/** What a file that is bound of others says of itself; its only moment is the given one, so that equal content gives equal bytes. */
export function describeBound(bound: PDFDocument, { title, language, dated }: Described): void {
  bound.setTitle(title, { showInWindowTitleBar: true });
  bound.setProducer("Rung");
  bound.setCreator("Rung");
  bound.setLanguage(language === "zh" ? "zh-Hans" : (language ?? "en"));
  bound.setCreationDate(dated);
  bound.setModificationDate(dated);
}
