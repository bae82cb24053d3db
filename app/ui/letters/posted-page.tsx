import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DateField } from "#app/ui/date-field.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { type BatchView, Stopped } from "./batch-page.tsx";

/** The day a batch was posted, what the post gave for its letters, and which were left out. */
export function PostedPage({ view, answer }: { view: BatchView; answer: unknown }) {
  const t = useT();
  return (
    <div className="form stack">
      <PageHeader
        title={t("letters.posted")}
        back={{ to: `/letters/${view.id}`, label: t("letters.batch") }}
        lead={t("letters.posted_lead")}
      />
      <Stopped stopped={view.stopped} />
      <Card>
        <ActionForm answer={answer}>
          <DateField
            name="postedOn"
            label={t("letters.posted_on")}
            hint={t("letters.posted_on_hint")}
            defaultValue={view.days.at(-1)}
          />
          <TextArea
            name="tracking"
            label={t("letters.tracking")}
            hint={t("letters.tracking_hint")}
            optional
            rows={8}
          />
          <TextArea
            name="left"
            label={t("letters.left")}
            hint={t("letters.left_hint")}
            optional
            rows={2}
            defaultValue={view.stopped.map(({ place }) => place).join(", ")}
          />
          {view.stopped.length > 0 && (
            <TextArea name="gone" label={t("letters.gone")} hint={t("letters.gone_hint")} optional rows={2} />
          )}
          <Button tone="primary">{t("letters.posted")}</Button>
        </ActionForm>
      </Card>
    </div>
  );
}
