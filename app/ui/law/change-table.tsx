import type { ReactNode } from "react";
import type { ChangeStatus } from "#app/domain/law/book/changes.ts";
import { Chip, type ChipTone } from "#app/ui/chip.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { DateText, Instant } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { subjectName, wordOr } from "./law-words.ts";

export type ChangeLine = {
  id: string;
  packId: string;
  kind: "series" | "row" | "signature";
  subject: string;
  effectiveOn: string;
  status: ChangeStatus;
  proposedAt: string | Date;
  proposedByName: string | null;
};

const tones: Record<ChangeStatus, ChipTone> = {
  proposed: "wait",
  approved: "ok",
  refused: "shut",
  withdrawn: "info",
};

export function ChangeChip({ status }: { status: ChangeStatus }) {
  const t = useT();
  return <Chip tone={tones[status]}>{t(`law_admin.status.${status}`)}</Chip>;
}

/** Changes of law, each with what it is about and by whom. */
export function ChangeTable({
  changes,
  caption,
  empty,
}: {
  changes: ChangeLine[];
  caption: string;
  empty: ReactNode;
}) {
  const t = useT();
  return (
    <DataTable
      caption={caption}
      rows={changes}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/admin/law/changes/${id}`}
      empty={empty}
      columns={[
        { key: "subject", header: t("law_admin.subject"), cell: (change) => subjectName(t, change) },
        { key: "kind", header: t("law_admin.kind"), cell: ({ kind }) => t(`law_admin.kind.${kind}`) },
        {
          key: "pack",
          header: t("law_admin.pack"),
          cell: ({ packId }) => wordOr(t, `law.pack.${packId}`, packId),
          wideOnly: true,
        },
        {
          key: "on",
          header: t("law_admin.effective_on"),
          cell: ({ effectiveOn }) => <DateText on={effectiveOn} />,
        },
        {
          key: "by",
          header: t("law_admin.proposed"),
          cell: ({ proposedByName, proposedAt }) => (
            <>
              {proposedByName || t("audit.deleted_person")}, <Instant at={proposedAt} zone="UTC" />
            </>
          ),
        },
        {
          key: "status",
          header: t("law_admin.status"),
          cell: ({ status }) => <ChangeChip status={status} />,
        },
      ]}
    />
  );
}
