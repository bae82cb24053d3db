import type { LotSpread } from "#app/domain/portfolios/bands.ts";
import type { ComparedLotBid } from "#app/domain/portfolios/compare-lot.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Awarded, type AwardMade, SealedBids, type SealedRound } from "#app/ui/tenders/round-standing.tsx";
import { LotComparison } from "./lot-comparison.tsx";
import { LotFormula } from "./lot-formula.tsx";
import { LotHeader, type LotHeading } from "./lot-header.tsx";

type LotBidsView = {
  heading: LotHeading;
  spread: LotSpread;
  round: (SealedRound & { status: "open" | "closed" | "awarded" | "void" }) | null;
  award: AwardMade | null;
  bids: ComparedLotBid[];
  mayAward: boolean;
  mayReopen: boolean;
};

/** A creditor's bids on a lot: sealed and counted until the round closes, side by side from then on. */
export function LotBidsPage({ view }: { view: LotBidsView }) {
  const t = useT();
  const { heading, round } = view;
  return (
    <>
      <LotHeader heading={heading} side="creditor" />
      {round?.status === "open" ? (
        <SealedBids round={round} zone={heading.zone} />
      ) : round && round.status !== "void" ? (
        <OpenedBids view={view} />
      ) : (
        <EmptyState title={t(heading.state === "withdrawn" ? "lot.withdrawn_title" : "compare.not_yet")}>
          <p>{t(heading.state === "withdrawn" ? "lot.withdrawn_text" : "lot.not_yet_text")}</p>
        </EmptyState>
      )}
    </>
  );
}

function OpenedBids({ view }: { view: LotBidsView }) {
  const t = useT();
  const { heading, bids, spread, award } = view;
  const at = `/lots/${heading.caseId}`;
  if (bids.length === 0) {
    return (
      <EmptyState title={t("compare.none_title")} action={view.mayReopen && <Reopen at={at} primary />}>
        <p>{t("lot.no_bids_text")}</p>
      </EmptyState>
    );
  }
  return (
    <div className="stack">
      <div>
        <Chip tone="ok">{t("compare.opened", { count: bids.length })}</Chip>
      </div>
      {award && <Awarded award={award} to={`${at}/engagement`} zone={heading.zone} />}
      <div>
        <h2>{t("compare.choose")}</h2>
        <p className="lead">{t("lot.compare.order")}</p>
      </div>
      <LotComparison
        bids={bids}
        cells={spread.cells}
        principal={heading.principal}
        currency={heading.currency}
        zone={heading.zone}
        actionFor={(bid, index) =>
          view.mayAward &&
          bid.licence.valid && (
            <LinkButton to={`${at}/award/${bid.id}`} tone={index === 0 ? "primary" : "secondary"} wide>
              {t("compare.award", { firm: bid.firm.name })}
            </LinkButton>
          )
        }
      />
      <LotFormula />
      {view.mayReopen && (
        <Card title={t("compare.none_fit")}>
          <p>{t("compare.none_fit_text")}</p>
          <div className="form-acts">
            <Reopen at={at} />
          </div>
        </Card>
      )}
    </div>
  );
}

function Reopen({ at, primary }: { at: string; primary?: boolean }) {
  const t = useT();
  return (
    <LinkButton to={`${at}/reopen`} tone={primary ? "primary" : "secondary"}>
      {t("compare.reopen")}
    </LinkButton>
  );
}
