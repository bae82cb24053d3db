import type { LotFacts } from "#app/domain/portfolios/lot-facts.ts";
import type { PortfolioStatus } from "#app/domain/portfolios/portfolio.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { useT } from "#app/ui/messages.tsx";
import { NextStep, Notice } from "#app/ui/notice.tsx";
import {
  Awarded,
  type AwardMade,
  type QuestionCount,
  Questions,
  SealedBids,
  type SealedRound,
} from "#app/ui/tenders/round-standing.tsx";
import { BandTable } from "./band-table.tsx";
import { LotFactsCard } from "./lot-facts-card.tsx";
import { LotHeader, type LotHeading } from "./lot-header.tsx";
import { LotLapse } from "./lot-lapse.tsx";
import { LotProgress } from "./lot-progress.tsx";

type CreditorLotView = {
  heading: LotHeading;
  facts: LotFacts;
  /** The collector, where it may not act at present. */
  lapsed: string | null;
  portfolio: { code: string; fileName: string; status: PortfolioStatus };
  round: (SealedRound & { opened: number | null }) | null;
  award: AwardMade | null;
  questions: QuestionCount;
  mayReopen: boolean;
  mayWithdraw: boolean;
};

/** A lot as its creditor sees it: where it stands and what is next, then what it holds. */
export function CreditorLot({ view }: { view: CreditorLotView }) {
  const t = useT();
  const { heading, facts, portfolio, mayWithdraw } = view;
  return (
    <>
      <LotHeader heading={heading} side="creditor" />
      <div className="stack">
        <LotLapse heading={heading} firm={view.lapsed} />
        <Next view={view} />
        <Questions questions={view.questions} to={`/lots/${heading.caseId}/questions`} />
        <LotFactsCard
          facts={facts}
          zone={heading.zone}
          more={[{ label: t("portfolios.file_name"), value: portfolio.fileName, note: portfolio.code }]}
        />
        <BandTable cells={facts.cells} currency={facts.currency} />
        {mayWithdraw && (
          <Card title={t("lot.withdraw")}>
            <p>{t("lot.withdraw_text")}</p>
            {facts.handedOn ? <p>{t("lot.withdraw_cases")}</p> : null}
            <div className="acts">
              <LinkButton to={`/lots/${heading.caseId}/withdraw`}>{t("lot.withdraw")}</LinkButton>
            </div>
          </Card>
        )}
      </div>
    </>
  );
}

function Next({ view: { heading, portfolio, round, award, mayReopen } }: { view: CreditorLotView }) {
  const t = useT();
  const { caseId, state, zone } = heading;
  const at = `/lots/${caseId}`;
  switch (state) {
    case "planned":
      return <Notice tone="info">{t(`lot.planned.${portfolio.status}`)}</Notice>;
    case "tendering":
      return round && <SealedBids round={round} zone={zone} />;
    case "deciding":
      return <Choose at={at} opened={round?.opened ?? 0} mayReopen={mayReopen} />;
    case "signing":
      return award && <Awarded award={award} to={`${at}/engagement`} zone={zone} />;
    case "posting":
    case "collecting":
      return (
        <>
          {award && (
            <NextStep
              title={t("compare.awarded_title", { firm: award.firmName })}
              action={
                <LinkButton to={`${at}/claims`} tone="primary">
                  {t("lot.to_claims")}
                </LinkButton>
              }
            >
              <p>{t("lot.in_force_text")}</p>
            </NextStep>
          )}
          <LotProgress heading={heading} />
        </>
      );
    case "withdrawn":
      return (
        <Notice tone="shut" title={t("lot.withdrawn_title")}>
          <p>{t("lot.withdrawn_text")}</p>
        </Notice>
      );
  }
}

function Choose({ at, opened, mayReopen }: { at: string; opened: number; mayReopen: boolean }) {
  const t = useT();
  if (opened === 0) {
    return (
      <NextStep
        title={t("compare.none_title")}
        action={
          mayReopen && (
            <LinkButton to={`${at}/reopen`} tone="primary">
              {t("compare.reopen")}
            </LinkButton>
          )
        }
      >
        <p>{t("lot.no_bids_text")}</p>
      </NextStep>
    );
  }
  return (
    <NextStep
      title={t("lot.choose_title", { count: opened })}
      action={
        <LinkButton to={`${at}/bids`} tone="primary">
          {t("lot.choose")}
        </LinkButton>
      }
    >
      <p>{t("lot.choose_text")}</p>
    </NextStep>
  );
}
