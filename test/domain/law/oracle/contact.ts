import type { Temporal } from "temporal-polyfill";
import type { HistoryEvent, Hold } from "#app/domain/law/facts.ts";
import type { Question } from "../cases.ts";
import { dateOn, daysFrom, englishBankHolidays, germanFeasts, minutesOf, wallClock } from "./local.ts";

/**
 * The contact rules of the reference, told again as a lawyer would check a call list: take one moment, go through every event there
 * is, count. It knows nothing of guards, rows or indexes. It covers debtors whose facts are all known, and contact with the
 * debtor in person; what it does not cover it does not forbid.
 */
type Told = {
  question: Question;
  at: string;
  /** Every zone the debtor may be in. */
  zones: readonly string[];
  past: readonly HistoryEvent[];
  country: string;
  state: string;
  isBusiness: boolean;
};

/** The rules that contact at this moment would break, by their ids. */
export function brokenContact(question: Question, at: string): string[] {
  const told = tell(question, at);
  const checks = { US: american, CN: chinese, GB: english, DE: german };
  const own = checks[told.country as keyof typeof checks];
  return [...new Set([...own(told), ...asked(told), ...paused(told)])].sort();
}

function tell(question: Question, at: string): Told {
  const { facts, history = [] } = question;
  const residence = facts?.debtor?.residence;
  const others = facts?.debtor?.otherZones;
  const zones = [String(residence?.tz), ...(Array.isArray(others) ? others : [])];
  const past = history.filter(({ startedAt }) => Date.parse(startedAt) <= Date.parse(at));
  const [country, state = ""] = String(facts?.case?.jurisdiction).split("-");
  const kind = facts?.debtor?.kind;
  const isBusiness = kind === "company" || kind === "public" || facts?.debt?.purpose === "commercial";
  return { question, at, zones, past, country, state, isBusiness };
}

/** Whether the clock of every zone is inside the hours; the end is outside. */
const isOpen = ({ zones, at }: Told, hours: (clock: Temporal.ZonedDateTime) => [number, number] | null) =>
  zones.every((zone) => {
    const clock = wallClock(at, zone);
    const open = hours(clock);
    return open !== null && minutesOf(clock) >= open[0] && minutesOf(clock) < open[1];
  });

const clockMinutes = (text: unknown) => {
  const [hours, minutes] = String(text).split(":").map(Number);
  return hours * 60 + minutes;
};

/** How many of the events fall on the last `days` local days, today included, at most; by the zone that counts most. */
function counted({ zones, at, past }: Told, days: number, accepts: (event: HistoryEvent) => boolean): number {
  return Math.max(
    ...zones.map((zone) => {
      const today = dateOn(at, zone);
      return past.filter((event) => daysFrom(dateOn(event.startedAt, zone), today) < days && accepts(event))
        .length;
    }),
  );
}

const isOut = ({ direction }: HistoryEvent) => direction !== "in";
const isToDebtor = ({ recipientRole }: HistoryEvent) => (recipientRole ?? "debtor") === "debtor";
const isCall = ({ type }: HistoryEvent) => type === "call";
const isConnected = ({ connected, outcome = "" }: HistoryEvent) =>
  typeof connected === "boolean"
    ? connected
    : !["no_answer", "busy", "not_connected", "voicemail"].includes(outcome);
const isUnheard = ({ outcome = "" }: HistoryEvent) =>
  ["busy", "not_connected", "not_in_service", "number_invalid"].includes(outcome);

function isAboutDebt({ debtId }: HistoryEvent, { question }: Told) {
  return debtId === undefined || debtId === (question.action.debtId ?? question.facts?.debt?.id);
}

/** Told with one moment: a consent was given in the call, and what takes it back comes after it. */
const rank = ({ type }: HistoryEvent) => (type === "consent" ? 1 : type === "call" ? 0 : 2);

/** Prior consent given directly to the collector: seven days from its own, until a conversation or a refusal. */
function isConsented(told: Told, at: string, debtId: string | undefined): boolean {
  const earlier = told.past
    .filter(({ startedAt }) => Date.parse(startedAt) < Date.parse(at))
    .filter((event) => !debtId || !event.debtId || event.debtId === debtId)
    .sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt) || rank(a) - rank(b));
  let given: HistoryEvent | null = null;
  for (const event of earlier) {
    if (event.type === "consent") given = event;
    if (event.type === "refusal" || event.type === "cease_contact") given = null;
    if (isCall(event) && event.outcome === "conversation") given = null;
  }
  const since = given?.startedAt;
  return (
    since !== undefined && told.zones.every((zone) => daysFrom(dateOn(since, zone), dateOn(at, zone)) < 7)
  );
}

