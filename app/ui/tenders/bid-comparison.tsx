import { bestOf, type ComparedBid } from "#app/domain/tenders/compare.ts";
import { formatMoney } from "#app/messages/format.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { ComparisonTable, type Question } from "#app/ui/comparison-table.tsx";
import { Day, Money } from "#app/ui/format.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { Phrase } from "#app/ui/phrase.tsx";
import { feeWords, points, wordFor } from "./fee-words.ts";

type BidComparisonProps = {
  caseId: string;
  bids: ComparedBid[];
  principal: number;
  currency: string;
  zone: string;
  mayAward: boolean;
};

/** The opened bids side by side: the questions a creditor asks, the best answer of each row marked. */
export function BidComparison(props: BidComparisonProps) {
  const { caseId, bids, mayAward } = props;
  const t = useT();
  const [net, ...others] = [useMoneyRows(props), useWorkRows(props)].flat();
  return (
    <ComparisonTable
      caption={t("compare.caption")}
      columns={bids.map(({ id, firm, licence }, at) => ({
        key: id,
        title: firm.name,
        subtitle: `${wordFor(t, "role", firm.kind)} · ${firm.place}`,
        action: mayAward && licence.valid && (
          <LinkButton to={`/cases/${caseId}/award/${id}`} tone={at === 0 ? "primary" : "secondary"} wide>
            {t("compare.award", { firm: firm.name })}
          </LinkButton>
        ),
      }))}
      rows={[net, ...others]}
    />
  );
}

function useMoneyRows({ bids, principal, currency }: BidComparisonProps): Question[] {
  const t = useT();
  const locale = useLocale();
  const money = (amount: number) => formatMoney(amount, currency, locale);
  const bestNet = bestOf(
    bids.map(({ standing }) => standing.net[60]),
    "more",
  );
  const bestFee = bestOf(
    bids.map(({ standing }) => standing.fee[60]),
    "less",
  );
  const bestUpFront = bestOf(
    bids.map(({ standing }) => standing.upFront),
    "less",
  );
  return [
    {
      key: "net",
      label: t("compare.net"),
      hint: t("compare.net_hint"),
      cells: bids.map(({ standing: { net } }, at) => ({
        value: <Money amount={net[60]} currency={currency} />,
        note: (
          <>
            <Range low={net[30]} middle={net[60]} high={net[100]} of={principal} />
            {t("compare.net_range", { low: money(net[30]), high: money(net[100]) })}
          </>
        ),
        best: bestNet[at],
      })),
    },
    {
      key: "fee",
      label: t("compare.fee"),
      cells: bids.map(({ terms, standing, check }, at) => ({
        value: feeWords(terms, { t, locale, currency }),
        note: `${t("compare.fee_at_60", { fee: money(standing.fee[60]) })}; ${capWords(check, t)}`,
        best: bestFee[at],
      })),
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

function capWords({ headroomBps, verdict }: ComparedBid["check"], t: ReturnType<typeof useT>): string {
  if (headroomBps !== null) return t("compare.headroom", { points: points(headroomBps) });
  return verdict === "warn" ? t("compare.warned") : t("compare.no_cap");
}

function useWorkRows({ bids, zone }: BidComparisonProps): Question[] {
  const t = useT();
  const bestTime = bestOf(
    bids.map(({ terms }) => terms.expectedMonths),
    "less",
  );
  return [
    {
      key: "time",
      label: t("compare.time"),
      cells: bids.map(({ terms }, at) => ({
        value: t("round.own.months_count", { count: terms.expectedMonths }),
        note: t("compare.time_note", { count: terms.firstActDays }),
        best: bestTime[at],
      })),
    },
    {
      key: "licence",
      label: t("compare.licence"),
      cells: bids.map(({ licence }) => ({
        value: `${wordFor(t, "licence.kind", licence.kind)} ${licence.number}`,
        note: licence.valid ? (
          licence.checkedAt && (
            <Phrase
              of="compare.licence_checked"
              nodes={{ date: <Day at={licence.checkedAt} zone={zone} /> }}
            />
          )
        ) : (
          <b className="over">{t("compare.licence_lapsed")}</b>
        ),
      })),
    },
    {
      key: "plan",
      label: t("compare.plan"),
      cells: bids.map(({ terms }) => ({ value: <span className="written">{terms.plan}</span> })),
    },
    {
      key: "conflict",
      label: t("compare.conflict"),
      cells: bids.map(() => ({ value: t("compare.conflict_none") })),
    },
  ];
}

/** Where the sums kept at 30 to 100 % lie on the way from nothing to the principal; the words beside it say the same. */
function Range({ low, middle, high, of }: { low: number; middle: number; high: number; of: number }) {
  const at = (amount: number) => Math.min(100, Math.max(0, (amount / of) * 100));
  return (
    <svg className="range" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden>
      <rect className="range-track" x="0" y="3" width="100" height="6" />
      <rect className="range-span" x={at(low)} y="3" width={Math.max(1, at(high) - at(low))} height="6" />
      <rect className="range-mark" x={Math.max(0, at(middle) - 0.5)} y="0" width="1.4" height="12" />
    </svg>
  );
}
