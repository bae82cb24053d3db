import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { templateName } from "./template-names.ts";
import { type Waiting, WordingChanges } from "./waiting-wording.tsx";

type DecidePageProps = { templateId: string; waiting: Waiting; answer: unknown };

/** The words once more, and the two ways to decide them. */
export function DecidePage({ templateId, waiting, answer }: DecidePageProps) {
  const t = useT();
  return (
    <div className="stack">
      <PageHeader
        title={t("wording.decide")}
        lead={t("wording.decide_lead")}
        back={{
          to: `/admin/templates/${encodeURIComponent(templateId)}`,
          label: templateName(t, templateId),
        }}
      />
      <Card title={t("wording.proposed_words")} flush>
        <WordingChanges changes={waiting.changes} />
      </Card>
      <Card title={t("wording.decide")}>
        <ActionForm answer={answer} label={t("wording.decide")}>
          <input type="hidden" name="wordingId" value={waiting.id} />
          <div className="form-acts">
            <Button tone="primary" name="verdict" value="approved">
              {t("wording.approve")}
            </Button>
          </div>
          <hr />
          <TextArea
            name="note"
            label={t("wording.refuse_reason")}
            hint={t("wording.refuse_hint")}
            optional
            maxLength={2000}
          />
          <Button tone="danger" name="verdict" value="refused">
            {t("wording.refuse")}
          </Button>
        </ActionForm>
      </Card>
    </div>
  );
}
