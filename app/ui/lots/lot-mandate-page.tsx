import { EmptyState } from "#app/ui/empty-state.tsx";
import { AmendmentsCard, type Mandate, StandingCard } from "#app/ui/engagements/mandate-cards.tsx";
import {
  type SignablePaper,
  SignablePaperView,
  type SigningAnswer,
} from "#app/ui/engagements/signable-paper.tsx";
import { useT } from "#app/ui/messages.tsx";
import { LotHeader, type LotHeading, type LotSide } from "./lot-header.tsx";
import { LotLapse } from "./lot-lapse.tsx";
import { LotProgress } from "./lot-progress.tsx";

/** How the mandate stands; null before it is in force. */
type LotMandateStanding = Omit<Mandate, "shares"> | null;

type LotMandatePageProps = {
  view: {
    heading: LotHeading;
    side: LotSide;
    lapsed: string | null;
    paper: SignablePaper | null;
    standing: LotMandateStanding;
  };
  answer: SigningAnswer;
};

/** The one mandate of a lot: who has signed it, and how its claims become cases once both have. */
export function LotMandatePage({
  view: { heading, side, lapsed, paper, standing },
  answer,
}: LotMandatePageProps) {
  const t = useT();
  const home = `/lots/${heading.caseId}`;
  return (
    <>
      <LotHeader heading={heading} side={side} />
      <LotLapse heading={heading} firm={lapsed} />
      {paper ? (
        <SignablePaperView
          at={`${home}/engagement`}
          paper={paper}
          zone={heading.zone}
          answer={answer}
          schedule="list"
          inForce={{ text: t("lot.in_force_text"), to: `${home}/claims`, label: t("lot.to_claims") }}
        >
          {standing && <LotProgress heading={heading} />}
          {standing && <StandingCard at={home} mandate={standing} zone={heading.zone} />}
          {standing && <AmendmentsCard home={home} mandate={standing} />}
        </SignablePaperView>
      ) : (
        <EmptyState title={t("engagement.none_title")}>
          <p>{t("engagement.none_text")}</p>
        </EmptyState>
      )}
    </>
  );
}
