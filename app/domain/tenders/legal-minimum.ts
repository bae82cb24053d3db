import { localDay } from "#app/domain/law/calendar/zones.ts";
import { leastSuitFee } from "#app/domain/law/money/de-fees.ts";
import type { Bidder } from "#app/domain/law/money/fee-cap.ts";
import type { Series } from "#app/domain/law/series/series.ts";
import { scopeOf } from "./scope.ts";

/** The least that may be asked for the work. */
export type LegalMinimum = { amount: number; rule: string; citation: string };

type Question = {
  jurisdiction: string;
  currency: string;
  principal: number;
  scope: string;
  bidder: Bidder;
  /** The moment of the bid: the table of its day counts. */
  at: Date;
  series: Series;
};

/**
 * The least a fee that hangs on no result may be; null where the law sets none. In Germany court work of a lawyer is not done below the
 * statutory fee, while out of court anything may be agreed.
 *
 * @see DE-MONEY-12
 */
export function legalMinimum(question: Question): LegalMinimum | null {
  const { jurisdiction, currency, principal, scope, bidder, at, series } = question;
  const isGerman = jurisdiction.split("-")[0] === "DE" && currency === "EUR";
  if (!isGerman || bidder !== "lawyer" || scope === scopeOf.amicable) return null;
  const least = leastSuitFee(principal, localDay("Europe/Berlin", at.getTime()), series);
  if (least.refused) return null;
  return { amount: least.fee, rule: "DE-MONEY-12", citation: "BRAO 49b(1); RVG 4, 13; VV 3100" };
}
