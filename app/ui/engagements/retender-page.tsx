import type { EndReason } from "#app/domain/engagements/end-mandate.ts";
import type { Milestone } from "#app/domain/engagements/fee-split.ts";
import { milestoneParts, milestones } from "#app/domain/engagements/fee-split.ts";
import type { Finding } from "#app/domain/law/types.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import type { CaseHeading } from "#app/ui/case/case-header.tsx";
import { Findings } from "#app/ui/case/findings.tsx";
import { RadioCards } from "#app/ui/choice-group.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

type RetenderPageProps = {
  view: {
    heading: CaseHeading;
    place: { zone: string };
    ready: {
      firm: string;
      reasons: EndReason[];
      shares: { firm: string; milestones: { milestone: Milestone; parts: number }[] }[];
    };
  };
  answer: { errors: object; findings: Finding[] } | undefined;
};

const total = milestones.reduce((sum, each) => sum + milestoneParts[each], 0);

/** What ending a mandate sets off, before it is done: one press ends it and opens a round. */
export function RetenderPage({ view, answer }: RetenderPageProps) {
  const t = useT();
  const { heading, place, ready } = view;
  const { firm, reasons, shares } = ready;
  const back = `/cases/${heading.caseId}/engagement`;
  const earned = shares.flatMap((share) => (share.firm === firm ? share.milestones : []));
  return (
    <div className="stack form">
      <PageHeader
        title={t("retender.title", { case: heading.code })}
        back={{ to: back, label: t("engagement.paper") }}
      />
      {answer && answer.findings.length > 0 && (
        <Notice tone="shut">
          <Findings findings={answer.findings} zone={place.zone} />
        </Notice>
      )}
      <Card>
        <div className="stack">
          <p>{t("retender.lead", { firm })}</p>
          <ActionForm answer={answer} values={{ reason: reasons[0] }} className="form">
            <RadioCards
              name="reason"
              label={t("retender.reason")}
              hint={t("retender.reason_hint")}
              choices={reasons.map((value) => ({ value, label: t(`retender.reason.${value}`) }))}
            />
            <div className="form-acts">
              <Button tone="danger">{t("retender.submit")}</Button>
              <LinkButton to={back} tone="quiet">
                {t("engagement.paper")}
              </LinkButton>
            </div>
          </ActionForm>
        </div>
      </Card>
      <Card title={t("retender.split")}>
        <p>{t("retender.split_text", { firm })}</p>
        {earned.length > 0 && (
          <ul>
            {earned.map(({ milestone, parts }) => (
              <li key={milestone}>
                {t("retender.earned", { milestone: t(`milestone.${milestone}`), count: parts, total })}
              </li>
            ))}
          </ul>
        )}
      </Card>
    </div>
  );
}
