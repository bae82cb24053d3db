import { type CivilDate, dateOf, dayOf, dayOrNull } from "#app/domain/law/calendar/civil.ts";
import { endOfPeriod, landOf } from "#app/domain/law/calendar/de.ts";
import { type Facts, isKnown } from "#app/domain/law/facts.ts";
import { debtorIsConsumer, isPrice } from "#app/domain/law/money/de-parties.ts";
import type { Series } from "#app/domain/law/series/series.ts";

/** Days after maturity and receipt of the invoice (BGB 286(3)). */
const INVOICE_DAYS = 30;
/** More days in a row than ever are off. */
const LONGEST_ROLL = 14;

/** When the debtor fell into default (Verzug). Day numbers. */
export type Verzug =
  | { kind: "from"; from: number; requires: string[] }
  /** Nothing that is known made it happen, and nothing is missing. */
  | { kind: "none"; rule: string }
  | { kind: "unknown"; rule: string; requires: string[] }
  /** The calendar of the last day's year is not on file; default started within `latest` all the same. */
  | { kind: "no_calendar"; coverageEnd: string; latest: number };

export type VerzugQuestion = {
  facts: Facts;
  series: Series;
  /** `DE-BE`, where the debtor pays. */
  place: string;
  /** Days of reminders besides those among the facts. */
  reminders?: readonly number[];
};

/** The Land where the debtor pays: of the residence, or of the case. */
export const debtorsLand = (facts: Facts, place: string) =>
  landOf(facts.debtor?.residence?.land) ?? landOf(facts.case?.jurisdiction) ?? landOf(place);

/**
 * The first day of default where the contract fixes the day of payment by the calendar: the day after it, or after the next working day
 * (BGB 193, 286(2) no. 1). Null where the calendar of its year is not on file.
 */
export function defaultAfterAgreedDay(due: CivilDate, series: Series, land: string | null): CivilDate | null {
  const end = endOfPeriod(series, dayOf(due), { land, side: "debtor" });
  return end.refused ? null : dateOf(end.last + 1);
}

/** BGB 286(1): a reminder after maturity, or what equals one. From the day after it arrived. */
function afterReminder({ facts, reminders = [] }: VerzugQuestion): number | null {
  const { notices, debt } = facts;
  const due = dayOrNull(debt?.dueDate);
  if (due === null) return null;
  const told = isKnown(notices?.remindersOn) ? notices.remindersOn : [];
  const days = [...told, notices?.demandDeliveredOn, notices?.orderServedOn].flatMap(
    (each) => dayOrNull(each) ?? [],
  );
  const first = Math.min(...[...days, ...reminders].filter((day) => day > due));
  return Number.isFinite(first) ? first + 1 : null;
}

/** The day from which the thirty days run: of the invoice, or of the performance where the invoice's receipt is open. */
function invoiceStart(facts: Facts): number | null {
  const { debt } = facts;
  const received =
    dayOrNull(debt?.invoiceReceivedOn) ??
    (debtorIsConsumer(facts) === false
      ? (dayOrNull(debt?.performedOn) ?? dayOrNull(debt?.deliveredOn))
      : null);
  if (received === null) return null;
  return Math.max(received, dayOrNull(debt?.dueDate) ?? received);
}

/**
 * The first day of default: as stated, after a reminder, or thirty days after maturity and invoice, the earliest of them. Against a
 * consumer the thirty days count only where the invoice said so.
 *
 * @see BGB 286 (DE-ESC-01, DE-ESC-02)
 */
export function verzugOf(question: VerzugQuestion): Verzug {
  const { facts, series, place } = question;
  const stated = dayOrNull(facts.verzugFrom);
  if (stated !== null) return { kind: "from", from: stated, requires: [] };
  const reminded = afterReminder(question);
  const start = isPrice(facts) === false ? null : invoiceStart(facts);
  const warned = debtorIsConsumer(facts) === false || facts.debt?.invoiceHint === true;
  if (start === null || !warned)
    return reminded === null ? without(facts, start) : { kind: "from", from: reminded, requires: [] };
  const end = endOfPeriod(series, start + INVOICE_DAYS, { land: debtorsLand(facts, place), side: "debtor" });
  if (end.refused) {
    return reminded === null
      ? { kind: "no_calendar", coverageEnd: end.coverageEnd, latest: end.raw + LONGEST_ROLL }
      : { kind: "from", from: reminded, requires: [] };
  }
  const from = reminded === null ? end.last + 1 : Math.min(reminded, end.last + 1);
  const landMatters = end.landMatters && from > end.least + 1;
  return { kind: "from", from, requires: landMatters ? ["debtor.residence.land"] : [] };
}

function without({ debt, ...facts }: Facts, start: number | null): Verzug {
  const silentInvoice = start !== null && debt?.invoiceHint === false;
  if (silentInvoice) return { kind: "none", rule: "DE-ESC-02" };
  if (start !== null)
    return { kind: "unknown", rule: "DE-ESC-02", requires: ["debt.invoiceHint", "verzugFrom"] };
  const unreminded = isKnown(facts.notices?.remindersOn) && facts.notices.remindersOn.length === 0;
  if (unreminded && debt?.invoiceHint === false) return { kind: "none", rule: "DE-ESC-01" };
  return { kind: "unknown", rule: "DE-ESC-01", requires: ["verzugFrom"] };
}
