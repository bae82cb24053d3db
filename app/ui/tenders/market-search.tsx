import { Form, Link } from "@remix-run/react";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { useT } from "#app/ui/messages.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { Kept } from "./market-facets.tsx";
import { SearchFields } from "./search-fields.tsx";

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

/** The saved search that was opened: what it is called, and a way to put the filters of this list under its name. */
export function OpenedSearch({ opened, query }: { opened: Opened; query: string }) {
  const t = useT();
  const { id, name, changed } = opened;
  return (
    <div className="opened-search">
      <p>
        {t(changed ? "market.opened_changed" : "market.opened", { name })}{" "}
        <Link to={`/rounds/saved/${id}`}>{t("market.change")}</Link>
      </p>
      {changed && (
        <Form method="post" action={`/rounds/saved/${id}/filters`}>
          <input type="hidden" name="query" value={query} />
          <Button small>{t("market.save_over", { name })}</Button>
        </Form>
      )}
    </div>
  );
}

export type Opened = { id: string; name: string; changed: boolean };

/** Keeps the list as it is narrowed now. */
export function SaveSearch({ query }: { query: string }) {
  const t = useT();
  return (
    <details className="filter">
      <summary>{t("market.save")}</summary>
      <ActionForm action="/rounds/saved" values={{ alert: "instant" }} label={t("market.save")}>
        <input type="hidden" name="query" value={query} />
        <div className="filter-fields">
          <SearchFields />
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
