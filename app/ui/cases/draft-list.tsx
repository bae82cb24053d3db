import { DataTable } from "#app/ui/data-table.tsx";
import { Instant } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";

export type ListedDraft = { caseId: string; debtorName: string | null; updatedAt: Date | string };

/** Cases that were begun and not posted yet. */
export function DraftList({ drafts, zone }: { drafts: ListedDraft[]; zone: string }) {
  const t = useT();
  return (
    <DataTable
      caption={t("cases.list.drafts")}
      rows={drafts}
      rowKey={({ caseId }) => caseId}
      rowHref={({ caseId }) => `/cases/drafts/${caseId}`}
      empty={null}
      columns={[
        {
          key: "debtor",
          header: t("cases.list.debtor"),
          cell: ({ debtorName }) => debtorName ?? t("cases.list.no_name"),
        },
        {
          key: "updated",
          header: t("cases.list.saved"),
          cell: ({ updatedAt }) => <Instant at={updatedAt} zone={zone} />,
        },
      ]}
    />
  );
}
