import { type BandCell, cellKey } from "#app/domain/portfolios/bands.ts";
import { type BandRate, rateFor } from "#app/domain/portfolios/lot-terms.ts";
import { formatCount, formatMoney } from "#app/messages/format.ts";
import { Card } from "#app/ui/card.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { ageBand, amountBand, rateWords } from "./band-words.ts";

type BandTableProps = {
  cells: BandCell[];
  currency: string;
  /** The reader's own bid, beside the claims that it is for. */
  rates?: BandRate[];
};

/** How a lot's claims spread over amounts and ages; a bid has a rate for each of these. */
export function BandTable({ cells, currency, rates }: BandTableProps) {
  const t = useT();
  const locale = useLocale();
  const own = (asked: BandRate[]): Column<BandCell> => ({
    key: "own",
    header: t("lots.column.own"),
    cell: (cell) => <b>{rateWords(rateFor(asked, cell), { t, locale, currency })}</b>,
    align: "end",
  });
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
          ...(rates ? [own(rates)] : []),
        ]}
      />
    </Card>
  );
}
