import { createContext, type ReactNode, useContext } from "react";
import { type DoorLanguage, doorLanguageTags } from "#app/messages/door/languages.ts";
import { type DoorT, doorTranslator } from "#app/messages/door/translate.ts";
import { MessagesProvider } from "#app/ui/messages.tsx";

const Language = createContext<DoorLanguage>("en");

export const useDoorLanguage = (): DoorLanguage => useContext(Language);
export const useDoorT = (): DoorT => doorTranslator(useDoorLanguage());

/** Gives a debtor's page its language, and the components on it the same. */
export function DoorWords({ language, children }: { language: DoorLanguage; children: ReactNode }) {
  return (
    <Language.Provider value={language}>
      <MessagesProvider locale={language === "zh" ? "zh" : "en"} t={doorTranslator(language)}>
        <div lang={doorLanguageTags[language]} className="door">
          {children}
        </div>
      </MessagesProvider>
    </Language.Provider>
  );
}
