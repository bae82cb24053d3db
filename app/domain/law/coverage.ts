import { rowKey } from "#app/domain/law/pack.ts";
import { packs } from "#app/domain/law/packs.ts";
import type { Confidence, Force } from "#app/domain/law/types.ts";

/**
 * Rows of the reference that are no guard of a pack. `calculated`: a function computes it. `within`: another row, or the engine itself,
 * carries it. `open`: not encoded, with the reason.
 */
type Elsewhere = { how: "calculated" | "within" | "open"; note: string };

const calculated = (note: string): Elsewhere => ({ how: "calculated", note });
const within = (note: string): Elsewhere => ({ how: "within", note });
const open = (note: string): Elsewhere => ({ how: "open", note });

const text = open("a matter of the text itself; read by the template linter when the contact gate sends");
const deadline = open("a court deadline that starts after filing; kept by the deadlines of a proceeding");
const data = open("a duty of the platform as keeper of data, not a condition of a step");
const register = open("checked by an admin against the register when a licence is verified");

const us: Record<string, Elsewhere> = {
  "US-COV-02": within("the platform applies Regulation F to every actor, creditors included"),
  "US-COV-03": within("packs/us/coverage.ts: California; Massachusetts and New York City in US-CONTACT-07"),
  "US-COV-04": within("every row that applies is asked, so the strictest decides"),
  "US-COV-05": open("the measure of damages bears on no step"),
  "US-ESC-02": calculated("validationPeriod"),
  "US-CONTACT-04": within("counted calls of US-CONTACT-02, -03 and -06"),
  "US-CONTACT-14": text,
  "US-CONTACT-15": text,
  "US-CONTACT-16": text,
  "US-CONTACT-17": open("the platform takes no payment from debtors"),
  "US-CONTACT-20": open("the debtor's language is asked at the debtor's own door"),
  "US-ACTOR-04": register,
  "US-ACTOR-05": open("the platform charges the creditor a flat fee; no step turns on it"),
  "US-ACTOR-06": calculated("feeCap"),
  "US-ACTOR-07": open("recoveries do not pass through the platform"),
  "US-MONEY-01": calculated("interestOn"),
  "US-MONEY-02": calculated("judgmentInterestOn: refused until the Treasury yield is on file"),
  "US-MONEY-03": calculated("judgmentInterestOn"),
  "US-MONEY-04": calculated("judgmentInterestOn"),
  "US-MONEY-05": calculated(
    "judgmentInterestOn: IL and PA; the published rates of the others are refused until on file",
  ),
  "US-MONEY-06": open("usury ceilings vary and exempt banks; counsel decides"),
  "US-MONEY-07": open("a notice after a settlement; kept with settlements"),
  "US-LIM-01": calculated("limitationOf: the shortest of forum, residence and chosen law"),
  "US-LIM-02": calculated("limitationOf"),
  "US-LIM-03": calculated("limitationOf"),
  "US-LIM-04": within("US-ESC-05; receiving a payment is never blocked"),
  "US-NOTICE-02": within("purpose `termination_notice`, which a cease-contact hold leaves open"),
  "US-DATA-01": data,
  "US-DATA-02": data,
  "US-DATA-03": data,
  "US-DATA-04": data,
  "US-CAL-01": calculated("rollToCourtDay"),
  "US-CAL-02": deadline,
  "US-CAL-03": deadline,
  "US-CAL-04": within("counters count calendar days; validationPeriod counts business days"),
  "US-CAL-05": calculated("federalHolidays, isCourtDay"),
};

