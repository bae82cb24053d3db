import type { Finding } from "#app/domain/law/types.ts";
import type { ComparedBid } from "#app/domain/tenders/compare.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import type { CaseHeading } from "#app/ui/case/case-header.tsx";
import { Findings } from "#app/ui/case/findings.tsx";
import { RadioCards } from "#app/ui/choice-group.tsx";
import { Instant, Money } from "#app/ui/format.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Phrase } from "#app/ui/phrase.tsx";
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
  answer: { errors: object; findings: Finding[] } | undefined;
};

/** What an award sets off, before it is made. */
export function AwardPage({ view, answer }: AwardPageProps) {
  const t = useT();
  const { heading, bid, zone } = view;
  const firm = bid.firm.name;
  const back = `/cases/${heading.caseId}/bids`;
  return (
    <>
      <PageHeader
        title={t("award.title", { case: heading.code, firm })}
        back={{ to: back, label: t("award.back") }}
      />
      <div className="stack">
        {answer && answer.findings.length > 0 && (
          <Notice tone="shut">
            <Findings findings={answer.findings} zone={zone} />
          </Notice>
        )}
        <Card>
          <div className="stack">
            <Terms bid={bid} currency={heading.currency} />
            <Consequences firm={firm} signBy={view.signBy} zone={zone} />
            {view.mayAward || answer ? (
              <ActionForm answer={answer} values={{ powers: "general" }}>
                {view.mayAward && (
                  <RadioCards
                    name="powers"
                    label={t("mandate.powers_title")}
                    choices={(["general", "special"] as const).map((value) => ({
                      value,
                      label: t(`mandate.powers_${value}`),
                    }))}
                  />
                )}
                <div className="form-acts">
                  {view.mayAward && (
                    <Button tone="primary" wide>
                      {t("award.submit", { firm })}
                    </Button>
                  )}
                  <LinkButton to={back} tone="quiet">
                    {t("award.back")}
                  </LinkButton>
                </div>
              </ActionForm>
            ) : (
              <Notice tone="shut">
                {t(view.awarded ? "tender.refusal.already-awarded" : "tender.refusal.round-not-decided")}
              </Notice>
            )}
          </div>
        </Card>
      </div>
    </>
  );
}

function Terms({ bid: { terms, standing }, currency }: { bid: ComparedBid; currency: string }) {
  const t = useT();
  const locale = useLocale();
  return (
    <KeyValue
      pairs={[
        { label: t("compare.fee"), value: feeWords(terms, { t, locale, currency }) },
        { label: t("compare.up_front"), value: <Money amount={standing.upFront} currency={currency} /> },
        {
          label: t("compare.net"),
          value: <Money amount={standing.net[60]} currency={currency} />,
          note: t("compare.net_hint"),
        },
      ]}
    />
  );
}

function Consequences({ firm, signBy, zone }: { firm: string; signBy: Date; zone: string }) {
  const t = useT();
  return (
    <div className="prose">
      <p>{t("award.lead")}</p>
      <ul>
        <li>
          <Phrase
            of="award.then_sign"
            values={{ firm }}
            nodes={{ time: <Instant at={signBy} zone={zone} /> }}
          />
        </li>
        <li>{t("award.then_debtor", { firm })}</li>
        <li>{t("award.then_others")}</li>
        <li>{t("award.then_final")}</li>
      </ul>
    </div>
  );
}
