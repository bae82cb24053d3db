import type { ReactNode } from "react";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TextArea } from "#app/ui/text-area.tsx";

type Reviewed = { caseId: string; code: string; creditorName: string; waiting: boolean };
type Decision = "approve" | "return" | "refuse";

/** The frame of a decision: which case, whose, and what the decision does. */
function DecisionPage({
  decision,
  review,
  children,
}: {
  decision: Decision;
  review: Reviewed;
  children: ReactNode;
}) {
  const t = useT();
  const { caseId, code, creditorName, waiting } = review;
  return (
    <>
      <PageHeader
        title={t(`cases.decide.${decision}.title`, { code })}
        facts={[creditorName]}
        back={{ to: `/admin/cases/${caseId}`, label: code }}
      />
      {waiting ? <Card>{children}</Card> : <Notice tone="shut">{t("error.not_waiting")}</Notice>}
    </>
  );
}

/** Back to the creditor, or refused for good: both say why in the reviewer's words. */
export function CaseReasonPage(props: { decision: "return" | "refuse"; review: Reviewed; answer: unknown }) {
  const { decision, review, answer } = props;
  const t = useT();
  return (
    <DecisionPage decision={decision} review={review}>
      <p>{t(`cases.decide.${decision}.effect`)}</p>
      <ActionForm answer={answer} className="form">
        <TextArea
          name="reason"
          label={t("cases.decide.reason")}
          hint={t("cases.decide.reason_hint")}
          rows={5}
          maxLength={2_000}
        />
        <div className="form-acts">
          <Button tone={decision === "refuse" ? "danger" : "primary"} wide>
            {t(`cases.decide.${decision}.submit`, { code: review.code })}
          </Button>
          <LinkButton to={`/admin/cases/${review.caseId}`}>{t("form.cancel")}</LinkButton>
        </div>
      </ActionForm>
    </DecisionPage>
  );
}

export function ApproveCasePage(props: {
  review: Reviewed & { windowHours: number; standing: boolean };
  answer: unknown;
}) {
  const { review, answer } = props;
  const t = useT();
  return (
    <DecisionPage decision="approve" review={review}>
      <ul>
        <li>{t("cases.decide.approve.lawful")}</li>
        <li>
          {review.standing
            ? t("lane.after_approval")
            : t("cases.decide.approve.round", { count: review.windowHours / 24 })}
        </li>
        <li>{t("cases.decide.approve.logged")}</li>
      </ul>
      <ActionForm answer={answer}>
        <div className="form-acts">
          <Button tone="primary" wide>
            {t("cases.decide.approve.submit", { code: review.code })}
          </Button>
          <LinkButton to={`/admin/cases/${review.caseId}`}>{t("form.cancel")}</LinkButton>
        </div>
      </ActionForm>
    </DecisionPage>
  );
}