const cn: Record<string, Elsewhere> = {
  "CN-ESC-07": within(
    "mediation is optional in the pack's ladder; the 30 days for confirmation are a deadline of the proceeding",
  ),
  "CN-ESC-10": open(
    "an objection's validity is the court's to judge; recorded objections in time stop enforcement (CN-ESC-09)",
  ),
  "CN-ESC-11": deadline,
  "CN-ESC-15": within("a notarised instrument is a title (POL-LADDER-09)"),
  "CN-ESC-16": open("venue needs facts about place of performance that no case carries yet; counsel decides"),
  "CN-ESC-17": open("needs each province's average wage, a yearly series of low confidence"),
  "CN-ESC-18": within(
    "the condition noPreservation of CN-ESC-08; the 30 days to sue are a deadline of the proceeding",
  ),
  "CN-ESC-24": deadline,
  "CN-ESC-25": open("a state of the enforcement proceeding"),
  "CN-HOLD-03": within("CN-HOLD-02 stays every bankruptcy, a natural person's too"),
  "CN-HOLD-08": open("there is no such rule"),
  "CN-HOLD-10": within("CN-CONTACT-06"),
  "CN-CONTACT-05": open("low confidence, no figure in the text"),
  "CN-CONTACT-07": text,
  "CN-CONTACT-08": text,
  "CN-CONTACT-09": within("the frequency rows count messages and e-mail besides calls"),
  "CN-CONTACT-10": open("the measure of penalties bears on no step"),
  "CN-CONTACT-12": open("recordings are required when the contact gate places calls"),
  "CN-ACTOR-03": open("the engagement and the payout account name the firm"),
  "CN-ACTOR-04": open("the platform pays and takes no referral fee"),
  "CN-ACTOR-06": within("an engagement cannot be passed on"),
  "CN-ACTOR-08": register,
  "CN-ACTOR-09": within("X-07, the conflict declaration at award"),
  "CN-ACTOR-10": open("mediators do not bid"),
  "CN-MONEY-01": calculated("interestOn"),
  "CN-MONEY-02": calculated("interestOn"),
  "CN-MONEY-03": calculated("interestOn: no term interest without agreement"),
  "CN-MONEY-04": calculated("interestOn"),
  "CN-MONEY-05": calculated("interestOn: by the kind of creditor"),
  "CN-MONEY-06": calculated("interestOn"),
  "CN-MONEY-07": calculated("interestOn: the same 24 %"),
  "CN-MONEY-08": open(
    "the transition to four times LPR runs to the end of 2027; the 24 % of CN-MONEY-06 is used",
  ),
  "CN-MONEY-09": open("the court reduces on request; no figure is refused"),
  "CN-MONEY-10": calculated("interestOn"),
  "CN-MONEY-11": calculated("interestOn"),
  "CN-MONEY-12": calculated("feeCap"),
  "CN-MONEY-13": open("the platform charges the creditor a flat fee; no step turns on it"),
  "CN-MONEY-14": calculated("allocate"),
  "CN-MONEY-15": calculated("judgmentInterestOn"),
  "CN-LIM-01": calculated("limitationOf"),
  "CN-LIM-02": calculated("limitationOf"),
  "CN-LIM-03": calculated("limitationOf"),
  "CN-LIM-04": calculated("limitationOf"),
  "CN-LIM-05": calculated("limitationOf"),
  "CN-LIM-06": calculated("limitationOf"),
  "CN-LIM-07": calculated("limitationOf"),
  "CN-LIM-09": calculated("limitationOf"),
  "CN-LIM-10": open("guarantors are no party of a case yet"),
  "CN-NOTICE-01": within("POL-LADDER-03: itemised account and primary document"),
  "CN-NOTICE-02": text,
  "CN-NOTICE-03": within("CN-ESC-08"),
  "CN-NOTICE-04": within("CN-LIM-11"),
  "CN-NOTICE-05": data,
  "CN-DATA-01": data,
  "CN-DATA-02": data,
  "CN-DATA-03": data,
  "CN-DATA-04": data,
  "CN-DATA-05": data,
  "CN-DATA-06": data,
  "CN-DATA-07": data,
  "CN-DATA-08": data,
  "CN-CAL-01": calculated("cnDeadline"),
  "CN-CAL-02": calculated("addMonths, cnDeadline"),
  "CN-CAL-03": calculated("isCnWorkday"),
  "CN-CAL-04": deadline,
  "CN-FEE-01": calculated("courtFee"),
  "CN-FEE-02": calculated("courtFee: the same figures by marginal bands"),
  "CN-FEE-03": calculated("courtFee"),
  "CN-FEE-04": calculated("courtFee"),
  "CN-FEE-05": calculated("courtFee"),
  "CN-FEE-06": calculated("courtFee"),
  "CN-FEE-07": deadline,
};

const common: Record<string, Elsewhere> = {
  "X-01": within(
    "decide: contact by the debtor's residence, procedure by the forum, both states' rows where they differ",
  ),
  "X-03": within("counters read the case's whole record, whoever acted"),
  "X-07": open("the conflict declaration is part of the bid and asked again at award"),
  "X-08": within("CN-ESC-21; no public page names a debtor"),
  "X-09": within("every finding carries rule, source, what is missing and the earliest moment"),
  "X-10": calculated("lprOn, cnDeadline: refused beyond the verified series"),
  "X-11": calculated("accrue"),
  "X-12": within("procedure is decided on civil dates in the forum's zone"),
};

export type CoverageLine = {
  id: string;
  status: "encoded" | Elsewhere["how"];
  force: Force | null;
  confidence: Confidence | null;
  citation: string | null;
  /** Names of the tests that fail without it: every encoded row has one named by its key, besides the worked examples. */
  tests: string[];
  note: string | null;
};

const elsewhere = { ...us, ...cn, ...common };

/** Every row of the reference, each with where it lives or why it does not. */
export function coverage(): CoverageLine[] {
  const lines = new Map<string, CoverageLine>();
  for (const row of packs.flatMap(({ rows }) => rows)) {
    const line = lines.get(row.id);
    const tests = [rowKey(row), ...(row.vectors ?? [])];
    if (line) line.tests.push(...tests.filter((name) => !line.tests.includes(name)));
    else {
      const { id, force, confidence, source } = row;
      lines.set(id, { id, status: "encoded", force, confidence, citation: source.cite, tests, note: null });
    }
  }
  for (const [id, { how, note }] of Object.entries(elsewhere)) {
    if (!lines.has(id))
      lines.set(id, { id, status: how, force: null, confidence: null, citation: null, tests: [], note });
  }
  return [...lines.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
