import { goals, roundHours } from "#app/domain/cases/answers.ts";
import { lanes } from "#app/domain/tenders/lanes.ts";
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
  /** A judgment is in hand: the mandate is its enforcement. */
  titled: boolean;
  answer: unknown;
};

export function GoalStep({ values, shareBarred, titled, answer }: GoalStepProps) {
  const t = useT();
  return (
    <StepForm id="goal" answer={answer} values={values} lead={t("cases.goal.lead")}>
      {titled && <Notice>{t("title.goal_notice")}</Notice>}
      <RadioCards
        name="goal"
        label={t("cases.goal.goal")}
        choices={goals
          .filter((value) => !titled || value === "enforcement")
          .map((value) => ({
            value,
            label: t(`cases.goal.${value}`),
            hint: t(`cases.goal.${value}_hint`),
          }))}
      />
      {!titled && (
        <RadioCards
          name="lane"
          label={t("lane.label")}
          hint={t("lane.hint")}
          choices={lanes.map((value) => ({
            value,
            label: t(`lane.${value}`),
            hint: t(`lane.${value}_hint`),
          }))}
          defaultValue="sealed"
        />
      )}
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
