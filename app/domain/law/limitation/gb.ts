import { addYears, dateOf, dayOrNull } from "#app/domain/law/calendar/civil.ts";
import { rollForward } from "#app/domain/law/calendar/workdays.ts";
import { type Facts, isKnown } from "#app/domain/law/facts.ts";
import { otherSystemOf } from "#app/domain/law/legal-systems.ts";
import type { Limitation, LimitationRefusal } from "#app/domain/law/limitation.ts";
import type { Interruption } from "#app/domain/law/limitation-facts.ts";
import type { Series } from "#app/domain/law/series/series.ts";

/** LA 1980 ss.5-6 and 8. */
const SIMPLE_YEARS = 6;
const DEED_YEARS = 12;

const payments = new Set(["part_payment", "payment", "part_performance"]);
const writings = new Set(["acknowledgment", "written_acknowledgment"]);
/** The period does not begin before the creditor found out (LA s.32). */
const postponements = new Set(["fraud", "concealment", "mistake"]);

/** LA ss.29-30: a payment on account, or an acknowledgment in writing that the debtor or an agent signed; an e-mail may be one. */
const restarts = (act: Interruption) =>
  payments.has(act.type) || (writings.has(act.type) && act.signed === true && act.written !== false);

const refusal = (rule: string, reason: string, ...requires: string[]): LimitationRefusal => ({
  refused: true,
  rule,
  reason,
  requires,
});

type Accrual = { on: number; basis: string };

/**
 * The day from whose date the years are counted. What is payable by the end of a day is in breach from midnight, so that the years end on the due
 * date's own date; a breach within a day leaves that day out and ends on the same date (Matthew v Sedman [2021] UKSC 19).
 */
function accrualOf({ limitation, debt }: Facts): Accrual | null {
  const noticed = dayOrNull(limitation?.defaultNoticeExpiredOn);
  if (noticed !== null)
    return { on: noticed, basis: "Doyle v PRA [2019] EWCA Civ 12: from the expiry of the default notice" };
  const instalments = isKnown(limitation?.instalmentsDue) ? limitation.instalmentsDue : [];
  const days = instalments.flatMap((each) => dayOrNull(each) ?? []);
  // Each instalment runs by itself; the first to be lost sounds the alarm.
  if (days.length > 0) return { on: Math.min(...days), basis: "LA 1980 s.5: the first instalment" };
  const stated = dayOrNull(limitation?.accruedOn) ?? dayOrNull(debt?.dueDate);
  if (stated !== null) return { on: stated, basis: "LA 1980 s.5" };
  const demanded = dayOrNull(limitation?.writtenDemandOn);
  return demanded === null ? null : { on: demanded, basis: "LA 1980 s.6: from the written demand" };
}

type Postponed = { from: number; types: string[] } | LimitationRefusal;

function postponed(accrued: number, { limitation }: Facts): Postponed {
  const suspensions = isKnown(limitation?.suspensions) ? limitation.suspensions : [];
  let from = accrued;
  const types: string[] = [];
  for (const { type, from: began, to } of suspensions) {
    const [start, end] = [dayOrNull(began), dayOrNull(to)];
    if (start !== null && end !== null && end < start)
      return refusal("GB-LIM-04", "contradiction", "limitation.suspensions[].to");
    if (!type || !postponements.has(type) || end === null || end <= from) continue;
    from = end;
    types.push(type);
  }
  return { from, types };
}

/**
 * Six years, twelve on a deed, restarted by an acknowledgment or a part payment before they have run and never after.
 *
 * A last day on which the court office is closed moves to the next open one (Pritam Kaur v Russell); where that year's holidays are not on
 * file it is not moved, the earlier and cautious day. A breathing space lengthens nothing here: by how much is counsel's to say.
 *
 * @see gb.md section 5, GB-LIM-01 to -06
 */
export function gbLimitationOf(facts: Facts, series: Series): Limitation | LimitationRefusal {
  if (otherSystemOf(facts)) return refusal("GB-STATE-01", "gb_other_system", "debtor.residence.state");
  const accrual = accrualOf(facts);
  if (!accrual) return refusal("GB-LIM-01", "fact_unknown", "limitation.accruedOn");
  const begun = postponed(accrual.on, facts);
  if ("refused" in begun) return begun;
  const years = facts.limitation?.deed === true ? DEED_YEARS : SIMPLE_YEARS;
  const basis = [
    years === DEED_YEARS ? "LA 1980 s.8: 12 years" : `${accrual.basis}: 6 years`,
    ...begun.types.map((type) => `LA 1980 s.32: ${type}`),
  ];
  const acts = isKnown(facts.limitation?.interruptions) ? [...facts.limitation.interruptions] : [];
  let raw = addYears(begun.from, years);
  for (const act of acts.sort((a, b) => (a.on < b.on ? -1 : 1))) {
    const on = dayOrNull(act.on);
    if (on === null || on < accrual.on || on > raw || !restarts(act)) continue;
    raw = Math.max(raw, addYears(on, years));
    basis.push(`LA 1980 ss.29-31: ${act.type} ${act.on}`);
  }
  const rolled = rollForward(series, ["GB-EW"], raw);
  return {
    refused: false,
    accruedOn: dateOf(accrual.on),
    raw: dateOf(raw),
    last: dateOf(rolled.refused ? raw : rolled.last),
    law: "GB-EW",
    basis: rolled.refused ? [...basis, `calendar on file to ${rolled.coverageEnd}`] : basis,
  };
}
