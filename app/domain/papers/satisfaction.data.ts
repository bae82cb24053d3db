/**
 * What the law adds to a letter that says that nothing more is owed. `signed`: a receipt with a signature on request. `confirmation`: the letter is a
 * confirmation that the law asks for. `file`, `file_asked`: whoever has a judgment must have the court's record say that it is paid, of itself or
 * when the debtor asks. `title`: the enforceable judgment is handed over. `register`: a public register is corrected.
 */
export type SatisfactionNote = "signed" | "confirmation" | "file" | "file_asked" | "title" | "register";

export type SatisfactionRow = {
  id: string;
  note: SatisfactionNote;
  /** A jurisdiction with all that lies in it. */
  place: string;
  /** Only once a court has decided the claim. */
  judgment: boolean;
  /** Civil days within which it is to be done, where the law counts them. */
  days: number | null;
  citation: string;
  url: string;
};

const bgb = "https://www.gesetze-im-internet.de/bgb/";
const zpo = "https://www.gesetze-im-internet.de/zpo/";

/**
 * What is on file of a paid claim's paper. For Massachusetts, Texas and Washington nothing is: their letter says what it says without a rule. The
 * words of 23 NYCRR 1.5 and of the Chinese provisions were read in reports of them; counsel has compared no row with its source yet.
 */
export const satisfactionRows: readonly SatisfactionRow[] = [
  {
    ...{ id: "DE-SAT-01", note: "signed", place: "DE", judgment: false, days: null },
    ...{ citation: "BGB § 368", url: `${bgb}__368.html` },
  },
  {
    ...{ id: "DE-SAT-02", note: "title", place: "DE", judgment: true, days: null },
    ...{ citation: "ZPO § 757, BGB § 371", url: `${zpo}__757.html` },
  },
  {
    ...{ id: "GB-SAT-01", note: "register", place: "GB-EW", judgment: true, days: null },
    citation: "Register of Judgments, Orders and Fines Regulations 2005, regs 11, 17 and 18",
    url: "https://www.legislation.gov.uk/uksi/2005/3595/regulation/18",
  },
  {
    ...{ id: "US-NY-SAT-01", note: "confirmation", place: "US-NY", judgment: false, days: null },
    citation: "23 NYCRR 1.5",
    url: "https://www.law.cornell.edu/regulations/new-york/23-NYCRR-1.5",
  },
  {
    ...{ id: "US-NY-SAT-02", note: "file", place: "US-NY", judgment: true, days: 20 },
    ...{ citation: "CPLR 5020", url: "https://www.nysenate.gov/legislation/laws/CVP/5020" },
  },
  {
    ...{ id: "US-CA-SAT-01", note: "file", place: "US-CA", judgment: true, days: null },
    citation: "Cal. Code Civ. Proc. 724.030",
    url: "https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=CCP&sectionNum=724.030",
  },
  {
    ...{ id: "US-FL-SAT-01", note: "file", place: "US-FL", judgment: true, days: 60 },
    citation: "Fla. Stat. 701.04",
    url: "https://www.flsenate.gov/Laws/Statutes/2024/701.04",
  },
  {
    ...{ id: "US-GA-SAT-01", note: "file", place: "US-GA", judgment: true, days: 30 },
    citation: "O.C.G.A. 9-13-80",
    url: "https://law.justia.com/codes/georgia/title-9/chapter-13/article-4/section-9-13-80/",
  },
  {
    ...{ id: "US-IL-SAT-01", note: "file_asked", place: "US-IL", judgment: true, days: null },
    citation: "735 ILCS 5/12-183",
    url: "https://www.ilga.gov/legislation/ilcs/documents/073500050K12-183.htm",
  },
  {
    ...{ id: "US-NJ-SAT-01", note: "file_asked", place: "US-NJ", judgment: true, days: null },
    citation: "N.J. Ct. R. 4:48-1",
    url: "https://www.njcourts.gov/attorneys/rules-of-court",
  },
  {
    ...{ id: "US-PA-SAT-01", note: "file_asked", place: "US-PA", judgment: true, days: null },
    citation: "42 Pa.C.S. 8104",
    url: "https://www.legis.state.pa.us/cfdocs/legis/LI/consCheck.cfm?txtType=HTM&ttl=42&div=0&chpt=81&sctn=4",
  },
  {
    ...{ id: "CN-SAT-01", note: "register", place: "CN", judgment: true, days: null },
    citation: "法释〔2017〕7号 第十条",
    url: "https://www.court.gov.cn/",
  },
];
