import { dateOf } from "#app/domain/law/calendar/civil.ts";
import { firstControlDay } from "#app/domain/law/deadlines/gb.ts";
import { type Facts, isKnown } from "#app/domain/law/facts.ts";
import { dayOfFact } from "#app/domain/law/guards/anchors.ts";
import { isActive } from "#app/domain/law/guards/hold.ts";
import { otherSystemOf } from "#app/domain/law/legal-systems.ts";
import { asking } from "#app/domain/law/named/asking.ts";
import { staleCalendar } from "#app/domain/law/named/stale-calendar.ts";
import type { Check, Scene, Unmet } from "#app/domain/law/scene.ts";

/** Execution against goods, in pence (HCCC Jurisdiction Order 1991 art. 8). */
const HIGH_COURT_LEAST = 600_00;
const HIGH_COURT_ONLY_FROM = 5_000_00;

function isRegulated({ judgment, debt, debtor }: Facts): boolean | null {
  const stated = isKnown(judgment?.ccaRegulated) ? judgment.ccaRegulated : debt?.regulatedCredit;
  if (isKnown(stated)) return stated;
  // A company's debt and a trade invoice are no regulated credit (GB-COV-03).
  const company = debtor?.kind === "company" || debtor?.kind === "public";
  return company || debt?.kind === "invoice_b2b" ? false : null;
}

function sumOf({ action, facts }: Scene): number | null {
  const told = [action.amounts?.current, facts.judgment?.amount, facts.debt?.principal].find(isKnown);
  return told ?? null;
}

const refused = (message: string, values: Unmet["values"] = {}): Unmet => ({
  values,
  next: null,
  effect: "block",
  message,
});

function writ(scene: Scene): Unmet | null {
  const cca = isRegulated(scene.facts);
  if (cca === true) return refused("gb_county_only_regulated");
  const sum = sumOf(scene);
  // A judgment of the High Court is its own to enforce, whatever the sum.
  const own = scene.facts.judgment?.court === "high";
  if (!own && sum !== null && sum < HIGH_COURT_LEAST)
    return refused("gb_county_only_small", { least: HIGH_COURT_LEAST / 100 });
  const missing = [
    ...(cca === null ? ["debt.regulatedCredit"] : []),
    ...(own || sum !== null ? [] : ["debt.principal"]),
  ];
  return missing.length > 0 ? asking(...missing) : null;
}

function warrant(scene: Scene): Unmet | null {
  const cca = isRegulated(scene.facts);
  if (cca === true) return null;
  const sum = sumOf(scene);
  if (sum !== null && sum < HIGH_COURT_ONLY_FROM) return null;
  if (sum === null) return asking("debt.principal", ...(cca === null ? ["debt.regulatedCredit"] : []));
  return cca === null
    ? asking("debt.regulatedCredit")
    : refused("gb_high_only", { from: HIGH_COURT_ONLY_FROM / 100 });
}

/** GB-ESC-12: goods are taken by the court that may, by the sum and by whether the credit is regulated. */
export const rightCourtForGoods: Check = (scene) =>
  scene.action.type === "high_court_writ" ? writ(scene) : warrant(scene);

/** GB-ESC-13: seven clear days between the enforcement notice and taking control. */
export const sevenClearDays: Check = ({ facts, zone, day, pack }) => {
  const noticed = dayOfFact(facts.notices?.enforcementNoticeOn, zone);
  if (noticed === null) return asking("notices.enforcementNoticeOn");
  const first = firstControlDay(pack.series, noticed);
  if (first.refused) return staleCalendar("GB-EW", first.coverageEnd);
  if (day >= first.day) return null;
  const values = { date: dateOf(first.day), reason: "law.wait.gb_clear_days" };
  return { values, next: { day: first.day } };
};

/** GB-ESC-14: a statutory demand on a debt that is genuinely disputed is an abuse. */
export const notGenuinelyDisputed: Check = (scene) => {
  const { facts, holds, history } = scene;
  const disputed = facts.notices?.disputed;
  const open = holds.some((hold) => hold.type === "dispute" && isActive(hold, scene));
  if (open || (isKnown(disputed) && disputed !== false)) return refused("gb_demand_disputed");
  // The platform's own record would know of a dispute; a part of a record says so itself.
  return disputed === false || !history.excerpt ? null : asking("notices.disputed");
};

/** GB-STATE-01: nothing is done for a debtor or a contract under the law of Scotland or Northern Ireland. */
export const underEnglishLaw: Check = ({ facts }) => {
  const system = otherSystemOf(facts);
  return system ? { values: { system: `law.system.${system}` }, next: null, effect: "block" } : null;
};
