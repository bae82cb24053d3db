import { Form } from "@remix-run/react";
import { coverageCountries, coverageStatuses } from "#app/domain/law/coverage-statuses.ts";
import type { CoverageView } from "#app/domain/law/coverage-view.ts";
import { forces } from "#app/domain/law/types.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { FormContext } from "#app/ui/form-answer.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useCountryName } from "./law-page.tsx";

/** The filter lives in the address, so that a narrowed list can be kept and shared. */
export function LawFilter({ view: { typed, counts } }: { view: CoverageView }) {
  const t = useT();
  const nameOf = useCountryName();
  const known = new Set(counts.map(({ country }) => country));
  const all = { value: "", label: t("lawpage.any") };
  const countries = coverageCountries.filter((country) => known.has(country));
  return (
    <FormContext.Provider value={{ prefix: "law", errors: {}, values: typed, pending: false }}>
      <Form method="get" action="/law#rows" className="law-filter" aria-label={t("lawpage.filter")}>
        <div className="filter-fields">
          <TextField name="q" type="search" label={t("lawpage.search")} optional />
          <Select
            name="country"
            label={t("lawpage.country")}
            noBlank
            choices={[all, ...countries.map((value) => ({ value, label: nameOf(value) }))]}
          />
          <Select
            name="force"
            label={t("lawpage.force")}
            noBlank
            choices={[all, ...forces.map((value) => ({ value, label: t(`law.force.${value}`) }))]}
          />
          <Select
            name="status"
            label={t("lawpage.status")}
            noBlank
            choices={[
              all,
              ...coverageStatuses.map((value) => ({ value, label: t(`lawpage.status.${value}`) })),
            ]}
          />
        </div>
        <div className="form-acts">
          <Button>{t("lawpage.apply")}</Button>
          {Object.values(typed).some(Boolean) && (
            <LinkButton to="/law" tone="quiet">
              {t("lawpage.clear")}
            </LinkButton>
          )}
        </div>
      </Form>
    </FormContext.Provider>
  );
}
