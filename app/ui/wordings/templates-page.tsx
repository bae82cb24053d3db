import { Chip } from "#app/ui/chip.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { wordOr } from "#app/ui/law/law-words.ts";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { type FormLine, FormsTable } from "./forms-table.tsx";
import { type TemplateHead, templateName, versionName } from "./template-names.ts";

type TemplatesPageProps = { templates: (TemplateHead & { waits: boolean })[]; forms: FormLine[] };

/** Every template, under the law it is written for, and the forms that letters enclose. */
export function TemplatesPage({ templates, forms }: TemplatesPageProps) {
  const t = useT();
  return (
    <div className="stack">
      <PageHeader title={t("wording.title")} lead={t("wording.lead")} />
      <FormsTable forms={forms} />
      <DataTable
        caption={t("wording.title")}
        rows={templates}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/admin/templates/${encodeURIComponent(id)}`}
        empty={<EmptyState title={t("wording.title")} />}
        columns={[
          { key: "name", header: t("wording.template"), cell: ({ id }) => templateName(t, id) },
          {
            key: "pack",
            header: t("law_admin.pack"),
            cell: ({ pack }) => wordOr(t, `law.pack.${pack}`, pack),
          },
          {
            key: "channel",
            header: t("wording.channel"),
            cell: ({ channel }) => t(`contact.by.${channel}`),
          },
          {
            key: "language",
            header: t("wording.language"),
            cell: ({ language }) => t(`wording.language.${language}`),
          },
          {
            key: "version",
            header: t("law_admin.version"),
            cell: ({ version }) => versionName(t, version),
          },
          {
            key: "status",
            header: t("wording.status"),
            cell: ({ waits }) =>
              waits ? (
                <Chip tone="wait">{t("wording.waiting")}</Chip>
              ) : (
                <Chip tone="ok">{t("wording.stands")}</Chip>
              ),
          },
        ]}
      />
    </div>
  );
}
