import { savedQuery } from "#app/domain/market/asked-filter.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SearchFields } from "./search-fields.tsx";

type Search = { id: string; name: string; query: string; alert: "none" | "instant" | "daily" };

/** A saved search's name and news; its filters are changed in the list itself. */
export function ChangeSearchPage({ search, answer }: { search: Search; answer: unknown }) {
  const t = useT();
  const { id, name, alert, query } = search;
  return (
    <>
      <PageHeader
        back={{ to: "/rounds/saved", label: t("market.saved") }}
        title={t("market.change_title", { name })}
        lead={t("market.change_lead")}
      />
      <Card>
        <ActionForm answer={answer} values={{ name, alert }} labels={{ name: t("market.saved_name") }}>
          <SearchFields />
          <div className="form-acts">
            <Button tone="primary">{t("market.save_act")}</Button>
            <LinkButton to={`/rounds?${savedQuery({ id, query })}`} tone="quiet">
              {t("market.change_filters")}
            </LinkButton>
          </div>
        </ActionForm>
      </Card>
    </>
  );
}
