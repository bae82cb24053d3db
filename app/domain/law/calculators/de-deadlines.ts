import {
  type Calculator,
  type CalculatorAnswer,
  type CalculatorInput,
  type CalculatorRefusal,
  refuse,
} from "#app/domain/law/calculator.ts";
import { dateOf, dayOrNull } from "#app/domain/law/calendar/civil.ts";
import { landOf, type PeriodEnd } from "#app/domain/law/calendar/de.ts";
import {
  appealEnd,
  assetDeclarationEnd,
  bankPayoutFrom,
  objectionEnd,
  orderLapses,
  reportFrom,
  statementOfClaimEnd,
} from "#app/domain/law/deadlines/de.ts";
import { type Facts, isKnown } from "#app/domain/law/facts.ts";
import { verzugOf } from "#app/domain/law/money/de-verzug.ts";

type Answer = CalculatorAnswer | CalculatorRefusal;

/** The court's Land as told; a name that is none is asked for again. */
function courtOf({ facts, place, series }: CalculatorInput) {
  const told = facts.dates?.land;
  const land = isKnown(told) ? landOf(told) : landOf(place);
  return { court: { series, land }, unreadable: isKnown(told) && land === null };
}

type Asked = { rule: string; fact: string; on: unknown };

/** Answers with what is made of the end of a period; where the Land would move the day, it is asked for. */
function answerTo(
  input: CalculatorInput,
  { rule, fact, on }: Asked,
  end: (day: number, court: ReturnType<typeof courtOf>["court"]) => PeriodEnd,
  made: (last: number, raw: number) => Answer,
): Answer {
  const day = dayOrNull(on);
  if (day === null) return refuse(rule, "fact_unknown", fact);
  const { court, unreadable } = courtOf(input);
  if (unreadable) return refuse(rule, "fact_unknown", "dates.land");
  const found = end(day, court);
  if (found.refused)
    return { ...refuse("X-10", "stale_calendar", "calendar.DE"), values: { date: found.coverageEnd } };
  if (found.landMatters) return refuse("DE-CAL-04", "fact_unknown", "dates.land");
  return made(found.last, found.raw);
}

const lastDay = (last: number, raw: number): Answer => ({ raw: dateOf(raw), last: dateOf(last) });

/** The debtor's two weeks, from when the enforcement order can be applied for, and until when. */
const paymentOrderObjection: Calculator = (input) => {
  const { servedOn, abroad } = input.facts.dates ?? {};
  if (abroad === true) return refuse("DE-ESC-10", "counsel_decision", "dates.abroad");
  const asked = { rule: "DE-ESC-10", fact: "dates.servedOn", on: servedOn };
  return answerTo(input, asked, objectionEnd, (last, raw) => {
    const lapses = orderLapses(dayOrNull(servedOn) ?? raw, courtOf(input).court);
    // The year it lapses in may not be on file yet, while the objection's is.
    const until = lapses.refused || lapses.landMatters ? null : lapses.last;
    return {
      ...lastDay(last, raw),
      enforcementOrderFrom: dateOf(last + 1),
      ...(until === null ? { requires: [lapses.refused ? "calendar.DE" : "dates.land"] } : {}),
      ...(until !== null && { enforcementOrderUntil: dateOf(until) }),
    };
  });
};

const appealEnforcementOrder: Calculator = (input) => {
  const { servedOn, abroad } = input.facts.dates ?? {};
  const asked = { rule: "DE-ESC-13", fact: "dates.servedOn", on: servedOn };
  return answerTo(input, asked, (day, court) => appealEnd(day, abroad === true, court), lastDay);
};

const statementOfClaim: Calculator = (input) => {
  const { demandedOn, servedOn, receivedOn } = input.facts.dates ?? {};
  const on = [demandedOn, servedOn, receivedOn].find(isKnown);
  return answerTo(input, { rule: "DE-ESC-12", fact: "dates.demandedOn", on }, statementOfClaimEnd, lastDay);
};

const assetDeclaration: Calculator = (input) => {
  const asked = { rule: "DE-ESC-18", fact: "dates.demandedOn", on: input.facts.dates?.demandedOn };
  return answerTo(input, asked, assetDeclarationEnd, (last, raw) => ({
    ...lastDay(last, raw),
    earliest: dateOf(last + 1),
  }));
};

const bankPayout: Calculator = ({ facts }) => {
  const served = dayOrNull(facts.dates?.servedOn);
  return served === null
    ? refuse("DE-ESC-20", "fact_unknown", "dates.servedOn")
    : { earliest: dateOf(bankPayoutFrom(served)) };
};

/** Two reminders at least; told no earlier than the first of them. */
const bureauReport: Calculator = ({ facts }) => {
  const told = facts.dates?.remindersOn;
  const reminders = (isKnown(told) ? told : []).flatMap((each) => dayOrNull(each) ?? []);
  const informed = dayOrNull(facts.dates?.noticeOn);
  if (informed !== null && informed < Math.min(...reminders))
    return refuse("DE-ESC-22", "de_informed_too_early", "dates.noticeOn");
  const from = reportFrom(reminders, informed);
  return from === null
    ? refuse("DE-ESC-22", "fact_unknown", "dates.remindersOn")
    : { earliest: dateOf(from) };
};

/**
 * When default starts thirty days after an invoice. The question asks for the days alone, so that it is answered unless what is told of
 * the parties excludes it.
 */
const defaultStart: Calculator = ({ facts, place, series }) => {
  const received = facts.dates?.invoiceReceivedOn ?? facts.debt?.invoiceReceivedOn;
  if (dayOrNull(received) === null) return refuse("DE-ESC-02", "fact_unknown", "dates.invoiceReceivedOn");
  const told = facts.dates?.land;
  const land = landOf(told);
  if (isKnown(told) && land === null) return refuse("DE-ESC-02", "fact_unknown", "dates.land");
  const spoken = isKnown(facts.debt?.purpose) || isKnown(facts.debtor?.kind) || isKnown(facts.debt?.kind);
  const asked: Facts = {
    ...facts,
    debt: {
      ...facts.debt,
      invoiceReceivedOn: received,
      ...(!spoken && { kind: "invoice_b2b" as const }),
    },
    debtor: { ...facts.debtor, residence: { ...facts.debtor?.residence, ...(land && { land }) } },
  };
  const found = verzugOf({ facts: asked, series, place });
  switch (found.kind) {
    case "none":
      return refuse(found.rule, "de_no_default");
    case "unknown":
      return refuse(found.rule, "fact_unknown", ...found.requires);
    case "no_calendar":
      return { ...refuse("X-10", "stale_calendar", "calendar.DE"), values: { date: found.coverageEnd } };
    case "from":
      return found.requires.length > 0
        ? refuse("DE-CAL-04", "fact_unknown", "dates.land")
        : { last: dateOf(found.from - 1), verzugFrom: dateOf(found.from) };
  }
};

export const deDeadlines: Readonly<Record<string, Calculator>> = {
  "payment-order-objection": paymentOrderObjection,
  "appeal-enforcement-order": appealEnforcementOrder,
  "statement-of-claim": statementOfClaim,
  "asset-declaration": assetDeclaration,
  "bank-payout": bankPayout,
  "bureau-report": bureauReport,
  "default-start": defaultStart,
};
