import { type CaseAnswers, type KeptAnswers, yesNoUnknown } from "#app/domain/cases/answers.ts";
import { claimQuestions } from "#app/domain/cases/claim-questions.ts";
import type { ClaimFinding, Verdict } from "#app/domain/cases/eligibility.ts";
import type { EvidenceNeed } from "#app/domain/cases/evidence.ts";
import type { CaseStatus } from "#app/domain/cases/moves.ts";
import type { limitationOf } from "#app/domain/law/limitation.ts";
import type { PackId } from "#app/domain/law/pack.ts";
import type { ClaimToday } from "#app/domain/timeline/claim-today.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { ClaimTable } from "#app/ui/case/claim-table.tsx";
import { Findings } from "#app/ui/case/findings.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { CopyableId } from "#app/ui/copyable-id.tsx";
import { DateText, Instant } from "#app/ui/format.tsx";
import { KeyValue, type Pair } from "#app/ui/key-value.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { statusTones } from "./case-status.ts";
import { EvidenceChecklist, EvidenceList, type EvidenceShown } from "./evidence-list.tsx";
import { LimitationClock } from "./limitation-clock.tsx";
import { PackNotice } from "./pack-notice.tsx";
import { VerdictList } from "./verdict-list.tsx";
import { Identity, type MaskedDebtor } from "./view-debtor-page.tsx";

export type CaseReview = {
  caseId: string;
  code: string;
  status: CaseStatus;
  waiting: boolean;
  updatedAt: Date;
  creditorName: string;
  place: string;
  zone: string;
  today: string;
  debtor: Pick<CaseAnswers["debtor"], "kind" | "placeCode">;
  /** Null once it was erased. */
  identity: MaskedDebtor | null;
  /** Its words are null once they were erased. */
  claim: KeptAnswers["claim"] & { description: string | null };
  history: CaseAnswers["history"];
  goal: CaseAnswers["goal"];
  evidence: EvidenceShown[];
  needs: EvidenceNeed[];
  pack: { id: PackId; version: string; signedOffBy: string | null };
  limitation: ReturnType<typeof limitationOf>;
  findings: ClaimFinding[];
  verdicts: Verdict[];
  total: ClaimToday;
  returns: { at: Date; reason: string }[];
};

/** A case before its reviewer: what was answered and shown on one side, what the pack makes of it on the other. */
export function CaseReviewPage({ review }: { review: CaseReview }) {
  const t = useT();
  const at = `/admin/cases/${review.caseId}`;
  return (
    <>
      <PageHeader
        title={t("cases.decide.title", { code: review.code })}
        facts={[<CopyableId key="code" value={review.code} />, review.creditorName, review.place]}
        status={<Chip tone={statusTones[review.status]}>{t(`case.status.${review.status}`)}</Chip>}
        back={{ to: "/admin/cases", label: t("nav.review_cases") }}
      />
      {review.waiting && (
        <div className="form-acts">
          <LinkButton to={`${at}/approve`} tone="primary">
            {t("cases.decide.approve")}
          </LinkButton>
          <LinkButton to={`${at}/return`}>{t("cases.decide.return")}</LinkButton>
          <LinkButton to={`${at}/refuse`} tone="danger">
            {t("cases.decide.refuse")}
          </LinkButton>
        </div>
      )}
      <div className="split">
        <div className="stack">
          <Answers review={review} />
          <Card title={t("cases.evidence.items")}>
            {review.claim.description === null ? (
              <p>{t("debtor.erased")}</p>
            ) : (
              <>
                <EvidenceList items={review.evidence} />
                <EvidenceChecklist needs={review.needs} />
              </>
            )}
          </Card>
        </div>
        <div className="stack">
          <Judgement review={review} />
        </div>
      </div>
    </>
  );
}

