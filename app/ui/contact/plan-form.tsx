import { visitPlaces } from "#app/domain/contact/visit-forms.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { RadioCards } from "#app/ui/choice-group.tsx";
import { DateField } from "#app/ui/date-field.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import type { VisitView } from "./visit-page.tsx";

/** Who goes, when, to what kind of place, with what consent and why. The address is on file. */
export function PlanForm({ view, answer }: { view: VisitView; answer: unknown }) {
  const t = useT();
  return (
    <Card title={t("visit.plan")}>
      <p className="hint">{t("visit.plan_hint")}</p>
      <ActionForm answer={answer} values={{ goes: view.userId }}>
        <input type="hidden" name="key" value={view.key} />
        <Select
          name="goes"
          label={t("visit.goes")}
          hint={t("visit.goes_hint")}
          choices={view.staff.map(({ userId, name }) => ({ value: userId, label: name }))}
        />
        <DateField name="on" label={t("visit.on")} min={view.today} />
        <TextField name="time" label={t("visit.time")} hint={t("visit.time_hint")} width="short" />
        <RadioCards
          name="place"
          label={t("visit.place")}
          choices={visitPlaces.map((value) => ({ value, label: t(`visit.place.${value}`) }))}
        />
        <RadioCards
          name="consent"
          label={t("visit.consent")}
          hint={t("visit.consent_hint")}
          choices={(["yes", "no"] as const).map((value) => ({ value, label: t(`visit.consent.${value}`) }))}
        />
        <Select
          name="evidenceId"
          label={t("visit.evidence")}
          hint={t("visit.evidence_hint")}
          choices={view.evidence.map(({ id, title }) => ({ value: id, label: title }))}
          optional
        />
        <TextArea
          name="purpose"
          label={t("visit.purpose")}
          hint={t("visit.purpose_hint")}
          rows={2}
          maxLength={300}
        />
        <Button tone="primary">{t("visit.submit_plan")}</Button>
      </ActionForm>
    </Card>
  );
}
