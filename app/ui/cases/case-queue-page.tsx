import { Chip } from "#app/ui/chip.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Instant, Money } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Tabs } from "#app/ui/tabs.tsx";

const statuses = ["submitted", "returned", "refused"] as const;
type Status = (typeof statuses)[number];

type QueuedCase = {
  caseId: string;
  code: string;
  creditorName: string;
  place: string;
  principal: bigint;
  currency: string;
  disputed: "yes" | "no" | "unknown";
  claimKind: string;
  updatedAt: Date;
};

type QueueProps = {
  status: Status;
  zone: string;
  now: Date;
  counts: Partial<Record<string, number>>;
  rows: QueuedCase[];
  next: string | null;
  first: string | null;
};

/** The reviewers' list, the longest waiting first. */
export function CaseQueuePage({ status, zone, now, counts, rows, next, first }: QueueProps) {
  const t = useT();
  return (
    <>
      <PageHeader title={t("nav.review_cases")} lead={t("cases.queue.lead")} />
      <Tabs
        label={t("cases.list.tabs")}
        tabs={statuses.map((each) => ({
          to: `/admin/cases?status=${each}`,
          label: t(`case.status.${each}`),
          count: counts[each] ?? 0,
          current: each === status,
        }))}
      />
      <DataTable
        caption={t(`case.status.${status}`)}
        columns={useColumns(zone, now)}
        rows={rows}
        rowKey={({ caseId }) => caseId}
        rowHref={({ caseId }) => `/admin/cases/${caseId}`}
        empty={<EmptyState title={t("cases.queue.clear")}>{t("cases.queue.clear_text")}</EmptyState>}
      />
      <Pagination previous={first} next={next} />
    </>
  );
}

const hoursSince = (then: Date, now: Date) =>
  Math.max(0, Math.floor((now.getTime() - then.getTime()) / 3_600_000));

function useColumns(zone: string, now: Date): Column<QueuedCase>[] {
  const t = useT();
  const kind = (claimKind: string) => {
    const key = `cases.kind.${claimKind}`;
    return t.has(key) ? t(key) : claimKind;
  };
  const age = (then: Date) => {
    const hours = hoursSince(then, now);
    return hours < 48
      ? t("cases.queue.hours", { count: hours })
      : t("cases.queue.days", { count: Math.floor(hours / 24) });
  };
  return [
    { key: "code", header: t("cases.list.case"), cell: ({ code }) => <code>{code}</code> },
    { key: "creditor", header: t("case.creditor"), cell: ({ creditorName }) => creditorName },
    { key: "kind", header: t("brief.claim_kind"), cell: ({ claimKind }) => kind(claimKind), wideOnly: true },
    { key: "place", header: t("case.place"), cell: ({ place }) => place },
    {
      key: "amount",
      header: t("claim.principal"),
      align: "end",
      cell: ({ principal, currency }) => <Money amount={principal} currency={currency} />,
    },
    {
      key: "disputed",
      header: t("brief.disputed"),
      cell: ({ disputed }) =>
        disputed === "yes" ? <Chip tone="wait">{t("cases.queue.disputed")}</Chip> : "–",
    },
    {
      key: "age",
      header: t("cases.queue.waiting"),
      cell: ({ updatedAt }) => (
        <>
          {age(updatedAt)}{" "}
          <span className="hint">
            <Instant at={updatedAt} zone={zone} />
          </span>
        </>
      ),
    },
  ];
}
