import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Instant } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Phrase } from "#app/ui/phrase.tsx";

type Reply = {
  id: string;
  from: string;
  words: string;
  receivedAt: string;
  cases: { caseId: string; code: string; textedAt: string | null }[];
};

/** Answers by text message that only a person can place, each with the cases that have its number. */
export function RepliesPage({ replies, zone }: { replies: Reply[]; zone: string }) {
  const t = useT();
  return (
    <div className="form stack">
      <PageHeader title={t("replies.title")} lead={t("replies.lead")} />
      {replies.length === 0 && <EmptyState title={t("replies.none")}>{t("replies.none_text")}</EmptyState>}
      {replies.map((reply) => (
        <Card
          className="stack"
          key={reply.id}
          title={t("replies.from", { number: reply.from })}
          aside={<Instant at={reply.receivedAt} zone={zone} />}
        >
          <blockquote className="marked-text">{reply.words}</blockquote>
          {reply.cases.length === 0 && <p className="hint">{t("replies.no_case")}</p>}
          {reply.cases.map(({ caseId, code, textedAt }) => (
            <ActionForm key={caseId} action="/admin/replies/place" label={`${t("replies.place")} ${code}`}>
              <input type="hidden" name="replyId" value={reply.id} />
              <input type="hidden" name="caseId" value={caseId} />
              <p>
                {t("replies.case")} <code>{code}</code>
                {textedAt && (
                  <span className="hint">
                    {" "}
                    <Phrase
                      of="replies.texted_at"
                      nodes={{ at: <Instant key="at" at={textedAt} zone={zone} /> }}
                    />
                  </span>
                )}
              </p>
              <Button>{t("replies.place")}</Button>
            </ActionForm>
          ))}
          <ActionForm action="/admin/replies/place" label={t("replies.dismiss")}>
            <input type="hidden" name="replyId" value={reply.id} />
            <Button>{t("replies.dismiss")}</Button>
          </ActionForm>
        </Card>
      ))}
    </div>
  );
}
