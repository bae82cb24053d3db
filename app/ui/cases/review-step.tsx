import { Link } from "@remix-run/react";
import type { ClaimFinding, Verdict } from "#app/domain/cases/eligibility.ts";
import type { limitationOf } from "#app/domain/law/limitation.ts";
import type { PackId } from "#app/domain/law/pack.ts";
import type { Brief } from "#app/domain/tenders/may-bid.ts";
import type { ClaimToday } from "#app/domain/timeline/claim-today.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { ClaimTable } from "#app/ui/case/claim-table.tsx";
import { Findings } from "#app/ui/case/findings.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { LimitationClock } from "./limitation-clock.tsx";
import { MaskedCard } from "./masked-card.tsx";
import { PackNotice } from "./pack-notice.tsx";
import { VerdictList } from "./verdict-list.tsx";

export type ReviewShown = {
  debtorName: string;
  place: string;
  today: string;
  zone: string;
  pack: { id: PackId; version: string; signedOffBy: string | null };
  verdicts: Verdict[];
  findings: ClaimFinding[];
  limitation: ReturnType<typeof limitationOf>;
  total: ClaimToday;
  card: Brief;
  duplicates: { caseId: string; code: string }[];
  windowHours: number;
  /** A standing price is asked for, and no round. */
  standing: boolean;
};

type ReviewStepProps = {
  review: ReviewShown;
  editing: { code: string; status: string } | null;
  answer: unknown;
};

/** The page before a case is posted: what the pack says of it, who will see what, and what posting does. */
export function ReviewStep({ review, editing, answer }: ReviewStepProps) {
  const t = useT();
  return (
    <div className="stack">
      {review.duplicates.length > 0 && <Duplicates duplicates={review.duplicates} />}
      <Card title={t("cases.review.verdict")}>
        <VerdictList verdicts={review.verdicts} />
        {review.findings.length > 0 && (
          <details>
            <summary>{t("cases.review.findings", { count: review.findings.length })}</summary>
            <Findings findings={review.findings} zone={review.zone} />
          </details>
        )}
      </Card>
      <LimitationClock limitation={review.limitation} today={review.today} />
      <ClaimTable claim={review.total} />
      <PackNotice pack={review.pack} />
      <MaskedCard card={review.card} place={review.place} />
      <Card title={t("cases.review.sees")}>
        <ul className="plain">
          <li>{t("cases.review.sees_review")}</li>
          <li>{t("cases.review.sees_bidders")}</li>
          <li>{t("cases.review.sees_collector", { debtor: review.debtorName })}</li>
        </ul>
      </Card>
      <Submit review={review} editing={editing} answer={answer} />
    </div>
  );
}

function Duplicates({ duplicates }: Pick<ReviewShown, "duplicates">) {
  const t = useT();
  return (
    <Notice tone="wait" title={t("cases.review.duplicate")}>
      <p>{t("cases.review.duplicate_text")}</p>
      <ul className="link-list">
        {duplicates.map(({ caseId, code }) => (
          <li key={caseId}>
            <Link to={`/cases/${caseId}`}>{code}</Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Submit({ review, editing, answer }: ReviewStepProps) {
  const t = useT();
  const live = editing && ["tendering", "deciding"].includes(editing.status);
  return (
    <Card title={t("cases.review.post_title")}>
      <ul className="plain">
        <li>{t("cases.review.post_review")}</li>
        <li>
          {review.standing
            ? t("lane.after_approval")
            : t("cases.review.post_round", { count: review.windowHours / 24 })}
        </li>
        {live && <li>{t("cases.edit.voids")}</li>}
        <li>{t("cases.review.post_log")}</li>
      </ul>
      <ActionForm answer={answer}>
        <div className="form-acts">
          <Button tone="primary" wide>
            {editing ? t("cases.edit.submit", { code: editing.code }) : t("cases.review.post")}
          </Button>
          <LinkButton to="/cases">{t("cases.draft.leave_kept")}</LinkButton>
        </div>
      </ActionForm>
    </Card>
  );
}

/** What still keeps a case from being posted, each with the page to mend it on. */
export function UnfinishedSteps({ steps }: { steps: { step: string; label: string; to: string }[] }) {
  const t = useT();
  return (
    <Notice tone="wait" title={t("cases.review.unfinished", { count: steps.length })}>
      <ul className="link-list">
        {steps.map(({ step, label, to }) => (
          <li key={step}>
            <Link to={to}>{label}</Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
