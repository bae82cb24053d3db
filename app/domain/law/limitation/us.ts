import { addYears, dateOf, dayOrNull } from "#app/domain/law/calendar/civil.ts";
import { rollToCourtDay } from "#app/domain/law/calendar/us-holidays.ts";
import { type Facts, isKnown, type LimitationKind } from "#app/domain/law/facts.ts";
import {
  type Revival,
  type StateLimitation,
  usLimitation,
  yearsOf,
} from "#app/domain/law/limitation/us-table.ts";
import type { Limitation, LimitationRefusal } from "#app/domain/law/limitation.ts";
import type { Interruption } from "#app/domain/law/limitation-facts.ts";

const payments = new Set(["part_payment", "payment", "part_performance"]);
const writings = new Set(["acknowledgment", "written_acknowledgment", "signed_collection_notice"]);

const bare = (place: string) => place.toUpperCase().replace(/^US-/, "");

/** The kind the limitation statutes know, from what the case says about the debt. */
function kindOf(facts: Facts, state: string): LimitationKind | null {
  const { debt } = facts;
  if (state === "NY" && debt?.purpose !== "commercial" && debt?.limitationKind !== "goods")
    return "consumer_credit";
  if (isKnown(debt?.limitationKind)) return debt.limitationKind;
  return debt?.kind === "goods" ? "goods" : null;
}

function revivalOf(law: StateLimitation, facts: Facts, interruption: Interruption): Revival {
  if (law.consumerNeverRestarts && facts.debt?.purpose !== "commercial") return "never";
  if (law.boughtNeverRestarts && (facts.creditor?.kind === "debt_buyer" || facts.creditor?.assigned === true))
    return "never";
  if (payments.has(interruption.type))
    return law.paymentOnWritingOnly && facts.debt?.limitationKind !== "written" ? "never" : law.payment;
  const signed = interruption.signed === true && interruption.written !== false;
  return writings.has(interruption.type) && signed ? law.writing : "never";
}

/** First and last day of each stretch of military service or of a bankruptcy's stay from a day on; days in several of them count once. */
function staysFrom(facts: Facts, start: number): { begins: number; ends: number }[] {
  const suspensions = isKnown(facts.limitation?.suspensions) ? facts.limitation.suspensions : [];
  const stays = suspensions.flatMap(({ from, to, type }) => {
    const [begins, ends] = [dayOrNull(from), dayOrNull(to)];
    if ((type !== "military_service" && type !== "bankruptcy") || begins === null || ends === null) return [];
    return [{ begins: Math.max(begins, start), ends }];
  });
  let free = start;
  return stays
    .sort((a, b) => a.begins - b.begins)
    .map(({ begins, ends }) => {
      const from = Math.max(begins, free);
      free = Math.max(free, ends + 1);
      return { begins: from, ends };
    });
}

/** The days by which military service and the stay of a bankruptcy lengthen a period that is running when they begin (50 USC 3936, 11 USC 108(c)). */
function tolledDays(facts: Facts, start: number, last: number): number {
  let days = 0;
  for (const { begins, ends } of staysFrom(facts, start))
    if (begins <= last + days && ends >= begins) days += ends - begins + 1;
  return days;
}

/** Last day to sue, unrolled, with its reasons, for a period of so many years. */
function lastDay(
  law: StateLimitation,
  facts: Facts,
  accrued: number,
  years: number,
): { raw: number; basis: string[] } {
  let start = accrued;
  let raw = addYears(start, years);
  const basis = [`${law.cite}: ${years} years`];
  const acts = isKnown(facts.limitation?.interruptions) ? facts.limitation.interruptions : [];
  for (const act of [...acts].sort((a, b) => (a.on < b.on ? -1 : 1))) {
    const on = dayOrNull(act.on);
    const revival = revivalOf(law, facts, act);
    if (on === null || on < start || revival === "never") continue;
    if (revival === "before" && on > raw + tolledDays(facts, start, raw)) continue;
    start = on;
    raw = addYears(start, years);
    basis.push(`${act.type} ${act.on}`);
  }
  const tolled = tolledDays(facts, start, raw);
  if (tolled > 0) basis.push(`+${tolled} days`);
  return { raw: raw + tolled, basis };
}

const refusal = (requires: string[], reason: string): LimitationRefusal => ({
  refused: true,
  rule: "US-LIM-01",
  reason,
  requires,
});

/** Default is the breach; where only the due date is known, that day, the cautious one. */
function accrualOf(facts: Facts): number | null {
  const instalments = isKnown(facts.limitation?.instalmentsDue) ? facts.limitation.instalmentsDue : [];
  const days = instalments.flatMap((each) => dayOrNull(each) ?? []);
  if (days.length > 0) return Math.min(...days);
  return dayOrNull(facts.limitation?.accruedOn) ?? dayOrNull(facts.debt?.dueDate);
}

function lawsOf(jurisdiction: string, facts: Facts): { laws: string[]; missing: string[] } {
  const lives = facts.debtor?.residence?.state;
  const chosen = facts.limitation?.chosenLaw;
  const named = [jurisdiction, ...(isKnown(lives) ? [lives] : []), ...(isKnown(chosen) ? [chosen] : [])].map(
    bare,
  );
  const laws = [...new Set(named.filter((state) => state !== "US"))];
  return { laws, missing: laws.length === 0 ? ["debtor.residence.state"] : [] };
}

/** How the kind of debt bears on the answer: by its shortest or by its longest period, where the kind is unknown. */
export type Reading = "shortest" | "longest";

/**
 * The last day to sue: the shortest among the law of the forum, of the debtor's residence and of the contract.
 * Refused where the state is not encoded, or the day on which the claim accrued is not known.
 *
 * @see us.md section 5, US-LIM-01 to -04
 */
export function usLimitationOf(
  jurisdiction: string,
  facts: Facts,
  reading: Reading | null,
): Limitation | LimitationRefusal {
  const { laws, missing } = lawsOf(jurisdiction, facts);
  if (missing.length > 0) return refusal(missing, "fact_unknown");
  const unsupported = laws.find((state) => !usLimitation[state]);
  if (unsupported) return refusal(["limitation.lastDay"], "unsupported");
  const accrued = accrualOf(facts);
  if (accrued === null) return refusal(["limitation.accruedOn"], "fact_unknown");
  const candidates = laws.map((state) => {
    const law = usLimitation[state];
    const { shortest, longest } = yearsOf(law, kindOf(facts, state));
    return {
      state,
      law,
      differ: shortest !== longest,
      ...lastDay(law, facts, accrued, reading === "longest" ? longest : shortest),
    };
  });
  if (reading === null && candidates.some(({ differ }) => differ))
    return refusal(["debt.limitationKind"], "fact_unknown");
  const least = candidates.reduce((a, b) => (b.raw < a.raw ? b : a));
  const last = least.law.rolls ? rollToCourtDay(least.raw) : least.raw;
  return {
    refused: false,
    accruedOn: dateOf(accrued),
    raw: dateOf(least.raw),
    last: dateOf(last),
    law: `US-${least.state}`,
    basis: least.basis,
  };
}
