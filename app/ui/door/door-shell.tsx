import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import {
  type DoorLanguage,
  doorLanguageNames,
  doorLanguages,
  doorLanguageTags,
} from "#app/messages/door/languages.ts";
import { SkipLink } from "#app/ui/skip-link.tsx";
import { DoorWords, useDoorLanguage, useDoorT } from "./door-words.tsx";

type DoorShellProps = { language: DoorLanguage; children: ReactNode };

/** The frame of a page for debtors: who we are, the page, and three ways on. No brand, no offer, no script. */
export function DoorShell({ language, children }: DoorShellProps) {
  return (
    <DoorWords language={language}>
      <SkipLink />
      <Head />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <Foot />
    </DoorWords>
  );
}

function Head() {
  const t = useDoorT();
  return (
    <header className="door-head">
      <span>{t("door.name")}</span>
    </header>
  );
}

function Foot() {
  const t = useDoorT();
  const current = useDoorLanguage();
  const { pathname } = useLocation();
  return (
    <footer className="door-foot">
      <p>{t("door.no_account")}</p>
      <ul>
        <li>
          <a href="/door">{t("door.title")}</a>
        </li>
        <li>
          <a href="/verify">{t("door.genuine")}</a>
        </li>
        <li>
          <a href="/privacy">{t("door.privacy")}</a>
        </li>
      </ul>
      <nav aria-label={t("door.languages")}>
        <ul>
          {doorLanguages.map((language) => (
            <li key={language}>
              <a
                href={`${pathname}?lang=${language}`}
                lang={doorLanguageTags[language]}
                hrefLang={doorLanguageTags[language]}
                aria-current={language === current ? "true" : undefined}
              >
                {doorLanguageNames[language]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </footer>
  );
}
