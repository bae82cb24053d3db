import type { MessageValues } from "./translate.ts";

/** A term as the rows of retention say it. */
type Term = {
  term: { years: number } | { days: number };
  from: "closed" | "lastAct" | "lastRecording" | "lastLetter" | "lastVoucher";
  yearEnd?: true;
};

type TermKey =
  | "erasure.years"
  | "erasure.days"
  | "erasure.term"
  | "erasure.term_year_end"
  | `erasure.from.${Term["from"]}`;

/** `3 years from the last act of collection`: a term in the reader's words, in a work room or at the debtor's door. */
export function termText(
  t: (key: TermKey, values?: MessageValues) => string,
  { term, from, yearEnd }: Term,
): string {
  const long =
    "years" in term ? t("erasure.years", { count: term.years }) : t("erasure.days", { count: term.days });
  return t(yearEnd ? "erasure.term_year_end" : "erasure.term", { long, from: t(`erasure.from.${from}`) });
}
