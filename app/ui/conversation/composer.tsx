import { Link } from "@remix-run/react";
import { evidenceKinds } from "#app/domain/cases/evidence.ts";
import { defaultDue, dueChoices, maxDueDays } from "#app/domain/conversation/due.ts";
import { maxBodyLength } from "#app/domain/conversation/message.ts";
import { acceptedFiles, fileTypes } from "#app/domain/media-types.ts";
import { addDays, dateIn } from "#app/domain/timeline/local-time.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { DateField } from "#app/ui/date-field.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Select } from "#app/ui/select.tsx";
import type { ConversationView } from "./conversation-page.tsx";
import { MentionArea } from "./mention-area.tsx";

const mostNames = 12;

/** What is written, by when an answer is needed, and what goes with it. Complete as a plain form. */
export function Composer({ view, answer }: { view: ConversationView; answer: unknown }) {
  const t = useT();
  const { heading, reply, about, mentionable, otherName } = view;
  const at = `/cases/${heading.caseId}/messages`;
  const names = mentionable.slice(0, mostNames).join(t("list.separator"));
  return (
    <ActionForm
      answer={answer}
      action={`${at}?index`}
      multipart
      className="form composer"
      label={t("messages.write")}
      labels={labelsOf(t)}
    >
      <input type="hidden" name="key" value={view.key} />
      {reply && (
        <>
          <input type="hidden" name="replyTo" value={reply.id} />
          <p className="message-reply">
            {t("messages.answering", { name: reply.authorName })}: “{reply.words || t("messages.words_gone")}”{" "}
            <Link to={`${at}#write`}>{t("messages.no_answer")}</Link>
          </p>
        </>
      )}
      {about && (
        <>
          <input type="hidden" name="about" value={about} />
          <p className="message-reply">{t("messages.about", { seq: about })}</p>
        </>
      )}
      <MentionArea
        name="body"
        names={mentionable}
        label={t("messages.body")}
        hint={names && t("messages.body_hint", { names })}
        rows={4}
        maxLength={maxBodyLength}
      />
      <DueFields view={view} />
      <details className="composer-files">
        <summary>{t("messages.attach")}</summary>
        <FileFields />
      </details>
      <Button tone="primary">{t("messages.send", { organization: otherName ?? "" })}</Button>
    </ActionForm>
  );
}

const labelsOf = (t: ReturnType<typeof useT>) => ({
  dueOn: t("messages.due_on"),
  "file[]": t("messages.file"),
  evidence: t("messages.evidence"),
});

function DueFields({ view }: { view: ConversationView }) {
  const t = useT();
  const today = dateIn(view.zone, new Date(view.now));
  return (
    <div className="composer-due">
      <Select
        name="due"
        label={t("messages.due")}
        defaultValue={view.reply ? "none" : defaultDue}
        choices={dueChoices.map((value) => ({ value, label: t(`messages.due.${value}`) }))}
        width="medium"
        noBlank
      />
      <DateField
        name="dueOn"
        label={t("messages.due_on")}
        hint={t("messages.due_on_hint")}
        min={today}
        max={addDays(today, maxDueDays)}
        optional
      />
    </div>
  );
}

function FileFields() {
  const t = useT();
  return (
    <>
      <FileField
        name="file[]"
        label={t("messages.file")}
        hint={t("form.file_limit", { types: fileTypes, size: "10 MB" })}
        accept={acceptedFiles}
        multiple
        optional
      />
      <Select
        name="evidence"
        label={t("messages.evidence")}
        hint={t("messages.evidence_hint")}
        choices={[
          { value: "", label: t("messages.evidence_none") },
          ...evidenceKinds.map((value) => ({ value, label: t(`brief.evidence.${value}`) })),
        ]}
        noBlank
        optional
      />
    </>
  );
}
