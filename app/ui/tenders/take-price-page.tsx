import type { ComparedBid } from "#app/domain/tenders/compare.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import type { CaseHeading } from "#app/ui/case/case-header.tsx";
import { Instant, Money } from "#app/ui/format.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { Phrase } from "#app/ui/phrase.tsx";
import { type ActAnswer, ActFrame } from "./act-frame.tsx";
import { feeWords } from "./fee-words.ts";

type TakeView = {
  heading: CaseHeading;
  zone: string;
  price: ComparedBid & { validUntil: Date };
  signBy: Date;
  mayTake: boolean;
};

/** What taking a standing price sets off, before it is taken. */
export function TakePricePage({ view, answer }: { view: TakeView; answer: ActAnswer }) {
  const t = useT();
  const { heading, price, zone } = view;
  const firm = price.firm.name;
  const back = `/cases/${heading.caseId}/prices`;
  return (
    <ActFrame
      title={t("take.confirm_title", { case: heading.code, firm })}
      back={{ to: back, label: t("take.back") }}
      zone={zone}
      answer={answer}
    >
      <PriceTerms price={price} currency={heading.currency} zone={zone} />
      <WhatFollows firm={firm} signBy={view.signBy} zone={zone} />
      <ActionForm answer={answer}>
        <div className="form-acts">
          {view.mayTake && (
            <Button tone="primary" wide>
              {t("take.submit", { firm })}
            </Button>
          )}
          <LinkButton to={back} tone="quiet">
            {t("take.back")}
          </LinkButton>
        </div>
      </ActionForm>
    </ActFrame>
  );
}

type TermsProps = { price: TakeView["price"]; currency: string; zone: string };

function PriceTerms({ price: { terms, standing, expected, validUntil }, currency, zone }: TermsProps) {
  const t = useT();
  const locale = useLocale();
  return (
    <KeyValue
      pairs={[
        { label: t("compare.fee"), value: feeWords(terms, { t, locale, currency }) },
        { label: t("compare.up_front"), value: <Money amount={standing.upFront} currency={currency} /> },
        { label: t("compare.expected"), value: <Money amount={expected.net} currency={currency} /> },
        { label: t("take.until"), value: <Instant at={validUntil} zone={zone} /> },
      ]}
    />
  );
}

function WhatFollows({ firm, signBy, zone }: { firm: string; signBy: Date; zone: string }) {
  const t = useT();
  return (
    <div className="prose">
      <p>{t("take.confirm_lead")}</p>
      <ul>
        <li>{t("take.then_check")}</li>
        <li>
          <Phrase
            of="award.then_sign"
            values={{ firm }}
            nodes={{ time: <Instant at={signBy} zone={zone} /> }}
          />
        </li>
        <li>{t("award.then_debtor", { firm })}</li>
        <li>{t("award.then_final")}</li>
      </ul>
    </div>
  );
}
