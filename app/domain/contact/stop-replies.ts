import { stopKeywords, stopPhrases } from "./stop-replies.data.ts";

/** As it is compared: full-width signs narrow, no signs of punctuation, one blank between words. */
const plainOf = (text: string) =>
  text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^\p{L}\p{N}\s]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();

/** Whether the whole reply is the word that the messages ask for: it says nothing beside it. */
export const isBareStop = (text: string): boolean => stopKeywords.has(plainOf(text));

/** Whether a reply ends the text messages, by a word of its own or in any other reasonable way (47 CFR 64.1200(a)(10)). */
export function isStop(text: string): boolean {
  const plain = plainOf(text);
  if (stopKeywords.has(plain)) return true;
  return stopPhrases.some((phrase) => phrase.test(plain));
}