function american(told: Told): string[] {
  const { question, at, zones, past } = told;
  const { type, debtId } = question.action;
  if (told.isBusiness) return business(told);
  const broken: string[] = [];
  const agreed = question.facts?.debtor?.consentedHours;
  const hours = typeof agreed === "object" && agreed?.evidenceId ? agreed : null;
  const opensIn = (zone: string) => {
    const minute = minutesOf(wallClock(at, zone));
    const isAgreed = hours && minute >= clockMinutes(hours.from) && minute < clockMinutes(hours.to);
    return (minute >= 480 && minute < 1260) || isAgreed === true;
  };
  if (!zones.every(opensIn)) broken.push("US-CONTACT-01");
  if (told.state === "MA" && !isOpen({ ...told, zones: ["America/New_York", ...zones] }, () => [480, 1260]))
    broken.push("US-CONTACT-01");
  if (type === "call") {
    const counts = (event: HistoryEvent) =>
      isCall(event) && isOut(event) && isToDebtor(event) && !isUnheard(event);
    const unasked = (event: HistoryEvent) =>
      counts(event) && !isConsented(told, event.startedAt, event.debtId);
    if (!isConsented(told, at, debtId)) {
      if (counted(told, 7, (event) => unasked(event) && isAboutDebt(event, told)) >= 7)
        broken.push("US-CONTACT-02");
      if (counted(told, 7, unasked) >= 7) broken.push("US-CONTACT-06");
      // Whoever began it, and whoever agreed to it.
      const spoken = (event: HistoryEvent) =>
        isCall(event) &&
        event.outcome === "conversation" &&
        (!isOut(event) || isToDebtor(event)) &&
        isAboutDebt(event, told);
      if (counted(told, 7, spoken) > 0) broken.push("US-CONTACT-03");
    }
    const soon = past.some(
      (event) => counts(event) && Date.parse(at) - Date.parse(event.startedAt) < 4 * 3_600_000,
    );
    if (soon || counted(told, 1, counts) >= 2) broken.push("US-CONTACT-05");
  }
  return [...broken, ...stateCaps(told)];
}

function stateCaps(told: Told): string[] {
  const { question, at, state } = told;
  const { type } = question.action;
  const written = ["call", "sms", "email", "letter", "visit", "reminder", "demand_payment", "lawyer_letter"];
  const reached = (event: HistoryEvent) =>
    isOut(event) && isAboutDebt(event, told) && written.includes(event.type);
  const phoned = (event: HistoryEvent) =>
    reached(event) && (isCall(event) || event.type === "sms") && !isUnheard(event);
  if (state === "MA" && type !== "email" && counted(told, 7, phoned) >= 2) return ["US-CONTACT-07"];
  const isCity = state === "NY" && question.facts?.debtor?.residence?.city === "Brooklyn";
  if (!isCity) return [];
  const isNewRule = dateOn(at, told.zones[0]).toString() >= "2026-09-01";
  const conveyed = (event: HistoryEvent) =>
    reached(event) && !isUnheard(event) && event.outcome !== "no_answer";
  const full = isNewRule ? counted(told, 7, reached) >= 3 : counted(told, 7, conveyed) >= 2;
  return full ? ["US-CONTACT-07"] : [];
}

function chinese(told: Told): string[] {
  const { question } = told;
  const { type, number } = question.action;
  const kind = question.facts?.debtor?.kind;
  const isOrganisation = kind === "company" || kind === "public";
  const isBank = question.facts?.creditor?.kind === "financial_institution";
  const broken = told.isBusiness ? business(told) : [];
  if (!isOrganisation && !isOpen(told, () => [480, 1320])) broken.push("CN-CONTACT-01");
  const texts = counted(told, 1, (event) => event.type === "sms" && isOut(event));
  if (type === "sms" && texts >= 2) broken.push("CN-CONTACT-04");
  const mails = counted(told, 1, (event) => event.type === "email" && isOut(event));
  if (type === "email" && mails >= 2) broken.push("CN-CONTACT-09");
  if (type !== "call" || isOrganisation) return broken;
  const spoken = (event: HistoryEvent) =>
    isCall(event) && isOut(event) && isToDebtor(event) && isConnected(event);
  if (counted(told, 1, spoken) >= 3) broken.push("CN-CONTACT-02");
  if (!isBank && (counted(told, 1, spoken) >= 1 || counted(told, 7, spoken) >= 3))
    broken.push("CN-CONTACT-04");
  const dialled = (event: HistoryEvent) =>
    isCall(event) &&
    isOut(event) &&
    !isConnected(event) &&
    (number === undefined || event.number === undefined || event.number === number);
  if (counted(told, 1, dialled) >= 6) broken.push("CN-CONTACT-03");
  return broken;
}

