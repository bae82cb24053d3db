import { type Bidder, feeCap } from "#app/domain/law/money/fee-cap.ts";
import { packFor } from "#app/domain/law/packs.ts";
import { scopeOf } from "./scope.ts";

/** What the law says of a contingency fee. */
export type LegalCap = {
  /** The most it may be, in minor units; null where the law sets no figure. */
  amount: number | null;
  /** No contingency fee can be agreed at all: forbidden, or no figure can be named. */
  barred: boolean;
  /** A share beyond this, in basis points, draws questions; null where no such custom is recorded. */
  warnAboveBps: number | null;
  rule: string;
  citation: string;
};

type Question = {
  jurisdiction: string;
  currency: string;
  recovered: number;
  /** The whole claim, and the rung the mandate runs to: in Germany they decide whether a share may be asked for. */
  principal: number;
  scope: string;
  /** What a lawyer may not take a share of, a collector may. */
  bidder: Bidder;
};

/** The law's cap on a contingency fee for an amount recovered. Bands in one currency say nothing of another, so that is barred. */
export function legalCap({
  jurisdiction,
  currency,
  recovered,
  principal,
  scope,
  bidder,
}: Question): LegalCap {
  const outOfCourt = scope === scopeOf.amicable;
  const answer = feeCap({ jurisdiction, realised: recovered, claim: principal, outOfCourt, bidder });
  if (answer.refused)
    return { amount: null, barred: true, warnAboveBps: null, rule: answer.rule, citation: "" };
  const { cap, rule, citation, warnAboveBps } = answer;
  const foreign = cap !== null && packFor(jurisdiction)?.currency !== currency;
  return { amount: foreign ? null : cap, barred: foreign, warnAboveBps, rule, citation };
}
