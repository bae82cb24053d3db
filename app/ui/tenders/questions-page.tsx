import type { Giveaway } from "#app/domain/tenders/masking.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Instant } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Phrase } from "#app/ui/phrase.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { QuestionList, type QuestionsView } from "./question-list.tsx";

type Refused = { errors: object; giveaways: Giveaway[] } | undefined;

/** A round's questions as one of its bidders sees them, and the form to ask. */
export function BidderQuestionsPage({ view, answer }: { view: QuestionsView; answer: Refused }) {
  const t = useT();
  const until = <Instant at={view.askUntil} zone={view.zone} />;
  return (
    <>
      <PageHeader
        title={t("qa.title", { case: view.code })}
        lead={t("qa.lead_bidder")}
        back={{ to: view.at, label: t("qa.back_round") }}
      />
      <div className="stack">
        <QuestionList view={view} side="bidder" />
        <Giveaways answer={answer} />
        {view.mayAsk || answer ? (
          <Card title={t("qa.ask_title")}>
            <ActionForm answer={answer} className="form">
              <TextArea name="question" label={t("qa.question")} rows={4} maxLength={600} />
              <p className="hint">
                <Phrase of="qa.question_hint" nodes={{ time: until }} />
              </p>
              <div className="form-acts">
                <Button tone="primary">{t("qa.ask")}</Button>
              </div>
            </ActionForm>
          </Card>
        ) : (
          view.questions.length > 0 && (
            <Notice tone="shut">
              <Phrase of="qa.closed" nodes={{ time: until }} />
            </Notice>
          )
        )}
      </div>
    </>
  );
}

/** The same for the creditor, who answers and is not told who asks. */
export function CreditorQuestionsPage({ view }: { view: QuestionsView }) {
  const t = useT();
  return (
    <>
      <PageHeader
        title={t("qa.title", { case: view.code })}
        lead={t("qa.lead_creditor")}
        back={{ to: `${view.at}/bids`, label: t("qa.back_bids") }}
      />
      <QuestionList view={view} side="creditor" />
    </>
  );
}

type AnswerPageProps = { view: { at: string; code: string; question: string }; answer: Refused };

export function AnswerPage({ view: { at, code, question }, answer }: AnswerPageProps) {
  const t = useT();
  const back = `${at}/questions`;
  return (
    <>
      <PageHeader
        title={t("qa.answer_title", { case: code })}
        back={{ to: back, label: t("round.questions") }}
      />
      <div className="stack">
        <Giveaways answer={answer} />
        <Card>
          <p className="written">
            <b>{question}</b>
          </p>
          <ActionForm answer={answer} className="form">
            <TextArea
              name="answer"
              label={t("qa.answer")}
              hint={t("qa.answer_hint")}
              rows={6}
              maxLength={1200}
            />
            <div className="form-acts">
              <Button tone="primary">{t("qa.answer_submit")}</Button>
              <LinkButton to={back} tone="quiet">
                {t("round.questions")}
              </LinkButton>
            </div>
          </ActionForm>
        </Card>
      </div>
    </>
  );
}

/** What of the words would have given somebody away. */
function Giveaways({ answer }: { answer: Refused }) {
  const t = useT();
  if (!answer || answer.giveaways.length === 0) return null;
  return (
    <Notice tone="shut" title={t("qa.gives_title")}>
      <ul>
        {answer.giveaways.map((each) => (
          <li key={each}>{t(`qa.gives.${each}`)}</li>
        ))}
      </ul>
    </Notice>
  );
}
