import { translator } from "./catalogue.ts";
import { germanAmount, germanDate } from "./de/format.ts";
import { papers as german } from "./de/papers.ts";
import { formatAmount, formatDate } from "./format.ts";
import { isLocale, type Locale } from "./locale.ts";
import { type MessageValues, translatorOf } from "./translate.ts";
import type { Words } from "./words.ts";

/** The languages a paper can be read in: those of the work rooms and, for what debtors are given, German. */
export const paperLanguages = ["en", "zh", "de"] as const;
export type PaperLanguage = (typeof paperLanguages)[number];

/** What papers for debtors say: a key without German is a type error. */
export type DebtorPaperKey = keyof typeof german;
export type PaperT = (key: DebtorPaperKey, values?: MessageValues) => string;

const inGerman: PaperT = translatorOf("en", german as Partial<Words> as Words);

export const paperTranslator = (language: PaperLanguage): PaperT =>
  language === "de" ? inGerman : translator(language);

/** What only the work rooms read, where somebody asks for it in a language that they do not speak. */
export const workLanguage = (language: PaperLanguage): Locale => (isLocale(language) ? language : "en");

export const paperDate = (on: string, language: PaperLanguage): string =>
  language === "de" ? germanDate(on) : formatDate(on, language);

export const paperAmount = (minor: string, currency: string, language: PaperLanguage): string =>
  language === "de" ? germanAmount(minor, currency) : formatAmount(minor, currency);
