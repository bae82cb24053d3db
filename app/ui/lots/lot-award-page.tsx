import type { ComparedLotBid } from "#app/domain/portfolios/compare-lot.ts";
import { formatPercent } from "#app/messages/format.ts";
import { Instant, Money } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Phrase } from "#app/ui/phrase.tsx";
import type { ActAnswer } from "#app/ui/tenders/act-frame.tsx";
import { AwardSheet } from "#app/ui/tenders/award-sheet.tsx";
import type { LotHeading } from "./lot-header.tsx";

type LotAwardPageProps = {
  view: { heading: LotHeading; bid: ComparedLotBid; signBy: Date; mayAward: boolean; awarded: boolean };
  answer: ActAnswer;
};

/** What the award of a lot sets off, before it is made. */
export function LotAwardPage({ view, answer }: LotAwardPageProps) {
  const t = useT();
  const { heading, mayAward, awarded } = view;
  const { terms, expected, firm } = view.bid;
  const { currency, zone, claims } = heading;
  const time = <Instant at={view.signBy} zone={zone} />;
  return (
    <AwardSheet
      title={t("award.title", { case: heading.code, firm: firm.name })}
      back={`/lots/${heading.caseId}/bids`}
      firm={firm.name}
      zone={zone}
      terms={[
        {
          label: t("compare.expected"),
          value: <Money amount={expected.net} currency={currency} />,
          note: t("compare.expected_hint_firm"),
        },
        {
          label: t("lot.compare.fee"),
          value: <Money amount={expected.fee} currency={currency} />,
          note: t("lot.compare.average", { percent: formatPercent(terms.successBps) }),
        },
        { label: t("compare.up_front"), value: <Money amount={expected.upFront} currency={currency} /> },
      ]}
      consequences={[
        t("lot.award.checked"),
        <Phrase key="sign" of="lot.award.then_sign" values={{ firm: firm.name }} nodes={{ time }} />,
        t("lot.award.then_debtors", { firm: firm.name, count: claims }),
        t("lot.award.then_others"),
        t("lot.award.then_final"),
      ]}
      mayAward={mayAward}
      awarded={awarded}
      answer={answer}
    />
  );
}
