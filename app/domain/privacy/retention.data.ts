/** The day a term is counted from: always that of a legal event, never that of a run. */
export const anchors = ["closed", "lastAct", "lastRecording", "lastLetter", "lastVoucher"] as const;
export type Anchor = (typeof anchors)[number];

/** Whom a row is about: every case of its place, or that of one kind of creditor. */
type Creditor = "financial_institution";

export type RetentionRow = {
  id: string;
  /** The place as packs name it, with all below it; `*` for every place. */
  place: "US" | "DE" | "GB-EW" | "CN" | "*";
  creditor?: Creditor;
  from: Anchor;
  /** From the end of the calendar year of that day. */
  yearEnd?: true;
  term: { years: number } | { days: number };
  /** What the law asks for; or a term of the operator's own, where the law says "no longer than needed". */
  force: "statute" | "operator";
  source: { instrument: string; provision: string; url: string; checkedOn: string };
};

const regF = (provision: string) => ({
  instrument: "12 CFR Part 1006 (Regulation F)",
  provision,
  url: "https://www.ecfr.gov/current/title-12/chapter-X/part-1006/subpart-C/section-1006.100",
  checkedOn: "2026-11-27",
});
const hgb = (provision: string) => ({
  instrument: "Handelsgesetzbuch; Abgabenordnung",
  provision,
  url: "https://www.gesetze-im-internet.de/hgb/__257.html",
  checkedOn: "2026-11-27",
});
const pipl = {
  instrument: "中华人民共和国个人信息保护法",
  provision: "第十九条、第四十七条",
  url: "http://www.npc.gov.cn/npc/c2/c30834/202108/t20210820_313088.html",
  checkedOn: "2026-11-27",
};
const ukGdpr = {
  instrument: "UK GDPR",
  provision: "art. 5(1)(e); Limitation Act 1980, s. 5",
  url: "https://www.legislation.gov.uk/ukpga/1980/58/section/5",
  checkedOn: "2026-11-27",
};

/**
 * How long a debtor's data has to be kept. Of all rows that apply the longest term counts; a row without its event asks for nothing. Another country's
 * terms are lines here.
 */
export const retentionRows: readonly RetentionRow[] = [
  {
    id: "US-RET-01",
    place: "US",
    from: "lastAct",
    term: { years: 3 },
    force: "statute",
    source: regF("§ 1006.100(a)"),
  },
  {
    ...{ id: "US-RET-02", place: "US", from: "lastRecording", term: { years: 3 }, force: "statute" },
    source: regF("§ 1006.100(b)"),
  },
  {
    ...{
      id: "DE-RET-01",
      place: "DE",
      from: "lastVoucher",
      yearEnd: true,
      term: { years: 8 },
      force: "statute",
    },
    source: hgb("§ 257 Abs. 1 Nr. 4, Abs. 4, 5 HGB; § 147 Abs. 3 AO"),
  },
  {
    ...{
      id: "DE-RET-02",
      place: "DE",
      from: "lastLetter",
      yearEnd: true,
      term: { years: 6 },
      force: "statute",
    },
    source: hgb("§ 257 Abs. 1 Nr. 2, 3, Abs. 4, 5 HGB; § 147 Abs. 3 AO"),
  },
  { id: "GB-RET-01", place: "GB-EW", from: "closed", term: { years: 7 }, force: "operator", source: ukGdpr },
  { id: "CN-RET-01", place: "CN", from: "lastAct", term: { years: 3 }, force: "operator", source: pipl },
  {
    ...{ id: "CN-RET-02", place: "CN", creditor: "financial_institution", from: "lastAct" },
    ...{ term: { years: 5 }, force: "operator", source: pipl },
  },
  { id: "CN-RET-03", place: "CN", from: "lastVoucher", term: { years: 5 }, force: "operator", source: pipl },
  {
    // Whoever was refused, withdrawn or never written to can still answer for it, and be answered.
    ...{ id: "OP-RET-01", place: "*", from: "closed", term: { days: 90 }, force: "operator" },
    source: {
      instrument: "GDPR",
      provision: "art. 5(1)(e)",
      url: "https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_5",
      checkedOn: "2026-11-27",
    },
  },
];
