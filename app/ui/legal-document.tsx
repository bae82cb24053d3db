import type { MessageKey } from "#app/messages/words.ts";
import { DateText } from "./format.tsx";
import { useT } from "./messages.tsx";
import { Notice } from "./notice.tsx";
import { Phrase } from "./phrase.tsx";

export type LegalSection = { id: string; title: MessageKey; text: MessageKey[] };

type LegalDocumentProps = {
  title: string;
  lead: string;
  /** The day this version came into force. */
  version: string;
  sections: LegalSection[];
  demo: boolean;
};

/** A text people agree to: dated, with a way into every section. */
export function LegalDocument({ title, lead, version, sections, demo }: LegalDocumentProps) {
  const t = useT();
  return (
    <article className="legal">
      <header>
        <h1>{title}</h1>
        <p className="legal-version">
          <Phrase of="legal.version" nodes={{ date: <DateText on={version} /> }} />
        </p>
        <p className="legal-lead">{lead}</p>
        {demo && <Notice tone="info">{t("legal.demo")}</Notice>}
      </header>
      <nav aria-labelledby="contents">
        <h2 id="contents">{t("legal.contents")}</h2>
        <ol>
          {sections.map(({ id, title: heading }) => (
            <li key={id}>
              <a href={`#${id}`}>{t(heading)}</a>
            </li>
          ))}
        </ol>
      </nav>
      {sections.map((section) => (
        <section key={section.id} id={section.id}>
          <h2>{t(section.title)}</h2>
          {section.text.map((key) => (
            <p key={key}>{t(key)}</p>
          ))}
        </section>
      ))}
    </article>
  );
}
