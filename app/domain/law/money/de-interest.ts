import { addMonths, dateOf, dayNumber, dayOf, dayOrNull, partsOf } from "#app/domain/law/calendar/civil.ts";
import { type Facts, isKnown } from "#app/domain/law/facts.ts";
import { accrue, type Stretch } from "#app/domain/law/money/accrue.ts";
import {
  consumerInvolved,
  contradictsItself,
  debtorIsConsumer,
  isConsumerLoan,
  isPrice,
  openParties,
} from "#app/domain/law/money/de-parties.ts";
import { verzugOf } from "#app/domain/law/money/de-verzug.ts";
import { RATE_SCALE } from "#app/domain/law/money/decimal.ts";
import type { Interest, InterestQuestion } from "#app/domain/law/money/interest.ts";
import { rateOn, staleRate } from "#app/domain/law/money/rates.ts";
import { foreign, type MoneyNote, type MoneyRefusal, refusal } from "#app/domain/law/money/refusal.ts";
import { publishedSeries } from "#app/domain/law/series/published.ts";
import type { Series } from "#app/domain/law/series/series.ts";

const BASE = "DE-BASE-RATE";

/** Points over the base rate (BGB 288(1), (2), 497(4)); the old figure by EGBGB art. 229 § 34. */
const GENERAL = 5n * RATE_SCALE;
const PRICE = 9n * RATE_SCALE;
const OLD_PRICE = 8n * RATE_SCALE;
const LAND_LOAN = (5n * RATE_SCALE) / 2n;

/** Obligations created after this day bear the newer figure, continuing ones for what was rendered after the second. */
const NEW_FIGURE_AFTER = dayOf("2014-07-28");
const CONTINUING_AFTER = dayOf("2016-06-30");

/** BGB 288(5), in cents, for each price owed by a debtor who is no consumer. */
const FLAT_SUM = 40_00;

type Points = { points: bigint; requires: string[]; notes: MoneyNote[]; citation: string };

function pricePoints({ debt }: Facts): bigint {
  const created = dayOrNull(debt?.createdOn) ?? dayOrNull(debt?.contractDate);
  if (created === null || created > NEW_FIGURE_AFTER) return PRICE;
  const performed = dayOrNull(debt?.performedOn);
  return performed !== null && performed > CONTINUING_AFTER ? PRICE : OLD_PRICE;
}

/** The points over the base rate; where the parties are not known, the consumer's, and the facts are asked for. */
function pointsOf(facts: Facts): Points {
  const loan = isConsumerLoan(facts);
  if (loan !== false && facts.debt?.landCharge === true)
    return { points: LAND_LOAN, requires: [], notes: [], citation: "BGB 247, 497(4)" };
  const price = isPrice(facts);
  const consumer = consumerInvolved(facts);
  if (price === true && consumer === false) {
    const points = pricePoints(facts);
    const notes = points === OLD_PRICE ? [{ rule: "DE-MONEY-01", key: "de_old_rate" }] : [];
    return { points, requires: [], notes, citation: "BGB 247, 288(2)" };
  }
  const isOpen = price !== false && consumer !== true;
  const land = loan === true && !isKnown(facts.debt?.landCharge) ? ["debt.landCharge"] : [];
  return {
    points: GENERAL,
    requires: [...(isOpen ? openParties(facts) : []), ...land],
    notes: [],
    citation: "BGB 247, 288(1)",
  };
}

/** The base rate changes each 1 January and 1 July, and the interest with it (BGB 247). */
function halfYears(from: number, to: number): { from: number; to: number }[] {
  const parts: { from: number; to: number }[] = [];
  for (let start = from; start <= to; ) {
    const { year, month } = partsOf(start);
    const next = addMonths(dayNumber(year, month <= 6 ? 1 : 7, 1), 6);
    parts.push({ from: start, to: Math.min(to, next - 1) });
    start = next;
  }
  return parts;
}

function stretchesOf(series: Series, points: bigint, from: number, to: number): Stretch[] | null {
  const stretches: Stretch[] = [];
  for (const part of halfYears(from, to)) {
    const base = rateOn(series, BASE, part.from);
    const covered = rateOn(series, BASE, part.to);
    if (base === null || covered === null) return null;
    stretches.push({ ...part, rate: base + points });
  }
  return stretches;
}

