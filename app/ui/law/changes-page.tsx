import { type ChangeStatus, changeStatuses } from "#app/domain/law/book/changes.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { type ChangeLine, ChangeTable } from "./change-table.tsx";

type ChangesPageProps = {
  rows: ChangeLine[];
  next: string | null;
  counts: Partial<Record<ChangeStatus, number>>;
  status: ChangeStatus;
};

/** Every change of law that was ever proposed, by what became of it. */
export function ChangesPage({ rows, next, counts, status }: ChangesPageProps) {
  const t = useT();
  const path = (each: ChangeStatus) => `/admin/law/changes?status=${each}`;
  return (
    <div className="stack">
      <PageHeader
        title={t("law_admin.changes")}
        lead={t("law_admin.changes_lead")}
        back={{ to: "/admin/law", label: t("law_admin.title") }}
      />
      <Tabs
        label={t("law_admin.status")}
        tabs={changeStatuses.map((each) => ({
          to: path(each),
          label: t(`law_admin.status.${each}`),
          count: counts[each] ?? 0,
          current: each === status,
        }))}
      />
      <ChangeTable
        changes={rows}
        caption={t("law_admin.changes")}
        empty={<EmptyState title={t("law_admin.no_changes")} />}
      />
      <Pagination next={next && `${path(status)}&after=${encodeURIComponent(next)}`} />
    </div>
  );
}
