import { dayOf, dayOrNull } from "#app/domain/law/calendar/civil.ts";
import type { Facts } from "#app/domain/law/facts.ts";
import type { Stretch } from "#app/domain/law/money/accrue.ts";
import { parseRate, RATE_SCALE } from "#app/domain/law/money/decimal.ts";
import { rateOn, staleRate } from "#app/domain/law/money/rates.ts";
import { type MoneyNote, type MoneyRefusal, refusal, unknownFact } from "#app/domain/law/money/refusal.ts";
import type { Series } from "#app/domain/law/series/series.ts";

export type Rated = { refused: false; stretches: Stretch[]; notes: MoneyNote[]; citation: string };
export type Asked = { facts: Facts; from: number; to: number; series: Series };

const LPR = "CN-LPR-1Y";
const staleLpr = (series: Series) => staleRate(series, LPR, { rule: "X-10", asks: "rates.lpr1y" });
const least = (a: bigint, b: bigint) => (a < b ? a : b);

const rated = (
  rate: bigint,
  { from, to }: Asked,
  { citation, notes }: { citation: string; notes?: MoneyNote[] },
): Rated => ({ refused: false, stretches: [{ from, to, rate }], citation, notes: notes ?? [] });

/** 24 % a year all in: courts reduce financial loans to it on request (法发〔2017〕22号 art. 2). */
const FINANCIAL_CAP = 24n * RATE_SCALE;
/** New loans through platforms bear at most as much without anybody's request (金规〔2025〕9号). */
const PLATFORM_CAP_FROM = dayOf("2025-10-01");
/** New loans of small-loan companies then follow the cap of private lending (CN-MONEY-08). */
const SMALL_LOAN_CAP_FROM = dayOf("2028-01-01");
/** 0.05 % a day, as a yearly rate over 365 days (国令802号 art. 17). */
const SME_DAILY = parseRate("18.25") ?? 0n;
const SME_RULE_FROM = dayOf("2025-06-01");
const SALE_RULE_FROM = dayOf("2019-08-20");
/** PL-I 31: the last day of the old rule for contracts older than it. */
const OLD_RULE_END = dayOf("2020-08-19");

/** What was agreed for the delay, all charges under labels of their own added (PL-I 29); null where nothing was. */
function agreedRate(facts: Facts): bigint | null | MoneyRefusal {
  const { debt } = facts;
  if (debt?.agreedRate === "unknown" && parseRate(debt.agreedLateRate) === null)
    return unknownFact("CN-MONEY-02", "debt.agreedRate");
  if (debt?.agreedLateRate === "unknown") return unknownFact("CN-MONEY-02", "debt.agreedLateRate");
  const agreed = parseRate(debt?.agreedLateRate) ?? parseRate(debt?.agreedRate);
  if (debt?.charges === "unknown") return unknownFact("CN-MONEY-02", "debt.charges");
  if (!debt?.charges) return agreed;
  const { interest, penalty, fees } = debt.charges;
  for (const [name, value] of Object.entries({ interest, penalty, fees }))
    if (value === "unknown") return unknownFact("CN-MONEY-02", `debt.charges.${name}`);
  const parts = [parseRate(interest) ?? agreed, parseRate(penalty), parseRate(fees)];
  return parts.every((part) => part === null)
    ? null
    : parts.reduce<bigint>((sum, part) => sum + (part ?? 0n), 0n);
}

const isRefusal = (value: bigint | null | MoneyRefusal): value is MoneyRefusal =>
  typeof value === "object" && value !== null;

/** PL-I 25, 28, 29: what was agreed, never above four times the LPR of the day the contract was formed. */
export function privateLoan(asked: Asked): Rated | MoneyRefusal {
  const { facts, series } = asked;
  const agreed = agreedRate(facts);
  if (isRefusal(agreed)) return agreed;
  const formed = dayOrNull(facts.debt?.contractDate);
  if (agreed === null) return unagreedLoan(asked);
  if (formed === null) return unknownFact("CN-MONEY-01", "debt.contractDate");
  if (formed <= OLD_RULE_END) return oldLoan(asked, agreed);
  const lpr = rateOn(series, LPR, formed);
  if (lpr === null) return staleLpr(series);
  const cap = lpr * 4n;
  const notes = agreed > cap ? [{ rule: "CN-MONEY-01", key: "rate_capped" }] : [];
  return rated(least(agreed, cap), asked, { citation: "民间借贷规定 25, 28-29", notes });
}

/** Nothing agreed: nothing before the default, and from it the LPR of its day (CC 680, PL-I 28). */
function unagreedLoan(asked: Asked): Rated | MoneyRefusal {
  const { facts, to, series } = asked;
  const due = dayOrNull(facts.debt?.dueDate);
  const since = dayOrNull(facts.debt?.breachOn) ?? (due === null ? asked.from : due + 1);
  const from = Math.max(asked.from, since);
  const citation = "民法典 680; 民间借贷规定 28";
  if (from > to) return { refused: false, stretches: [], notes: [], citation };
  const lpr = rateOn(series, LPR, since);
  return lpr === null ? staleLpr(series) : rated(lpr, { ...asked, from }, { citation });
}

