import type { Finding } from "#app/domain/law/types.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CaseHeader, type CaseHeading } from "#app/ui/case/case-header.tsx";
import { caseTabs } from "#app/ui/case/case-tabs.ts";
import { Findings } from "#app/ui/case/findings.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Instant } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { NextStep, Notice } from "#app/ui/notice.tsx";
import { Phrase } from "#app/ui/phrase.tsx";
import { EngagementPaper, type Paper, Signatures } from "./engagement-paper.tsx";
import { type Mandate, MandateCards } from "./mandate-cards.tsx";
import { type CodeState, SigningFields } from "./signing-fields.tsx";

type SignablePaper = Paper & {
  side: "creditor" | "collector";
  signBy: Date;
  late: boolean;
  engagedAt: Date | null;
  needed: boolean;
  maySign: boolean;
  code: CodeState;
};
type EngagementPageProps = {
  view: {
    heading: CaseHeading;
    relation: string;
    place: { zone: string };
    paper: SignablePaper | null;
    mandate: Mandate | null;
  };
  answer: { errors: object; findings: Finding[] } | undefined;
};

/** The mandate, who has signed it, and the reader's own signature where it is missing. */
export function EngagementPage({ view, answer }: EngagementPageProps) {
  const t = useT();
  const { heading, paper, mandate, place } = view;
  return (
    <>
      <CaseHeader heading={heading} tabs={caseTabs(heading, view.relation, t)} />
      {paper ? (
        <div className="stack">
          <Standing paper={paper} caseId={heading.caseId} zone={place.zone} />
          {mandate && <MandateCards caseId={heading.caseId} mandate={mandate} zone={place.zone} />}
          <EngagementPaper caseId={heading.caseId} paper={paper} />
          <Signatures caseId={heading.caseId} paper={paper} zone={place.zone} />
          {answer && answer.findings.length > 0 && (
            <Notice tone="shut">
              <Findings findings={answer.findings} zone={place.zone} />
            </Notice>
          )}
          {paper.needed && !paper.late && (
            <Sign caseId={heading.caseId} paper={paper} zone={place.zone} answer={answer} />
          )}
        </div>
      ) : (
        <EmptyState title={t("engagement.none_title")}>
          <p>{t("engagement.none_text")}</p>
        </EmptyState>
      )}
    </>
  );
}

/** Who must sign by when, or since when it is in force. */
function Standing({ paper, caseId, zone }: { paper: SignablePaper; caseId: string; zone: string }) {
  const t = useT();
  const until = <Instant at={paper.signBy} zone={zone} />;
  if (paper.engagedAt) {
    const time = <Instant at={paper.engagedAt} zone={zone} />;
    return (
      <NextStep
        title={<Phrase of="engagement.in_force" nodes={{ time }} />}
        action={
          <LinkButton to={`/cases/${caseId}`} tone="primary">
            {t("engagement.to_case")}
          </LinkButton>
        }
      >
        <p>{t("engagement.in_force_text")}</p>
      </NextStep>
    );
  }
  if (paper.late) {
    return (
      <NextStep title={t("engagement.late_title")}>
        <p>{t("engagement.late_text")}</p>
      </NextStep>
    );
  }
  if (paper.needed) {
    return (
      <NextStep
        title={<Phrase of="engagement.sign_by" nodes={{ time: until }} />}
        action={
          paper.maySign && (
            <LinkButton to="#sign" tone="primary">
              {t("engagement.sign_submit")}
            </LinkButton>
          )
        }
      >
        <p>{t("engagement.lead")}</p>
      </NextStep>
    );
  }
  const firm = paper.side === "creditor" ? paper.firms.collector : paper.firms.creditor;
  return (
    <NextStep title={<Phrase of="engagement.waiting" values={{ firm }} nodes={{ time: until }} />}>
      <p>{t("engagement.waiting_text")}</p>
    </NextStep>
  );
}

type SignProps = { caseId: string; paper: SignablePaper; zone: string; answer: unknown };

function Sign({ caseId, paper, zone, answer }: SignProps) {
  const t = useT();
  const firm = paper.firms[paper.side];
  if (!paper.maySign) return <Notice tone="shut">{t("engagement.manager_only")}</Notice>;
  return (
    <Card title={t("engagement.sign_title", { firm })} id="sign">
      <p className="hint">{t("engagement.sign_lead")}</p>
      <SigningFields
        caseId={caseId}
        code={paper.code}
        hash={paper.hash}
        firm={firm}
        zone={zone}
        answer={answer}
        submit={t("engagement.sign_submit")}
      />
      <p className="hint">
        <Phrase of="engagement.sign_by" nodes={{ time: <Instant at={paper.signBy} zone={zone} /> }} />
      </p>
    </Card>
  );
}
