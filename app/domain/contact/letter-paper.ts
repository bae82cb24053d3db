import type { KeptAnswers } from "#app/domain/cases/answers.ts";
import { letterWords } from "./letter-words.data.ts";
import type { Enclosure } from "./prescribed-forms.ts";
import type { Letter } from "./render.ts";
import { type Slip, slipOf } from "./slip.ts";
import type { TemplateLanguage } from "./templates/template.ts";
import { type Figures, type Letterhead, writtenIn } from "./values.ts";

/** All that stands on a letter's sheets, as plain texts: what is drawn from it depends on nothing else. */
export type LetterPaper = {
  language: TemplateLanguage;
  sheet: "A4" | "LETTER";
  /** The day it bears, for whoever posts it. */
  on: string;
  code: string;
  sender: { name: string; lines: readonly string[] };
  to: readonly string[];
  facts: readonly (readonly [string, string])[];
  subject: string;
  paragraphs: readonly string[];
  account: {
    title: string;
    columns: readonly [string, string];
    rows: readonly (readonly [string, string])[];
  };
  /** How whoever has it in hand finds out that it is genuine. */
  check: { text: string; code: string; url: string };
  /** The form below it that comes back. */
  slip?: Slip;
  /** Printed behind it, in this order. */
  enclosures?: readonly Enclosure[];
};

type Drawn = {
  kase: { code: string; answers: Pick<KeptAnswers, "claim"> };
  head: Letterhead;
  /** The collector's postal address, as typed. */
  from: string | undefined;
  letter: Pick<Letter, "subject" | "body" | "slip">;
  figures: Figures;
  language: TemplateLanguage;
  on: string;
  country: string;
  check: LetterPaper["check"];
  enclosures?: readonly Enclosure[];
};

/** More lines of payments than a letter has room for are summed up. */
const paymentLines = 12;

/** A letter with its frame: who writes under which licence, to whom, the account in items, and how it is checked. */
export function letterPaper(drawn: Drawn): LetterPaper {
  const { kase, head, letter, language, on, check, enclosures = [] } = drawn;
  const words = letterWords[language];
  const { currency, reference } = kase.answers.claim;
  const { day } = writtenIn(language, currency);
  const yours: readonly [string, string][] = reference ? [[words.yourReference, reference]] : [];
  return {
    ...{ language, sheet: drawn.country === "US" ? "LETTER" : "A4", on, code: kase.code },
    sender: { name: head.collector, lines: senderLines(drawn) },
    to: [head.debtor.name, ...linesOf(head.debtor.address ?? "")],
    facts: [[words.date, day(on)], [words.ourReference, kase.code], ...yours],
    subject: letter.subject,
    paragraphs: textOf(letter).split("\n\n"),
    account: accountOf(drawn),
    check,
    ...(enclosures.length > 0 ? { enclosures: enclosures.map(asEnclosed) } : {}),
    ...slipIn(drawn),
  };
}

/** What the sheets say of an enclosure, and nothing beside it. */
const asEnclosed = ({ form, edition, documentHash, pages }: Enclosure): Enclosure => ({
  ...{ form, edition, documentHash, pages },
});

/** The body without the form under it. */
const textOf = ({ body, slip }: Drawn["letter"]) =>
  slip === undefined ? body : body.slice(0, -slip.length).trimEnd();

function slipIn({ kase, head, from, letter, language }: Drawn): Pick<LetterPaper, "slip"> {
  if (letter.slip === undefined) return {};
  const { name, address } = head.debtor;
  const reference = `${letterWords[language].ourReference}: ${kase.code}`;
  const sender = [name, ...linesOf(address ?? ""), reference];
  return {
    slip: slipOf(letter.slip, { language, from: sender, to: [head.collector, ...linesOf(from ?? "")] }),
  };
}

const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

function senderLines({ head, from, language }: Drawn): string[] {
  const licence = [head.licence, head.issuer].filter(Boolean).join(", ");
  return [
    ...linesOf(from ?? ""),
    head.replyTo,
    ...(licence ? [`${letterWords[language].licence}: ${licence}`] : []),
  ].filter(Boolean);
}

function accountOf({ kase, figures, language, on }: Drawn): LetterPaper["account"] {
  const words = letterWords[language];
  const { claim } = kase.answers;
  const { money, day } = writtenIn(language, claim.currency);
  const put = (text: string, name: string, value: string) => text.replace(`{${name}}`, () => value);
  const earlier = figures.payments.slice(0, -paymentLines);
  const sum = earlier.reduce((total, { amount }) => total + amount, 0);
  return {
    title: words.account,
    columns: [words.item, words.amount],
    rows: [
      [put(words.principal, "day", day(claim.dueOn)), money(figures.principal)],
      ...(earlier.length > 0
        ? [[put(words.earlierPayments, "count", String(earlier.length)), money(-sum)] as const]
        : []),
      ...figures.payments
        .slice(-paymentLines)
        .map((each) => [put(words.payment, "day", day(each.on)), money(-each.amount)] as const),
      [words.interestAndCosts, words.none],
      [put(words.owed, "day", day(on)), money(figures.owed)],
    ],
  };
}
