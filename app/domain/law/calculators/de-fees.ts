import { type Calculator, refuse } from "#app/domain/law/calculator.ts";
import { dayOf } from "#app/domain/law/calendar/civil.ts";
import { isKnown } from "#app/domain/law/facts.ts";
import { type CourtFeeKind, courtFee } from "#app/domain/law/money/court-fee.ts";
import { protectedMonthly } from "#app/domain/law/money/de-attachment.ts";
import { collectionCosts, lawyerMayShare, planFee } from "#app/domain/law/money/de-fees.ts";

const told = <T>(value: T) => (isKnown(value) ? value : null);

/** What a collector may cost the debtor. Whether it is disputed and who bears the VAT decide the figure; "not paid" is no open fact. */
const collectionFee: Calculator = ({ at, facts, series }) => {
  const { claim, disputed, paidWithinDays, creditorDeductsVat, flatSumPaid, fee: asked } = facts;
  if (!isKnown(claim) || claim <= 0) return refuse("DE-MONEY-05", "fact_unknown", "claim");
  if (!isKnown(disputed)) return refuse("DE-MONEY-06", "fact_unknown", "disputed");
  if (!isKnown(creditorDeductsVat)) return refuse("DE-MONEY-07", "fact_unknown", "creditorDeductsVat");
  if (paidWithinDays === "unknown") return refuse("DE-MONEY-06", "fact_unknown", "paidWithinDays");
  const found = collectionCosts({
    claim,
    disputed,
    paidWithinDays: paidWithinDays ?? null,
    withVat: !creditorDeductsVat,
    on: dayOf(isKnown(facts.mandateOn) ? facts.mandateOn : at),
    series,
  });
  if (found.refused) return found;
  const { fee, expenses, vat, total } = found;
  return {
    fee,
    expenses,
    vat,
    cap: total,
    // The flat sum of BGB 288(5) is set off against the costs (DE-MONEY-02).
    recoverable: Math.max(0, total - (told(flatSumPaid) ?? 0)),
    ...(isKnown(asked) && { allowed: asked <= total }),
  };
};

const planFeeOf: Calculator = ({ at, facts, series }) => {
  const { claim, mandateOn } = facts;
  if (!isKnown(claim) || claim <= 0) return refuse("DE-MONEY-08", "fact_unknown", "claim");
  const found = planFee(claim, dayOf(isKnown(mandateOn) ? mandateOn : at), series);
  return found.refused ? found : { fee: found.fee, cap: found.fee };
};

const lawyerContingency: Calculator = ({ facts }) => {
  const { claim, outOfCourtCollection, clientOtherwiseDeterred } = facts;
  if (!isKnown(claim)) return refuse("DE-MONEY-10", "fact_unknown", "claim");
  const allowed = lawyerMayShare({
    claim,
    outOfCourtCollection: told(outOfCourtCollection),
    otherwiseDeterred: told(clientOtherwiseDeterred),
  });
  if (allowed !== null) return { allowed };
  const missing = { outOfCourtCollection, clientOtherwiseDeterred };
  const requires = Object.entries(missing).flatMap(([name, value]) => (isKnown(value) ? [] : [name]));
  return refuse("DE-MONEY-10", "fact_unknown", ...requires);
};

/** What no creditor reaches on a protected account, each month of the day asked about. */
const protectedAccount: Calculator = ({ at, series }) => {
  const amount = protectedMonthly(series, dayOf(at));
  const date = series.points["DE-ATTACHMENT"]?.coverageEnd ?? "";
  return amount === null
    ? { ...refuse("X-10", "stale_rate", "rates.attachment"), values: { date } }
    : { protectedMonthly: amount };
};

export const deFeeCaps: Readonly<Record<string, Calculator>> = {
  "collection-fee": collectionFee,
  "plan-fee": planFeeOf,
  "lawyer-contingency": lawyerContingency,
  "protected-account": protectedAccount,
};

const feeOf =
  (kind: CourtFeeKind): Calculator =>
  ({ place, at, facts, series }) => {
    const { amount, filedOn } = facts;
    if (!isKnown(amount)) return refuse("DE-FEE-01", "fact_unknown", "amount");
    const on = isKnown(filedOn) ? filedOn : at;
    const found = courtFee({ jurisdiction: place, kind, amount, on, series });
    return found.refused ? found : { fee: found.fee, prepaid: found.prepaid, citation: found.citation };
  };

export const deCourtFees: Readonly<Record<string, Calculator>> = {
  "payment-order": feeOf("payment-order"),
  suit: feeOf("suit"),
  "suit-after-payment-order": feeOf("suit-after-payment-order"),
};
