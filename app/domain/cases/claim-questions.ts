import { type Typed, textOf } from "./typed.ts";

/** Questions of the claim page that only some claims meet, in the order they are put. */
export const claimQuestions = [
  "regulatedCredit",
  "defaultNoticeOn",
  "defaultNoticeExpiredOn",
  "dueAgreed",
  "invoiceReceivedOn",
  "invoiceHint",
  "apr",
  "landCharge",
] as const;
export type ClaimQuestion = (typeof claimQuestions)[number];

/** Where the debtor is and who it is, as the page before says; absent while that page is unfinished. */
export type Debtor = { country?: string; debtorKind?: string };

/** yes, no, or not to be told yet. */
type Told = boolean | null;

const is = (value: string | undefined, ...among: string[]): Told =>
  value === undefined ? null : among.includes(value);
const not = (told: Told): Told => (told === null ? null : !told);
const all = (...parts: Told[]): Told => (parts.includes(false) ? false : parts.includes(null) ? null : true);

type Claim = Debtor & {
  kind?: string;
  purpose?: string;
  creditorKind?: string;
  regulatedCredit?: string;
};

/** A company's debt and a trade invoice are no regulated credit (GB-COV-03). */
const mayBeRegulated = ({ country, debtorKind, kind }: Claim) =>
  all(is(country, "GB"), not(is(debtorKind, "company")), not(is(kind, "invoice_b2b")));
const isRegulated = (claim: Claim) => all(mayBeRegulated(claim), is(claim.regulatedCredit, "yes"));

const german = ({ country }: Claim) => is(country, "DE");
const consumer = ({ debtorKind, purpose }: Claim) =>
  all(not(is(debtorKind, "company")), is(purpose, "consumer"));
/** A loan of a business to a consumer (BGB 491). */
const consumerLoan = (claim: Claim) =>
  all(
    german(claim),
    consumer(claim),
    is(claim.kind, "loan_bank", "loan_private"),
    not(is(claim.creditorKind, "natural")),
  );

const rules: Record<ClaimQuestion, (claim: Claim) => Told> = {
  regulatedCredit: mayBeRegulated,
  defaultNoticeOn: isRegulated,
  defaultNoticeExpiredOn: isRegulated,
  dueAgreed: german,
  invoiceReceivedOn: (claim) =>
    all(german(claim), is(claim.kind, "goods", "services", "rent", "invoice_b2b")),
  invoiceHint: (claim) => all(german(claim), consumer(claim), is(claim.kind, "goods", "services", "rent")),
  apr: consumerLoan,
  landCharge: consumerLoan,
};

/** Whether a claim meets a question; null while what decides it is not answered. */
export const meets = (question: ClaimQuestion, typed: Typed, debtor: Debtor): Told =>
  rules[question]({
    ...debtor,
    kind: textOf(typed, "kind"),
    purpose: textOf(typed, "purpose"),
    creditorKind: textOf(typed, "creditorKind"),
    regulatedCredit: textOf(typed, "regulatedCredit"),
  });

/** Asked of whoever meets them; "not known" is an answer to each. */
const mustAnswer = ["regulatedCredit", "dueAgreed", "invoiceHint", "landCharge"] as const;

/** The questions that a claim meets and that were left without an answer. */
export const unanswered = (typed: Typed, debtor: Debtor): ClaimQuestion[] =>
  mustAnswer.filter((question) => meets(question, typed, debtor) === true && !textOf(typed, question));

/** What stands for answers to questions that the claim does not meet. */
export const voidAnswers = (typed: Typed, debtor: Debtor): Partial<Record<ClaimQuestion, undefined>> =>
  Object.fromEntries(
    claimQuestions
      .filter((question) => meets(question, typed, debtor) !== true)
      .map((each) => [each, undefined]),
  );
