import type { Finding } from "#app/domain/law/types.ts";
import type { Brief } from "#app/domain/tenders/may-bid.ts";
import { daysBetween, formatCount, formatMoney } from "#app/messages/format.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Findings } from "#app/ui/case/findings.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Instant } from "#app/ui/format.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { wordFor } from "./fee-words.ts";
import { type Facet, MarketFacets } from "./market-facets.tsx";
import { MarketMap, type MarketMapView } from "./market-map.tsx";
import { MarketSearch, type Opened, OpenedSearch, SaveSearch } from "./market-search.tsx";

type ListedRound = {
  brief: Brief;
  subject: "case" | "lot";
  caseCount: number;
  field: string;
  round: { scope: string; closesAt: Date };
  place: { name: string; zone: string; today: string };
};

type RoundsView = {
  rounds: ListedRound[];
  next: string | null;
  total: number;
  atLeast: boolean;
  facets: Facet[];
  map: MarketMapView | null;
  unknown: string[];
  closedBecause: Finding[];
  territories: { code: string; name: string }[];
  tabs: { all: string; mine: string };
  withoutText: string;
  narrowed: boolean;
  opened: Opened | null;
  mine: boolean;
  query: string;
  typed: Record<string, string | undefined>;
  errors: Record<string, string[]>;
};

/** Rounds a collector may bid on, closing soon first, with what they can be narrowed by. */
export function RoundsPage({ view }: { view: RoundsView }) {
  const t = useT();
  const licensed = view.territories.length > 0;
  return (
    <>
      <PageHeader
        title={t("rounds.title")}
        lead={t("rounds.lead")}
        action={
          <LinkButton to="/practice" small>
            {t("practice.title")}
          </LinkButton>
        }
      />
      {licensed && (
        <Tabs
          label={t("market.tabs")}
          tabs={[
            { to: view.tabs.all, label: t("market.tab_all"), current: !view.mine },
            { to: view.tabs.mine, label: t("market.tab_mine"), current: view.mine },
            { to: "/rounds/saved", label: t("market.saved"), current: false },
          ]}
        />
      )}
      <div className={licensed ? "market" : "stack"}>
        {licensed && <MarketFacets {...view} />}
        <div className="stack market-list" id="rounds">
          {licensed && <MarketSearch query={view.query} text={view.typed.q} />}
          {view.opened && <OpenedSearch opened={view.opened} query={view.query} />}
          {licensed && <Found view={view} />}
          <RoundsTable view={view} />
          <Pagination next={view.next} />
          {view.map && <MarketMap map={view.map} />}
          {licensed && <SaveSearch query={view.query} />}
          <ClosedBecause findings={view.closedBecause} />
        </div>
      </div>
    </>
  );
}

/** How many there are, and the ways to fewer and to all. */
function Found({ view: { total, atLeast, narrowed, facets } }: { view: RoundsView }) {
  const t = useT();
  const count = atLeast ? t("market.at_least", { count: formatCount(total) }) : formatCount(total);
  const set = facets.flatMap(({ values }) => values).filter(({ on }) => on).length;
  return (
    <div className="market-found">
      <p role="status">
        <strong>
          {total === 1 && !atLeast ? t("market.found_one", { count }) : t("market.found_other", { count })}
        </strong>
      </p>
      <a className="button secondary small facets-open" href="#facets">
        {t("market.facets_open", { count: set })}
      </a>
      {narrowed && (
        <LinkButton to="/rounds" tone="quiet" small>
          {t("market.clear")}
        </LinkButton>
      )}
    </div>
  );
}

function ClosedBecause({ findings }: { findings: Finding[] }) {
  const t = useT();
  if (findings.length === 0) return null;
  return (
    <Notice
      tone="shut"
      title={t("rounds.closed_title")}
      action={
        <LinkButton to="/licences" small>
          {t("rounds.closed_act")}
        </LinkButton>
      }
    >
      <Findings findings={findings} zone="UTC" />
    </Notice>
  );
}