function english(told: Told): string[] {
  const broken = told.isBusiness ? business(told) : [];
  const hours = (clock: Temporal.ZonedDateTime): [number, number] | null => {
    if (clock.dayOfWeek === 7 || englishBankHolidays(clock.year).has(clock.toPlainDate().toString()))
      return null;
    return clock.dayOfWeek === 6 ? [540, 1020] : [480, 1200];
  };
  if (told.isBusiness) return broken;
  const placed = (event: HistoryEvent) => isCall(event) && isOut(event) && isToDebtor(event);
  const many = counted(told, 1, placed) >= 1 || counted(told, 7, placed) >= 3;
  if (!isOpen(told, hours) || (told.question.action.type === "call" && many)) broken.push("GB-CONTACT-01");
  return broken;
}

/** Businesses are spared Sundays and holidays too, and have shorter hours besides. Reformation Day is a holiday in Lower Saxony. */
function german(told: Told): string[] {
  const broken = told.isBusiness ? business(told) : [];
  const hours = (clock: Temporal.ZonedDateTime): [number, number] | null => {
    const isReformationDay = clock.month === 10 && clock.day === 31;
    const isFeast = germanFeasts(clock.year).has(clock.toPlainDate().toString());
    return clock.dayOfWeek === 7 || isFeast || isReformationDay ? null : [480, 1200];
  };
  const rung = (event: HistoryEvent) => isCall(event) && isOut(event);
  const spoken = (event: HistoryEvent) => rung(event) && isConnected(event);
  const many =
    told.question.action.type === "call" &&
    (counted(told, 1, rung) >= 3 || counted(told, 1, spoken) >= 1 || counted(told, 7, spoken) >= 2);
  if (many || !isOpen(told, hours)) broken.push("DE-CONTACT-01");
  return broken;
}

/** POL-LADDER-08, the same in every country. */
function business(told: Told): string[] {
  const open = isOpen(told, ({ dayOfWeek }) => (dayOfWeek > 5 ? null : [480, 1080]));
  const spoken = (event: HistoryEvent) => isCall(event) && isOut(event) && isConnected(event);
  const many = told.question.action.type === "call" && counted(told, 7, spoken) >= 2;
  return open && !many ? [] : ["POL-LADDER-08"];
}

/** Hours the debtor asked for. */
function asked(told: Told): string[] {
  const hours = told.question.facts?.debtor?.preferredHours;
  if (typeof hours !== "object" || hours === null) return [];
  return isOpen(told, () => [clockMinutes(hours.from), clockMinutes(hours.to)]) ? [] : ["asked hours"];
}

/** What stops contact with the debtor in person in every country while it is in force. */
const stopping: ReadonlySet<string> = new Set([
  "bankruptcy",
  "cease_contact",
  "complaint",
  "death",
  "dispute",
  "hardship",
  "identity_theft",
  "incapacity",
  "minor",
  "payment_plan",
  "represented",
  "settlement_talks",
]);

function paused({ question, at }: Told): string[] {
  return (question.facts?.holds ?? [])
    .filter((hold) => isInForce(hold, at))
    .flatMap(({ type, channel }) => {
      if (stopping.has(type)) return [`hold ${type}`];
      const { type: act } = question.action;
      const stops = channel ? channel === (act === "call" ? "voice" : act) : act !== "call";
      return type === "channel_optout" && stops ? ["hold channel_optout"] : [];
    });
}

/** From its start on, and no longer at the instant it ends. */
const isInForce = ({ startedAt, endsAt }: Hold, at: string) =>
  Date.parse(startedAt) <= Date.parse(at) && !(endsAt && Date.parse(endsAt) <= Date.parse(at));