/** 24 % to 19 Aug 2020 where the old rule is asked for; from then on four times the LPR of the day of the suit. */
function oldLoan({ facts, from, to, series }: Asked, agreed: bigint): Rated | MoneyRefusal {
  const sued = dayOrNull(facts.suedOn);
  if (sued === null) return unknownFact("CN-MONEY-04", "suedOn");
  if (sued <= OLD_RULE_END) return refusal("CN-MONEY-04", "counsel_decision", "suedOn");
  const lpr = rateOn(series, LPR, sued);
  if (lpr === null) return staleLpr(series);
  const after = least(agreed, lpr * 4n);
  const asksOldRule = from <= OLD_RULE_END && agreed > after;
  if (asksOldRule && (facts.oldRuleRequested === null || facts.oldRuleRequested === "unknown"))
    return unknownFact("CN-MONEY-04", "oldRuleRequested");
  const before = facts.oldRuleRequested === true ? least(agreed, FINANCIAL_CAP) : after;
  const capped = agreed > (from > OLD_RULE_END ? after : least(before, after));
  return {
    refused: false,
    stretches: [
      { from, to: Math.min(to, OLD_RULE_END), rate: before },
      { from: Math.max(from, OLD_RULE_END + 1), to, rate: after },
    ],
    notes: capped ? [{ rule: "CN-MONEY-04", key: "rate_capped" }] : [],
    citation: "民间借贷规定 31",
  };
}

/** A licensed institution's loan: 24 % all in, where the borrower did not decline to ask for it and for every new platform loan. */
export function financialLoan(asked: Asked): Rated | MoneyRefusal {
  const { debt, borrowerRequestsReduction } = asked.facts;
  const agreed = agreedRate(asked.facts);
  if (isRefusal(agreed)) return agreed;
  if (agreed === null) return unknownFact("CN-MONEY-06", "debt.agreedRate");
  const formed = dayOrNull(debt?.contractDate);
  if (formed !== null && formed >= SMALL_LOAN_CAP_FROM)
    return refusal("CN-MONEY-08", "counsel_decision", "creditor.kind");
  const citation = "法发〔2017〕22号 2";
  if (agreed <= FINANCIAL_CAP) return rated(agreed, asked, { citation });
  if (formed !== null && formed >= PLATFORM_CAP_FROM) {
    const notes = [{ rule: "CN-MONEY-07", key: "rate_capped" }];
    return rated(FINANCIAL_CAP, asked, { citation: "金规〔2025〕9号", notes });
  }
  if (borrowerRequestsReduction === false) {
    const notes = [{ rule: "CN-MONEY-06", key: "rate_reducible" }];
    return rated(agreed, asked, { citation, notes });
  }
  return rated(FINANCIAL_CAP, asked, { citation, notes: [{ rule: "CN-MONEY-06", key: "rate_capped" }] });
}

/** 买卖合同解释 18(4): where nothing was agreed, 130 % of the LPR at the breach. */
export function sale(asked: Asked): Rated | MoneyRefusal {
  const { facts, from, series } = asked;
  const { debt } = facts;
  const agreed = agreedRate(facts);
  if (isRefusal(agreed)) return agreed;
  if (agreed !== null) return rated(agreed, asked, { citation: "民法典 585" });
  if (debt?.lateClause === true) return unknownFact("CN-MONEY-10", "debt.agreedLateRate");
  if (debt?.lateClause === null || debt?.lateClause === "unknown")
    return unknownFact("CN-MONEY-10", "debt.lateClause");
  const breach = dayOrNull(debt?.breachOn) ?? from;
  if (breach < SALE_RULE_FROM) return refusal("CN-MONEY-10", "counsel_decision", "debt.agreedLateRate");
  const lpr = rateOn(series, LPR, breach);
  if (lpr === null) return staleLpr(series);
  return rated((lpr * 130n) / 100n, asked, { citation: "买卖合同解释 18(4)" });
}

/** 国令802号 17: a small supplier of a public body or a large firm; a rate below the LPR of the contract's day is lifted to it. */
export function smallSupplier(asked: Asked): Rated | MoneyRefusal {
  const { facts, from, series } = asked;
  if (from < SME_RULE_FROM) return refusal("CN-MONEY-11", "counsel_decision", "interest.from");
  const agreed = agreedRate(facts);
  if (isRefusal(agreed)) return agreed;
  const citation = "保障中小企业款项支付条例 17";
  if (agreed === null) return rated(SME_DAILY, asked, { citation });
  const formed = dayOrNull(facts.debt?.contractDate);
  if (formed === null) return unknownFact("CN-MONEY-11", "debt.contractDate");
  const lpr = rateOn(series, LPR, formed);
  if (lpr === null) return staleLpr(series);
  return rated(agreed < lpr ? lpr : agreed, asked, { citation });
}

/** Rent and other debts bear what was agreed; what bears nothing agreed is counsel's question. */
export function otherDebt(asked: Asked): Rated | MoneyRefusal {
  const agreed = agreedRate(asked.facts);
  if (isRefusal(agreed)) return agreed;
  return agreed === null
    ? refusal("CN-MONEY-03", "counsel_decision", "debt.agreedRate")
    : rated(agreed, asked, { citation: "民法典 585" });
}

const PUBLIC_BODY_DAYS = 30;
const PUBLIC_BODY_MOST_DAYS = 60;
const LARGE_FIRM_DAYS = 60;

export const isSmallSupplier = ({ creditor, debtor }: Facts) =>
  creditor?.size === "sme" && (debtor?.kind === "public" || debtor?.size === "large");

/** The day on which a small supplier's invoice is due by 国令802号 9; null where the delivery is not known. */
export function smallSupplierDue({ debt, debtor }: Facts): number | null {
  const agreed = dayOrNull(debt?.dueDate);
  const delivered = dayOrNull(debt?.deliveredOn);
  if (delivered === null) return agreed;
  if (debtor?.kind === "public")
    return agreed === null
      ? delivered + PUBLIC_BODY_DAYS
      : Math.min(agreed, delivered + PUBLIC_BODY_MOST_DAYS);
  return agreed ?? delivered + LARGE_FIRM_DAYS;
}
