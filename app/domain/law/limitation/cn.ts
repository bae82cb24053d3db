import { addMonths, addYears, dateOf, parseDay } from "#app/domain/law/calendar/civil.ts";
import { rollForward } from "#app/domain/law/calendar/workdays.ts";
import { type Facts, isKnown } from "#app/domain/law/facts.ts";
import type { Limitation, LimitationRefusal } from "#app/domain/law/limitation.ts";
import type { Interruption, Suspension } from "#app/domain/law/limitation-facts.ts";
import type { Series } from "#app/domain/law/series/series.ts";

const YEARS = 3;
const LONGEST_YEARS = 20;
/** An obstacle in the last six months lengthens the period to six months after it is gone (CC 194). */
const OBSTACLE_MONTHS = 6;
const GRACE_DAYS = 15;

const dayOrNull = (value: unknown) => (typeof value === "string" ? parseDay(value) : null);

/** A demand counts only where it reached the debtor or should have (SoL-I 8); a call nobody answered is none. */
const creditorActs = new Set(["demand", "reminder", "assignment_notice"]);
const debtorActs = new Set([
  "acknowledgment",
  "written_acknowledgment",
  "part_payment",
  "part_performance",
  "payment",
  "security",
  "instalment_promise",
  "repayment_plan",
  "request_for_time",
]);
/** Acts that outlast themselves: the period runs anew from the end of the procedure. */
const procedures = new Set([
  "suit",
  "arbitration",
  "payment_order",
  "bankruptcy_filing",
  "preservation",
  "enforcement_application",
  "set_off",
  "mediation_request",
  "police_report",
]);
/** After the period has run, only what shows the will to pay waives the defence (CC 192, SoL-I 19). */
const waivers = new Set([
  "signed_collection_notice",
  "acknowledgment",
  "written_acknowledgment",
  "repayment_plan",
  "new_agreement",
]);

function interrupts(act: Interruption): boolean {
  if (creditorActs.has(act.type)) return act.delivered === true;
  if (act.type === "signed_collection_notice") return act.signed !== false;
  return debtorActs.has(act.type) || procedures.has(act.type);
}

const waives = (act: Interruption) =>
  waivers.has(act.type) && (act.type !== "signed_collection_notice" || act.signed !== false);

/** The day from which the three years run: the due date, the last instalment's, or the end of the grace after a demand. */
function accrualOf(facts: Facts): number | null {
  const { limitation, debt, notices } = facts;
  const instalments = isKnown(limitation?.instalmentsDue) ? limitation.instalmentsDue : [];
  const days = instalments.flatMap((each) => dayOrNull(each) ?? []);
  if (days.length > 0) return Math.max(...days);
  const stated =
    dayOrNull(limitation?.accruedOn) ?? dayOrNull(limitation?.knownOn) ?? dayOrNull(debt?.dueDate);
  if (stated !== null) return stated;
  const demanded = dayOrNull(notices?.demandDeliveredOn);
  return demanded === null ? null : demanded + GRACE_DAYS;
}

function suspended(raw: number, suspensions: readonly Suspension[], basis: string[]): number {
  let last = raw;
  for (const { type, from, to } of suspensions) {
    if (type === "negotiations" || type === "payment_order") continue;
    const begins = dayOrNull(from);
    const ends = dayOrNull(to);
    if (begins === null || ends === null) continue;
    if (begins > last || ends < addMonths(last, -OBSTACLE_MONTHS)) continue;
    const after = addMonths(ends, OBSTACLE_MONTHS);
    if (after > last) {
      last = after;
      basis.push(`CC 194: ${type ?? "obstacle"} to ${dateOf(ends)}`);
    }
  }
  return last;
}

/**
 * Three years from the due date, restarted by what interrupts them, at most twenty from the damage.
 *
 * Where the calendar of the last day's year has not been announced the day is not rolled, the earlier and cautious one.
 *
 * @see cn.md section 5: CC 188-199, SoL-I
 */
export function cnLimitationOf(facts: Facts, series: Series): Limitation | LimitationRefusal {
  const accrued = accrualOf(facts);
  if (accrued === null)
    return { refused: true, rule: "CN-LIM-01", reason: "fact_unknown", requires: ["debt.dueDate"] };
  const acts = isKnown(facts.limitation?.interruptions) ? [...facts.limitation.interruptions] : [];
  acts.sort((a, b) => (a.on < b.on ? -1 : 1));
  const suspensions = isKnown(facts.limitation?.suspensions) ? facts.limitation.suspensions : [];
  const basis = ["CC 188: 3 years"];
  let raw = suspended(addYears(accrued, YEARS), suspensions, basis);
  let defenceWaived = false;
  for (const act of acts) {
    const on = dayOrNull(act.on);
    if (on === null || on < accrued) continue;
    const late = on > raw;
    if (late ? !waives(act) : !interrupts(act)) continue;
    defenceWaived = defenceWaived || late;
    basis.push(late ? `CC 192: ${act.type} ${act.on}` : `CC 195: ${act.type} ${act.on}`);
    raw = suspended(addYears(on, YEARS), suspensions, basis);
  }
  const damage = dayOrNull(facts.limitation?.damageOn);
  if (damage !== null && addYears(damage, LONGEST_YEARS) < raw) {
    raw = addYears(damage, LONGEST_YEARS);
    basis.push("CC 188: 20 years");
  }
  const deadline = rollForward(series, ["CN"], raw);
  return {
    refused: false,
    accruedOn: dateOf(accrued),
    raw: dateOf(raw),
    last: dateOf(deadline.refused ? raw : deadline.last),
    law: "CN",
    basis: deadline.refused ? [...basis, `calendar announced to ${deadline.coverageEnd}`] : basis,
    ...(defenceWaived && { defenceWaived }),
  };
}
