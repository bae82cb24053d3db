import { isKnown } from "#app/domain/law/facts.ts";
import { divideDown, parseRate, RATE_SCALE } from "#app/domain/law/money/decimal.ts";
import { feeCap } from "#app/domain/law/money/fee-cap.ts";
import { asking } from "#app/domain/law/named/asking.ts";
import type { Check } from "#app/domain/law/scene.ts";

const BPS = 100n;

/** US-ACTOR-06, CN-MONEY-12: a share of the result within the law's bands for the whole claim, in a matter that allows one. */
export const contingentFeeLawful: Check = ({ pack, facts, action }, row) => {
  const share = parseRate(action.feePercent);
  if (share === null) return null;
  const principal = facts.debt?.principal;
  if (!isKnown(principal)) return asking("debt.principal");
  const matter = isKnown(action.matter) ? action.matter : undefined;
  const found = feeCap({ jurisdiction: pack.id, realised: principal, matter });
  if (found.refused) return { values: { rule: row.id }, next: null, message: "fee_barred", effect: "block" };
  const fee = Number(divideDown(BigInt(principal) * share, BPS * RATE_SCALE));
  if (found.cap !== null && fee > found.cap)
    return { values: { cap: found.cap, rule: row.id }, next: null, message: "fee_over_cap", effect: "block" };
  const isHigh = found.warnAboveBps !== null && share * BPS > BigInt(found.warnAboveBps) * RATE_SCALE;
  return isHigh ? { values: { rule: row.id }, next: null, effect: "warn" } : null;
};

const firmNumber = /^31[0-9A-Z]{16}$/;

/** CN-ACTOR-08: the social credit code of a law firm has eighteen characters and begins with 31. */
export const firmNumberValid: Check = ({ actor }) => {
  for (const { type, number } of actor.credentials ?? []) {
    if (type === "law_firm_licence" && isKnown(number) && !firmNumber.test(number))
      return { values: { number, why: "law.lawyerNumber.malformed" }, next: null, effect: "block" };
  }
  return null;
};

/** CN-MONEY-09: damages of more than 130 % of the loss are generally too high. */
const MOST_OF_LOSS_PERCENT = 130;

export const damagesReasonable: Check = ({ action }) => {
  const { damages, loss } = action.amounts ?? {};
  if (!isKnown(damages) || !isKnown(loss)) return null;
  return damages * 100 > loss * MOST_OF_LOSS_PERCENT ? { values: {}, next: null } : null;
};
