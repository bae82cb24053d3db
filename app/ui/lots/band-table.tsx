import { type BandCell, cellKey } from "#app/domain/portfolios/bands.ts";
import { formatCount, formatMoney } from "#app/messages/format.ts";
import { Card } from "#app/ui/card.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { ageBand, amountBand } from "./band-words.ts";

/** How a lot's claims spread over amounts and ages; a bid has a rate for each of these. */
export function BandTable({ cells, currency }: { cells: BandCell[]; currency: string }) {
  const t = useT();
  const locale = useLocale();
  return (
    <Card title={t("lots.bands")} flush>
      <DataTable
        caption={t("lots.bands")}
        rows={cells}
        rowKey={cellKey}
        empty={null}
        columns={[
          {
            key: "amount",
            header: t("lots.column.amount"),
            cell: (cell) => amountBand(cell, { t, locale, currency }),
          },
          { key: "age", header: t("lots.column.age"), cell: (cell) => ageBand(cell, t) },
          {
            key: "claims",
            header: t("portfolios.claims"),
            cell: ({ claims }) => formatCount(claims),
            align: "end",
          },
          {
            key: "sum",
            header: t("lots.column.sum"),
            cell: ({ principal }) => formatMoney(principal, currency, locale),
            align: "end",
          },
        ]}
      />
    </Card>
  );
}
