import type { ReactNode } from "react";
import { formatCount } from "#app/messages/format.ts";
import { Card } from "#app/ui/card.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Money } from "#app/ui/format.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { LotStanding } from "#app/ui/lots/lot-standing.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { wordFor } from "#app/ui/tenders/fee-words.ts";
import { ImportProgress } from "./import-progress.tsx";
import type { ClaimSum, LotSum, Part, PortfolioFacts } from "./portfolio-facts.ts";
import { ImportFigures } from "./portfolio-table.tsx";

function useSumColumns<Row extends ClaimSum>() {
  const t = useT();
  return [
    {
      key: "kind",
      header: t("brief.claim_kind"),
      cell: ({ claimKind }: Row) => wordFor(t, "cases.kind", claimKind),
    },
    {
      key: "debtors",
      header: t("lots.debtors"),
      cell: ({ debtorKind }: Row) => t(`lots.debtors.${debtorKind}`),
    },
    {
      key: "claims",
      header: t("portfolios.claims"),
      align: "end" as const,
      cell: ({ claims }: Row) => formatCount(claims),
    },
    {
      key: "amount",
      header: t("portfolios.amount"),
      align: "end" as const,
      cell: ({ principal, currency }: Row) => <Money amount={principal} currency={currency} />,
    },
  ];
}

type ContentsProps = {
  portfolio: PortfolioFacts;
  /** The address of the page. */
  at: string;
  /** Its reader owns the portfolio, and may open the lots. */
  creditor?: boolean;
  /** What can be done with the lots. */
  children?: ReactNode;
};

/** What an import found and what lots were made of it, the lots first once there are any; the same for the creditor and the reviewer. */
export function PortfolioContents({ portfolio, at, creditor = false, children }: ContentsProps) {
  const { counts, lots, reading, reviewNote, offer } = portfolio;
  const t = useT();
  const isSplit = lots.total > 0;
  const lotsCard = <LotsCard lots={lots} at={at} creditor={creditor} />;
  return (
    <>
      {reading && <ImportProgress reading={reading} rows={counts.rows} />}
      {reviewNote && (
        <Notice tone="wait" title={t("portfolios.note")}>
          <p className="written">{reviewNote}</p>
        </Notice>
      )}
      {isSplit && lotsCard}
      {offer && <OfferCard offer={offer} />}
      {isSplit && children}
      <FileCard portfolio={portfolio} />
      <GroupsCard groups={portfolio.groups} at={at} />
      {!isSplit && !reading && lotsCard}
      {!isSplit && children}
    </>
  );
}

function OfferCard({ offer: { goal, windowHours } }: { offer: NonNullable<PortfolioFacts["offer"]> }) {
  const t = useT();
  return (
    <Card title={t("portfolios.offer")}>
      <KeyValue
        pairs={[
          { label: t("cases.goal.goal"), value: t(`cases.goal.${goal}`) },
          {
            label: t("cases.goal.window"),
            value: t("cases.goal.window_days", { count: windowHours / 24 }),
          },
        ]}
      />
    </Card>
  );
}

function FileCard({ portfolio: { id, counts } }: { portfolio: PortfolioFacts }) {
  const t = useT();
  return (
    <Card title={t("portfolios.counts")}>
      <ImportFigures counts={counts} />
      {counts.rejected + counts.duplicates > 0 && (
        <p className="after-pairs">
          <a href={`/portfolios/${id}/rejects`} download>
            {t("portfolios.rejects")}
          </a>
        </p>
      )}
    </Card>
  );
}

function GroupsCard({ groups, at }: { groups: PortfolioFacts["groups"]; at: string }) {
  const t = useT();
  const columns = useSumColumns<(typeof groups)["rows"][number]>();
  return (
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
          ...columns,
        ]}
        rows={groups.rows}
        rowKey={({ groupNo }) => String(groupNo)}
        empty={<EmptyState title={t("portfolios.no_claims")} />}
      />
      <PartPages part={groups} to={`${at}?groups=`} />
    </Card>
  );
}

function LotsCard({ lots, at, creditor }: { lots: Part<LotSum>; at: string; creditor: boolean }) {
  const t = useT();
  const columns = useSumColumns<LotSum>();
  return (
    <Card title={t("portfolios.lots")} flush>
      <DataTable
        caption={t("portfolios.lots")}
        columns={[
          { key: "code", header: t("portfolios.lot"), cell: ({ code }) => <code>{code}</code> },
          { key: "region", header: t("portfolios.region"), cell: ({ region }) => region },
          ...columns,
          { key: "state", header: t("portfolios.state"), cell: (lot) => <LotStanding lot={lot} /> },
        ]}
        rows={lots.rows}
        rowKey={({ caseId }) => caseId}
        rowHref={creditor ? ({ caseId }) => `/lots/${caseId}` : undefined}
        empty={<EmptyState title={t("portfolios.no_lots")}>{t("portfolios.no_lots_text")}</EmptyState>}
      />
      <PartPages part={lots} to={`${at}?lots=`} />
    </Card>
  );
}

function PartPages({ part: { rows, from, total, next }, to }: { part: Part<unknown>; to: string }) {
  const t = useT();
  if (total === rows.length) return null;
  const note = t("portfolios.part", {
    from: formatCount(from + 1),
    to: formatCount(from + rows.length),
    of: formatCount(total),
  });
  const first = from > 0 ? to.slice(0, to.indexOf("?")) : null;
  return <Pagination previous={first} next={next && `${to}${encodeURIComponent(next)}`} note={note} />;
}
