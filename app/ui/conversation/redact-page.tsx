import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Instant } from "#app/ui/format.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TextArea } from "#app/ui/text-area.tsx";

type RedactPageProps = {
  message: {
    code: string;
    body: string;
    createdAt: string | Date;
    redactionReason: string | null;
  };
  answer: unknown;
};

/** One reported message, and what removing it does. */
export function RedactPage({ message, answer }: RedactPageProps) {
  const t = useT();
  const { code, body, createdAt, redactionReason } = message;
  return (
    <div className="stack form">
      <PageHeader title={t("redact.title")} lead={t("redact.lead", { case: code })} />
      {redactionReason !== null ? (
        <Notice tone="shut">{t("redact.already", { reason: redactionReason })}</Notice>
      ) : (
        <Card>
          <KeyValue
            pairs={[
              { label: t("redact.written"), value: <Instant at={createdAt} zone="UTC" /> },
              { label: t("redact.words"), value: <span className="message-words">{body}</span> },
            ]}
          />
          <ActionForm answer={answer}>
            <TextArea
              name="reason"
              label={t("redact.reason")}
              hint={t("redact.reason_hint")}
              maxLength={500}
              rows={2}
            />
            <Button tone="danger">{t("redact.submit")}</Button>
          </ActionForm>
        </Card>
      )}
    </div>
  );
}
