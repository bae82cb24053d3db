import type { Finding } from "#app/domain/law/types.ts";
import type { ComparedBid } from "#app/domain/tenders/compare.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import type { CaseHeading } from "#app/ui/case/case-header.tsx";
import { Findings } from "#app/ui/case/findings.tsx";
import { Instant, Money } from "#app/ui/format.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Phrase } from "#app/ui/phrase.tsx";
import { feeWords } from "./fee-words.ts";

type TakeView = {
  heading: CaseHeading;
  zone: string;
  price: ComparedBid & { validUntil: Date };
  signBy: Date;
  mayTake: boolean;
};
type Refused = { errors: object; findings: Finding[] } | undefined;

/** What taking a standing price sets off, before it is taken. */
export function TakePricePage({ view, answer }: { view: TakeView; answer: Refused }) {
  const t = useT();
  const { heading, price, zone } = view;
  const firm = price.firm.name;
  const back = `/cases/${heading.caseId}/prices`;
  return (
    <>
      <PageHeader
        title={t("take.confirm_title", { case: heading.code, firm })}
        back={{ to: back, label: t("take.back") }}
      />
      <div className="stack">
        {answer && answer.findings.length > 0 && (
          <Notice tone="shut">
            <Findings findings={answer.findings} zone={zone} />
          </Notice>
        )}
        <Card>
          <div className="stack">
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
          </div>
        </Card>
      </div>
    </>
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
