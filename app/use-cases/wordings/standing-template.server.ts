import { templatesOf } from "#app/domain/contact/templates.ts";
import { packIds } from "#app/domain/law/pack.ts";
import type { Reader } from "#db/client.ts";
import { templateBook, type WordingRow } from "#db/queries/wordings.ts";

/** What stands for a template now. */
export async function standingTemplate(reader: Reader, templateId: string) {
  const book = await templateBook(reader);
  return packIds.flatMap((pack) => templatesOf(book, pack)).find(({ id }) => id === templateId) ?? null;
}

/** What the audit log keeps of a wording: which, never its words. */
export const wordingAudit = (
  operation: `wording.${"proposed" | "approved" | "refused" | "withdrawn"}`,
  { id, templateId, version }: Pick<WordingRow, "id" | "templateId" | "version">,
) => ({ operation, subjectKind: "wording" as const, subjectId: id, details: { templateId, version } });

export const wordingPath = (templateId: string) => `/admin/templates/${encodeURIComponent(templateId)}`;
