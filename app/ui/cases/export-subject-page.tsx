import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { RadioCards } from "#app/ui/choice-group.tsx";
import { ExportSections, type ExportShown } from "#app/ui/door/export-sections.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TextField } from "#app/ui/text-field.tsx";

type Reason = "subject_request" | "representative" | "authority_request" | "court_order";
type ExportSubjectProps = {
  view: { caseId: string; code: string; reasons: Reason[] };
  shown: ExportShown | null;
  answer: unknown;
};

/** Asks on which request a debtor's data is taken out; that, and by whom, is written to the audit log before anything is shown. */
export function ExportSubjectPage({ view, shown, answer }: ExportSubjectProps) {
  const t = useT();
  const at = `/admin/cases/${view.caseId}/export`;
  return (
    <>
      <PageHeader
        title={t("subject.title", { code: view.code })}
        lead={shown ? shown.lead : t("subject.lead")}
        back={{ to: `/admin/cases/${view.caseId}`, label: view.code }}
      />
      {shown ? (
        <div className="stack">
          <ExportSections sections={shown.sections} />
        </div>
      ) : (
        <Card>
          <ActionForm answer={answer} className="form" reloadDocument>
            <RadioCards
              name="reason"
              label={t("subject.reason")}
              choices={view.reasons.map((value) => ({ value, label: t(`subject.reason.${value}`) }))}
            />
            <TextField
              name="request"
              label={t("subject.request")}
              hint={t("subject.request_hint")}
              maxLength={40}
            />
            <div className="acts">
              <Button tone="primary">{t("subject.show")}</Button>
              <Button formAction={`${at}/pdf`}>{t("subject.pdf")}</Button>
              <Button formAction={`${at}/json`}>{t("subject.json")}</Button>
            </div>
          </ActionForm>
        </Card>
      )}
    </>
  );
}