function Judgement({ review }: { review: CaseReview }) {
  const t = useT();
  return (
    <>
      {review.returns.map(({ at, reason }) => (
        <Notice key={reason + at.toISOString()} tone="wait" title={t("cases.decide.returned_before")}>
          <p>
            <Instant at={at} zone={review.zone} />: {reason}
          </p>
        </Notice>
      ))}
      <Card title={t("cases.review.verdict")}>
        <VerdictList verdicts={review.verdicts} />
        {review.findings.length > 0 && <Findings findings={review.findings} zone={review.zone} />}
      </Card>
      <LimitationClock limitation={review.limitation} today={review.today} />
      <ClaimTable claim={review.total} />
      <PackNotice pack={review.pack} />
    </>
  );
}

/** Answers to what the law of the place asks of some claims only. */
const askedHere = (claim: CaseReview["claim"], t: ReturnType<typeof useT>): Pair[] =>
  claimQuestions.flatMap((question) => {
    const answer = claim[question];
    if (answer === undefined) return [];
    const label = t(`cases.claim.${question}`);
    if (question === "apr") return [{ label, value: `${answer}%` }];
    const said = yesNoUnknown.find((each) => each === answer);
    return [{ label, value: said ? t(`cases.answer.${said}`) : <DateText on={answer} /> }];
  });

function Answers({ review }: { review: CaseReview }) {
  const t = useT();
  const { caseId, claim, history, goal } = review;
  const date = (on: string | undefined) => (on ? <DateText on={on} /> : "–");
  const debtor: Pair[] = [
    { label: t("cases.debtor.kind"), value: t(`brief.debtor_kind.${review.debtor.kind}`) },
    { label: t("brief.place"), value: review.place },
  ];
  const claimed: Pair[] = [
    { label: t("cases.claim.kind"), value: t(`cases.kind.${claim.kind}`) },
    { label: t("cases.claim.purpose"), value: t(`brief.purpose.${claim.purpose}`) },
    { label: t("brief.creditor_kind"), value: t(`brief.creditor_kind.${claim.creditorKind}`) },
    { label: t("cases.claim.due_on"), value: date(claim.dueOn) },
    { label: t("cases.claim.contract_on"), value: date(claim.contractOn) },
    { label: t("cases.claim.reference"), value: claim.reference ?? "–" },
    { label: t("cases.claim.written"), value: t(`cases.answer.${claim.written}`) },
    { label: t("cases.claim.assigned"), value: t(`cases.answer.${claim.assigned}`) },
    ...askedHere(claim, t),
    { label: t("cases.claim.description"), value: claim.description ?? t("debtor.erased") },
  ];
  const happened: Pair[] = [
    { label: t("cases.history.disputed"), value: t(`cases.answer.${history.disputed}`) },
    { label: t("cases.history.reminder"), value: date(history.reminderSentOn) },
    { label: t("cases.history.demand"), value: date(history.demandDeliveredOn) },
    { label: t("cases.history.last_payment"), value: date(history.lastPaymentOn) },
    { label: t("cases.history.judgment"), value: t(`cases.answer.${history.judgment}`) },
    { label: t("brief.scope"), value: t(`cases.goal.${goal.goal}`) },
    {
      label: t("brief.models"),
      value: goal.feeModels.map((model) => t(`cases.fee.${model}`)).join(t("list.separator")),
    },
  ];
  return (
    <>
      <Card
        title={t("cases.step.debtor")}
        aside={
          <>
            <LinkButton to={`/admin/cases/${caseId}/debtor`} small tone="quiet">
              {t("cases.identity.show")}
            </LinkButton>
            <LinkButton to={`/admin/cases/${caseId}/export`} small tone="quiet">
              {t("subject.link")}
            </LinkButton>
            <LinkButton to={`/admin/cases/${caseId}/erase`} small tone="quiet">
              {t("erasure.open")}
            </LinkButton>
          </>
        }
      >
        <Identity debtor={review.identity} />
        <KeyValue pairs={debtor} />
      </Card>
      <Card title={t("cases.step.claim")}>
        <KeyValue pairs={claimed} />
      </Card>
      <Card title={t("cases.step.history")}>
        <KeyValue pairs={happened} />
      </Card>
    </>
  );
}
