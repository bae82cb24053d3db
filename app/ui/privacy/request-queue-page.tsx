import type { RequestKind } from "#app/domain/privacy/data-requests.ts";
import { Chip } from "#app/ui/chip.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { DateText } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";

type Waiting = {
  caseId: string;
  id: string;
  number: string;
  kind: RequestKind;
  dueOn: string;
  isLate: boolean;
};
type RequestQueueProps = { rows: Waiting[]; next: string | null; first: string | null };

/** What debtors ask about their data, by the day an answer is due. */
export function RequestQueuePage({ rows, next, first }: RequestQueueProps) {
  const t = useT();
  const columns: Column<Waiting>[] = [
    { key: "number", header: t("requests.number"), cell: ({ number }) => <code>{number}</code> },
    { key: "what", header: t("requests.what"), cell: ({ kind }) => t(`requests.kind.${kind}`) },
    {
      key: "due",
      header: t("requests.due"),
      cell: ({ dueOn, isLate }) => (
        <>
          <DateText on={dueOn} /> {isLate && <Chip tone="bad">{t("conduct.late")}</Chip>}
        </>
      ),
    },
  ];
  return (
    <>
      <PageHeader title={t("requests.title")} lead={t("requests.lead")} />
      <DataTable
        caption={t("requests.title")}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id, caseId }) => `/admin/requests/${caseId}/${id}`}
        empty={<EmptyState title={t("requests.none")}>{t("requests.none_text")}</EmptyState>}
      />
      <Pagination previous={first} next={next} />
    </>
  );
}
