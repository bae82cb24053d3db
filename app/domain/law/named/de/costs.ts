import { isKnown } from "#app/domain/law/facts.ts";
import { hasAny } from "#app/domain/law/history.ts";
import { collectionCosts } from "#app/domain/law/money/de-fees.ts";
import { asking } from "#app/domain/law/named/asking.ts";
import { notTimeBarred } from "#app/domain/law/named/not-time-barred.ts";
import type { Check } from "#app/domain/law/scene.ts";

/** DE-MONEY-05: no more than a lawyer's fee, and the lower one while it is not known that the claim is disputed. */
export const collectionCostsWithinCap: Check = (scene) => {
  const { facts, pack, action, history } = scene;
  const claimed = action.amounts?.fees;
  if (!isKnown(claimed)) return null;
  const claim = facts.debt?.principal;
  if (!isKnown(claim)) return asking("debt.principal");
  const disputed = facts.notices?.disputed === true || hasAny(history, ["dispute"], scene.to);
  const most = collectionCosts({
    claim,
    disputed,
    paidWithinDays: null,
    withVat: action.vatClaimed === true,
    on: scene.day,
    series: pack.series,
  });
  if (most.refused) return asking(...most.requires);
  if (claimed <= most.total) return null;
  return { values: { claimed, cap: most.total }, next: null, effect: "block" };
};

/** DE-LIM-07: a barred claim is put to a private person only as counsel says. A period that is not known is asked for before a filing. */
export const barredNeedsCounsel: Check = (scene, row) => {
  const unmet = notTimeBarred(scene, row);
  if (!unmet || unmet.message === "fact_unknown") return null;
  return { ...unmet, effect: "require", requires: ["limitation.statement", ...(unmet.requires ?? [])] };
};
