import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Instant } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";

export type AuditLine = {
  id: string;
  at: string | Date;
  operation: string;
  subjectKind: string;
  subjectId: string;
  actorName: string | null;
  orgName: string | null;
};

/** Who did what, newest first. */
export function AuditList({ lines }: { lines: AuditLine[] }) {
  const t = useT();
  const worded = (prefix: string, value: string) => {
    const key = `${prefix}.${value}`;
    return t.has(key) ? t(key) : value;
  };
  return (
    <DataTable
      caption={t("nav.audit")}
      rows={lines}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t("audit.empty")} />}
      columns={[
        { key: "what", header: t("audit.what"), cell: ({ operation }) => worded("audit.op", operation) },
        {
          key: "who",
          header: t("audit.who"),
          cell: ({ actorName, orgName }) =>
            [actorName === "" ? t("audit.deleted_person") : actorName, orgName].filter(Boolean).join(", ") ||
            t("role.system"),
        },
        { key: "when", header: t("audit.when"), cell: ({ at }) => <Instant at={at} zone="UTC" /> },
        {
          key: "subject",
          header: t("audit.subject"),
          wideOnly: true,
          cell: ({ subjectKind, subjectId }) => (
            <>
              {worded("audit.subject", subjectKind)} <code title={subjectId}>{subjectId.slice(-8)}</code>
            </>
          ),
        },
      ]}
    />
  );
}
