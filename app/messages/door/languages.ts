import { germanDate, germanMoney } from "#app/messages/de/format.ts";
import { formatDate, formatMoney } from "#app/messages/format.ts";

export const doorLanguages = ["en", "de", "zh"] as const;
export type DoorLanguage = (typeof doorLanguages)[number];

/** Each language in its own name. */
export const doorLanguageNames: Record<DoorLanguage, string> = { en: "English", de: "Deutsch", zh: "中文" };
/** BCP 47 tags for `lang`. */
export const doorLanguageTags: Record<DoorLanguage, string> = { en: "en", de: "de", zh: "zh-Hans" };

export const isDoorLanguage = (value: unknown): value is DoorLanguage =>
  doorLanguages.some((each) => each === value);

/** A civil date as the language spells it. */
export const doorDate = (on: string, language: DoorLanguage): string =>
  language === "de" ? germanDate(on) : formatDate(on, language);

/** Minor units with their currency as the language writes them. */
export const doorMoney = (amount: number, currency: string, language: DoorLanguage): string =>
  language === "de" ? germanMoney(amount, currency) : formatMoney(amount, currency, language);
