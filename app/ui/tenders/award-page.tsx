import type { ComparedBid } from "#app/domain/tenders/compare.ts";
import type { CaseHeading } from "#app/ui/case/case-header.tsx";
import { Instant, Money } from "#app/ui/format.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { Phrase } from "#app/ui/phrase.tsx";
import type { ActAnswer } from "./act-frame.tsx";
import { AwardSheet } from "./award-sheet.tsx";
import { feeWords } from "./fee-words.ts";

type AwardPageProps = {
  view: {
    heading: CaseHeading;
    zone: string;
    bid: ComparedBid;
    signBy: Date;
    mayAward: boolean;
    awarded: boolean;
  };
  answer: ActAnswer;
};

/** What the award of a case sets off, before it is made. */
export function AwardPage({ view, answer }: AwardPageProps) {
  const t = useT();
  const locale = useLocale();
  const { heading, zone, mayAward, awarded } = view;
  const { terms, standing, firm } = view.bid;
  const { currency } = heading;
  const time = <Instant at={view.signBy} zone={zone} />;
  return (
    <AwardSheet
      title={t("award.title", { case: heading.code, firm: firm.name })}
      back={`/cases/${heading.caseId}/bids`}
      firm={firm.name}
      zone={zone}
      terms={[
        { label: t("compare.fee"), value: feeWords(terms, { t, locale, currency }) },
        { label: t("compare.up_front"), value: <Money amount={standing.upFront} currency={currency} /> },
        {
          label: t("compare.net"),
          value: <Money amount={standing.net[60]} currency={currency} />,
          note: t("compare.net_hint"),
        },
      ]}
      consequences={[
        <Phrase key="sign" of="award.then_sign" values={{ firm: firm.name }} nodes={{ time }} />,
        t("award.then_debtor", { firm: firm.name }),
        t("award.then_others"),
        t("award.then_final"),
      ]}
      mayAward={mayAward}
      awarded={awarded}
      answer={answer}
    />
  );
}
