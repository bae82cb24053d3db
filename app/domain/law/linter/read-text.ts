/** A text as the lexicon reads it, and where each of its characters stood in what was written. */
export type ReadText = { plain: string; at: readonly number[] };

/** Letters of other scripts that pass for Latin ones. */
const lookalikes: Record<string, string> = Object.fromEntries(
  [..."аеорсухкмнтвіјѕԁɡοαρτυνικ"].map((letter, index) => [letter, [..."aeopcyxkmhtbijsdgoaptuvik"][index]]),
);

/** Traditional forms of the characters that the lexicon names. */
const simplified: Record<string, string> = Object.fromEntries(
  [..."單員執強財產報警審訴訟鄰親屬聯絡們這裡嚴後負將凍結發標準檢察關係約國紀"].map((letter, index) => [
    letter,
    [..."单员执强财产报警审诉讼邻亲属联络们这里严后负将冻结发标准检察关系约国纪"][index],
  ]),
);

const invisible = /[\p{Cf}\p{Mn}\u115f\u3164]/u;
const han = /\p{Script=Han}/u;

/** Digits and signs written for letters, inside a word only. */
const written: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  $: "s",
  "@": "a",
};

/**
 * Undoes what hides a word from a reader's machine and not from the reader: case, width, invisible and look-alike characters, signs
 * between Chinese characters, digits inside words. Positions lead back to the text as written.
 */
export function readText(text: string): ReadText {
  const plain: string[] = [];
  const at: number[] = [];
  let offset = 0;
  for (const original of text) {
    for (const letter of original.normalize("NFKD").toLowerCase()) {
      if (invisible.test(letter)) continue;
      plain.push(simplified[letter] ?? lookalikes[letter] ?? letter);
      at.push(offset);
    }
    offset += original.length;
  }
  return joined(lettered(plain), at);
}

const isLetter = (letter: string | undefined) => letter !== undefined && /\p{Script=Latin}/u.test(letter);

/** `p0lice` reads `police`; `1,000` and `2026` stay figures. */
function lettered(plain: readonly string[]): string[] {
  return plain.map((letter, index) =>
    letter in written && isLetter(plain[index - 1]) && isLetter(plain[index + 1]) ? written[letter] : letter,
  );
}

/** White space becomes one space, and nothing between two Chinese characters; so do the signs people put between them. */
function joined(letters: readonly string[], at: readonly number[]): ReadText {
  const kept: number[] = [];
  let index = 0;
  while (index < letters.length) {
    if (!/[\s*._·•—|/\\-]/.test(letters[index])) {
      kept.push(index);
      index += 1;
      continue;
    }
    let end = index;
    while (end < letters.length && /[\s*._·•—|/\\-]/.test(letters[end])) end += 1;
    const betweenHan = han.test(letters[index - 1] ?? "") && han.test(letters[end] ?? "");
    const run = letters.slice(index, end);
    if (!betweenHan)
      kept.push(...(run.every((each) => /\s/.test(each)) ? [index] : run.map((_, step) => index + step)));
    index = end;
  }
  return {
    plain: kept.map((each) => (/\s/.test(letters[each]) ? " " : letters[each])).join(""),
    at: kept.flatMap((each) => Array.from({ length: letters[each].length }, () => at[each])),
  };
}
