/** How far a document's text has come: still to be taken out, taken out, none in it (a picture of a page), behind a password, or not to be had. */
export const textStates = ["waiting", "read", "none", "locked", "unreadable"] as const;
export type TextState = (typeof textStates)[number];

const controls = /[\p{Cc}\u2028\u2029]/gu;
const chinese = "[\\p{Script=Han}\\u3001-\\u303f\\uff01-\\uff65]";
const betweenChinese = new RegExp(`(?<=${chinese}) (?=${chinese})`, "gu");

/**
 * What a page says as one line: a word that was divided at the end of a line is whole but for its hyphen, and between Chinese characters there is
 * no space, since one there is only where the line ended or the type was set wide.
 */
export const pageText = (raw: string): string =>
  raw
    .replace(/-\r?\n(?=\p{Ll})/gu, "-")
    .replace(controls, " ")
    .replace(/\s+/gu, " ")
    .replace(betweenChinese, "")
    .trim();

const marksAndHyphens = /[\u0300-\u036f\u00ad\u2010-\u2015-]/g;

/** One form for all that a reader takes for the same: case, accents, wide and joined letters, and hyphens, which may be a line's end. */
const folded = (text: string): string =>
  text.normalize("NFKD").replace(marksAndHyphens, "").toLowerCase().replaceAll("ς", "σ");

/** Half of a character, which stands for nothing: what was typed may be cut anywhere. */
const halves = /\p{Cs}/gu;

const mostTerms = 8;
const isTerm = (term: string) => term.length > 1 || /\p{Script=Han}/u.test(term);

/** What is looked for: words, and in quotes words in a row. A single letter or digit is none; Chinese needs no spaces, and one character will do. */
export function searchTerms(asked: string): string[] {
  const parts = [...asked.replace(halves, "").matchAll(/["“”„]([^"“”„]+)["“”„]|([^\s"“”„]+)/gu)].map(
    ([, phrase, word]) => phrase ?? word,
  );
  const terms = parts.map((part) => folded(pageText(part))).filter(isTerm);
  return [...new Set(terms)].slice(0, mostTerms);
}

/** A piece of a page around what was found; `hit` are the words looked for. */
export type Passage = { page: number; parts: { text: string; hit: boolean }[] };
export type Passages = { shown: Passage[]; more: number };

/**
 * Where a document says all of the terms, null where it does not: the pages that have most of them first, at most `limit` passages and how many pages
 * there are besides.
 */
export function passagesIn(
  pages: readonly string[],
  terms: readonly string[],
  limit: number,
): Passages | null {
  if (terms.length === 0) return null;
  const missing = new Set(terms);
  const found = pages.flatMap((text, at) => {
    const page = folded(text);
    const here = terms.filter((term) => page.includes(term));
    for (const term of here) missing.delete(term);
    return here.length > 0 ? [{ at, here: here.length }] : [];
  });
  if (missing.size > 0) return null;
  const best = found.sort((one, other) => other.here - one.here || one.at - other.at);
  const shown = best.slice(0, limit).map(({ at }) => ({ page: at + 1, parts: around(pages[at], terms) }));
  return { shown, more: best.length - shown.length };
}

type Span = { from: number; to: number };

const before = 60;
const after = 140;

/** The text around the first place where a term stands, with every term in it marked. */
function around(text: string, terms: readonly string[]): Passage["parts"] {
  const spans = spansOf(text, terms);
  const [first] = spans;
  if (!first) return [];
  const from = first.from <= before ? 0 : wordStart(text, first.from - before);
  const to = first.to + after >= text.length ? text.length : wordEnd(text, first.to + after);
  const parts: Passage["parts"] = [];
  let at = from;
  const add = (until: number, hit: boolean) => {
    if (until > at) parts.push({ text: text.slice(at, until), hit });
    at = Math.max(at, until);
  };
  for (const span of spans.filter((each) => each.to <= to)) {
    add(span.from, false);
    add(span.to, true);
  }
  add(to, false);
  return dotted(parts, { cutBefore: from > 0, cutAfter: to < text.length });
}

function dotted(parts: Passage["parts"], { cutBefore, cutAfter }: { cutBefore: boolean; cutAfter: boolean }) {
  const dots = { text: "…", hit: false };
  return [...(cutBefore ? [dots] : []), ...parts, ...(cutAfter ? [dots] : [])];
}

/** Not within a word of letters, nor between the halves of a character. */
function wordStart(text: string, from: number): number {
  const space = text.slice(from, from + 20).indexOf(" ");
  return space >= 0 ? from + space + 1 : whole(text, from);
}

function wordEnd(text: string, to: number): number {
  const space = text.slice(to - 20, to).lastIndexOf(" ");
  return space >= 0 ? to - 20 + space : whole(text, to);
}

const whole = (text: string, at: number) => (/[\udc00-\udfff]/.test(text.charAt(at)) ? at + 1 : at);

/** Where the terms stand in the text as it is written, in order and none within another. */
function spansOf(text: string, terms: readonly string[]): Span[] {
  const { form, places } = withPlaces(text);
  const spans = terms.flatMap((term) => {
    const found: Span[] = [];
    for (let at = form.indexOf(term); at >= 0; at = form.indexOf(term, at + term.length))
      found.push({ from: places[at], to: places[at + term.length] });
    return found;
  });
  const inOrder = spans.sort((one, other) => one.from - other.from || other.to - one.to);
  let end = -1;
  return inOrder.filter(({ from, to }) => {
    if (from < end) return false;
    end = to;
    return true;
  });
}

/** The folded text, and for each of its units where the character begins that it was made of. */
function withPlaces(text: string): { form: string; places: number[] } {
  const places: number[] = [];
  let form = "";
  let at = 0;
  for (const character of text) {
    const piece = folded(character);
    for (let unit = 0; unit < piece.length; unit += 1) places.push(at);
    form += piece;
    at += character.length;
  }
  places.push(at);
  return { form, places };
}
