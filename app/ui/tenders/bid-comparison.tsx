import type { ReactNode } from "react";
import { bestOf, type ComparedBid } from "#app/domain/tenders/compare.ts";
import { formatMoney } from "#app/messages/format.ts";
import { ComparisonTable, type Question } from "#app/ui/comparison-table.tsx";
import { Money } from "#app/ui/format.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { capWords, Range, wholePercent } from "./compare-cells.tsx";
import { feeWords, wordFor } from "./fee-words.ts";
import { useFirmRows } from "./firm-rows.tsx";

type BidComparisonProps = {
  caption: string;
  bids: ComparedBid[];
  principal: number;
  currency: string;
  zone: string;
  /** What can be done about a bid, the first of the order first. */
  actionFor?: (bid: ComparedBid, at: number) => ReactNode;
};

/** Offers side by side: the questions a creditor asks, the best answer of each row marked. */
export function BidComparison(props: BidComparisonProps) {
  const { bids, caption, actionFor } = props;
  const t = useT();
  const rows = [useProspectRows(props), useMoneyRows(props), useFirmRows(props)].flat();
  return (
    <ComparisonTable
      caption={caption}
      columns={bids.map((bid, at) => ({
        key: bid.id,
        title: bid.firm.name,
        subtitle: `${wordFor(t, "role", bid.firm.kind)} · ${bid.firm.place}`,
        action: actionFor?.(bid, at),
      }))}
      rows={rows}
    />
  );
}

/** Marks the best of one figure a bid; what is not known is never the best. */
const best = (bids: ComparedBid[], figure: (bid: ComparedBid) => number, better: "more" | "less") =>
  bestOf(bids.map(figure), better);

function useProspectRows({ bids, principal, currency }: BidComparisonProps): Question[] {
  const t = useT();
  const locale = useLocale();
  const money = (amount: number) => formatMoney(amount, currency, locale);
  const bestNet = best(bids, ({ expected }) => expected.net, "more");
  return [
    {
      key: "expected",
      label: t("compare.expected"),
      hint: t("compare.expected_hint_firm"),
      cells: bids.map(({ expected: { net, low, high } }, at) => ({
        value: <Money amount={net} currency={currency} />,
        note: (
          <>
            <Range low={low} middle={net} high={high} of={principal} />
            {t("compare.expected_range", { low: money(low), high: money(high) })}
          </>
        ),
        best: bestNet[at],
      })),
    },
    {
      key: "expectation",
      label: t("compare.expectation"),
      cells: bids.map(({ expectation: { share, low, high, cases, confidence } }) => ({
        value: t("compare.expectation_value", { share: wholePercent(share) }),
        note: (
          <>
            {t("compare.expectation_range", { low: wholePercent(low), high: wholePercent(high) })};{" "}
            {cases > 0 ? t("compare.expectation_cases", { count: cases }) : t("compare.expectation_none")};{" "}
            {t(`compare.confidence.${confidence}`)}
          </>
        ),
      })),
    },
    {
      key: "net",
      label: t("compare.net"),
      hint: t("compare.net_hint"),
      cells: bids.map(({ standing: { net } }) => ({
        value: <Money amount={net[60]} currency={currency} />,
        note: t("compare.net_range", { low: money(net[30]), high: money(net[100]) }),
      })),
    },
  ];
}

function useMoneyRows({ bids, currency }: BidComparisonProps): Question[] {
  const t = useT();
  const locale = useLocale();
  const bestFee = best(bids, ({ standing }) => standing.fee[60], "less");
  const bestRoom = best(bids, ({ check }) => check.headroomBps ?? 0, "more");
  const bestUpFront = best(bids, ({ standing }) => standing.upFront, "less");
  const capped = bids.every(({ check }) => check.headroomBps !== null);
  return [
    {
      key: "fee",
      label: t("compare.fee"),
      cells: bids.map(({ terms, standing }, at) => ({
        value: feeWords(terms, { t, locale, currency }),
        note: t("compare.fee_at_60", { fee: formatMoney(standing.fee[60], currency, locale) }),
        best: bestFee[at],
      })),
    },
    {
      key: "cap",
      label: t("compare.cap"),
      cells: bids.map(({ check }, at) => ({ value: capWords(check, t), best: capped && bestRoom[at] })),
    },
    {
      key: "up-front",
      label: t("compare.up_front"),
      cells: bids.map(({ terms, standing }, at) => ({
        value: <Money amount={standing.upFront} currency={currency} />,
        note: terms.model === "hourly" ? t("compare.up_front_hourly") : undefined,
        best: bestUpFront[at],
      })),
    },
  ];
}
