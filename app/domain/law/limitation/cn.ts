import { addMonths, addYears, dateOf, dayOrNull } from "#app/domain/law/calendar/civil.ts";
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
  "agreed_deferral",
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
  "instalment_promise",
  "new_agreement",
]);
/** Causes of other countries' law that are no obstacle here. */
const noObstacles = new Set(["negotiations", "payment_order", "agreed_deferral", "military_service"]);

function interrupts(act: Interruption): boolean {
  if (creditorActs.has(act.type)) return act.delivered === true;
  if (act.type === "signed_collection_notice") return act.signed !== false;
  return debtorActs.has(act.type) || procedures.has(act.type);
}

const waives = (act: Interruption) =>
  waivers.has(act.type) && (act.type !== "signed_collection_notice" || act.signed !== false);

function suspended(raw: number, suspensions: readonly Suspension[], basis: string[]): number {
  let last = raw;
  for (const { type, from, to } of suspensions) {
    if (type !== undefined && noObstacles.has(type)) continue;
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

/** An obstacle that still lasts leaves the end of the period open. */
const openObstacle = ({ limitation }: Facts) =>
  isKnown(limitation?.suspensions) &&
  limitation.suspensions.some(
    ({ type, from, to }) =>
      !(type !== undefined && noObstacles.has(type)) && dayOrNull(from) !== null && dayOrNull(to) === null,
  );

type Period = { start: number; years: number; facts: Facts; basis: string[] };

/** A period of years with what interrupts and suspends it; `waivable`: the debtor can give up the defence once it has run. */
function run({ start, years, facts, basis }: Period, waivable: boolean): { raw: number; waived: boolean } {
  const acts = isKnown(facts.limitation?.interruptions) ? [...facts.limitation.interruptions] : [];
  acts.sort((a, b) => (a.on < b.on ? -1 : 1));
  const suspensions = isKnown(facts.limitation?.suspensions) ? facts.limitation.suspensions : [];
  let raw = suspended(addYears(start, years), suspensions, basis);
  let waived = false;
  for (const act of acts) {
    const on = dayOrNull(act.on);
    if (on === null || on < start) continue;
    const late = on > raw;
    if (late ? !(waivable && waives(act)) : !interrupts(act)) continue;
    waived = waived || late;
    basis.push(late ? `CC 192: ${act.type} ${act.on}` : `CC 195: ${act.type} ${act.on}`);
    raw = suspended(addYears(on, years), suspensions, basis);
  }
  return { raw, waived };
}

/** Where the calendar of the last day's year has not been announced the day is not rolled, the earlier and cautious one. */
function rolled(series: Series, raw: number, basis: readonly string[]): { last: string; basis: string[] } {
  const deadline = rollForward(series, ["CN"], raw);
  return {
    last: dateOf(deadline.refused ? raw : deadline.last),
    basis: deadline.refused ? [...basis, `calendar announced to ${deadline.coverageEnd}`] : [...basis],
  };
}

const unknown = (rule: string, ...requires: string[]): LimitationRefusal => ({
  refused: true,
  rule,
  reason: "fact_unknown",
  requires,
});

/** The day from which the three years run: the due date, the last instalment's, or the end of the grace after a demand. */
function accrualOf(facts: Facts): number | null {
  const { limitation, debt, notices } = facts;
  const instalments = isKnown(limitation?.instalmentsDue) ? limitation.instalmentsDue : [];
  const days = instalments.flatMap((each) => dayOrNull(each) ?? []);
  if (days.length > 0) return Math.max(...days);
  const stated =
    dayOrNull(limitation?.accruedOn) ?? dayOrNull(limitation?.knownOn) ?? dayOrNull(debt?.dueDate);
  if (stated !== null) return stated;
  const demanded = dayOrNull(limitation?.writtenDemandOn) ?? dayOrNull(notices?.demandDeliveredOn);
  return demanded === null ? null : demanded + GRACE_DAYS;
}

/**
 * Three years from the due date, restarted by what interrupts them, at most twenty from the damage.
 *
 * @see cn.md section 5: CC 188-199, SoL-I
 */
export function cnLimitationOf(facts: Facts, series: Series): Limitation | LimitationRefusal {
  const accrued = accrualOf(facts);
  if (accrued === null) return unknown("CN-LIM-01", "debt.dueDate");
  if (openObstacle(facts)) return unknown("CN-LIM-07", "limitation.suspensions[].to");
  const damage = dayOrNull(facts.limitation?.damageOn);
  if (damage !== null && damage > accrued)
    return { ...unknown("CN-LIM-01", "limitation.damageOn"), reason: "contradiction" };
  const basis = ["CC 188: 3 years"];
  const { raw: run3, waived } = run({ start: accrued, years: YEARS, facts, basis }, true);
  const longest = damage === null ? run3 : addYears(damage, LONGEST_YEARS);
  if (longest < run3) basis.push("CC 188: 20 years");
  const raw = Math.min(run3, longest);
  return {
    refused: false,
    accruedOn: dateOf(accrued),
    raw: dateOf(raw),
    law: "CN",
    ...rolled(series, raw, basis),
    ...(waived && { defenceWaived: true }),
  };
}

const ENFORCEMENT_YEARS = 2;

/**
 * The last day to apply for enforcement: two years from the last day of the performance period, of the last instalment, or, where none is
 * stated, from the day the instrument took effect; interrupted and suspended as limitation is.
 *
 * @see CPL 250; CPL-I 481 (CN-ESC-20)
 */
export function cnEnforcementPeriod(facts: Facts, series: Series): Limitation | LimitationRefusal {
  const { limitation } = facts;
  const instalments = (isKnown(limitation?.instalmentsDue) ? limitation.instalmentsDue : []).flatMap(
    (each) => dayOrNull(each) ?? [],
  );
  const start =
    instalments.length > 0
      ? Math.max(...instalments)
      : (dayOrNull(limitation?.periodEnds) ?? dayOrNull(limitation?.finalOn));
  if (start === null) return unknown("CN-ESC-20", "limitation.periodEnds");
  if (openObstacle(facts)) return unknown("CN-ESC-20", "limitation.suspensions[].to");
  const basis = ["CPL 250: 2 years"];
  const { raw } = run({ start, years: ENFORCEMENT_YEARS, facts, basis }, false);
  return {
    refused: false,
    accruedOn: dateOf(start),
    raw: dateOf(raw),
    law: "CN",
    ...rolled(series, raw, basis),
  };
}

const GUARANTEE_MONTHS = 6;

/**
 * The last day to hold a guarantor to the guarantee: the agreed one where it lies after the main debt's due date, else six months from
 * that. Nothing suspends, interrupts or lengthens it, a day off neither.
 *
 * @see CC 692 (CN-LIM-10)
 */
export function cnGuaranteePeriod(facts: Facts): Limitation | LimitationRefusal {
  const { limitation, debt, notices } = facts;
  const demanded = dayOrNull(limitation?.writtenDemandOn) ?? dayOrNull(notices?.demandDeliveredOn);
  const due =
    dayOrNull(limitation?.mainDebtDue) ??
    dayOrNull(debt?.dueDate) ??
    (demanded === null ? null : demanded + GRACE_DAYS);
  if (due === null) return unknown("CN-LIM-10", "limitation.mainDebtDue");
  if (limitation?.periodEnds === "unknown" || limitation?.periodEnds === null)
    return unknown("CN-LIM-10", "limitation.periodEnds");
  const agreed = dayOrNull(limitation?.periodEnds);
  const isAgreed = agreed !== null && agreed > due;
  const raw = dateOf(isAgreed ? agreed : addMonths(due, GUARANTEE_MONTHS));
  return {
    refused: false,
    accruedOn: dateOf(due),
    raw,
    last: raw,
    law: "CN",
    basis: [isAgreed ? "CC 692: as agreed" : "CC 692: 6 months"],
  };
}
