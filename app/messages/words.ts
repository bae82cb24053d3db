import type { en } from "./en.ts";

/** One language's words: every key of the English catalogue, no more and no less. */
export type Words = Record<keyof typeof en, string>;

type Keys = keyof Words;
/** A message with `_one` and `_other` forms is asked for by its stem, with `count`. */
type PluralStem<K> = K extends `${infer Stem}_one` ? (`${Stem}_other` extends Keys ? Stem : never) : never;

export type MessageKey = Keys | PluralStem<Keys>;
