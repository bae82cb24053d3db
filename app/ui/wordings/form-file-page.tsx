import type { FormId } from "#app/domain/contact/prescribed-forms.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { Instant } from "#app/ui/format.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { ChangeChip } from "#app/ui/law/change-table.tsx";
import { wordOr } from "#app/ui/law/law-words.ts";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { DecideForm } from "./decide-form.tsx";

type FormFile = {
  id: string;
  edition: string;
  pages: number;
  status: "proposed" | "approved" | "refused" | "withdrawn";
  documentId: string;
  documentHash: string;
  fileName: string;
  proposedAt: string | Date;
  proposedByName: string | null;
  decidedAt: string | Date | null;
  decidedByName: string | null;
  note: string | null;
};

type FormFilePageProps = {
  form: FormId;
  pack: string;
  cite: string;
  publishedAt: string;
  standing: FormFile | null;
  waiting: (FormFile & { own: boolean }) | null;
  decided: FormFile[];
  answer: unknown;
};

/** A form in prescribed words: the file that letters enclose, the one that waits, and the way to bring another. */
export function FormFilePage(page: FormFilePageProps) {
  const t = useT();
  const { form, pack, cite, publishedAt, standing, waiting, decided, answer } = page;
  return (
    <div className="stack">
      <PageHeader
        title={t(`form.name.${form}`)}
        facts={[wordOr(t, `law.pack.${pack}`, pack), cite]}
        lead={t("form_file.lead")}
        back={{ to: "/admin/templates", label: t("wording.title") }}
      />
      {standing ? (
        <Card title={t("form_file.enclosed_now")}>
          <FileFacts file={standing} />
        </Card>
      ) : (
        <Notice tone="shut" title={t("form_file.none")}>
          <p>{t("form_file.none_text")}</p>
        </Notice>
      )}
      {waiting ? (
        <WaitingFile form={form} waiting={waiting} answer={answer} />
      ) : (
        <Propose form={form} publishedAt={publishedAt} answer={answer} />
      )}
      {decided.length > 0 && <Earlier files={decided} />}
    </div>
  );
}

function FileFacts({ file }: { file: FormFile }) {
  const t = useT();
  const { edition, pages, documentId, fileName, documentHash, proposedAt, decidedAt } = file;
  const by = (name: string | null) => name || t("audit.deleted_person");
  return (
    <KeyValue
      pairs={[
        { label: t("form_file.edition"), value: edition },
        {
          label: t("form_file.file"),
          value: (
            <a href={`/documents/${documentId}`} download>
              {fileName}
            </a>
          ),
          note: t(pages === 1 ? "form_file.pages_one" : "form_file.pages", { count: pages }),
        },
        { label: "SHA-256", value: <code className="hash">{documentHash}</code> },
        {
          label: t("law_admin.proposed"),
          value: (
            <>
              {by(file.proposedByName)}, <Instant at={proposedAt} zone="UTC" />
            </>
          ),
        },
        ...(decidedAt
          ? [
              {
                label: t("wording.when"),
                value: (
                  <>
                    {by(file.decidedByName)}, <Instant at={decidedAt} zone="UTC" />
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

type WaitingProps = { form: FormId; waiting: FormFile & { own: boolean }; answer: unknown };

function WaitingFile({ form, waiting, answer }: WaitingProps) {
  const t = useT();
  const action = `/admin/forms/${form}/decide`;
  return (
    <Card title={t("form_file.waiting")}>
      <FileFacts file={waiting} />
      {waiting.own ? (
        <>
          <p>{t("error.form_file.own")}</p>
          <ActionForm action={action} answer={answer} label={t("wording.withdraw")}>
            <input type="hidden" name="fileId" value={waiting.id} />
            <input type="hidden" name="verdict" value="withdrawn" />
            <Button>{t("wording.withdraw")}</Button>
          </ActionForm>
        </>
      ) : (
        <>
          <p>{t("form_file.decide_lead")}</p>
          <DecideForm
            action={action}
            answer={answer}
            which={{ name: "fileId", value: waiting.id }}
            approve={t("form_file.approve")}
            refuse={t("form_file.refuse")}
          />
        </>
      )}
    </Card>
  );
}

function Propose({ form, publishedAt, answer }: { form: FormId; publishedAt: string; answer: unknown }) {
  const t = useT();
  return (
    <Card title={t("form_file.propose")}>
      <p>
        {t("form_file.published_at")} <a href={publishedAt}>{publishedAt}</a>
      </p>
      <ActionForm
        action={`/admin/forms/${form}?index`}
        answer={answer}
        multipart
        label={t("form_file.propose")}
      >
        <TextField
          name="edition"
          label={t("form_file.edition")}
          hint={t("form_file.edition_hint")}
          maxLength={120}
        />
        <FileField
          name="file"
          label={t("form_file.file")}
          hint={t("form_file.file_hint")}
          accept="application/pdf"
        />
        <Button tone="primary">{t("form_file.propose_submit")}</Button>
      </ActionForm>
    </Card>
  );
}

function Earlier({ files }: { files: FormFile[] }) {
  const t = useT();
  return (
    <DataTable
      caption={t("form_file.earlier")}
      showCaption
      rows={files}
      rowKey={({ id }) => id}
      empty={null}
      columns={[
        { key: "edition", header: t("form_file.edition"), cell: ({ edition }) => edition },
        {
          key: "file",
          header: t("form_file.file"),
          cell: ({ documentId, fileName }) => (
            <a href={`/documents/${documentId}`} download>
              {fileName}
            </a>
          ),
        },
        {
          key: "decided",
          header: t("wording.when"),
          cell: ({ decidedAt, decidedByName, note }) => (
            <>
              {decidedByName || t("audit.deleted_person")}
              {decidedAt && (
                <>
                  , <Instant at={decidedAt} zone="UTC" />
                </>
              )}
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
