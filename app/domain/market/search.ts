import { bigrams, piecesOf } from "./tokens.ts";
import { vocabulary } from "./vocabulary.ts";

/** A longer text is no search; what lies beyond is not read. */
export const longestSearch = 120;
/** More words than that narrow nothing further that a person would mean. */
const mostGroups = 12;

/** What a text asks for. A round is found when it answers to one term of every group. */
export type Search = {
  groups: string[][];
  codes: string[];
  /** What no list has a word for: such a search finds nothing, and says why. */
  unknown: string[];
};

const postings = new Map<string, Set<string>>();
/** The Chinese words of every list, for telling where one ends and the next begins. */
const dictionary = new Set<string>();
/** What people leave off a Chinese name: 深圳 for 深圳市, 广西 for 广西壮族自治区. */
const ending =
  /(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|(?:[\u4e00-\u9fff]族)+自治州|地区|林区|[省市州县盟])$/u;

const post = (token: string, term: string) => {
  const known = postings.get(token) ?? new Set();
  known.add(term);
  postings.set(token, known);
};

for (const { term, words } of vocabulary) {
  for (const text of words) {
    const { words: own, runs } = piecesOf(text);
    for (const word of own) post(word, term);
    if (own.length > 1) post(own.join(""), term);
    for (const run of runs) {
      for (const token of bigrams(run)) post(token, term);
      dictionary.add(run);
      const short = run.replace(ending, "");
      if (short.length > 1) dictionary.add(short);
    }
  }
}
const tokens = [...postings.keys()].filter((token) => /^[\p{L}\p{N}]+$/u.test(token)).sort();
const longestWord = Math.max(...[...dictionary].map((word) => word.length));

/** Reads a text typed into the search field. */
export function readSearch(text: string): Search {
  const { words, runs, codes } = piecesOf(text.slice(0, longestSearch));
  const search: Search = { groups: [], codes, unknown: [] };
  for (const group of [
    ...latinGroups(words),
    ...runs.flatMap((run) => run.split(idleWords)).flatMap(hanGroups),
  ].slice(0, mostGroups)) {
    if (group.terms.length > 0) search.groups.push(group.terms);
    else search.unknown.push(group.said);
  }
  return search;
}

type Group = { said: string; terms: string[] };

/** Words one by one, but two that a list writes as one stay one: `guang dong`, `new york`. */
function latinGroups(words: string[]): Group[] {
  const groups: Group[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const joined = words.slice(at, at + 2).join("");
    if (at + 1 < words.length && postings.has(joined)) {
      groups.push({ said: words.slice(at, at + 2).join(" "), terms: [...(postings.get(joined) ?? [])] });
      at += 1;
    } else groups.push({ said: words[at], terms: termsOfWord(words[at]) });
  }
  return groups;
}

/** The terms of a word, or of all words that begin with it where it is none itself. */
function termsOfWord(word: string): string[] {
  const exact = postings.get(word);
  if (exact) return [...exact];
  if (word.length < 3) return [];
  return [
    ...new Set(
      tokens.filter((each) => each.startsWith(word)).flatMap((each) => [...(postings.get(each) ?? [])]),
    ),
  ];
}

/** Single characters that join words and are none: 的, 在, 和. */
const joints = new Set("的在和与或及省市县区州");
/** Words that narrow nothing. */
const idleWords = /案件|债权|债务|欠款/gu;

/** A run of Han cut where the lists' words end, the longest first; what is left between them is read by pairs. */
function hanGroups(run: string): Group[] {
  const groups: Group[] = [];
  let left = "";
  const flush = () => {
    if (left) groups.push(...leftover(left));
    left = "";
  };
  for (let at = 0; at < run.length; ) {
    const word = wordAt(run, at);
    if (word) {
      flush();
      groups.push({ said: word, terms: termsOfRun(word) });
      at += word.length;
    } else {
      left += run[at];
      at += 1;
    }
  }
  flush();
  return groups;
}

function wordAt(run: string, at: number): string | null {
  for (let length = Math.min(longestWord, run.length - at); length > 1; length -= 1) {
    const word = run.slice(at, at + length);
    if (dictionary.has(word)) return word;
  }
  return null;
}

function leftover(text: string): Group[] {
  const said = [...text].filter((character) => !joints.has(character)).join("");
  if (said === "") return [];
  return [{ said, terms: said.length > 1 ? termsOfRun(said) : [] }];
}

/** The terms whose words hold all pairs of a run that any word holds: `汽车配件` finds 汽车及配件. */
function termsOfRun(run: string): string[] {
  const [first, ...others] = bigrams(run).flatMap((pair) => postings.get(pair) ?? []);
  return [...(first ?? [])].filter((term) => others.every((terms) => terms.has(term)));
}
