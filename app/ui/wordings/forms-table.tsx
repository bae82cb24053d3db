import type { FormId } from "#app/domain/contact/prescribed-forms.ts";
import { Chip } from "#app/ui/chip.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { wordOr } from "#app/ui/law/law-words.ts";
import { useT } from "#app/ui/messages.tsx";

export type FormLine = {
  form: FormId;
  pack: string;
  cite: string;
  /** Null where nobody keeps its file. */
  edition: string | null;
  waits: boolean;
};

/** The forms in prescribed words that letters enclose, and whether each is there. */
export function FormsTable({ forms }: { forms: FormLine[] }) {
  const t = useT();
  return (
    <DataTable
      caption={t("form_file.title")}
      showCaption
      rows={forms}
      rowKey={({ form }) => form}
      rowHref={({ form }) => `/admin/forms/${form}`}
      empty={null}
      columns={[
        { key: "name", header: t("form_file.form"), cell: ({ form }) => t(`form.name.${form}`) },
        {
          key: "pack",
          header: t("law_admin.pack"),
          cell: ({ pack }) => wordOr(t, `law.pack.${pack}`, pack),
        },
        { key: "cite", header: t("form_file.prescribed_by"), cell: ({ cite }) => cite },
        { key: "edition", header: t("form_file.edition"), cell: ({ edition }) => edition ?? "–" },
        {
          key: "status",
          header: t("wording.status"),
          cell: ({ waits, edition }) => {
            if (waits) return <Chip tone="wait">{t("form_file.waits")}</Chip>;
            return edition ? (
              <Chip tone="ok">{t("wording.stands")}</Chip>
            ) : (
              <Chip tone="shut">{t("form_file.none")}</Chip>
            );
          },
        },
      ]}
    />
  );
}
