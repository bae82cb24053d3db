import { Temporal } from "temporal-polyfill";
import type { HistoryEvent } from "#app/domain/law/facts.ts";
import type { Question } from "../cases.ts";
import { dateOn, federalDaysOff, isBefore } from "./local.ts";

/**
 * The waits of the ladder, told again by walking a calendar day by day. A step's day is a civil date; so is every day it waits for.
 */
type Told = {
  question: Question;
  on: Temporal.PlainDate;
  zone: string;
  past: readonly HistoryEvent[];
  country: string;
};
type Day = Temporal.PlainDate;

const step = (day: Day, days: number) => day.add({ days });

/** The waits that the step would break on this day, by their ids. */
export function brokenWaits(question: Question, on: string): string[] {
  const [country] = String(question.facts?.case?.jurisdiction).split("-");
  const zone = String(question.facts?.debtor?.residence?.tz);
  const today = Temporal.PlainDate.from(on);
  const past = (question.history ?? []).filter(({ startedAt }) => !isBefore(today, dateOn(startedAt, zone)));
  const told: Told = { question, on: today, zone, past, country };
  return [
    ...new Set([
      ...ladder(told),
      ...(country === "US" ? american(told) : []),
      ...(country === "CN" ? chinese(told) : []),
    ]),
  ];
}

/** The days of what was sent to the debtor, oldest first. */
const daysOf = ({ past, zone }: Told, types: readonly string[]) =>
  past
    .filter(({ type, direction }) => types.includes(type) && direction !== "in")
    .map(({ startedAt }) => dateOn(startedAt, zone))
    .sort(Temporal.PlainDate.compare);

const attempts = ["call", "email", "sms", "letter", "visit"];
const filings = ["payment_order", "arbitration", "file_suit"];

/** A number of days has gone by since the first of these, its own day not counted. */
function hasWaited({ on }: Told, days: number, since: readonly Day[]): boolean {
  if (since.length === 0) return false;
  let day = since[0];
  for (let each = 0; each < days; each += 1) day = step(day, 1);
  return !isBefore(on, day);
}

/** What the creditor says it sent before, and what is on record. */
function remindersOf(told: Told): Day[] {
  const stated = told.question.facts?.notices?.remindersOn;
  const before = Array.isArray(stated) ? stated.map((date) => Temporal.PlainDate.from(date)) : [];
  return [...before, ...daysOf(told, ["reminder"])].sort(Temporal.PlainDate.compare);
}

/** The platform's own cadence (POL-LADDER-01 to -06). */
function ladder(told: Told): string[] {
  const { question, on } = told;
  const { type } = question.action;
  const reminders = remindersOf(told);
  const tried = daysOf(told, attempts);
  const demands = daysOf(told, ["demand_payment"]);
  const due = Temporal.PlainDate.from(String(question.facts?.debt?.dueDate));
  const broken: string[] = [];
  const asksToPay = ["reminder", ...attempts, "demand_payment", "lawyer_letter"].includes(type);
  if (asksToPay && !isBefore(due, on)) broken.push("POL-LADDER-01");
  if (attempts.includes(type) && tried.length === 0 && !hasWaited(told, 3, reminders))
    broken.push("POL-LADDER-02");
  if (type === "demand_payment" && !hasWaited(told, 7, tried)) broken.push("POL-LADDER-03");
  if (type === "lawyer_letter" && !hasWaited(told, 7, demands)) broken.push("POL-LADDER-04");
  if (type === "mediation" && demands.length === 0) broken.push("POL-LADDER-05");
  if (filings.includes(type) && !isAnswerTimeOver(told)) broken.push("POL-LADDER-06");
  return broken;
}

/** Some demand or letter left the debtor fourteen whole days, and its last day to answer is over. */
function isAnswerTimeOver({ past, zone, on }: Told): boolean {
  return past.some(({ type, direction, startedAt, answerBy }) => {
    if ((type !== "demand_payment" && type !== "lawyer_letter") || direction === "in") return false;
    const fortnight = step(dateOn(startedAt, zone), 14);
    const last = answerBy ? Temporal.PlainDate.from(answerBy) : fortnight;
    return !isBefore(last, fortnight) && isBefore(last, on);
  });
}

