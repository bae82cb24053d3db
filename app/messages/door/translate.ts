import { core as coreEn } from "#app/messages/en/core.ts";
import { errors as errorsEn } from "#app/messages/en/errors.ts";
import type { MessageValues, T } from "#app/messages/translate.ts";
import { translatorOf } from "#app/messages/translate.ts";
import type { MessageKey, Words } from "#app/messages/words.ts";
import { core as coreZh } from "#app/messages/zh/core.ts";
import { errors as errorsZh } from "#app/messages/zh/errors.ts";
import { answer as answerDe } from "./answer-de.ts";
import { answer as answerEn } from "./answer-en.ts";
import { answer as answerZh } from "./answer-zh.ts";
import { data as dataDe } from "./data-de.ts";
import { data as dataEn } from "./data-en.ts";
import { data as dataZh } from "./data-zh.ts";
import { erasure as erasureDe } from "./erasure-de.ts";
import { erasure as erasureEn } from "./erasure-en.ts";
import { erasure as erasureZh } from "./erasure-zh.ts";
import { forms as formsDe } from "./forms-de.ts";
import { frame as frameDe } from "./frame-de.ts";
import { frame as frameEn } from "./frame-en.ts";
import { frame as frameZh } from "./frame-zh.ts";
import { inside as insideDe } from "./inside-de.ts";
import { inside as insideEn } from "./inside-en.ts";
import { inside as insideZh } from "./inside-zh.ts";
import type { DoorLanguage } from "./languages.ts";
import { paid as paidDe } from "./paid-de.ts";
import { paid as paidEn } from "./paid-en.ts";
import { paid as paidZh } from "./paid-zh.ts";
import { report as reportDe } from "./report-de.ts";
import { report as reportEn } from "./report-en.ts";
import { report as reportZh } from "./report-zh.ts";
import { steps as stepsDe } from "./steps-de.ts";
import { steps as stepsEn } from "./steps-en.ts";
import { steps as stepsZh } from "./steps-zh.ts";
import { verify as verifyDe } from "./verify-de.ts";
import { verify as verifyEn } from "./verify-en.ts";
import { verify as verifyZh } from "./verify-zh.ts";

const en = {
  ...frameEn,
  ...verifyEn,
  ...insideEn,
  ...answerEn,
  ...reportEn,
  ...paidEn,
  ...dataEn,
  ...erasureEn,
  ...stepsEn,
};
export type DoorWords = Record<keyof typeof en, string>;
const zh: DoorWords = {
  ...frameZh,
  ...verifyZh,
  ...insideZh,
  ...answerZh,
  ...reportZh,
  ...paidZh,
  ...dataZh,
  ...erasureZh,
  ...stepsZh,
};
const de: DoorWords = {
  ...frameDe,
  ...verifyDe,
  ...insideDe,
  ...answerDe,
  ...reportDe,
  ...paidDe,
  ...dataDe,
  ...erasureDe,
  ...stepsDe,
};

/** Every page's words by language, for the test that compares them. */
export const doorWords: Record<DoorLanguage, DoorWords> = { en, zh, de };

export type DoorKey = keyof DoorWords;
/** Says a phrase of the debtor's pages; the components on them take it for their own translator. */
export type DoorT = { (key: DoorKey | MessageKey, values?: MessageValues): string; has: T["has"] };

const sharedEn = { ...coreEn, ...errorsEn };
const translators: Record<DoorLanguage, T> = {
  en: translatorOf("en", { ...sharedEn, ...en } as Partial<Words> as Words),
  zh: translatorOf("zh", { ...coreZh, ...errorsZh, ...zh } as Partial<Words> as Words),
  // Plural forms of German are those of English.
  de: translatorOf("en", { ...sharedEn, ...formsDe, ...de } as Partial<Words> as Words),
};

/** The debtor's pages speak their own three languages; what the work rooms say is not in them. */
export const doorTranslator = (language: DoorLanguage): T & DoorT => translators[language] as T & DoorT;
