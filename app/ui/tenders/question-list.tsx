import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Instant } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Phrase } from "#app/ui/phrase.tsx";

export type QuestionsView = {
  /** The round's address for the reader. */
  at: string;
  code: string;
  zone: string;
  questions: {
    id: string;
    question: string;
    askedAt: Date;
    answer: string | null;
    answeredAt: Date | null;
    own: boolean;
  }[];
  askUntil: Date;
  closesAt: Date;
  mayAsk: boolean;
  mayAnswer: boolean;
};

/** Questions and answers of a round, the oldest first. */
export function QuestionList({ view, side }: { view: QuestionsView; side: "bidder" | "creditor" }) {
  const t = useT();
  const until = <Instant at={view.askUntil} zone={view.zone} />;
  if (view.questions.length === 0) {
    return (
      <EmptyState title={t("qa.none_title")}>
        <p>
          <Phrase
            of={view.mayAsk || view.mayAnswer ? `qa.none_${side}` : "qa.closed"}
            nodes={{ time: until }}
          />
        </p>
      </EmptyState>
    );
  }
  return (
    <div className="stack">
      {view.questions.map((each) => (
        <Question key={each.id} question={each} view={view} />
      ))}
    </div>
  );
}

type QuestionProps = { question: QuestionsView["questions"][number]; view: QuestionsView };

function Question({ question: { id, question, askedAt, answer, answeredAt, own }, view }: QuestionProps) {
  const t = useT();
  const { zone, at, mayAnswer } = view;
  return (
    <Card>
      <div className="question">
        <p className="written">
          <b>{question}</b>
        </p>
        <p className="hint">
          {own && <Chip tone="info">{t("qa.own")}</Chip>}{" "}
          <Phrase of="qa.asked_at" nodes={{ time: <Instant at={askedAt} zone={zone} /> }} />
        </p>
        {answer === null || !answeredAt ? (
          <Chip tone="wait">{t("qa.waiting")}</Chip>
        ) : (
          <>
            <p className="written">{answer}</p>
            <p className="hint">
              <Phrase of="qa.answered_at" nodes={{ time: <Instant at={answeredAt} zone={zone} /> }} />
            </p>
          </>
        )}
        {answer === null && mayAnswer && (
          <div>
            <LinkButton to={`${at}/questions/${id}`}>{t("qa.answer_act")}</LinkButton>
          </div>
        )}
      </div>
    </Card>
  );
}
