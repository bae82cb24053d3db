import { Link } from "@remix-run/react";
import type { Delivery } from "#app/domain/contact/text-events.ts";
import type { Finding } from "#app/domain/law/types.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CaseHeader, type CaseHeading } from "#app/ui/case/case-header.tsx";
import { Findings } from "#app/ui/case/findings.tsx";
import { CopyableId } from "#app/ui/copyable-id.tsx";
import { Instant } from "#app/ui/format.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice, type NoticeTone } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Phrase } from "#app/ui/phrase.tsx";
import { LetterSheet } from "./letter-sheet.tsx";
import { MessageChip, type MessageRow, wordFor } from "./message-chip.tsx";
import { TextLength } from "./text-length.tsx";

export type MessageView = {
  heading: CaseHeading;
  zone: string;
  writes: boolean;
  message: MessageRow & {
    findings: Finding[];
    answer: string | null;
    eventSeq: number | null;
    letterHash: string | null;
    delivery: Delivery | null;
    tracking: string | null;
    batchId: string | null;
    language: string;
    letter: { subject: string; body: string } | null;
  };
};

/** One message: how it stands and why, what can be done about it, and its very words. */
export function MessagePage({ view, answer }: { view: MessageView; answer?: unknown }) {
  const t = useT();
  const { heading, message, zone, writes } = view;
  return (
    <div className="form stack">
      <CaseHeader heading={heading} tabs={[]} />
      <PageHeader
        title={t(`law.action.${message.step}`)}
        back={{ to: `/cases/${heading.caseId}/contact`, label: t("contact.back") }}
        status={<MessageChip row={message} />}
      />
      <Standing message={message} zone={zone} />
      {writes && <Acts view={view} answer={answer} />}
      <Record message={message} zone={zone} />
      {message.letter && (
        <LetterSheet
          title={t("contact.words_as_sent")}
          letter={message.letter}
          to={null}
          language={message.language}
        >
          {message.channel === "sms" && <TextLength body={message.letter.body} />}
        </LetterSheet>
      )}
    </div>
  );
}

const tones: Record<MessageRow["status"], NoticeTone> = {
  waiting: "wait",
  held: "shut",
  sending: "wait",
  sent: "ok",
  unknown: "bad",
  bounced: "bad",
  withdrawn: "info",
};

function Standing({ message, zone }: Pick<MessageView, "message" | "zone">) {
  const t = useT();
  const { status, channel, dueAt, demo, heldWhy, findings } = message;
  const at = dueAt ? { at: <Instant key="at" at={dueAt} zone={zone} /> } : null;
  const why = heldWhy && `contact.why.${heldWhy}`;
  return (
    <Notice tone={tones[status]} title={why && t.has(why) ? t(why) : wordFor("status", message, t)}>
      {at && status === "waiting" && channel !== "post" && (
        <p>{<Phrase of="contact.said.waiting" nodes={at} />}</p>
      )}
      {at && status === "waiting" && channel === "post" && (
        <p>{<Phrase of="contact.said.post.waiting_from" nodes={at} />}</p>
      )}
      {at && status === "held" && <p>{<Phrase of="contact.said.held_until" nodes={at} />}</p>}
      {!(at && (status === "waiting" || status === "held")) && status !== "waiting" && (
        <p>{demo && status === "sent" ? t("contact.said.demo") : wordFor("said", message, t)}</p>
      )}
      {findings.length > 0 && <Findings findings={findings} zone={zone} />}
    </Notice>
  );
}

function Acts({ view: { heading, message }, answer }: { view: MessageView; answer: unknown }) {
  const t = useT();
  const at = `/cases/${heading.caseId}/contact/${message.id}`;
  if (message.status === "waiting" || message.status === "held") {
    return (
      <ActionForm action={`${at}/withdraw`} label={t("contact.withdraw")}>
        <Button>{t("contact.withdraw")}</Button>
      </ActionForm>
    );
  }
  if (message.channel === "post" && message.status === "sent") {
    return (
      <Card title={t("contact.returned")}>
        <ActionForm action={`${at}/settle`} label={t("contact.returned")} answer={answer}>
          <p>{t("contact.returned_lead")}</p>
          <Button name="became" value="bounced">
            {t("contact.returned_button")}
          </Button>
        </ActionForm>
      </Card>
    );
  }
  if (message.status !== "unknown" || (message.channel === "sms" && message.dueAt)) return null;
  return (
    <Card title={t("contact.settle")}>
      <ActionForm action={`${at}/settle`} label={t("contact.settle")} answer={answer}>
        <p>{t("contact.settle_lead")}</p>
        <div className="acts">
          {(["sent", "bounced"] as const).map((became) => (
            <Button key={became} name="became" value={became}>
              {t(`contact.settle.${became}`)}
            </Button>
          ))}
        </div>
      </ActionForm>
    </Card>
  );
}

function Record({
  message: { channel, sentAt, answer, eventSeq, letterHash, delivery, tracking, batchId },
  zone,
}: Pick<MessageView, "message" | "zone">) {
  const t = useT();
  if (!sentAt && !answer) return null;
  return (
    <Card>
      <KeyValue
        pairs={[
          ...(sentAt ? [{ label: t("contact.col.when"), value: <Instant at={sentAt} zone={zone} /> }] : []),
          ...(eventSeq ? [{ label: t("contact.in_log"), value: String(eventSeq) }] : []),
          ...(letterHash
            ? [
                {
                  label: t("contact.hash"),
                  value: <CopyableId value={letterHash} short={letterHash.slice(0, 8)} />,
                },
              ]
            : []),
          ...(delivery ? [{ label: t("contact.delivery"), value: t(`contact.delivery.${delivery}`) }] : []),
          ...(tracking ? [{ label: t("letters.tracking_one"), value: tracking }] : []),
          ...(batchId
            ? [
                {
                  label: t("letters.batch"),
                  value: <Link to={`/letters/${batchId}`}>{t("letters.see_batch")}</Link>,
                },
              ]
            : []),
          ...(answer
            ? [{ label: t(channel === "sms" ? "contact.provider_answer" : "contact.answer"), value: answer }]
            : []),
        ]}
      />
    </Card>
  );
}
