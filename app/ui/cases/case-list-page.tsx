import type { CaseStatus } from "#app/domain/cases/moves.ts";
import { type CaseTab, caseTabs } from "#app/domain/cases/tabs.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Day, Money } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { statusTones } from "./case-status.ts";
import { DraftList, type ListedDraft } from "./draft-list.tsx";

type ListedCase = {
  caseId: string;
  code: string;
  status: CaseStatus;
  place: string;
  /** Null where this reader may not know it yet. */
  debtorName: string | null;
  isErased: boolean;
  principal: bigint;
  currency: string;
  updatedAt: Date;
};

type CaseListProps = {
  tab: CaseTab;
  zone: string;
  collector: boolean;
  counts: Record<CaseTab, number>;
  drafts: ListedDraft[];
  cases: ListedCase[];
  next: string | null;
  first: string | null;
};

/** The cases of a creditor, or those a collector was awarded, by what they ask of the reader. */
export function CaseListPage({ tab, zone, collector, counts, drafts, cases, next, first }: CaseListProps) {
  const t = useT();
  return (
    <>
      <PageHeader
        title={t("nav.cases")}
        action={
          <div className="acts">
            <LinkButton to="/mandates" tone="quiet">
              {t("past.title")}
            </LinkButton>
            {!collector && (
              <LinkButton to="/cases/new" tone="primary">
                {t("nav.post")}
              </LinkButton>
            )}
          </div>
        }
      />
      <Tabs
        label={t("cases.list.tabs")}
        tabs={caseTabs.map((each) => ({
          to: `/cases?tab=${each}`,
          label: t(`cases.tab.${each}`),
          count: counts[each],
          current: each === tab,
        }))}
      />
      <div className="stack">
        {drafts.length > 0 && (
          <Card title={t("cases.list.drafts")} flush>
            <DraftList drafts={drafts} zone={zone} />
          </Card>
        )}
        <DataTable
          caption={t(`cases.tab.${tab}`)}
          columns={useColumns(zone)}
          rows={cases}
          rowKey={({ caseId }) => caseId}
          rowHref={({ caseId }) => `/cases/${caseId}`}
          empty={drafts.length > 0 ? null : <NoCases tab={tab} collector={collector} counts={counts} />}
        />
        <Pagination previous={first} next={next} />
      </div>
    </>
  );
}

function useColumns(zone: string): Column<ListedCase>[] {
  const t = useT();
  return [
    { key: "code", header: t("cases.list.case"), cell: ({ code }) => <code>{code}</code> },
    {
      key: "debtor",
      header: t("cases.list.debtor"),
      cell: ({ debtorName, isErased }) => debtorName ?? t(isErased ? "debtor.erased" : "case.debtor_masked"),
    },
    { key: "place", header: t("case.place"), cell: ({ place }) => place, wideOnly: true },
    {
      key: "amount",
      header: t("claim.principal"),
      align: "end",
      cell: ({ principal, currency }) => <Money amount={principal} currency={currency} />,
    },
    {
      key: "status",
      header: t("cases.list.status"),
      cell: ({ status }) => <Chip tone={statusTones[status]}>{t(`case.status.${status}`)}</Chip>,
    },
    {
      key: "updated",
      header: t("cases.list.changed"),
      cell: ({ updatedAt }) => <Day at={updatedAt} zone={zone} />,
      wideOnly: true,
    },
  ];
}

function NoCases({ tab, collector, counts }: Pick<CaseListProps, "tab" | "collector" | "counts">) {
  const t = useT();
  const none = caseTabs.every((each) => counts[each] === 0);
  if (collector) {
    return (
      <EmptyState
        title={t(`cases.empty.${tab}`)}
        action={<LinkButton to="/rounds">{t("nav.rounds")}</LinkButton>}
      >
        {none && t("cases.empty.collector_text")}
      </EmptyState>
    );
  }
  if (!none) return <EmptyState title={t(`cases.empty.${tab}`)} />;
  return (
    <EmptyState
      title={t("cases.empty.first")}
      action={
        <LinkButton to="/cases/new" tone="primary">
          {t("nav.post")}
        </LinkButton>
      }
    >
      {t("cases.empty.first_text")}
    </EmptyState>
  );
}