function RoundsTable({ view }: { view: RoundsView }) {
  const t = useT();
  const locale = useLocale();
  return (
    <DataTable
      caption={t("rounds.caption")}
      rows={view.rounds}
      rowKey={({ brief }) => brief.caseId}
      searched
      rowHref={({ brief, subject }) => `/${subject === "lot" ? "lots" : "rounds"}/${brief.caseId}`}
      empty={<NoRounds view={view} />}
      columns={[
        {
          key: "claim",
          header: t("rounds.column.claim"),
          cell: (row) => claimOf(row, t),
        },
        { key: "field", header: t("brief.field"), cell: ({ field }) => field, wideOnly: true },
        { key: "place", header: t("rounds.column.place"), cell: ({ place }) => place.name },
        {
          key: "scope",
          header: t("rounds.column.scope"),
          cell: ({ round }) => wordFor(t, "scope", round.scope),
          wideOnly: true,
        },
        { key: "age", header: t("rounds.column.age"), cell: (row) => age(row, t), align: "end" },
        {
          key: "amount",
          header: t("rounds.column.amount"),
          cell: ({ brief }) => formatMoney(brief.principal, brief.currency, locale),
          align: "end",
        },
        {
          key: "closes",
          header: t("rounds.column.closes"),
          cell: ({ round, place }) => <Instant at={round.closesAt} zone={place.zone} />,
          align: "end",
        },
      ]}
    />
  );
}

function claimOf({ brief, subject, caseCount }: ListedRound, t: ReturnType<typeof useT>) {
  const what =
    subject === "lot" ? t("market.lot", { count: caseCount }) : wordFor(t, "cases.kind", brief.claimKind);
  return (
    <>
      {what}, <span className="unbroken">{brief.code}</span>
    </>
  );
}

function age({ brief, subject, place }: ListedRound, t: ReturnType<typeof useT>): string {
  const days = daysBetween(brief.dueOn, place.today);
  if (subject === "lot" && days > 0) return t("lots.oldest_days", { count: days });
  return days > 0 ? t("rounds.age_days", { count: days }) : t("rounds.not_due");
}

/** Why the list is empty and what changes it. */
function NoRounds({ view }: { view: RoundsView }) {
  const t = useT();
  if (view.territories.length === 0) {
    return (
      <EmptyState
        title={t("rounds.empty.licence_title")}
        action={
          <LinkButton to="/licences" tone="primary">
            {t("rounds.empty.licence_act")}
          </LinkButton>
        }
      >
        <p>{t("rounds.empty.licence_text")}</p>
      </EmptyState>
    );
  }
  if (view.unknown.length > 0) {
    return (
      <EmptyState
        title={t("market.unknown_title")}
        action={<LinkButton to={view.withoutText}>{t("market.empty_search_act")}</LinkButton>}
      >
        <p>{t("market.unknown_text", { words: view.unknown.join(t("list.separator")) })}</p>
      </EmptyState>
    );
  }
  return <NothingFits view={view} />;
}

function NothingFits({ view: { narrowed, mine, territories } }: { view: RoundsView }) {
  const t = useT();
  if (narrowed) {
    return (
      <EmptyState
        title={t("rounds.empty.filtered_title")}
        action={<LinkButton to="/rounds">{t("rounds.filter.clear")}</LinkButton>}
      >
        <p>{t("rounds.empty.filtered_text")}</p>
      </EmptyState>
    );
  }
  if (mine) {
    return (
      <EmptyState
        title={t("practice.none")}
        action={<LinkButton to="/practice">{t("practice.title")}</LinkButton>}
      >
        <p>{t("market.empty_mine_text")}</p>
      </EmptyState>
    );
  }
  const places = territories.map(({ name }) => name).join(t("list.separator"));
  return (
    <EmptyState title={t("rounds.empty.none_title")}>
      <p>{t("rounds.empty.none_text", { places })}</p>
    </EmptyState>
  );
}
