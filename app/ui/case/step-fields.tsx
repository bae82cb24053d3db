import { paymentOrderConditions } from "#app/domain/law/action-input.ts";
import {
  callOutcomes,
  deliveryOutcomes,
  emailBases,
  MAX_WORDS,
  noticeAmounts,
  orderAnswers,
  type StepField,
} from "#app/domain/timeline/step-forms.ts";
import type { MessageKey } from "#app/messages/words.ts";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { CheckboxGroup, RadioCards } from "#app/ui/choice-group.tsx";
import { DateField } from "#app/ui/date-field.tsx";
import { useT } from "#app/ui/messages.tsx";
import { MoneyField } from "#app/ui/money-field.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";

type StepFieldsProps = {
  fields: readonly StepField[];
  isCall: boolean;
  currency: string;
  /** What the letter must say or enclose. */
  items: { value: string; label: string }[];
  /** Codes of the states a court may lie in. */
  states: { value: string; label: string }[];
};

/** The questions a step brings beyond date, proof and note; each is there because a rule asks it. */
export function StepFields({ fields, ...rest }: StepFieldsProps) {
  return (
    <>
      {fields.map((field) => (
        <StepFieldInput key={field} field={field} {...rest} />
      ))}
    </>
  );
}

type InputProps = Omit<StepFieldsProps, "fields"> & { field: StepField };

function StepFieldInput({ field, isCall, currency, items, states }: InputProps) {
  const t = useT();
  const choices = <V extends string>(values: readonly V[], stem: string) =>
    values.map((value) => {
      const key = `${stem}.${value}`;
      return { value, label: t.has(key) ? t(key) : value };
    });
  switch (field) {
    case "outcome":
      return (
        <RadioCards
          name="outcome"
          label={t("step.outcome")}
          choices={choices(isCall ? callOutcomes : deliveryOutcomes, "step.outcome")}
        />
      );
    case "number":
      return <TextField name="number" type="tel" label={t("step.number")} width="medium" />;
    case "numberCheckedOn":
      return (
        <DateField
          name="numberCheckedOn"
          label={t("step.number_checked")}
          hint={t("step.number_checked_hint")}
        />
      );
    case "emailBasis":
      return (
        <Select
          name="emailBasis"
          label={t("step.email_basis")}
          choices={choices(emailBases, "step.email_basis")}
        />
      );
    case "employerAddress":
      return (
        <RadioCards
          name="employerAddress"
          label={t("step.employer_address")}
          inline
          choices={[
            { value: "no", label: t("add_fact.no") },
            { value: "yes", label: t("add_fact.yes") },
          ]}
        />
      );
    case "answerBy":
      return <DateField name="answerBy" label={t("step.answer_by")} hint={t("step.answer_by_hint")} />;
    case "attorneyReview":
      return <Checkbox name="attorneyReview" label={t("step.attorney_review")} />;
    case "threatensSuit":
      return (
        <Checkbox name="threatensSuit" label={t("step.threatens")} hint={t("step.threatens_hint")} optional />
      );
    case "words":
      return (
        <TextArea
          name="words"
          label={t("step.words")}
          hint={t("step.words_hint")}
          rows={6}
          maxLength={MAX_WORDS}
          optional
        />
      );
    case "forumState":
      return <Select name="forumState" label={t("step.forum")} choices={states} width="medium" />;
    case "conditions":
      return (
        <CheckboxGroup
          name="conditions"
          label={t("step.conditions")}
          hint={t("step.conditions_hint")}
          choices={choices(paymentOrderConditions, "step.condition")}
        />
      );
    case "orderAnswers":
      return (
        <CheckboxGroup
          name="orderAnswers"
          label={t("step.order_answers")}
          hint={t("step.order_answers_hint")}
          choices={choices(orderAnswers, "step.order_answer")}
        />
      );
    case "letterDate":
      return <DateField name="letterDate" label={t("step.letter_date")} hint={t("step.letter_date_hint")} />;
    case "items":
      return (
        <CheckboxGroup name="items" label={t("step.items")} hint={t("step.items_hint")} choices={items} />
      );
    case "amounts":
      return (
        <fieldset className="field">
          <legend>{t("step.amounts")}</legend>
          {noticeAmounts.map((name) => {
            const key: MessageKey = `step.amount.${name}`;
            return <MoneyField key={name} name={`amounts.${name}`} label={t(key)} currency={currency} />;
          })}
        </fieldset>
      );
  }
}
