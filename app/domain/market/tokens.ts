/** Han characters stand without spaces; everything else is told apart by them. */
const han = /\p{Script=Han}+/gu;
const latin = /[\p{L}\p{N}]+/gu;
const roundCode = /(?<![\p{L}\p{N}])r-[0-9a-z]{5}(?![\p{L}\p{N}])/gu;

/** Case, width and diacritics tell no words apart, nor does an apostrophe: `Xi'an`, `XIAN` and `ｘｉａｎ` are one. */
const fold = (text: string): string =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/['’`]/g, "").toLowerCase().replaceAll("ß", "ss");

/** Words that narrow nothing. */
const idle = new Set(
  "a an and at by debt debts case cases claim claims collect collection debtor debtors for from in near of on or the to with".split(
    " ",
  ),
);

/** One and many, and what is done and the doing, are one word: `loans` is `loan`, `companies` is `company`. */
export function stem(word: string): string {
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  if (word.length > 3 && /[^su]s$/.test(word)) return word.slice(0, -1);
  return word;
}

export type Pieces = {
  /** Words of other scripts than Han, folded and stemmed, without the idle ones. */
  words: string[];
  /** Han characters that stand together. */
  runs: string[];
  /** Codes of rounds, `R-7K2M9`. */
  codes: string[];
};

/** A text as the index reads it. */
export function piecesOf(text: string): Pieces {
  const folded = fold(text);
  const codes = folded.match(roundCode) ?? [];
  const rest = folded.replace(roundCode, " ");
  const words = rest.replace(han, " ").match(latin) ?? [];
  return {
    codes: codes.map((code) => code.toUpperCase()),
    runs: rest.match(han) ?? [],
    words: words.filter((word) => !idle.has(word)).map(stem),
  };
}

/** Every two characters that stand side by side; one alone is itself. */
export function bigrams(run: string): string[] {
  const characters = [...run];
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, at) => characters[at] + character);
}
