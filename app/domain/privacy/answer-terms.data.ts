/** How long whoever asks for their data to be erased or corrected may have to wait for an answer. */
export type AnswerTerm = {
  /** The place as packs name it, with all below it; `*` for every other place. */
  place: "CN" | "DE" | "GB-EW" | "*";
  term: { months: number } | { days: number };
  /** What the law asks for; or a term of the operator's own, where the law says "promptly" or nothing. */
  force: "statute" | "operator";
  source: { instrument: string; provision: string; url: string; checkedOn: string };
};

const gdpr = {
  provision: "art. 12(3)",
  checkedOn: "2026-11-27",
};

export const answerTerms: readonly AnswerTerm[] = [
  {
    ...{ place: "CN", term: { days: 15 }, force: "operator" },
    source: {
      instrument: "中华人民共和国个人信息保护法",
      provision: "第五十条",
      url: "http://www.npc.gov.cn/npc/c2/c30834/202108/t20210820_313088.html",
      checkedOn: "2026-11-27",
    },
  },
  {
    ...{ place: "DE", term: { months: 1 }, force: "statute" },
    source: { ...gdpr, instrument: "GDPR", url: "https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_12" },
  },
  {
    ...{ place: "GB-EW", term: { months: 1 }, force: "statute" },
    source: {
      ...gdpr,
      instrument: "UK GDPR",
      url: "https://www.legislation.gov.uk/eur/2016/679/article/12",
    },
  },
  {
    ...{ place: "*", term: { months: 1 }, force: "operator" },
    source: { ...gdpr, instrument: "GDPR", url: "https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_12" },
  },
];
