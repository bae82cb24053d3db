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

const englishDay = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** A civil date as the language spells it, in English with its month in full, as in the letters. */
export function doorDate(on: string, language: DoorLanguage): string {
  if (language === "de") return germanDate(on);
  return language === "en" ? englishDay.format(new Date(`${on}T00:00:00Z`)) : formatDate(on, language);
}

/** Minor units with their currency as the language writes them, in English with its sign, as in the letters. */
export function doorMoney(amount: number, currency: string, language: DoorLanguage): string {
  if (language === "de") return germanMoney(amount, currency);
  if (language === "zh") return formatMoney(amount, currency, language);
  const written = new Intl.NumberFormat("en-GB", { style: "currency", currency });
  return written.format(amount / 10 ** (written.resolvedOptions().maximumFractionDigits ?? 0));
}
