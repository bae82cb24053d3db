import { yesNoUnknown } from "#app/domain/cases/answers.ts";
import { RadioCards } from "#app/ui/choice-group.tsx";
import { DateField } from "#app/ui/date-field.tsx";
import { useT } from "#app/ui/messages.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { StepForm } from "./step-form.tsx";

type Values = Record<string, string | string[]>;

export function HistoryStep({ values, today, answer }: { values: Values; today: string; answer: unknown }) {
  const t = useT();
  return (
    <StepForm id="history" answer={answer} values={values} lead={t("cases.history.lead")}>
      <RadioCards
        name="disputed"
        label={t("cases.history.disputed")}
        hint={t("cases.history.disputed_hint")}
        choices={yesNoUnknown.map((value) => ({ value, label: t(`cases.answer.${value}`) }))}
        inline
      />
      <DateField name="reminderSentOn" label={t("cases.history.reminder")} max={today} optional />
      <DateField
        name="demandDeliveredOn"
        label={t("cases.history.demand")}
        hint={t("cases.history.demand_hint")}
        max={today}
        optional
      />
      <DateField
        name="lastPaymentOn"
        label={t("cases.history.last_payment")}
        hint={t("cases.history.last_payment_hint")}
        max={today}
        optional
      />
      <RadioCards
        name="judgment"
        label={t("cases.history.judgment")}
        hint={t("cases.history.judgment_hint")}
        choices={(["no", "yes"] as const).map((value) => ({ value, label: t(`cases.answer.${value}`) }))}
        inline
      />
      <TextField name="judgmentCourt" label={t("cases.history.court")} maxLength={200} optional />
      <div className="field-row">
        <TextField name="judgmentNumber" label={t("cases.history.number")} maxLength={80} optional />
        <DateField name="judgmentOn" label={t("cases.history.judgment_on")} max={today} optional />
      </div>
      <div className="field-row">
        <DateField
          name="judgmentFinalOn"
          label={t("title.final_on")}
          hint={t("title.final_on_hint")}
          max={today}
          optional
        />
        <DateField name="judgmentPayBy" label={t("title.pay_by")} hint={t("title.pay_by_hint")} optional />
      </div>
    </StepForm>
  );
}
