import { LinkButton } from "#app/ui/button.tsx";
import { CaseHeader, type CaseHeading } from "#app/ui/case/case-header.tsx";
import { caseTabs } from "#app/ui/case/case-tabs.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { useT } from "#app/ui/messages.tsx";
import { NextStep } from "#app/ui/notice.tsx";
import { PaperDownload } from "./engagement-paper.tsx";
import { type Mandate, MandateCards } from "./mandate-cards.tsx";
import { type SignablePaper, SignablePaperView, type SigningAnswer } from "./signable-paper.tsx";

/** `waits`: its mandate has ended and the next one is still to come. */
type CoveringLot = { caseId: string; code: string; waits: boolean };

type EngagementPageProps = {
  view: {
    heading: CaseHeading;
    relation: string;
    place: { zone: string };
    paper: SignablePaper | null;
    mandate: Mandate | null;
    /** The lot whose one mandate covers this case, where it has none of its own. */
    lot: CoveringLot | null;
  };
  answer: SigningAnswer;
};

/** The mandate of a case, who has signed it, and how it stands once it is in force. */
export function EngagementPage({ view, answer }: EngagementPageProps) {
  const t = useT();
  const { heading, paper, mandate, place } = view;
  const home = `/cases/${heading.caseId}`;
  return (
    <>
      <CaseHeader heading={heading} tabs={caseTabs(heading, view.relation, t)} />
      {paper ? (
        <SignablePaperView
          at={`${home}/engagement`}
          paper={paper}
          zone={place.zone}
          answer={answer}
          inForce={{ text: t("engagement.in_force_text"), to: home, label: t("engagement.to_case") }}
        >
          {mandate && <MandateCards caseId={heading.caseId} mandate={mandate} zone={place.zone} />}
        </SignablePaperView>
      ) : view.lot ? (
        <LotMandate at={`${home}/engagement`} lot={view.lot} />
      ) : (
        <EmptyState title={t("engagement.none_title")}>
          <p>{t("engagement.none_text")}</p>
        </EmptyState>
      )}
    </>
  );
}

/** A case that came out of a lot is collected under the lot's mandate; what names its debtor is made out for it alone. */
function LotMandate({ at, lot }: { at: string; lot: CoveringLot }) {
  const t = useT();
  if (lot.waits) {
    return (
      <NextStep
        title={t("case.next.with_lot")}
        action={
          <LinkButton to={`/lots/${lot.caseId}`} tone="primary">
            {t("case.act.lot")}
          </LinkButton>
        }
      >
        <p>{t("case.next.with_lot_text")}</p>
      </NextStep>
    );
  }
  return (
    <NextStep
      title={t("engagement.of_lot", { lot: lot.code })}
      action={
        <LinkButton to={`/lots/${lot.caseId}/engagement`} tone="primary">
          {t("engagement.to_lot")}
        </LinkButton>
      }
    >
      <p>{t("engagement.of_lot_text")}</p>
      <div className="acts">
        <PaperDownload to={`${at}/authority`} label={t("mandate.authority_get")} />
        <PaperDownload to={`${at}/schedule`} label={t("mandate.schedule_get")} />
        <PaperDownload to={`${at}/certificate`} label={t("mandate.certificate_get")} />
      </div>
    </NextStep>
  );
}
