import { claimCurrencies } from "#app/domain/cases/amount.ts";
import { creditorKinds, debtKinds, debtorKinds } from "#app/domain/cases/answers.ts";
import type { FileTerms } from "#app/domain/portfolios/claim.ts";
import {
  type CellForms,
  type ClaimField,
  claimFields,
  neededFields,
} from "#app/domain/portfolios/columns.ts";
import { useT } from "#app/ui/messages.tsx";
import { Select } from "#app/ui/select.tsx";

const needed: ReadonlySet<ClaimField> = new Set(neededFields);

type ColumnChoicesProps = { headers: string[]; columns: Partial<Record<ClaimField, string>> };

/** Which column is read as what: what was guessed stands in each, and any header may be chosen instead. */
export function ColumnChoices({ headers, columns }: ColumnChoicesProps) {
  const t = useT();
  const choices = [{ value: "-", label: t("portfolios.column_none") }].concat(
    headers.map((header) => ({ value: header, label: header })),
  );
  return (
    <fieldset className="band fields">
      <legend>{t("portfolios.mapping")}</legend>
      <div className="field-grid">
        {claimFields.map((field) => (
          <Select
            key={field}
            name={`columns.${field}`}
            label={t(`import.field.${field}`)}
            defaultValue={columns[field] ?? "-"}
            choices={choices}
            optional={!needed.has(field)}
            noBlank
          />
        ))}
      </div>
    </fieldset>
  );
}

const countries = ["CN", "US", "GB", "DE"] as const;

/** How amounts and dates are spelled, and what holds for every row that says nothing else itself. */
export function FormChoices({ forms, terms }: { forms: CellForms; terms: FileTerms }) {
  const t = useT();
  const orders = claimFields.flatMap((field) => {
    const found = forms.dates[field];
    if (!found) return [];
    return t("portfolios.date_found", {
      field: t(`import.field.${field}`),
      order: t(`portfolios.order.${found.order ?? "none"}`),
      because: t(`portfolios.by.${found.by}`),
    });
  });
  return (
    <fieldset className="band fields">
      <legend>{t("portfolios.forms")}</legend>
      <div className="field-grid">
        <Select
          name="decimal"
          label={t("portfolios.decimal")}
          hint={t(`portfolios.decimal_found.${forms.decimal ?? "none"}`)}
          choices={[
            { value: "", label: t("portfolios.as_found") },
            { value: "point", label: t("portfolios.point") },
            { value: "comma", label: t("portfolios.comma") },
          ]}
          optional
          noBlank
        />
        <Select
          name="dateOrder"
          label={t("portfolios.date_order")}
          hint={orders.join(t("list.separator"))}
          choices={[
            { value: "", label: t("portfolios.as_found") },
            { value: "dmy", label: t("portfolios.order.dmy") },
            { value: "mdy", label: t("portfolios.order.mdy") },
          ]}
          optional
          noBlank
        />
        <TermChoices terms={terms} />
      </div>
    </fieldset>
  );
}

function TermChoices({ terms }: { terms: FileTerms }) {
  const t = useT();
  return (
    <>
      <Select
        name="terms.country"
        label={t("import.field.country")}
        defaultValue={terms.country ?? ""}
        choices={countries.map((value) => ({ value, label: t(`portfolios.country.${value}`) }))}
        optional
      />
      <Select
        name="terms.currency"
        label={t("import.field.currency")}
        hint={t("portfolios.term_hint")}
        defaultValue={terms.currency ?? ""}
        choices={Object.keys(claimCurrencies).map((value) => ({ value, label: value }))}
        optional
      />
      <Select
        name="terms.debtorKind"
        label={t("lots.debtors")}
        hint={t("portfolios.term_hint")}
        defaultValue={terms.debtorKind ?? ""}
        choices={debtorKinds.map((value) => ({ value, label: t(`lots.debtors.${value}`) }))}
        optional
      />
      <Select
        name="terms.claimKind"
        label={t("import.field.claimKind")}
        hint={t("portfolios.term_hint")}
        defaultValue={terms.claimKind}
        choices={debtKinds.map((value) => ({ value, label: t(`cases.kind.${value}`) }))}
        noBlank
      />
      <Select
        name="terms.creditorKind"
        label={t("brief.creditor_kind")}
        defaultValue={terms.creditorKind}
        choices={creditorKinds.map((value) => ({ value, label: t(`brief.creditor_kind.${value}`) }))}
        noBlank
      />
    </>
  );
}
