import { claimCurrencies } from "#app/domain/cases/amount.ts";
import { debtKinds, debtorKinds } from "#app/domain/cases/answers.ts";
import type { Finding } from "#app/domain/law/types.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Findings } from "#app/ui/case/findings.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { CheckboxGroup, RadioCards } from "#app/ui/choice-group.tsx";
import { DateField } from "#app/ui/date-field.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { useT } from "#app/ui/messages.tsx";
import { MoneyField } from "#app/ui/money-field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { wordFor } from "./fee-words.ts";
import { PaceFields } from "./work-fields.tsx";

export type PriceRefused =
  | {
      errors: object;
      place: { name: string; key: "not-capable" | "over-cap"; rule: string } | null;
      findings: Finding[];
    }
  | undefined;
type NewPriceView = { places: { code: string; name: string }[]; tomorrow: string };

const models = ["success", "fixed", "hybrid"] as const;

/** Where a standing price is written. */
export function NewPricePage({ view, answer }: { view: NewPriceView; answer: PriceRefused }) {
  const t = useT();
  return (
    <>
      <PageHeader
        title={t("price.new_title")}
        lead={t("price.new_lead")}
        back={{ to: "/prices", label: t("prices.title") }}
      />
      {view.places.length === 0 ? (
        <EmptyState
          title={t("price.no_licence")}
          action={
            <LinkButton to="/licences" tone="primary">
              {t("nav.licences")}
            </LinkButton>
          }
        />
      ) : (
        <div className="stack">
          <RefusedPlace answer={answer} />
          <PriceForm view={view} answer={answer} />
        </div>
      )}
    </>
  );
}

/** In which of its places the price cannot stand, and why. */
function RefusedPlace({ answer }: { answer: PriceRefused }) {
  const t = useT();
  if (!answer?.place) return null;
  const { name, key, rule } = answer.place;
  return (
    <Notice tone="bad">
      <p>{t(`price.refusal.${key}`, { place: name, rule })}</p>
      {answer.findings.length > 0 && <Findings findings={answer.findings} zone="UTC" />}
    </Notice>
  );
}

function PriceForm({ view: { places, tomorrow }, answer }: { view: NewPriceView; answer: PriceRefused }) {
  const t = useT();
  return (
    <Card>
      <ActionForm answer={answer} className="form" values={{ model: "success" }} labels={labelsOf(t)}>
        <ClaimFields places={places} />
        <FeeFields />
        <WorkFields tomorrow={tomorrow} />
        <div className="form-acts">
          <Button tone="primary">{t("price.submit")}</Button>
          <LinkButton to="/prices" tone="quiet">
            {t("price.back")}
          </LinkButton>
        </div>
      </ActionForm>
    </Card>
  );
}

/** The fields' names for the summary of what is wrong. */
const labelsOf = (t: ReturnType<typeof useT>) => ({
  places: t("price.places"),
  claimKinds: t("price.kinds"),
  debtorKinds: t("price.debtors"),
  currency: t("price.currency"),
  least: t("price.least"),
  most: t("price.most"),
  model: t("price.model"),
  fixedFee: t("bid.fixed"),
  successPercent: t("bid.success"),
  plan: t("bid.plan"),
  firstActDays: t("bid.first_act"),
  expectedMonths: t("bid.months"),
  until: t("price.until"),
  weeklyCap: t("price.weekly"),
  undertaken: t("price.undertake"),
});

/** Which claims the price is for. */
function ClaimFields({ places }: Pick<NewPriceView, "places">) {
  const t = useT();
  const currencies = Object.keys(claimCurrencies).map((value) => ({ value, label: value }));
  return (
    <>
      <CheckboxGroup
        name="places"
        label={t("price.places")}
        hint={t("price.places_hint")}
        choices={places.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <CheckboxGroup
        name="claimKinds"
        label={t("price.kinds")}
        choices={debtKinds.map((value) => ({ value, label: wordFor(t, "cases.kind", value) }))}
      />
      <CheckboxGroup
        name="debtorKinds"
        label={t("price.debtors")}
        choices={debtorKinds.map((value) => ({ value, label: t(`brief.debtor_kind.${value}`) }))}
      />
      <div className="field-row">
        <Select name="currency" label={t("price.currency")} choices={currencies} width="short" />
        <MoneyField name="least" label={t("price.least")} />
        <MoneyField name="most" label={t("price.most")} />
      </div>
    </>
  );
}

/** What is asked; the style sheet hides the parts that the chosen model does not have. */
function FeeFields() {
  const t = useT();
  return (
    <>
      <RadioCards
        name="model"
        label={t("price.model")}
        choices={models.map((value) => ({
          value,
          label: t(`fee_model.${value}`),
          hint: t(`fee_model.${value}_hint`),
        }))}
      />
      <div className="fee-part fixed hybrid">
        <MoneyField name="fixedFee" label={t("bid.fixed")} hint={t("bid.fixed_hint")} />
      </div>
      <div className="fee-part success hybrid">
        <TextField
          name="successPercent"
          label={t("bid.success")}
          hint={t("bid.success_hint")}
          inputMode="decimal"
          width="short"
          suffix="%"
        />
      </div>
    </>
  );
}

/** What is done for it, for how long it stands and how often it may be taken. */
function WorkFields({ tomorrow }: Pick<NewPriceView, "tomorrow">) {
  const t = useT();
  return (
    <>
      <TextArea name="plan" label={t("bid.plan")} hint={t("price.plan_hint")} rows={5} maxLength={4000} />
      <PaceFields />
      <div className="field-row">
        <DateField name="until" label={t("price.until")} hint={t("price.until_hint")} min={tomorrow} />
        <TextField
          name="weeklyCap"
          label={t("price.weekly")}
          hint={t("price.weekly_hint")}
          inputMode="numeric"
          width="short"
          optional
        />
      </div>
      <Checkbox
        name="undertaken"
        label={t("price.undertake")}
        hint={t("price.undertake_hint")}
        optional={false}
      />
    </>
  );
}
