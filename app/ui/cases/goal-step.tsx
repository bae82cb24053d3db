import { goals, roundHours } from "#app/domain/cases/answers.ts";
import { feeModels } from "#app/domain/tenders/terms.ts";
import { CheckboxGroup, RadioCards } from "#app/ui/choice-group.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { StepForm } from "./step-form.tsx";

type Values = Record<string, string | string[]>;

type GoalStepProps = {
  values: Values;
  /** The rule by which nobody may ask for a share of the result once it goes to court. */
  shareBarred: string | null;
  answer: unknown;
};

export function GoalStep({ values, shareBarred, answer }: GoalStepProps) {
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
      {shareBarred && <Notice tone="wait">{t("cases.goal.share_barred", { rule: shareBarred })}</Notice>}
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
