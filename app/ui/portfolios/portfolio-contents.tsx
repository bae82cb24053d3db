import { Card } from "#app/ui/card.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Money } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { ClaimSum, PortfolioFacts } from "./portfolio-facts.ts";
import { ImportFigures } from "./portfolio-table.tsx";

function useSumColumns<Row extends ClaimSum>() {
  const t = useT();
  const kind = (key: string, otherwise: string) => (t.has(key) ? t(key) : otherwise);
  return [
    {
      key: "kind",
      header: t("brief.claim_kind"),
      cell: ({ claimKind, debtorKind }: Row) =>
        `${kind(`cases.kind.${claimKind}`, claimKind)}, ${kind(`cases.debtor_kind.${debtorKind}`, debtorKind)}`,
    },
    {
      key: "claims",
      header: t("portfolios.claims"),
      align: "end" as const,
      cell: ({ claims }: Row) => claims,
    },
    {
      key: "amount",
      header: t("portfolios.amount"),
      align: "end" as const,
      cell: ({ principal, currency }: Row) => <Money amount={principal} currency={currency} />,
    },
  ];
}

/** What an import found and what lots were made of it; the same for the creditor and the reviewer. */
export function PortfolioContents({ portfolio }: { portfolio: PortfolioFacts }) {
  const { id, counts, groups, lots, status, reviewNote } = portfolio;
  const t = useT();
  const groupColumns = useSumColumns<PortfolioFacts["groups"][number]>();
  const lotColumns = useSumColumns<PortfolioFacts["lots"][number]>();
  return (
    <>
      {status === "importing" && <Notice tone="wait">{t("portfolios.importing_text")}</Notice>}
      {reviewNote && <Notice title={t("portfolios.note")}>{reviewNote}</Notice>}
      <Card title={t("portfolios.counts")}>
        <ImportFigures counts={counts} />
        {counts.rejected + counts.duplicates > 0 && (
          <a href={`/portfolios/${id}/rejects`} download>
            {t("portfolios.rejects")}
          </a>
        )}
      </Card>
      <Card title={t("portfolios.totals")} flush>
        <DataTable
          caption={t("portfolios.totals")}
          columns={[
            { key: "region", header: t("portfolios.region"), cell: ({ region }) => region },
            {
              key: "standing",
              header: t("portfolios.standing"),
              cell: ({ standing }) => t(`portfolios.standing.${standing}`),
            },
            ...groupColumns,
          ]}
          rows={groups}
          rowKey={({ groupNo }) => String(groupNo)}
          empty={null}
        />
      </Card>
      <Card title={t("portfolios.lots")} flush>
        <DataTable
          caption={t("portfolios.lots")}
          columns={[
            { key: "code", header: t("portfolios.lot"), cell: ({ code }) => <code>{code}</code> },
            { key: "region", header: t("portfolios.region"), cell: ({ region }) => region },
            ...lotColumns,
          ]}
          rows={lots}
          rowKey={({ caseId }) => caseId}
          empty={<EmptyState title={t("portfolios.no_lots")}>{t("portfolios.no_lots_text")}</EmptyState>}
        />
      </Card>
    </>
  );
}