/** The thirtieth day after the assumed receipt, which is the fifth business day after sending. */
export function validationEnds(sent: Day): Day {
  let day = sent;
  for (let business = 0; business < 5; ) {
    day = step(day, 1);
    if (day.dayOfWeek < 6 && !federalDaysOff(day.year).has(day.toString())) business += 1;
  }
  for (let each = 0; each < 30; each += 1) day = step(day, 1);
  return day;
}

const dateFact = (value: unknown): Day | null =>
  typeof value === "string" && value !== "unknown" ? Temporal.PlainDate.from(value) : null;

const pressing = ["demand_payment", "lawyer_letter", "arbitration", "file_suit", "bureau_report"];
const reaching = ["reminder", ...attempts, "demand_payment", "lawyer_letter"];

function american(told: Told): string[] {
  const { question, on } = told;
  const { type } = question.action;
  const notices = question.facts?.notices;
  // A call that nobody answered told nothing.
  const heard = { ...told, past: told.past.filter(({ outcome }) => outcome !== "no_answer") };
  const sent = typeof notices?.validation === "object" ? dateFact(notices?.validation?.sentOn) : null;
  const initial = dateFact(notices?.initialCommunicationOn) ?? daysOf(heard, reaching)[0] ?? null;
  const isSent = sent !== null && !isBefore(on, sent);
  const broken: string[] = [];
  const isLate = initial !== null && isBefore(step(initial, 5), on);
  if (reaching.includes(type) && !isSent && isLate) broken.push("US-ESC-01");
  if (pressing.includes(type) && (!sent || !isBefore(validationEnds(sent), on))) broken.push("US-ESC-03");
  if (type === "bureau_report" && !isToldOf(told, sent)) broken.push("US-ESC-09");
  return broken;
}

/** Spoken to; or written to fourteen days ago, so that an undeliverable letter would have come back. */
function isToldOf(told: Told, validation: Day | null): boolean {
  const spoken = told.past.some(
    ({ type, outcome, connected }) =>
      type === "call" && (outcome === "conversation" || (outcome === undefined && connected === true)),
  );
  const written = daysOf(told, ["letter", "email", "validation_notice", "demand_payment", "lawyer_letter"]);
  const first = [...written, ...(validation ? [validation] : [])].sort(Temporal.PlainDate.compare);
  return spoken || hasWaited(told, 14, first);
}

/** Days off of 2026 by the notice of the State Council, and the weekends that are worked instead. */
const chineseOff = ["01-01/3", "02-15/9", "04-04/3", "05-01/5", "06-19/3", "09-25/3", "10-01/7"];
const chineseWork = ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"];

function isChineseDayOff(day: Day): boolean {
  const isOff = chineseOff.some((range) => {
    const [from, days] = range.split("/");
    const first = Temporal.PlainDate.from(`2026-${from}`);
    return !isBefore(day, first) && isBefore(day, step(first, Number(days)));
  });
  return isOff || (day.dayOfWeek > 5 && !chineseWork.includes(day.toString().slice(5)));
}

/** A debt with a date is demanded no earlier than the day after it (CN-ESC-02). */
const afterDue: readonly string[] = [...attempts, "lawyer_letter", "mediation", ...filings];

function chinese(told: Told): string[] {
  const { question, on } = told;
  const { type } = question.action;
  const due = dateFact(question.facts?.debt?.dueDate);
  if (afterDue.includes(type) && due && !isBefore(due, on)) return ["CN-ESC-02"];
  if (type === "demand_payment" && !hasWaited(told, 7, remindersOf(told))) return ["CN-ESC-04"];
  const received = dateFact(question.facts?.notices?.paymentOrderReceivedOn);
  if (type !== "apply_enforcement" || received === null) return [];
  let last = step(received, 15);
  while (isChineseDayOff(last)) last = step(last, 1);
  return isBefore(last, on) ? [] : ["CN-ESC-09"];
}
