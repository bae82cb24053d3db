import { declineReasons } from "#app/domain/debtors/plan-answers.ts";
import type { Proposal } from "#app/domain/debtors/proposal.ts";
import { proposalText } from "#app/messages/proposal.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { RadioCards } from "#app/ui/choice-group.tsx";
import { DateField } from "#app/ui/date-field.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { MoneyField } from "#app/ui/money-field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export type ProposalView = {
  caseId: string;
  code: string;
  currency: string;
  tellsCosts: boolean;
  waiting: { statementId: string; proposal: Proposal; isPast: boolean } | null;
};

type ProposalPageProps = { view: ProposalView; answer: unknown };

/** What a debtor proposes to pay, and three answers, each one act. */
export function ProposalPage({ view, answer }: ProposalPageProps) {
  const t = useT();
  const locale = useLocale();
  const { caseId, code, currency, waiting } = view;
  const at = `/cases/${caseId}`;
  return (
    <div className="form stack">
      <PageHeader title={t("proposal.title")} back={{ to: at, label: code }} />
      {waiting ? (
        <>
          <Notice tone="info" title={proposalText(waiting.proposal, { t, locale, currency })}>
            <p>{t("proposal.lead")}</p>
          </Notice>
          {waiting.isPast ? (
            <Notice tone="wait">{t("refusal.proposal-past")}</Notice>
          ) : (
            <Accept view={view} id={waiting.statementId} answer={answer} />
          )}
          <Counter view={view} id={waiting.statementId} answer={answer} />
          <Decline id={waiting.statementId} answer={answer} />
        </>
      ) : (
        <Notice
          tone="ok"
          title={t("proposal.none")}
          action={<LinkButton to={at}>{t("case.back")}</LinkButton>}
        />
      )}
    </div>
  );
}

type AnswerProps = { id: string; answer: unknown };

const Given = ({ id, answer }: { id: string; answer: "accepted" | "countered" | "declined" }) => (
  <>
    <input type="hidden" name="statementId" value={id} />
    <input type="hidden" name="answer" value={answer} />
  </>
);

/** A refusal belongs to the form it came from. */
const answerTo = (answer: unknown, which: string) =>
  (answer as { values?: { answer?: string } } | undefined)?.values?.answer === which ? answer : undefined;

function Accept({ view, id, answer }: AnswerProps & { view: ProposalView }) {
  const t = useT();
  return (
    <Card title={t("proposal.accept")}>
      <p>{t("proposal.accept_text")}</p>
      <ActionForm answer={answerTo(answer, "accepted")} id="accept">
        <Given id={id} answer="accepted" />
        {view.tellsCosts && <Checkbox name="free" label={t("proposal.free")} optional={false} />}
        <Button tone="primary">{t("proposal.accept_submit")}</Button>
      </ActionForm>
    </Card>
  );
}

function Counter({ view, id, answer }: AnswerProps & { view: ProposalView }) {
  const t = useT();
  return (
    <Card title={t("proposal.counter")}>
      <p>{t("proposal.counter_text")}</p>
      <ActionForm answer={answerTo(answer, "countered")} id="counter">
        <Given id={id} answer="countered" />
        <MoneyField name="monthly" label={t("proposal.monthly")} currency={view.currency} />
        <DateField name="firstOn" label={t("proposal.first_on")} />
        <Button>{t("proposal.counter_submit")}</Button>
      </ActionForm>
    </Card>
  );
}

function Decline({ id, answer }: AnswerProps) {
  const t = useT();
  return (
    <Card title={t("proposal.decline")}>
      <ActionForm answer={answerTo(answer, "declined")} id="decline">
        <Given id={id} answer="declined" />
        <RadioCards
          name="reason"
          label={t("proposal.why")}
          choices={declineReasons.map((value) => ({ value, label: t(`proposal.reason.${value}`) }))}
        />
        <Button>{t("proposal.decline_submit")}</Button>
      </ActionForm>
    </Card>
  );
}
