import type { ImportCounts, PortfolioStatus } from "#app/domain/portfolios/portfolio.ts";
import { Chip, type ChipTone } from "#app/ui/chip.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { useT } from "#app/ui/messages.tsx";

const tones: Record<PortfolioStatus, ChipTone> = {
  importing: "wait",
  imported: "info",
  submitted: "wait",
  returned: "bad",
  refused: "shut",
  approved: "ok",
};

export function PortfolioChip({ status }: { status: PortfolioStatus }) {
  return <Chip tone={tones[status]}>{useT()(`portfolios.status.${status}`)}</Chip>;
}

export function ImportFigures({ counts }: { counts: ImportCounts }) {
  const t = useT();
  const pairs = (["rows", "accepted", "barred", "duplicates", "rejected"] as const).map((key) => ({
    label: t(`portfolios.${key}`),
    value: counts[key],
  }));
  return <KeyValue pairs={pairs} figures />;
}

type Row = { id: string; code: string; fileName: string; status: PortfolioStatus; counts: ImportCounts };
type TableProps = { rows: Row[]; at: "/portfolios" | "/admin/portfolios"; empty: React.ReactNode };

export function PortfolioTable({ rows, at, empty }: TableProps) {
  const t = useT();
  return (
    <DataTable
      caption={t("portfolios.title")}
      columns={[
        { key: "code", header: t("portfolios.code"), cell: ({ code }) => <code>{code}</code> },
        { key: "file", header: t("portfolios.file_name"), cell: ({ fileName }) => fileName },
        {
          key: "claims",
          header: t("portfolios.accepted"),
          align: "end",
          cell: ({ counts }) => counts.accepted,
        },
        {
          key: "refused",
          header: t("portfolios.rejected"),
          align: "end",
          cell: ({ counts }) => counts.rejected,
        },
        {
          key: "state",
          header: t("portfolios.state"),
          cell: ({ status }) => <PortfolioChip status={status} />,
        },
      ]}
      rows={rows}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `${at}/${id}`}
      empty={empty}
    />
  );
}
