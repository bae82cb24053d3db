import { letterCodeWords } from "./letter-code-words.data.ts";
import type { Letter } from "./render.ts";
import type { TemplateLanguage } from "./templates/template.ts";

/** What a letter's reader is given to check it by. */
export type LetterLinks = { code: string; verifyUrl: string; verifyPage: string };

/** The letter with its code under it: whichever template it is written from, none goes out without. */
export function withCode(letter: Letter, links: LetterLinks, language: TemplateLanguage): Letter {
  const words = letterCodeWords[language].replace(/\{(\w+)\}/g, (_, name: keyof LetterLinks) => links[name]);
  return { ...letter, body: `${letter.body}\n\n${words}` };
}

/** What the firm reads of a letter that went out: the code in it is the debtor's alone. */
export const withoutCode = (body: string, { code }: Pick<LetterLinks, "code">): string =>
  body.replaceAll(code, hiddenCode);

/** Stands where a code will be, or is not shown. */
export const hiddenCode = "····-····-····-····";
