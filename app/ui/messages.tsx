import { createContext, type ReactNode, useContext } from "react";
import type { Locale } from "#app/messages/locale.ts";
import type { T } from "#app/messages/translate.ts";

const Messages = createContext<{ locale: Locale; t: T } | null>(null);

/** Gives the page its language; the server and the browser each bring the translator of that language. */
export function MessagesProvider(props: { locale: Locale; t: T; children: ReactNode }) {
  return <Messages.Provider value={{ locale: props.locale, t: props.t }}>{props.children}</Messages.Provider>;
}

function useMessages() {
  const messages = useContext(Messages);
  if (!messages) throw new Error("A component that speaks must stand inside MessagesProvider.");
  return messages;
}

export const useT = (): T => useMessages().t;
export const useLocale = (): Locale => useMessages().locale;
