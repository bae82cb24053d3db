import type { Finding } from "#app/domain/law/types.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CaseHeader, type CaseHeading } from "#app/ui/case/case-header.tsx";
import { caseTabs } from "#app/ui/case/case-tabs.ts";
import { Findings } from "#app/ui/case/findings.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Instant } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { NextStep, Notice } from "#app/ui/notice.tsx";
import { Phrase } from "#app/ui/phrase.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { EngagementPaper, type Paper, Signatures } from "./engagement-paper.tsx";

type SignablePaper = Paper & {
  side: "creditor" | "collector";
  signBy: Date;
  late: boolean;
  engagedAt: Date | null;
  needed: boolean;
  maySign: boolean;
};
type EngagementPageProps = {
  view: { heading: CaseHeading; relation: string; place: { zone: string }; paper: SignablePaper | null };
  answer: { errors: object; findings: Finding[] } | undefined;
};

/** The mandate, who has signed it, and the reader's own signature where it is missing. */
export function EngagementPage({ view, answer }: EngagementPageProps) {
  const t = useT();
  const { heading, paper, place } = view;
  return (
    <>
      <CaseHeader heading={heading} tabs={caseTabs(heading, view.relation, t)} />
      {paper ? (
        <div className="stack">
          <Standing paper={paper} caseId={heading.caseId} zone={place.zone} />
          <EngagementPaper caseId={heading.caseId} paper={paper} />
          <Signatures paper={paper} zone={place.zone} />
          {answer && answer.findings.length > 0 && (
            <Notice tone="shut">
              <Findings findings={answer.findings} zone={place.zone} />
            </Notice>
          )}
          {paper.needed && !paper.late && <Sign paper={paper} zone={place.zone} answer={answer} />}
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

function Sign({ paper, zone, answer }: { paper: SignablePaper; zone: string; answer: unknown }) {
  const t = useT();
  const firm = paper.firms[paper.side];
  if (!paper.maySign) return <Notice tone="shut">{t("engagement.manager_only")}</Notice>;
  return (
    <Card title={t("engagement.sign_title", { firm })} id="sign">
      <p className="hint">{t("engagement.sign_lead")}</p>
      <ActionForm answer={answer} className="form">
        <input type="hidden" name="documentHash" value={paper.hash} />
        <TextField
          name="fullName"
          label={t("engagement.full_name")}
          hint={t("engagement.full_name_hint")}
          autoComplete="name"
        />
        <Checkbox name="consent" label={t("engagement.consent", { firm })} optional={false} />
        <p className="hint">
          <Phrase of="engagement.sign_by" nodes={{ time: <Instant at={paper.signBy} zone={zone} /> }} />
        </p>
        <div className="form-acts">
          <Button tone="primary" wide>
            {t("engagement.sign_submit")}
          </Button>
        </div>
      </ActionForm>
    </Card>
  );
}
