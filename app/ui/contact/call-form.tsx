import { callOutcomes } from "#app/domain/timeline/step-forms.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CheckboxGroup } from "#app/ui/choice-group.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Select } from "#app/ui/select.tsx";
import type { CallView } from "./call-page.tsx";
import { RecordFields } from "./record-fields.tsx";

/** What came of a call that was just made; its moment is the server's. */
export function CallForm({ view: { must }, answer }: { view: Pick<CallView, "must">; answer: unknown }) {
  const t = useT();
  return (
    <Card title={t("call.record")}>
      <p className="hint">{t("call.record_hint")}</p>
      <ActionForm answer={answer}>
        <Select
          name="outcome"
          label={t("spoken.outcome")}
          choices={callOutcomes.map((value) => ({ value, label: t(`step.outcome.${value}`) }))}
        />
        {must.length > 0 && (
          <CheckboxGroup
            name="said"
            label={t("spoken.said")}
            hint={t("spoken.said_hint")}
            choices={must.map((value) => ({ value, label: t(`spoken.said.${value}`) }))}
          />
        )}
        <RecordFields />
        <Button tone="primary">{t("call.submit")}</Button>
      </ActionForm>
    </Card>
  );
}
