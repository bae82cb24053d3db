import { claimCurrencies } from "#app/domain/cases/amount.ts";
import { creditorKinds, debtKinds, yesNoUnknown } from "#app/domain/cases/answers.ts";
import { claimQuestions, type Debtor } from "#app/domain/cases/claim-questions.ts";
import { branches, leavesOf } from "#app/domain/market/fields.ts";
import type { ClaimToday } from "#app/domain/timeline/claim-today.ts";
import type { MessageKey } from "#app/messages/words.ts";
import { ClaimTable } from "#app/ui/case/claim-table.tsx";
import { RadioCards } from "#app/ui/choice-group.tsx";
import { DateField } from "#app/ui/date-field.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { MoneyField } from "#app/ui/money-field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { ClaimQuestions } from "./claim-questions.tsx";
import { StepForm } from "./step-form.tsx";

type Values = Record<string, string | string[]>;
type ClaimStepProps = {
  values: Values;
  debtor: Debtor;
  today: string;
  total: ClaimToday | null;
  answer: unknown;
};

export function ClaimStep({ values, debtor, today, total, answer }: ClaimStepProps) {
  const t = useT();
  const locale = useLocale();
  return (
    <StepForm
      id="claim"
      answer={answer}
      values={values}
      lead={t("cases.claim.lead")}
      labels={Object.fromEntries(labelled.map(([field, key]) => [field, t(key)]))}
    >
      <div className="field-row">
        <Select
          name="kind"
          label={t("cases.claim.kind")}
          choices={debtKinds.map((value) => ({ value, label: t(`cases.kind.${value}`) }))}
        />
        <Select
          name="creditorKind"
          label={t("cases.claim.creditor_kind")}
          choices={creditorKinds.map((value) => ({ value, label: t(`brief.creditor_kind.${value}`) }))}
        />
      </div>
      <Select
        name="field"
        label={t("wizard.field")}
        hint={t("wizard.field_hint")}
        optional
        choices={branches.map((branch) => ({
          label: branch[locale],
          choices: leavesOf(branch.code).map((field) => ({ value: field.code, label: field[locale] })),
        }))}
      />
      <RadioCards
        name="purpose"
        label={t("cases.claim.purpose")}
        hint={t("cases.claim.purpose_hint")}
        choices={(["commercial", "consumer"] as const).map((value) => ({
          value,
          label: t(`brief.purpose.${value}`),
        }))}
        inline
      />
      <Amounts today={today} />
      <Interest />
      <div className="live-total" aria-live="polite">
        {total ? <ClaimTable claim={total} /> : <Notice>{t("cases.claim.no_total")}</Notice>}
      </div>
      <Contract today={today} />
      <ClaimQuestions formId="claim" values={values} debtor={debtor} today={today} />
      <TextArea
        name="description"
        label={t("cases.claim.description")}
        hint={t("cases.claim.description_hint")}
        maxLength={2_000}
      />
    </StepForm>
  );
}

/** Fields of the parts below, by the words they are asked in. */
const labelled: [string, MessageKey][] = [
  ["principal", "cases.claim.principal"],
  ["currency", "cases.claim.currency"],
  ["dueOn", "cases.claim.due_on"],
  ["interest", "cases.claim.interest"],
  ["agreedRate", "cases.claim.agreed_rate"],
  ["written", "cases.claim.written"],
  ["contractOn", "cases.claim.contract_on"],
  ["assigned", "cases.claim.assigned"],
  ...claimQuestions.map((question): [string, MessageKey] => [question, `cases.claim.${question}`]),
];

function Amounts({ today }: { today: string }) {
  const t = useT();
  return (
    <>
      <div className="field-row">
        <MoneyField
          name="principal"
          label={t("cases.claim.principal")}
          hint={t("cases.claim.principal_hint")}
        />
        <Select
          name="currency"
          label={t("cases.claim.currency")}
          hint={t("cases.claim.currency_hint")}
          choices={Object.keys(claimCurrencies).map((value) => ({ value, label: value }))}
          width="medium"
        />
      </div>
      <div className="field-row">
        <DateField
          name="dueOn"
          label={t("cases.claim.due_on")}
          hint={t("cases.claim.due_on_hint")}
          max={today}
        />
        <TextField
          name="reference"
          label={t("cases.claim.reference")}
          hint={t("cases.claim.reference_hint")}
          maxLength={80}
          optional
        />
      </div>
    </>
  );
}

function Interest() {
  const t = useT();
  return (
    <>
      <RadioCards
        name="interest"
        label={t("cases.claim.interest")}
        choices={(["none", "agreed", "statutory"] as const).map((value) => ({
          value,
          label: t(`cases.interest.${value}`),
          hint: t(`cases.interest.${value}_hint`),
        }))}
      />
      <TextField
        name="agreedRate"
        label={t("cases.claim.agreed_rate")}
        hint={t("cases.claim.agreed_rate_hint")}
        inputMode="decimal"
        suffix="%"
        width="short"
        optional
      />
    </>
  );
}

function Contract({ today }: { today: string }) {
  const t = useT();
  const yesNo = (value: (typeof yesNoUnknown)[number]) => ({ value, label: t(`cases.answer.${value}`) });
  return (
    <>
      <RadioCards
        name="written"
        label={t("cases.claim.written")}
        hint={t("cases.claim.written_hint")}
        choices={yesNoUnknown.map(yesNo)}
        inline
      />
      <DateField name="contractOn" label={t("cases.claim.contract_on")} max={today} optional />
      <RadioCards
        name="assigned"
        label={t("cases.claim.assigned")}
        hint={t("cases.claim.assigned_hint")}
        choices={(["no", "yes"] as const).map(yesNo)}
        inline
      />
      <DateField
        name="assignmentDeliveredOn"
        label={t("cases.claim.assignment_delivered_on")}
        max={today}
        optional
      />
    </>
  );
}
