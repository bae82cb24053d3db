import { Card } from "#app/ui/card.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { DecideForm } from "./decide-form.tsx";
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
        <DecideForm
          answer={answer}
          which={{ name: "wordingId", value: waiting.id }}
          approve={t("wording.approve")}
          refuse={t("wording.refuse")}
        />
      </Card>
    </div>
  );
}
