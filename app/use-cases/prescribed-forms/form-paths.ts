import type { FormId } from "#app/domain/contact/prescribed-forms.ts";
import type { FormFileRow } from "#db/queries/prescribed-forms.ts";

export const formPath = (form: FormId) => `/admin/forms/${form}`;

/** What the audit log keeps of a form's file: which. */
export const formFileAudit = (
  operation: `form_file.${"proposed" | "approved" | "refused" | "withdrawn"}`,
  { id, form, documentHash }: Pick<FormFileRow, "id" | "form" | "documentHash">,
) => ({ operation, subjectKind: "form_file" as const, subjectId: id, details: { form, documentHash } });
