import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { CheckboxGroup } from "#app/ui/choice-group.tsx";
import { useField } from "#app/ui/form-answer.tsx";
import { useT } from "#app/ui/messages.tsx";
import { MoneyField } from "#app/ui/money-field.tsx";
import { NextStep } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { wordFor } from "./fee-words.ts";

type Named = { code: string; name: string };

type PracticeView = {
  set: boolean;
  mayKeep: boolean;
  matching: number;
  atLeast: boolean;
  widenings: { what: WideningKey; more: number }[];
  values: Record<string, string | string[]>;
  places: (Named & { cities: Named[] })[];
  fields: (Named & { fields: Named[] })[];
};
type WideningKey = "places" | "fields" | "kinds" | "debtors" | "amounts" | "age" | "fees" | "disputed";

const kinds = ["loan_bank", "loan_private", "goods", "services", "rent", "invoice_b2b", "other"];
const debtors = ["natural_consumer", "sole_trader", "company"];
const fees = ["success", "fixed", "hourly", "hybrid"];
const languages = ["zh", "en", "de", "es", "fr", "ru", "tr", "ar"];
const currencies = ["CNY", "USD", "EUR", "GBP", "HKD", "JPY"];

/** What a firm takes on, with what that brings today. */
export function PracticePage({ view, answer }: { view: PracticeView; answer: unknown }) {
  const t = useT();
  const words = (prefix: string, values: string[]) =>
    values.map((value) => ({ value, label: wordFor(t, prefix, value) }));
  return (
    <>
      <PageHeader
        back={{ to: "/rounds", label: t("rounds.title") }}
        title={t("practice.title")}
        lead={t("practice.lead")}
      />
      <div className="stack">
        <Matching view={view} />
        <ActionForm answer={answer} values={view.values}>
          <Tree
            name="places"
            title={t("practice.places")}
            hint={t("practice.places_hint")}
            groups={placeTree(view, t)}
          />
          {view.places.length === 0 && <p>{t("practice.no_licence")}</p>}
          <Tree
            name="fields"
            title={t("practice.fields")}
            hint={t("practice.fields_hint")}
            groups={fieldTree(view, t)}
          />
          <CheckboxGroup
            name="claimKinds"
            label={t("practice.kinds")}
            hint={t("practice.any_hint")}
            choices={words("cases.kind", kinds)}
            inline
          />
          <CheckboxGroup
            name="debtorKinds"
            label={t("practice.debtors")}
            hint={t("practice.any_hint")}
            choices={words("brief.debtor_kind", debtors)}
            inline
          />
          <CheckboxGroup
            name="feeModels"
            label={t("practice.fees")}
            hint={t("practice.any_hint")}
            choices={words("fee_model", fees)}
            inline
          />
          <CheckboxGroup
            name="languages"
            label={t("practice.languages")}
            hint={t("practice.any_hint")}
            choices={words("language", languages)}
            inline
          />
          <fieldset className="field">
            <legend>{t("practice.amounts")}</legend>
            <p className="hint">{t("practice.amounts_hint")}</p>
            <div className="filter-fields">
              {currencies.flatMap((currency) => [
                <MoneyField
                  key={`least${currency}`}
                  name={`least.${currency}`}
                  label={t("practice.least", { currency })}
                  optional
                />,
                <MoneyField
                  key={`most${currency}`}
                  name={`most.${currency}`}
                  label={t("practice.most", { currency })}
                  optional
                />,
              ])}
            </div>
          </fieldset>
          <fieldset className="field">
            <legend>{t("practice.age")}</legend>
            <div className="filter-fields">
              <TextField name="leastDays" label={t("practice.least_days")} inputMode="numeric" optional />
              <TextField name="mostDays" label={t("practice.most_days")} inputMode="numeric" optional />
            </div>
          </fieldset>
          <fieldset className="field">
            <legend>{t("practice.rules")}</legend>
            <Checkbox name="takesDisputed" label={t("practice.takes_disputed")} />
            <Checkbox name="takesLots" label={t("practice.takes_lots")} />
            <Checkbox name="remote" label={t("practice.remote")} />
            <Checkbox name="paused" label={t("practice.paused")} />
          </fieldset>
          {view.mayKeep ? (
            <Button tone="primary">{t("practice.keep")}</Button>
          ) : (
            <p className="hint">{t("practice.keep_note")}</p>
          )}
        </ActionForm>
      </div>
    </>
  );
}

/** How many rounds the profile brings now, and which condition keeps most away. */
function Matching({ view: { set, matching, atLeast, widenings } }: { view: PracticeView }) {
  const t = useT();
  if (!set) {
    return (
      <NextStep title={t("practice.unset")}>
        <p>{t("practice.unset_text")}</p>
      </NextStep>
    );
  }
  const title = atLeast
    ? t("practice.matching_more", { count: matching })
    : t("practice.matching", { count: matching });
  return (
    <NextStep
      title={matching === 0 ? t("practice.none") : title}
      action={
        matching > 0 ? (
          <LinkButton to="/rounds?mine=1" tone="primary">
            {t("practice.see")}
          </LinkButton>
        ) : undefined
      }
    >
      {widenings.length > 0 && (
        <>
          <p>{t("practice.widen")}</p>
          <ul>
            {widenings.map(({ what, more }) => (
              <li key={what}>{t(`practice.widen.${what}`, { count: more })}</li>
            ))}
          </ul>
        </>
      )}
    </NextStep>
  );
}

type Group = Named & { inside: Named[]; insideTitle: string };

function placeTree({ places }: PracticeView, t: ReturnType<typeof useT>): Group[] {
  return places.map(({ cities, ...place }) => ({
    ...place,
    inside: cities,
    insideTitle: t("practice.cities", { place: place.name }),
  }));
}

const fieldTree = ({ fields }: PracticeView, t: ReturnType<typeof useT>): Group[] =>
  fields.map((branch) => ({
    ...branch,
    inside: branch.fields,
    insideTitle: t("practice.inside", { count: branch.fields.length, field: branch.name }),
  }));

/** Ticks of two levels; the lower one unfolds, and stands open where something in it is ticked. */
function Tree({ name, title, hint, groups }: { name: string; title: string; hint: string; groups: Group[] }) {
  const field = useField(name, { hint });
  const tick = ({ code, name: label }: Named, first: boolean) => (
    <label className="tick" key={code}>
      <input
        type="checkbox"
        id={first ? field.id : undefined}
        name={`${name}[]`}
        value={code}
        defaultChecked={field.values.includes(code)}
      />{" "}
      {label}
    </label>
  );
  return (
    <fieldset className="field practice-tree" aria-describedby={field.describedBy}>
      <legend>{title}</legend>
      <p className="hint" id={field.hintId}>
        {hint}
      </p>
      {field.error && (
        <p className="field-error" id={field.errorId}>
          {field.error}
        </p>
      )}
      <div className="practice-groups" key={field.values.join()}>
        {groups.map((group, at) => (
          <div key={group.code}>
            {tick(group, at === 0)}
            {group.inside.length > 0 && (
              <details open={group.inside.some(({ code }) => field.values.includes(code))}>
                <summary>{group.insideTitle}</summary>
                {group.inside.map((each) => tick(each, false))}
              </details>
            )}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
