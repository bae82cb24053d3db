import type { StepType } from "#app/domain/law/types.ts";
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
  stepType: StepType;
  askedAt: Date;
  orgName: string;
};
type TextQueueProps = { rows: Waiting[]; zone: string; next: string | null; first: string | null };

/** Texts that wait for a reader, the longest waiting first. */
export function TextQueuePage({ rows, zone, next, first }: TextQueueProps) {
  const t = useT();
  const columns: Column<Waiting>[] = [
    { key: "case", header: t("cases.list.case"), cell: ({ code }) => <code>{code}</code> },
    { key: "step", header: t("texts.step"), cell: ({ stepType }) => t(`law.action.${stepType}`) },
    { key: "by", header: t("texts.by"), cell: ({ orgName }) => orgName },
    {
      key: "asked",
      header: t("cases.queue.waiting"),
      cell: ({ askedAt }) => <Instant at={askedAt} zone={zone} />,
    },
  ];
  return (
    <>
      <PageHeader title={t("nav.review_texts")} lead={t("texts.queue_lead")} />
      <DataTable
        caption={t("nav.review_texts")}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id, caseId }) => `/admin/texts/${caseId}/${id}`}
        empty={<EmptyState title={t("texts.queue_clear")}>{t("texts.queue_clear_text")}</EmptyState>}
      />
      <Pagination previous={first} next={next} />
    </>
  );
}
