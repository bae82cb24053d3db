import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { DraftList, type ListedDraft } from "./draft-list.tsx";

/** What posting a case takes, and the cases that were begun before. */
export function NewCasePage({ drafts, zone }: { drafts: ListedDraft[]; zone: string }) {
  const t = useT();
  return (
    <>
      <PageHeader title={t("cases.new.title")} lead={t("cases.new.lead")} />
      <div className="stack">
        <Card title={t("cases.new.ready")}>
          <ul>
            <li>{t("cases.new.ready_debtor")}</li>
            <li>{t("cases.new.ready_claim")}</li>
            <li>{t("cases.new.ready_proof")}</li>
            <li>{t("cases.new.ready_history")}</li>
          </ul>
          <p>{t("cases.new.saved")}</p>
          <ActionForm>
            <Button tone="primary" wide>
              {t("cases.new.start")}
            </Button>
          </ActionForm>
        </Card>
        <Card title={t("title.lane_title")}>
          <p>{t("title.lane_text")}</p>
          <ActionForm>
            <input type="hidden" name="lane" value="title" />
            <Button wide>{t("title.start")}</Button>
          </ActionForm>
        </Card>
        {drafts.length > 0 && (
          <Card title={t("cases.list.drafts")} flush>
            <DraftList drafts={drafts} zone={zone} />
          </Card>
        )}
      </div>
    </>
  );
}
