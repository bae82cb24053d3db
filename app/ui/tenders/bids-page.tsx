import type { ComparedBid } from "#app/domain/tenders/compare.ts";
import type { DeclineCount } from "#app/domain/tenders/declines.ts";
import type { Lane } from "#app/domain/tenders/lanes.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CaseHeader, type CaseHeading } from "#app/ui/case/case-header.tsx";
import { caseTabs } from "#app/ui/case/case-tabs.ts";
import { Chip } from "#app/ui/chip.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { useT } from "#app/ui/messages.tsx";
import { BidComparison } from "./bid-comparison.tsx";
import { DeclineCounts } from "./decline-counts.tsx";
import { Formula } from "./formula.tsx";
import {
  Awarded,
  type AwardMade,
  type QuestionCount,
  Questions,
  SealedBids,
  type SealedRound,
} from "./round-standing.tsx";

export type BidsPageView = {
  heading: CaseHeading;
  place: { name: string; zone: string };
  round: (SealedRound & { status: "open" | "closed" | "awarded" | "void"; lane: Lane }) | null;
  questions: QuestionCount | null;
  declines: DeclineCount[];
  award: AwardMade | null;
  bids: ComparedBid[];
  mayAward: boolean;
  mayReopen: boolean;
  mayTakePrice: boolean;
};

/** A creditor's bids: sealed and counted until the round closes, side by side from then on. */
export function BidsPage({ view }: { view: BidsPageView }) {
  const t = useT();
  const { heading, round } = view;
  return (
    <>
      <CaseHeader heading={heading} tabs={caseTabs(heading, "creditor", t)} />
      {round?.status === "open" ? (
        <div className="stack">
          <SealedBids round={round} zone={view.place.zone} />
          <Questions questions={view.questions} to={`/cases/${heading.caseId}/questions`} />
        </div>
      ) : round && round.status !== "void" ? (
        <OpenedBids view={view} />
      ) : (
        <EmptyState title={t(heading.status === "closed" ? "compare.closed_title" : "compare.not_yet")}>
          {heading.status !== "closed" && <p>{t("compare.not_yet_text")}</p>}
        </EmptyState>
      )}
    </>
  );
}

function Declines({ counts }: { counts: DeclineCount[] }) {
  const t = useT();
  if (counts.length === 0) return null;
  return (
    <Card title={t("decline.counts_title")}>
      <DeclineCounts counts={counts} />
    </Card>
  );
}

function OpenedBids({ view }: { view: BidsPageView }) {
  const t = useT();
  const { heading, bids, place } = view;
  if (bids.length === 0) {
    return (
      <div className="stack">
        <EmptyState
          title={t("compare.none_title")}
          action={view.mayReopen && <Reopen caseId={heading.caseId} primary />}
        >
          <p>{t("compare.none_text", { place: place.name })}</p>
        </EmptyState>
        <Declines counts={view.declines} />
      </div>
    );
  }
  return (
    <div className="stack">
      <div>
        <Chip tone="ok">{t("compare.opened", { count: bids.length })}</Chip>
      </div>
      {view.award && (
        <Awarded award={view.award} to={`/cases/${heading.caseId}/engagement`} zone={place.zone} />
      )}
      <div>
        <h2>{t("compare.choose")}</h2>
        <p className="lead">{t("compare.order")}</p>
      </div>
      <BidComparison
        caption={t("compare.caption")}
        bids={bids}
        principal={heading.principal}
        currency={heading.currency}
        zone={place.zone}
        actionFor={(bid, at) =>
          view.mayAward &&
          bid.licence.valid && (
            <LinkButton
              to={`/cases/${heading.caseId}/award/${bid.id}`}
              tone={at === 0 ? "primary" : "secondary"}
              wide
            >
              {t("compare.award", { firm: bid.firm.name })}
            </LinkButton>
          )
        }
      />
      <Formula />
      <Questions questions={view.questions} to={`/cases/${heading.caseId}/questions`} />
      <Declines counts={view.declines} />
      {view.mayReopen && (
        <Card title={t("compare.none_fit")}>
          <p>{t("compare.none_fit_text")}</p>
          <div className="form-acts">
            <Reopen caseId={heading.caseId} />
            {view.mayTakePrice && <ToPrices caseId={heading.caseId} />}
          </div>
        </Card>
      )}
    </div>
  );
}

function ToPrices({ caseId }: { caseId: string }) {
  const t = useT();
  return (
    <LinkButton to={`/cases/${caseId}/prices`} tone="quiet">
      {t("take.tab")}
    </LinkButton>
  );
}

function Reopen({ caseId, primary }: { caseId: string; primary?: boolean }) {
  const t = useT();
  return (
    <LinkButton to={`/cases/${caseId}/reopen`} tone={primary ? "primary" : "secondary"}>
      {t("compare.reopen")}
    </LinkButton>
  );
}
