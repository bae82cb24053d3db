import { divideHalfUp } from "#app/domain/law/money/decimal.ts";
import { exactFee, FEE_SCALE } from "#app/domain/law/money/fee-table.ts";
import { type MoneyRefusal, refusal } from "#app/domain/law/money/refusal.ts";
import { feeTableOn, type Series } from "#app/domain/law/series/series.ts";

/** Fees of RVG and VV. Amounts in cents; tenths of a full fee; each rounded half up to the cent (RVG 2(2)). */

/** A collector's letter on a claim nobody disputes: at most 0.9, and 0.5 where it is paid within two weeks (VV 2300(2)). */
const UNDISPUTED = 9n;
const SIMPLE = 5n;
const SIMPLE_DAYS = 14;
/** A disputed claim, or a lawyer's letter: up to 1.3 where it is neither extensive nor difficult (VV 2300). */
const DISPUTED = 13n;
const PLAN = 7n;
/** VV 3100: the fee for conducting a suit, which arises with it whatever becomes of it. */
const SUIT = 13n;
/** One fee for claims to this amount (RVG 13(2)). */
const SMALL_CLAIM = 50_00;
const SMALL_FEE = 31_50n;
/** VV 7002: a fifth of the fees for post and telephone, at most this. */
const EXPENSES_MOST = 20_00;
const VAT_PERCENT = 19n;
/** RVG 4a(1) no. 1. */
const CONTINGENCY_CLAIM = 2_000_00;

export type CollectionCosts = {
  refused: false;
  fee: number;
  expenses: number;
  vat: number;
  /** The most that may be asked of the debtor. */
  total: number;
};

export type CollectionQuestion = {
  claim: number;
  disputed: boolean;
  /** Days from the first demand to the payment; null where it was not paid. */
  paidWithinDays: number | null;
  /** Whether VAT is asked for, which it may be only of a creditor who cannot deduct it. */
  withVat: boolean;
  /** The day of the mandate, by whose table the fees are (RVG 60). */
  on: number;
  series: Series;
};

const noTable = () => refusal("X-10", "manual_quote", "fees.DE-RVG");

/** So many tenths of a full fee on a value; null where no table of that day is on file. */
function tenths(series: Series, on: number, value: number, count: bigint): number | null {
  const found = feeTableOn(series, "DE-RVG", on);
  return found && Number(divideHalfUp(exactFee(found.table, value) * count, FEE_SCALE * 10n));
}

/**
 * What a registered collector, or a lawyer, may cost the debtor before court (RDG 13e, DE-MONEY-05 to -07). Both together cost no more
 * than one lawyer (13f).
 */
export function collectionCosts(question: CollectionQuestion): CollectionCosts | MoneyRefusal {
  const { claim, disputed, paidWithinDays, withVat, on, series } = question;
  const isSimple = paidWithinDays !== null && paidWithinDays <= SIMPLE_DAYS;
  const count = disputed ? DISPUTED : isSimple ? SIMPLE : UNDISPUTED;
  const usual = tenths(series, on, claim, count);
  if (usual === null) return noTable();
  const isSmall = !disputed && claim <= SMALL_CLAIM;
  const fee = isSmall ? Number(divideHalfUp(SMALL_FEE * count, 10n)) : usual;
  const expenses = Math.min(EXPENSES_MOST, Number(divideHalfUp(BigInt(fee), 5n)));
  const vat = withVat ? Number(divideHalfUp(BigInt(fee + expenses) * VAT_PERCENT, 100n)) : 0;
  return { refused: false, fee, expenses, vat, total: fee + expenses + vat };
}

/** A payment plan: 0.7 on half of the claim (VV 1000 no. 2, RVG 31b). */
export function planFee(
  claim: number,
  on: number,
  series: Series,
): { refused: false; fee: number } | MoneyRefusal {
  const fee = tenths(series, on, Math.ceil(claim / 2), PLAN);
  return fee === null ? noTable() : { refused: false, fee };
}

/** The least that a lawyer's suit costs by statute, before expenses and VAT; less may not be agreed (BRAO 49b(1), DE-MONEY-12). */
export function leastSuitFee(
  claim: number,
  on: number,
  series: Series,
): { refused: false; fee: number } | MoneyRefusal {
  const fee = tenths(series, on, claim, SUIT);
  return fee === null ? noTable() : { refused: false, fee };
}

/**
 * Whether a lawyer may take a share of the result (RVG 4a, BRAO 49b(2), DE-MONEY-10). Null while the facts that would allow it are not
 * known; nothing else than those allows it.
 */
export function lawyerMayShare({
  claim,
  outOfCourtCollection,
  otherwiseDeterred,
}: {
  claim: number | null;
  outOfCourtCollection: boolean | null;
  otherwiseDeterred: boolean | null;
}): boolean | null {
  const isSmall = claim !== null && claim <= CONTINGENCY_CLAIM;
  if (isSmall || outOfCourtCollection === true || otherwiseDeterred === true) return true;
  return outOfCourtCollection === null || otherwiseDeterred === null ? null : false;
}
