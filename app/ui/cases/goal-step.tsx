import { goals, roundHours } from "#app/domain/cases/answers.ts";
import { feeModels } from "#app/domain/tenders/terms.ts";
import { CheckboxGroup, RadioCards } from "#app/ui/choice-group.tsx";
import { useT } from "#app/ui/messages.tsx";
import { StepForm } from "./step-form.tsx";

type Values = Record<string, string | string[]>;

export function GoalStep({ values, answer }: { values: Values; answer: unknown }) {
  const t = useT();
  return (
    <StepForm id="goal" answer={answer} values={values} lead={t("cases.goal.lead")}>
      <RadioCards
        name="goal"
        label={t("cases.goal.goal")}
        choices={goals.map((value) => ({
          value,
          label: t(`cases.goal.${value}`),
          hint: t(`cases.goal.${value}_hint`),
        }))}
      />
      <CheckboxGroup
        name="feeModels"
        label={t("cases.goal.fee_models")}
        hint={t("cases.goal.fee_models_hint")}
        choices={feeModels.map((value) => ({
          value,
          label: t(`cases.fee.${value}`),
          hint: t(`cases.fee.${value}_hint`),
        }))}
      />
      <RadioCards
        name="windowHours"
        label={t("cases.goal.window")}
        hint={t("cases.goal.window_hint")}
        choices={roundHours.map((hours) => ({
          value: String(hours),
          label: t("cases.goal.window_days", { count: hours / 24 }),
        }))}
        inline
      />
    </StepForm>
  );
}
