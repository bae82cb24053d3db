import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Instant } from "#app/ui/format.tsx";
import { ChangeChip } from "#app/ui/law/change-table.tsx";
import { wordOr } from "#app/ui/law/law-words.ts";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { type TemplateHead, templateName, versionName } from "./template-names.ts";
import { type Waiting, WaitingWording } from "./waiting-wording.tsx";

type Decided = {
  id: string;
  version: number;
  status: "approved" | "refused" | "withdrawn";
  reason: string;
  note: string | null;
  decidedAt: string | Date;
  proposedByName: string | null;
  decidedByName: string | null;
};

export type TemplatePageProps = TemplateHead & {
  subject: string;
  passages: { text: string; carries: string[] }[];
  waiting: Waiting | null;
  decided: Decided[];
};

/** A template's words as letters are written in them, what waits beside them, and what was decided before. */
export function TemplatePage(template: TemplatePageProps) {
  const t = useT();
  const { id, pack, channel, language, version, waiting, decided } = template;
  return (
    <div className="stack">
      <PageHeader
        title={templateName(t, id)}
        facts={[
          wordOr(t, `law.pack.${pack}`, pack),
          t(`contact.by.${channel}`),
          t(`wording.language.${language}`),
          versionName(t, version),
        ]}
        back={{ to: "/admin/templates", label: t("wording.title") }}
        action={
          !waiting && (
            <LinkButton to={`/admin/templates/${encodeURIComponent(id)}/wording`} tone="primary">
              {t("wording.propose")}
            </LinkButton>
          )
        }
      />
      {waiting && <WaitingWording templateId={id} waiting={waiting} />}
      <Words {...template} />
      {decided.length > 0 && <DecidedTable decided={decided} />}
    </div>
  );
}

/** Passage by passage, in the letter's own language, with what each carries for the law. */
function Words({ subject, passages, language }: TemplatePageProps) {
  const t = useT();
  const locale = useLocale();
  const list = new Intl.ListFormat(locale);
  return (
    <Card title={t("wording.words")}>
      {subject && (
        <p>
          <b lang={language}>{subject}</b>
        </p>
      )}
      <ol className="wording">
        {passages.map(({ text, carries }, at) => (
          <li key={at}>
            <p className="wording-text" lang={language}>
              {text}
            </p>
            {carries.length > 0 && (
              <p className="hint">
                {t("wording.carries", {
                  items: list.format(carries.map((item) => wordOr(t, `law.fact.action.items.${item}`, item))),
                })}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}

function DecidedTable({ decided }: { decided: Decided[] }) {
  const t = useT();
  const by = (name: string | null) => name || t("audit.deleted_person");
  return (
    <DataTable
      caption={t("wording.earlier")}
      showCaption
      rows={decided}
      rowKey={({ id }) => id}
      empty={null}
      columns={[
        { key: "version", header: t("law_admin.version"), cell: ({ version }) => versionName(t, version) },
        { key: "why", header: t("wording.reason"), cell: ({ reason }) => reason },
        { key: "by", header: t("law_admin.proposed"), cell: ({ proposedByName }) => by(proposedByName) },
        {
          key: "decided",
          header: t("wording.when"),
          cell: ({ decidedAt, decidedByName, note }) => (
            <>
              {by(decidedByName)}, <Instant at={decidedAt} zone="UTC" />
              {note && <span className="pair-note">{note}</span>}
            </>
          ),
        },
        {
          key: "status",
          header: t("wording.status"),
          cell: ({ status }) => <ChangeChip status={status} />,
        },
      ]}
    />
  );
}
