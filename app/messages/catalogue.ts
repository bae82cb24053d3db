import { en } from "./en.ts";
import type { Locale } from "./locale.ts";
import { type T, translatorOf } from "./translate.ts";
import { zh } from "./zh.ts";

export { isLocale, type Locale } from "./locale.ts";
export type { MessageValues, T } from "./translate.ts";
export type { MessageKey } from "./words.ts";

const translators: Record<Locale, T> = { en: translatorOf("en", en), zh: translatorOf("zh", zh) };

/**
 * The translator of a language, for servers, mails and the command line. It holds every language, so nothing
 * that reaches the browser may import its value: components take theirs from `useT`.
 */
export const translator = (locale: Locale): T => translators[locale];
