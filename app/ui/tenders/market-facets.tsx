import { Form, Link } from "@remix-run/react";
import { formatCount } from "#app/messages/format.ts";
import { Button } from "#app/ui/button.tsx";
import { classes } from "#app/ui/classes.ts";
import { FormContext } from "#app/ui/form-answer.tsx";
import { useT } from "#app/ui/messages.tsx";
import { MoneyField } from "#app/ui/money-field.tsx";
import { Select } from "#app/ui/select.tsx";

export type Facet = {
  key: string;
  title: string;
  values: { label: string; count: number | null; to: string; on: boolean }[];
  back: { label: string; to: string } | null;
};

/** What a phone's sheet and a desk's left column hold alike. */
const shownAtOnce = 8;

type FacetsProps = {
  facets: Facet[];
  atLeast: boolean;
  query: string;
  typed: Record<string, string | undefined>;
  errors: Record<string, string[]>;
};

/** Facets as links, so that they work without script and can be shared; a sheet on phones, opened by its address. */
export function MarketFacets({ facets, atLeast, query, typed, errors }: FacetsProps) {
  const t = useT();
  return (
    <aside className="facets" id="facets" aria-label={t("market.facets")}>
      <div className="facets-sheet">
        {facets.map((facet) => (
          <FacetList key={facet.key} facet={facet} atLeast={atLeast} />
        ))}
        <ExactAmounts query={query} typed={typed} errors={errors} />
        <a className="button primary facets-done" href="#rounds">
          {t("market.facets_done")}
        </a>
      </div>
    </aside>
  );
}

function FacetList({ facet: { key, title, values, back }, atLeast }: { facet: Facet; atLeast: boolean }) {
  const t = useT();
  const [first, rest] = [values.slice(0, shownAtOnce), values.slice(shownAtOnce)];
  const id = `facet-${key}`;
  return (
    <section className="facet" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {back && (
        <Link className="facet-back" to={back.to} preventScrollReset>
          {back.label}
        </Link>
      )}
      <FacetValues values={first} atLeast={atLeast} />
      {rest.length > 0 && (
        <details open={rest.some(({ on }) => on)}>
          <summary>{t("market.more_values")}</summary>
          <FacetValues values={rest} atLeast={atLeast} />
        </details>
      )}
    </section>
  );
}

function FacetValues({ values, atLeast }: { values: Facet["values"]; atLeast: boolean }) {
  const t = useT();
  return (
    <ul>
      {values.map(({ label, count, to, on }) => (
        <li key={label}>
          <Link
            to={to}
            preventScrollReset
            className={classes("facet-value", on && "on")}
            aria-current={on ? "true" : undefined}
          >
            <span>{label}</span>
            {count !== null && (
              <span className="facet-count">
                {atLeast ? t("market.at_least", { count: formatCount(count) }) : formatCount(count)}
              </span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}

const currencies = ["USD", "CNY", "EUR", "GBP", "HKD", "JPY"];

/** Amounts finer than the bands. The rest of what was asked for goes along. */
function ExactAmounts({ query, typed, errors }: Pick<FacetsProps, "query" | "typed" | "errors">) {
  const t = useT();
  const own = ["currency", "least", "most"];
  const values = Object.fromEntries(own.flatMap((name) => (typed[name] ? [[name, typed[name]]] : [])));
  const money = currencies.map((value) => ({ value, label: value }));
  const failed = own.some((name) => errors[name]);
  return (
    <details className="facet" open={Object.keys(values).length > 0 || failed}>
      <summary>{t("market.facet.exact")}</summary>
      <FormContext.Provider value={{ prefix: "filter", errors, values, pending: false }}>
        <Form method="get" action="/rounds" aria-label={t("market.facet.exact")}>
          <Kept query={query} except={own} />
          <Select
            name="currency"
            label={t("rounds.filter.currency")}
            noBlank
            choices={[{ value: "", label: t("rounds.filter.any_currency") }, ...money]}
          />
          <MoneyField name="least" label={t("rounds.filter.least")} optional />
          <MoneyField name="most" label={t("rounds.filter.most")} optional />
          <Button small>{t("rounds.filter.apply")}</Button>
        </Form>
      </FormContext.Provider>
    </details>
  );
}

/** What else is asked for, carried along by a form that asks for more. */
export function Kept({ query, except }: { query: string; except: readonly string[] }) {
  return [...new URLSearchParams(query)]
    .filter(([name]) => !except.includes(name))
    .map(([name, value]) => <input key={name + value} type="hidden" name={name} value={value} />);
}
