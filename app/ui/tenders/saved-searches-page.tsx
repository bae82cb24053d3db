import { Form, Link } from "@remix-run/react";
import { savedQuery } from "#app/domain/market/asked-filter.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SearchFields } from "./search-fields.tsx";

type Search = { id: string; name: string; query: string; alert: "none" | "instant" | "daily" };

/** A person's saved searches, each a link to its list; a refused one to be mended. */
export function SavedSearchesPage({ searches, answer }: { searches: Search[]; answer: unknown }) {
  const t = useT();
  return (
    <>
      <PageHeader
        back={{ to: "/rounds", label: t("rounds.title") }}
        title={t("market.saved")}
        lead={t("market.saved_lead")}
      />
      <div className="stack">
        {answer !== undefined && <Refused answer={answer} />}
        {searches.length === 0 ? (
          <EmptyState
            title={t("market.saved_empty")}
            action={<LinkButton to="/rounds">{t("rounds.title")}</LinkButton>}
          >
            <p>{t("market.saved_empty_text")}</p>
          </EmptyState>
        ) : (
          <ul className="saved-searches">
            {searches.map((search) => (
              <SavedSearch key={search.id} search={search} />
            ))}
          </ul>
        )}
      </div>
    </>
  );
}

function SavedSearch({ search: { id, name, query, alert } }: { search: Search }) {
  const t = useT();
  return (
    <li className="card saved-search">
      <div>
        <Link to={`/rounds?${savedQuery({ id, query })}`}>{name}</Link>
        <p className="hint">
          {t("market.saved_alert")}: {t(`market.alert.${alert}`)}
        </p>
      </div>
      <div className="acts">
        <LinkButton to={`/rounds/saved/${id}`} small>
          {t("market.change")}
          <span className="visually-hidden">: {name}</span>
        </LinkButton>
        <Form method="post" action={`/rounds/saved/${id}/remove`}>
          <Button small tone="quiet">
            {t("market.saved_remove", { name })}
          </Button>
        </Form>
      </div>
    </li>
  );
}

function Refused({ answer }: { answer: unknown }) {
  const t = useT();
  const typed = (answer as { values?: Record<string, string> }).values;
  return (
    <Card title={t("market.save")}>
      <ActionForm answer={answer} label={t("market.save")} labels={{ name: t("market.saved_name") }}>
        <input type="hidden" name="query" value={typed?.query ?? ""} />
        <SearchFields />
        <Button tone="primary">{t("market.save_act")}</Button>
      </ActionForm>
    </Card>
  );
}
