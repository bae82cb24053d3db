import type { ReactNode } from "react";
import { type BandCell, cellKey } from "#app/domain/portfolios/bands.ts";
import type { ComparedLotBid } from "#app/domain/portfolios/compare-lot.ts";
import { rateFor } from "#app/domain/portfolios/lot-terms.ts";
import { bestOf } from "#app/domain/tenders/compare.ts";
import { formatMoney, formatPercent } from "#app/messages/format.ts";
import { ComparisonTable, type Question } from "#app/ui/comparison-table.tsx";
import { Money } from "#app/ui/format.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { capWords, Range, wholePercent } from "#app/ui/tenders/compare-cells.tsx";
import { wordFor } from "#app/ui/tenders/fee-words.ts";
import { useFirmRows } from "#app/ui/tenders/firm-rows.tsx";
import { ageBand, amountBand } from "./band-words.ts";

type LotComparisonProps = {
  bids: ComparedLotBid[];
  cells: BandCell[];
  principal: number;
  currency: string;
  zone: string;
  /** What can be done about a bid, the first of the order first. */
  actionFor: (bid: ComparedLotBid, at: number) => ReactNode;
};

/** Offers for a lot side by side: what is kept over its own claims, the rate of every band, and who offers. */
export function LotComparison(props: LotComparisonProps) {
  const { bids, actionFor } = props;
  const t = useT();
  const rows = [useMoneyRows(props), useBandRows(props), useFirmRows(props)].flat();
  return (
    <ComparisonTable
      caption={t("compare.caption")}
      columns={bids.map((bid, at) => ({
        key: bid.id,
        title: bid.firm.name,
        subtitle: `${wordFor(t, "role", bid.firm.kind)} · ${bid.firm.place}`,
        action: actionFor(bid, at),
      }))}
      rows={rows}
    />
  );
}

function useMoneyRows({ bids, principal, currency }: LotComparisonProps): Question[] {
  const t = useT();
  const locale = useLocale();
  const money = (amount: number) => formatMoney(amount, currency, locale);
  const best = (figure: (bid: ComparedLotBid) => number, better: "more" | "less") =>
    bestOf(bids.map(figure), better);
  const [net, fee, upFront, room] = [
    best(({ expected }) => expected.net, "more"),
    best(({ expected }) => expected.fee, "less"),
    best(({ expected }) => expected.upFront, "less"),
    best(({ check }) => check.headroomBps ?? 0, "more"),
  ];
  const capped = bids.every(({ check }) => check.headroomBps !== null);
  return [
    {
      key: "expected",
      label: t("compare.expected"),
      hint: t("compare.expected_hint_firm"),
      cells: bids.map(({ expected }, at) => ({
        value: <Money amount={expected.net} currency={currency} />,
        note: (
          <>
            <Range low={expected.low} middle={expected.net} high={expected.high} of={principal} />
            {t("compare.expected_range", { low: money(expected.low), high: money(expected.high) })}
          </>
        ),
        best: net[at],
      })),
    },
    {
      key: "expectation",
      label: t("compare.expectation"),
      cells: bids.map(({ expected: { recovered }, record }) => ({
        value: t("compare.expectation_value", { share: wholePercent((recovered / principal) * 10_000) }),
        note: (
          <>
            {money(recovered)};{" "}
            {record.cases > 0
              ? t("compare.expectation_cases", { count: record.cases })
              : t("compare.expectation_none")}
            ; {t(`compare.confidence.${record.confidence}`)}
          </>
        ),
      })),
    },
    {
      key: "fee",
      label: t("lot.compare.fee"),
      cells: bids.map(({ terms, expected }, at) => ({
        value: <Money amount={expected.fee} currency={currency} />,
        note: t("lot.compare.average", { percent: formatPercent(terms.successBps) }),
        best: fee[at],
      })),
    },
    {
      key: "cap",
      label: t("compare.cap"),
      hint: t("lot.compare.cap_hint"),
      cells: bids.map(({ check }, at) => ({ value: capWords(check, t), best: capped && room[at] })),
    },
    {
      key: "up-front",
      label: t("compare.up_front"),
      cells: bids.map(({ expected }, at) => ({
        value: <Money amount={expected.upFront} currency={currency} />,
        best: upFront[at],
      })),
    },
  ];
}

/** A row for each band of the lot: what each firm asks for the claims in it. */
function useBandRows({ bids, cells, currency }: LotComparisonProps): Question[] {
  const t = useT();
  const locale = useLocale();
  return cells.map((cell) => ({
    key: `band-${cellKey(cell)}`,
    label: amountBand(cell, { t, locale, currency }),
    hint: `${ageBand(cell, t)}, ${t("lot.claims_count", { count: cell.claims })}`,
    cells: bids.map(({ terms }) => {
      const { successBps, fixedFee } = rateFor(terms.rates, cell);
      return {
        value: formatPercent(successBps),
        note:
          fixedFee > 0
            ? t("lot.compare.fixed", { amount: formatMoney(fixedFee, currency, locale) })
            : undefined,
      };
    }),
  }));
}
