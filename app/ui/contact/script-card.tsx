import { Link } from "@remix-run/react";
import type { Said, Script } from "#app/domain/contact/script.ts";
import type { TemplateLanguage } from "#app/domain/contact/templates/template.ts";
import { Card } from "#app/ui/card.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { useT } from "#app/ui/messages.tsx";
import type { SpokenOf } from "./standing.tsx";

type Values = Record<"collector" | "creditor" | "debtor" | "caseCode", string>;
export type ScriptView = {
  /** Null where the law of the case has none. */
  script: Pick<Script, "language" | "first" | "others" | "reveal" | "offers"> | null;
  languages: TemplateLanguage[];
  values: Values;
  must: Said[];
};

/** Names of the case in place of their slots, each once, so that a name that looks like a slot stays a name. */
const filled = (text: string, values: Values) =>
  text.replace(/\{(\w+)\}/g, (slot, name: string) =>
    Object.hasOwn(values, name) ? values[name as keyof Values] : slot,
  );

type ScriptProps = { of: SpokenOf; view: ScriptView; at: string };

/** What is said, in the order in which it is said. */
export function ScriptCard({ of, view, at }: ScriptProps) {
  const t = useT();
  const { script, languages, must, values } = view;
  if (!script) return null;
  const { language } = script;
  const asked = script.reveal.filter(({ says }) => says !== "record" || must.includes(says));
  return (
    <Card title={t("spoken.script")}>
      {languages.length > 1 && (
        <p>
          {t("spoken.in_language")}:{" "}
          {languages.map((each, place) => (
            <span key={each}>
              {place > 0 && ", "}
              {each === language ? (
                <b>{t(`contact.language.${each}`)}</b>
              ) : (
                <Link to={`${at}?language=${each}`}>{t(`contact.language.${each}`)}</Link>
              )}
            </span>
          ))}
        </p>
      )}
      <h3 className="part">{t("spoken.first")}</h3>
      <Lines lines={script.first.map((text) => filled(text, values))} language={language} />
      <p className="hint">{t("spoken.first_hint")}</p>
      <h3 className="part">{t(`${of}.others`)}</h3>
      <Lines lines={script.others.map((text) => filled(text, values))} language={language} />
      <h3 className="part">{t("spoken.then")}</h3>
      <ul>
        {asked.map(({ text, says }) => (
          <li key={text}>
            <span lang={language}>{filled(text, values)}</span>{" "}
            {says && must.includes(says) && <Chip tone="wait">{t("spoken.must")}</Chip>}
          </li>
        ))}
      </ul>
      <h3 className="part">{t("spoken.offers")}</h3>
      <Lines lines={script.offers.map((text) => filled(text, values))} language={language} />
    </Card>
  );
}

const Lines = ({ lines, language }: { lines: string[]; language: TemplateLanguage }) => (
  <ul lang={language}>
    {lines.map((text) => (
      <li key={text}>{text}</li>
    ))}
  </ul>
);
