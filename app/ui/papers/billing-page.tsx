import { statusesIn, taxStatuses } from "#app/domain/papers/particulars.ts";
import { type TaxCountry, taxCountries } from "#app/domain/papers/tax.data.ts";
import { FormPage } from "#app/ui/account/form-page.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { RadioCards } from "#app/ui/choice-group.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";

type BillingPageProps = {
  view: {
    isPlatform: boolean;
    values: Record<"name" | "country" | "address" | "taxStatus" | "taxNumber" | "ownRate", string | null>;
  };
  answer: unknown;
};

/** What an organisation's papers say of it. Its tax status is asked for and never assumed. */
export function BillingPage({ view: { isPlatform, values }, answer }: BillingPageProps) {
  const t = useT();
  const back = isPlatform
    ? { to: "/admin/papers", label: t("nav.papers") }
    : { to: "/payments", label: t("nav.payments") };
  return (
    <FormPage title={t("billing.title")} lead={t("billing.lead")} back={back}>
      <ActionForm answer={answer} values={values}>
        <TextField name="name" label={t("billing.name")} hint={t("billing.name_hint")} maxLength={200} />
        <TextArea name="address" label={t("billing.address")} rows={3} maxLength={500} />
        <Select
          name="country"
          label={t("billing.country")}
          choices={taxCountries.map((value) => ({ value, label: t(`paper.country.${value}`) }))}
        />
        <RadioCards
          name="taxStatus"
          label={t("billing.status")}
          hint={t("billing.status_hint")}
          choices={taxStatuses.map((value) => ({
            value,
            label: t(`billing.status.${value}`),
            hint: t("billing.status_in", {
              text: t(`billing.status.${value}_hint`),
              countries: countriesOf(value)
                .map((each) => t(`paper.country.${each}`))
                .join(", "),
            }),
          }))}
        />
        <TextField
          name="taxNumber"
          label={t("billing.number")}
          hint={t("billing.number_hint")}
          optional
          width="medium"
          maxLength={40}
        />
        <TextField
          name="ownRate"
          label={t("billing.own_rate")}
          hint={t("billing.own_rate_hint")}
          optional
          width="short"
          inputMode="decimal"
          suffix="%"
        />
        <Button tone="primary">{t("form.save")}</Button>
      </ActionForm>
    </FormPage>
  );
}

const countriesOf = (status: (typeof taxStatuses)[number]): TaxCountry[] =>
  taxCountries.filter((country) => statusesIn[country].includes(status));
