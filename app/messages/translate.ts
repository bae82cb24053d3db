import { createInstance } from "i18next";
import type { Locale } from "./locale.ts";
import type { MessageKey, Words } from "./words.ts";

export type MessageValues = Record<string, string | number>;

/** Says a message in one language; `{name}` takes a value, `count` chooses the plural form. */
export type T = {
  (key: MessageKey, values?: MessageValues): string;
  /** Whether a key that arrived as data (a rule's reason, a notification's kind) has words. */
  has(key: string): key is MessageKey;
};

/** A translator over one language's words. React and the mail writer escape; the catalogue does not. */
export function translatorOf(locale: Locale, words: Words): T {
  const instance = createInstance();
  instance.init({
    lng: locale,
    fallbackLng: false,
    resources: { [locale]: { translation: words } },
    keySeparator: false,
    nsSeparator: false,
    contextSeparator: "\u0000",
    initAsync: false,
    interpolation: { prefix: "{", suffix: "}", escapeValue: false, skipOnVariables: true },
  });
  // A phrase without a value or a plural is itself; i18next would take it apart to find that out.
  const plain = new Map(Object.entries(words).filter(([, phrase]) => !/[{$]/.test(phrase)));
  const say = (key: MessageKey, values?: MessageValues) =>
    (values?.count === undefined && plain.get(key)) || instance.t(key, { ...values });
  const has = (key: string): key is MessageKey =>
    Object.hasOwn(words, key) || Object.hasOwn(words, `${key}_other`);
  return Object.assign(say, { has });
}
