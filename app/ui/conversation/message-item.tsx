import { Link } from "@remix-run/react";
import { CornerDownRight, Paperclip } from "lucide-react";
import type { Segment } from "#app/domain/conversation/mentions.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { classes } from "#app/ui/classes.ts";
import { Instant } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { TaskChip } from "./task-chip.tsx";

export type MessageLine = {
  id: string;
  at: string | Date;
  authorName: string;
  orgName: string;
  own: boolean;
  ours: boolean;
  fresh: boolean;
  segments: Segment[];
  redaction: string | null;
  files: { documentId: string; fileName: string; evidenceId: string | null }[];
  reply: { id: string; authorName: string; words: string } | null;
  about: number | null;
  task: { dueAt: string | Date; state: "open" | "overdue" | "done" } | null;
};

type MessageItemProps = { message: MessageLine; at: string; zone: string; open: boolean };

/** One message: who, when, what it answers, its words, its files, and what it asks for. */
export function MessageItem({ message, at, zone, open }: MessageItemProps) {
  const t = useT();
  const { id, authorName, orgName, own, ours, fresh, redaction, reply, about, task } = message;
  const who = own ? t("messages.you") : t("messages.by", { name: authorName, organization: orgName });
  return (
    <li id={`m-${id}`} className={classes("message", ours && "ours")} tabIndex={-1}>
      <div className="message-head">
        <h2>{who}</h2>
        <a href={`${at}?at=${id}#m-${id}`} className="message-time">
          <Instant at={message.at} zone={zone} />
        </a>
        {fresh && <Chip tone="info">{t("messages.new")}</Chip>}
        {task && <TaskChip {...task} zone={zone} />}
      </div>
      {reply && (
        <p className="message-reply">
          <CornerDownRight aria-hidden size={14} />{" "}
          <Link to={`${at}?at=${reply.id}#m-${reply.id}`}>
            {t("messages.answers", {
              name: reply.authorName,
              words: reply.words || t("messages.words_gone"),
            })}
          </Link>
        </p>
      )}
      {about !== null && <p className="message-reply">{t("messages.about", { seq: about })}</p>}
      {redaction === null ? (
        <p className="message-words">
          {message.segments.map(({ text, mention }, place) =>
            mention ? <mark key={place}>{text}</mark> : <span key={place}>{text}</span>,
          )}
        </p>
      ) : (
        <p className="message-gone">{t("messages.redacted", { reason: redaction })}</p>
      )}
      {message.files.length > 0 && <Files files={message.files} />}
      {redaction === null && <Acts message={message} at={at} open={open} />}
    </li>
  );
}

function Files({ files }: Pick<MessageLine, "files">) {
  const t = useT();
  return (
    <ul className="message-files" aria-label={t("messages.files")}>
      {files.map(({ documentId, fileName, evidenceId }) => (
        <li key={documentId}>
          <Paperclip aria-hidden size={14} />{" "}
          {fileName === "" ? t("erasure.attachment") : <a href={`/documents/${documentId}`}>{fileName}</a>}
          {evidenceId && <span className="hint"> · {t("messages.as_evidence")}</span>}
        </li>
      ))}
    </ul>
  );
}

function Acts({ message, at, open }: Omit<MessageItemProps, "zone">) {
  const t = useT();
  const { id, authorName, own, ours, task } = message;
  const waits = task && task.state !== "done";
  return (
    <div className="message-acts">
      {open && (
        <LinkButton to={`${at}?reply=${id}#write`} small tone={waits && !ours ? "secondary" : "quiet"}>
          {t("messages.reply")}
          <span className="visually-hidden"> ({authorName})</span>
        </LinkButton>
      )}
      {waits && (
        <ActionForm action={`${at}/${id}/done`}>
          <Button small tone="quiet">
            {t("messages.done")}
            <span className="visually-hidden"> ({authorName})</span>
          </Button>
        </ActionForm>
      )}
      {!own && (
        <ActionForm action={`${at}/${id}/report`}>
          <Button small tone="quiet">
            {t("messages.report")}
            <span className="visually-hidden"> ({authorName})</span>
          </Button>
        </ActionForm>
      )}
    </div>
  );
}

/** A message that the server has not answered for yet. */
export function SendingItem({ words }: { words: string }) {
  const t = useT();
  return (
    <li className="message ours sending">
      <div className="message-head">
        <h2>{t("messages.you")}</h2>
        <Chip tone="wait">{t("messages.sending")}</Chip>
      </div>
      <p className="message-words">{words}</p>
    </li>
  );
}
