import { dateFields } from "#app/domain/contact/forms.ts";
import type { Letter } from "#app/domain/contact/render.ts";
import type { ContactChannel, TypedField } from "#app/domain/contact/templates/template.ts";
import type { Decision } from "#app/domain/law/types.ts";
import { factName } from "#app/messages/finding.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CaseHeader, type CaseHeading } from "#app/ui/case/case-header.tsx";
import { Findings } from "#app/ui/case/findings.tsx";
import { DateField } from "#app/ui/date-field.tsx";
import { Instant } from "#app/ui/format.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Phrase } from "#app/ui/phrase.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { LetterSheet } from "./letter-sheet.tsx";
import { TextLength } from "./text-length.tsx";

type NoChannel =
  | "no-address"
  | "channel-unverified"
  | "channel-dead"
  | "no-phone"
  | "phone-unverified"
  | "phone-dead"
  | "sms-not-set-up"
  | "no-postal-address"
  | "postal-unverified"
  | "postal-dead"
  | "conduct";

const unverified: ReadonlySet<NoChannel> = new Set([
  "channel-unverified",
  "phone-unverified",
  "postal-unverified",
]);

export type WriteView = {
  heading: CaseHeading;
  zone: string;
  key: string;
  template: { id: string; version: number; step: string; language: string; channel: ContactChannel };
  asks: readonly { field: TypedField; optional?: true }[];
  /** What was typed, as one text: what a review of it is a review of. */
  words: string;
  problem: NoChannel | null;
  letter: Letter | null;
  decision: Decision | null;
  to: string | null;
};

type Values = Record<string, string | string[]>;
type WriteProps = {
  view: WriteView;
  answer: unknown;
  /** What was typed, once a letter was asked for; null before that. */
  typed: Values | null;
};

/** From the template to the letter: what only the sender can say, the letter as the debtor reads it, and what the law says now. */
export function WritePage({ view, answer, typed: given }: WriteProps) {
  const t = useT();
  const { heading, template, asks } = view;
  const key = `contact.template.${template.id}`;
  // Where nothing can be typed there is nothing to wait for.
  const typed = given ?? (asks.length === 0 ? {} : null);
  return (
    <div className="form stack">
      <CaseHeader heading={heading} tabs={[]} />
      <p className="lead">{t(template.channel === "sms" ? "contact.text_lead" : "contact.write_lead")}</p>
      {view.problem && (
        <Notice
          tone="shut"
          action={
            unverified.has(view.problem) && (
              <LinkButton to={`/cases/${heading.caseId}/contact/verify?channel=${template.channel}`} small>
                {t("contact.verify")}
              </LinkButton>
            )
          }
        >
          {t(`refusal.${view.problem}`)}
        </Notice>
      )}
      {typed && view.letter && <Preview view={view} typed={typed} letter={view.letter} />}
      {asks.length > 0 && (
        <Card title={t.has(key) ? t(key) : template.id}>
          <ActionForm
            action={`/cases/${heading.caseId}/contact/write?template=${encodeURIComponent(template.id)}`}
            answer={answer}
            values={typed ?? undefined}
            labels={Object.fromEntries(asks.map(({ field }) => [field, t(`contact.field.${field}`)]))}
          >
            {asks.map(({ field, optional }) => (
              <TypedInput key={field} field={field} optional={optional} />
            ))}
            <Button tone="primary">{t("contact.preview")}</Button>
          </ActionForm>
        </Card>
      )}
    </div>
  );
}

function TypedInput({ field, optional }: { field: TypedField; optional?: true }) {
  const t = useT();
  const said = {
    name: field,
    label: t(`contact.field.${field}`),
    hint: t(`contact.hint.${field}`),
    optional,
  };
  if (dateFields.has(field)) return <DateField {...said} />;
  if (field === "telephone") return <TextField {...said} type="tel" width="medium" />;
  return <TextArea {...said} rows={field === "passage" ? 8 : 3} />;
}

function Preview({ view, typed, letter }: { view: WriteView; typed: Values; letter: Letter }) {
  const t = useT();
  const locale = useLocale();
  const { decision, template } = view;
  const missing = letter.missing.map((item) => factName(`action.items.${item}`, t));
  return (
    <>
      {missing.length > 0 && (
        <Notice tone="shut">
          {t("contact.missing", { items: new Intl.ListFormat(locale).format(missing) })}
        </Notice>
      )}
      {decision && (
        <Notice
          tone={decision.allowed ? "ok" : "wait"}
          title={t(decision.allowed ? "contact.lawful" : "contact.not_now")}
        >
          {decision.findings.length > 0 && <Findings findings={decision.findings} zone={view.zone} />}
        </Notice>
      )}
      <LetterSheet
        title={t(template.channel === "sms" ? "contact.text" : "contact.letter")}
        letter={letter}
        to={view.to}
        language={template.language}
      >
        {template.channel === "sms" ? (
          <TextLength body={letter.body} />
        ) : (
          <p className="hint">{t("contact.letter_at")}</p>
        )}
      </LetterSheet>
      {missing.length === 0 && decision && <SendForms view={view} typed={typed} decision={decision} />}
    </>
  );
}

type SendProps = { view: WriteView; typed: Values; decision: Decision };

function SendForms({ view, typed, decision }: SendProps) {
  const t = useT();
  const { template } = view;
  const doubted = decision.findings.some(({ message }) => message.key === "text_review");
  if (decision.allowed) {
    return (
      <SendForm view={view} typed={typed} when="now">
        {t(template.channel === "post" ? "contact.send_post" : "contact.send")}
      </SendForm>
    );
  }
  return (
    <>
      {decision.earliest && (
        <SendForm view={view} typed={typed} when="lawful">
          <Phrase
            of="contact.send_lawful"
            nodes={{ at: <Instant key="at" at={decision.earliest} zone={view.zone} /> }}
          />
        </SendForm>
      )}
      {doubted && (
        <ActionForm action={`/cases/${view.heading.caseId}/words/ask`} label={t("texts.ask")}>
          <input type="hidden" name="type" value={view.template.step} />
          <input type="hidden" name="words" value={view.words} />
          <p>{t("texts.ask_lead")}</p>
          <Button>{t("texts.ask")}</Button>
        </ActionForm>
      )}
    </>
  );
}

type SendFormProps = Omit<SendProps, "decision"> & { when: "now" | "lawful"; children: React.ReactNode };

/** A form of its own under its own address, with the very words that were shown. */
function SendForm({ view, typed, when, children }: SendFormProps) {
  const { heading, template, key, asks } = view;
  const given = asks.flatMap(({ field }) => {
    const text = typed[field];
    return typeof text === "string" && text !== "" ? [[field, text] as const] : [];
  });
  return (
    <ActionForm
      action={`/cases/${heading.caseId}/contact/send?template=${encodeURIComponent(template.id)}`}
      label={when}
    >
      <input type="hidden" name="template" value={template.id} />
      <input type="hidden" name="version" value={template.version} />
      <input type="hidden" name="key" value={key} />
      <input type="hidden" name="when" value={when} />
      {given.map(([name, text]) => (
        <input key={name} type="hidden" name={name} value={text} />
      ))}
      <Button tone="primary">{children}</Button>
    </ActionForm>
  );
}
