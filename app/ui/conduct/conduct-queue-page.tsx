import type { ConductReason } from "#app/domain/debtors/conduct.ts";
import { Chip } from "#app/ui/chip.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Instant } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";

type Waiting = {
  id: string;
  caseId: string;
  code: string;
  firm: string;
  severe: boolean;
  reason: ConductReason;
  dueAt: string;
  isLate: boolean;
};
type ConductQueueProps = { rows: Waiting[]; zone: string; next: string | null; first: string | null };

/** Reports of debtors that wait for a person, the most pressing first. */
export function ConductQueuePage({ rows, zone, next, first }: ConductQueueProps) {
  const t = useT();
  const columns: Column<Waiting>[] = [
    { key: "case", header: t("cases.list.case"), cell: ({ code }) => <code>{code}</code> },
    { key: "what", header: t("conduct.what"), cell: ({ reason }) => t(`conduct.reason.${reason}`) },
    { key: "firm", header: t("conduct.firm"), cell: ({ firm }) => firm },
    {
      key: "due",
      header: t("conduct.due"),
      cell: ({ dueAt, isLate, severe }) => (
        <>
          <Instant at={dueAt} zone={zone} /> {severe && <Chip tone="bad">{t("conduct.severe")}</Chip>}{" "}
          {isLate && <Chip tone="bad">{t("conduct.late")}</Chip>}
        </>
      ),
    },
  ];
  return (
    <>
      <PageHeader title={t("nav.conduct")} lead={t("conduct.lead")} />
      <DataTable
        caption={t("nav.conduct")}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id, caseId }) => `/admin/conduct/${caseId}/${id}`}
        empty={<EmptyState title={t("conduct.clear")}>{t("conduct.clear_text")}</EmptyState>}
      />
      <Pagination previous={first} next={next} />
    </>
  );
}
