import { visitOutcomes } from "#app/domain/contact/visit-forms.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CheckboxGroup, RadioCards } from "#app/ui/choice-group.tsx";
import { useT } from "#app/ui/messages.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import type { PlannedVisitView } from "./planned-visit-page.tsx";
import { RecordFields } from "./record-fields.tsx";

/** What came of a visit, told on its day or later. */
export function VisitForm({ view: { must, plan }, answer }: { view: PlannedVisitView; answer: unknown }) {
  const t = useT();
  return (
    <Card title={t("visit.record")}>
      <p className="hint">{t("visit.record_hint")}</p>
      <ActionForm answer={answer} label={t("visit.record")} values={{ from: plan.startTime }}>
        <RadioCards
          name="outcome"
          label={t("spoken.outcome")}
          choices={visitOutcomes.map((value) => ({ value, label: t(`visit.outcome.${value}`) }))}
        />
        <TextField name="from" label={t("visit.from")} hint={t("visit.time_hint")} width="short" />
        <TextField name="to" label={t("visit.to")} hint={t("visit.time_hint")} width="short" />
        <CheckboxGroup
          name="said"
          label={t("visit.said")}
          hint={t("visit.said_hint")}
          choices={[
            ...must.map((value) => ({ value, label: t(`spoken.said.${value}`) })),
            { value: "toldNobody", label: t("visit.said.toldNobody") },
          ]}
        />
        <RecordFields />
        <Button tone="primary">{t("visit.submit")}</Button>
      </ActionForm>
    </Card>
  );
}
