import { letterCodeWords } from "./letter-code-words.data.ts";
import type { Letter } from "./render.ts";
import type { TemplateLanguage } from "./templates/template.ts";

/** What a letter's reader is given to check it by and to answer at. */
export type LetterLinks = { code: string; verifyUrl: string; verifyPage: string; doorUrl: string };

/** How a letter's reader finds out that it is genuine. */
export const codeWords = (links: LetterLinks, language: TemplateLanguage): string =>
  letterCodeWords[language].replace(/\{(\w+)\}/g, (_, name: keyof LetterLinks) => links[name]);

/** The letter with its code under it: whichever template it is written from, none goes out without. */
export const withCode = (letter: Letter, links: LetterLinks, language: TemplateLanguage): Letter => ({
  ...letter,
  body: `${letter.body}\n\n${codeWords(links, language)}`,
});

/** What the firm reads of a letter that went out: the code in it is the debtor's alone. */
export const withoutCode = (body: string, { code }: Pick<LetterLinks, "code">): string =>
  body.replaceAll(code, hiddenCode);

/** Stands where a code will be, or is not shown. */
export const hiddenCode = "····-····-····-····";
