import { Form } from "@remix-run/react";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { Kept } from "./market-facets.tsx";

/** Words of the lists, in either language; a search is an address like every filter. */
export function MarketSearch({ query, text }: { query: string; text: string | undefined }) {
  const t = useT();
  return (
    <Form
      method="get"
      action="/rounds"
      role="search"
      className="market-search"
      aria-label={t("market.search")}
    >
      <Kept query={query} except={["q"]} />
      <TextField
        key={text}
        name="q"
        type="search"
        label={t("market.search")}
        hint={t("market.search_hint")}
        defaultValue={text}
        optional
      />
      <Button>{t("market.search_act")}</Button>
    </Form>
  );
}

/** Keeps the list as it is narrowed now. */
export function SaveSearch({ query }: { query: string }) {
  const t = useT();
  const alerts = (["none", "instant", "daily"] as const).map((value) => ({
    value,
    label: t(`market.alert.${value}`),
  }));
  return (
    <details className="filter">
      <summary>{t("market.save")}</summary>
      <ActionForm action="/rounds/saved" values={{ alert: "instant" }} label={t("market.save")}>
        <input type="hidden" name="query" value={query} />
        <div className="filter-fields">
          <TextField name="name" label={t("market.saved_name")} />
          <Select name="alert" label={t("market.saved_alert")} noBlank choices={alerts} />
        </div>
        <div className="form-acts">
          <Button>{t("market.save_act")}</Button>
          <LinkButton to="/rounds/saved" tone="quiet">
            {t("market.saved")}
          </LinkButton>
        </div>
      </ActionForm>
    </details>
  );
}
