import type { ComparedBid } from "#app/domain/tenders/compare.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { CaseHeader, type CaseHeading } from "#app/ui/case/case-header.tsx";
import { caseTabs } from "#app/ui/case/case-tabs.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { useT } from "#app/ui/messages.tsx";
import { BidComparison } from "./bid-comparison.tsx";
import { Formula } from "./formula.tsx";

type PricesView = {
  heading: CaseHeading;
  place: { name: string; zone: string };
  open: boolean;
  simple: boolean;
  mayTake: boolean;
  prices: ComparedBid[];
};

/** The standing prices that fit a case, compared as bids are. */
export function MatchingPricesPage({ view }: { view: PricesView }) {
  const t = useT();
  const { heading, prices } = view;
  return (
    <>
      <CaseHeader heading={heading} tabs={caseTabs(heading, "creditor", t)} />
      {prices.length > 0 ? <Prices view={view} /> : <NoPrices view={view} />}
    </>
  );
}

function OpenRound({ caseId, primary }: { caseId: string; primary?: boolean }) {
  const t = useT();
  return (
    <LinkButton to={`/cases/${caseId}/reopen`} tone={primary ? "primary" : "secondary"}>
      {t("take.open_round")}
    </LinkButton>
  );
}

function NoPrices({ view: { heading, place, open, simple } }: { view: PricesView }) {
  const t = useT();
  if (!open) return <EmptyState title={t("take.not_now")} />;
  return (
    <EmptyState
      title={t(simple ? "take.none_title" : "take.not_simple_title")}
      action={<OpenRound caseId={heading.caseId} primary />}
    >
      <p>{simple ? t("take.none_text", { place: place.name }) : t("take.not_simple_text")}</p>
    </EmptyState>
  );
}

function Prices({ view: { heading, prices, place, mayTake } }: { view: PricesView }) {
  const t = useT();
  return (
    <div className="stack">
      <div>
        <h2>{t("take.title", { case: heading.code })}</h2>
        <p className="lead">{t("take.lead")}</p>
        <p className="hint">{t("compare.order")}</p>
      </div>
      <BidComparison
        caption={t("take.caption")}
        bids={prices}
        principal={heading.principal}
        currency={heading.currency}
        zone={place.zone}
        actionFor={({ id, firm }, at) =>
          mayTake && (
            <LinkButton
              to={`/cases/${heading.caseId}/prices/${id}`}
              tone={at === 0 ? "primary" : "secondary"}
              wide
            >
              {t("take.act", { firm: firm.name })}
            </LinkButton>
          )
        }
      />
      <Formula />
      <div className="form-acts">
        <OpenRound caseId={heading.caseId} />
      </div>
    </div>
  );
}
