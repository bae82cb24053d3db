import type { ReactNode } from "react";
import { Card } from "#app/ui/card.tsx";
import { useT } from "#app/ui/messages.tsx";

type LetterProps = {
  title: string;
  letter: { subject: string; body: string };
  to: string | null;
  language: string;
  children?: ReactNode;
};

/** A letter as its reader has it before them, in the reader's language. */
export function LetterSheet({ title, letter, to, language, children }: LetterProps) {
  const t = useT();
  return (
    <Card title={title}>
      {to && (
        <p>
          {t("contact.to")}: {to.split("\n").join(", ")}
        </p>
      )}
      {letter.subject && (
        <p>
          {t("contact.subject")}: <b lang={language}>{letter.subject}</b>
        </p>
      )}
      <blockquote className="marked-text" lang={language}>
        {letter.body}
      </blockquote>
      {children}
    </Card>
  );
}
