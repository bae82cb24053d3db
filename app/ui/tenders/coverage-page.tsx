import { Link } from "@remix-run/react";
import type { Ring } from "#app/domain/market/match.ts";
import { adminPlaceFor, type DeclineReason } from "#app/domain/tenders/declines.ts";
import { formatCount } from "#app/messages/format.ts";
import { Card } from "#app/ui/card.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Instant } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

type CoverageView = {
  gaps: { place: string; field: string; open: number }[];
  thin: {
    code: string;
    place: string;
    bids: number;
    told: number;
    ring: Ring | null;
    closesAt: Date | string;
  }[];
  declines: { place: string; reason: DeclineReason; count: number }[];
  firstBids: { place: string; rounds: number; withBids: number; medianHours: number | null }[];
};

/** Where the market lacks collectors, for those who can win more. */
export function CoveragePage({ view }: { view: CoverageView }) {
  const t = useT();
  return (
    <>
      <PageHeader title={t("coverage.title")} lead={t("coverage.lead")} />
      <div className="stack">
        <Card
          title={t("coverage.gaps")}
          aside={<Link to="/admin/licences">{t("nav.review_licences")}</Link>}
          flush
        >
          <DataTable
            caption={t("coverage.gaps")}
            rows={view.gaps}
            rowKey={({ place, field }) => place + field}
            empty={<EmptyState title={t("coverage.gaps_none")} />}
            footer={t("coverage.gaps_hint")}
            columns={[
              { key: "place", header: t("coverage.place"), cell: ({ place }) => place },
              { key: "field", header: t("coverage.field"), cell: ({ field }) => field },
              {
                key: "open",
                header: t("coverage.open"),
                cell: ({ open }) => formatCount(open),
                align: "end",
              },
            ]}
          />
        </Card>
        <Thin rows={view.thin} />
        <Declines rows={view.declines} />
        <FirstBids rows={view.firstBids} />
      </div>
    </>
  );
}

function Thin({ rows }: { rows: CoverageView["thin"] }) {
  const t = useT();
  return (
    <Card title={t("coverage.thin")} flush>
      <DataTable
        caption={t("coverage.thin")}
        rows={rows}
        rowKey={({ code }) => code}
        empty={<EmptyState title={t("coverage.thin_none")} />}
        columns={[
          { key: "round", header: t("coverage.round"), cell: ({ code }) => code },
          { key: "place", header: t("coverage.place"), cell: ({ place }) => place },
          { key: "bids", header: t("coverage.bids"), cell: ({ bids }) => bids, align: "end" },
          { key: "told", header: t("coverage.told"), cell: ({ told }) => told, align: "end" },
          {
            key: "ring",
            header: t("coverage.ring"),
            cell: ({ ring }) => (ring ? t(`match.ring.${ring}`) : t("coverage.ring_none")),
          },
          {
            key: "closes",
            header: t("coverage.closes"),
            cell: ({ closesAt }) => <Instant at={closesAt} zone="UTC" />,
            align: "end",
          },
        ]}
      />
    </Card>
  );
}

/** Why rounds are passed by in a place, beside what an administrator can do about it. */
function Declines({ rows }: { rows: CoverageView["declines"] }) {
  const t = useT();
  return (
    <Card title={t("coverage.declines")} flush>
      <DataTable
        caption={t("coverage.declines")}
        rows={rows}
        rowKey={({ place, reason }) => place + reason}
        empty={<EmptyState title={t("coverage.declines_none")} />}
        columns={[
          { key: "place", header: t("coverage.place"), cell: ({ place }) => place },
          {
            key: "reason",
            header: t("coverage.reason"),
            cell: ({ reason }) => t(`decline.reason.${reason}`),
          },
          {
            key: "count",
            header: t("coverage.passed_by"),
            cell: ({ count }) => formatCount(count),
            align: "end",
          },
          { key: "remedy", header: t("coverage.remedy"), cell: ({ reason }) => <Remedy reason={reason} /> },
        ]}
      />
    </Card>
  );
}

function Remedy({ reason }: { reason: DeclineReason }) {
  const t = useT();
  const place = adminPlaceFor[reason];
  return (
    <>
      {t(`coverage.remedy.${reason}`)}{" "}
      {place && <Link to={`/admin/${place}`}>{t(`nav.review_${place}`)}</Link>}
    </>
  );
}

function FirstBids({ rows }: { rows: CoverageView["firstBids"] }) {
  const t = useT();
  return (
    <Card title={t("coverage.first_bid")} flush>
      <DataTable
        caption={t("coverage.first_bid")}
        rows={rows}
        rowKey={({ place }) => place}
        empty={<EmptyState title={t("coverage.first_bid_none")} />}
        columns={[
          { key: "place", header: t("coverage.place"), cell: ({ place }) => place },
          {
            key: "rounds",
            header: t("coverage.rounds"),
            cell: ({ rounds }) => formatCount(rounds),
            align: "end",
          },
          {
            key: "with",
            header: t("coverage.with_bids"),
            cell: ({ withBids }) => formatCount(withBids),
            align: "end",
          },
          {
            key: "median",
            header: t("coverage.median"),
            cell: ({ medianHours }) => medianHours ?? t("coverage.no_bid"),
            align: "end",
          },
        ]}
      />
    </Card>
  );
}