type Start = { from: number; inDefault: boolean; verzug: number | null; requires: string[] } | MoneyRefusal;

/** From default, or without it from the day after the suit was pending (BGB 286, 291). */
function startOf({ facts, jurisdiction, from }: InterestQuestion, series: Series): Start {
  const asked = dayOf(from);
  const sued = dayOrNull(facts.suedOn);
  const verzug = verzugOf({ facts, series, place: jurisdiction });
  if (verzug.kind === "from" && (sued === null || verzug.from <= sued + 1))
    return {
      from: Math.max(asked, verzug.from),
      inDefault: true,
      verzug: verzug.from,
      requires: verzug.requires,
    };
  if (verzug.kind === "no_calendar" && asked >= verzug.latest)
    return { from: asked, inDefault: true, verzug: null, requires: [] };
  if (sued !== null) return { from: Math.max(asked, sued + 1), inDefault: false, verzug: null, requires: [] };
  switch (verzug.kind) {
    case "none":
      return refusal(verzug.rule, "de_no_default");
    case "unknown":
      return refusal(verzug.rule, "fact_unknown", ...verzug.requires);
    case "no_calendar":
      return {
        ...refusal("X-10", "stale_calendar", "calendar.DE"),
        values: { date: verzug.coverageEnd },
      };
    case "from":
      return refusal("DE-ESC-01", "de_no_default");
  }
}

function flatSumOf(facts: Facts, points: bigint): number | null {
  if (isPrice(facts) !== true || debtorIsConsumer(facts) !== false || points === OLD_PRICE) return null;
  const invoices = facts.debt?.invoices;
  return FLAT_SUM * (isKnown(invoices) && invoices.length > 0 ? invoices.length : 1);
}

/** The principal in cents, or what makes a figure impossible whatever the rate. */
function principalOf(facts: Facts): number | MoneyRefusal {
  const { debt } = facts;
  if (!isKnown(debt?.principal)) return refusal("X-11", "fact_unknown", "debt.principal");
  if (debt.principal < 0) return refusal("X-11", "contradiction", "debt.principal");
  const wrong = foreign(debt.currency, "EUR", "debt.currency");
  if (wrong) return wrong;
  if (contradictsItself(facts)) return refusal("DE-COV-02", "contradiction", "debt.purpose", "debtor.kind");
  return debt.principal;
}

/**
 * Default interest in Germany: the base rate and the points over it, a line for each half-year, without compounding.
 *
 * Refused before default, on facts that contradict each other, and beyond the last verified base rate.
 *
 * @see de.md DE-MONEY-01, -02, -04
 */
export function deInterestOn(question: InterestQuestion): Interest | MoneyRefusal {
  const { facts, series = publishedSeries } = question;
  const principal = principalOf(facts);
  if (typeof principal !== "number") return principal;
  const start = startOf(question, series);
  if ("refused" in start) return start;
  const to = dayOf(question.to);
  if (to < start.from) return refusal("DE-ESC-01", "de_no_default");
  const { points, requires, notes, citation } = pointsOf(facts);
  const last = shownLast(question, series, to);
  const stretches = stretchesOf(series, points, start.from, last);
  if (!stretches) return staleRate(series, BASE, { rule: "X-10", asks: "rates.base" });
  const total = accrue(principal, stretches);
  const flatSum = flatSumOf(facts, points);
  const needed = [...new Set([...start.requires, ...requires])];
  return {
    refused: false,
    ...total,
    currency: "EUR",
    rate: total.segments.at(-1)?.rate ?? null,
    notes: last < to ? [...notes, { rule: "X-10", key: "stale_rate" }] : notes,
    citation,
    interestFrom: dateOf(start.from),
    ...(start.verzug !== null && { verzugFrom: dateOf(start.verzug) }),
    ...(flatSum !== null && start.inDefault && { fixedSum: flatSum }),
    ...(needed.length > 0 && { requires: needed }),
    ...(last < to && { shownTo: dateOf(last) }),
  };
}

/** A figure that may be shown in part stops at the last verified day. */
function shownLast({ beyond }: InterestQuestion, series: Series, to: number): number {
  const end = series.points[BASE]?.coverageEnd;
  return beyond === "shown" && end ? Math.min(to, dayOf(end)) : to;
}
