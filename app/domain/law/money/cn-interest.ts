import { dayOf, parseDay } from "#app/domain/law/calendar/civil.ts";
import { type Facts, isKnown } from "#app/domain/law/facts.ts";
import { accrue } from "#app/domain/law/money/accrue.ts";
import { parseRate, RATE_SCALE } from "#app/domain/law/money/decimal.ts";
import type { Interest, InterestQuestion, MoneyNote, MoneyRefusal } from "#app/domain/law/money/interest.ts";
import { rateOn } from "#app/domain/law/money/rates.ts";
import { publishedSeries } from "#app/domain/law/series/published.ts";
import type { Series } from "#app/domain/law/series/series.ts";

type Rated = { refused: false; rate: bigint; rule: string; citation: string; notes: MoneyNote[] };

const refusal = (rule: string, reason: string, ...requires: string[]): MoneyRefusal => ({
  refused: true,
  rule,
  reason,
  requires,
});
const rated = (rate: bigint, rule: string, citation: string, notes: MoneyNote[] = []): Rated => ({
  refused: false,
  rate,
  rule,
  citation,
  notes,
});

const LPR = "CN-LPR-1Y";

const dayOrNull = (value: unknown) => (typeof value === "string" ? parseDay(value) : null);
const least = (a: bigint, b: bigint) => (a < b ? a : b);

/** 24 % a year all in: courts reduce financial loans to it on request (法发〔2017〕22号 art. 2). */
const FINANCIAL_CAP = 24n * RATE_SCALE;
/** 0.05 % a day, as a yearly rate over 365 days (国令802号 art. 17). */
const SME_DAILY = parseRate("18.25") ?? 0n;
const SALE_RULE_FROM = dayOf("2019-08-20");

/** All charges under a label of their own count towards the cap (PL-I 29). */
function chargesOf(facts: Facts): bigint | null {
  const charges = facts.debt?.charges;
  if (!isKnown(charges)) return null;
  const parts = [charges.interest, charges.penalty, charges.fees].flatMap((each) => parseRate(each) ?? []);
  return parts.length === 0 ? null : parts.reduce((sum, part) => sum + part, 0n);
}

/** PL-I 25, 28, 29: what was agreed, never above four times the LPR of the day the contract was formed. */
function privateLoan(facts: Facts, from: number, series: Series): Rated | MoneyRefusal {
  const { debt } = facts;
  const agreed = chargesOf(facts) ?? parseRate(debt?.agreedLateRate) ?? parseRate(debt?.agreedRate);
  if (agreed === null) {
    if (debt?.agreedRate === "unknown") return refusal("CN-MONEY-02", "fact_unknown", "debt.agreedRate");
    const lpr = rateOn(series, LPR, dayOrNull(debt?.breachOn) ?? from);
    return lpr === null
      ? refusal("X-10", "stale_rate", "rates.lpr1y")
      : rated(lpr, "CN-MONEY-02", "民间借贷规定 28");
  }
  const formed = dayOrNull(debt?.contractDate);
  if (formed === null) return refusal("CN-MONEY-01", "fact_unknown", "debt.contractDate");
  const lpr = rateOn(series, LPR, formed);
  if (lpr === null) return refusal("X-10", "stale_rate", "rates.lpr1y");
  const cap = lpr * 4n;
  const notes = agreed > cap ? [{ rule: "CN-MONEY-01", key: "rate_capped" }] : [];
  return rated(least(agreed, cap), "CN-MONEY-01", "民间借贷规定 25, 28-29", notes);
}

function financialLoan(facts: Facts): Rated | MoneyRefusal {
  const agreed =
    chargesOf(facts) ?? parseRate(facts.debt?.agreedLateRate) ?? parseRate(facts.debt?.agreedRate);
  if (agreed === null) return refusal("CN-MONEY-06", "fact_unknown", "debt.agreedRate");
  const notes = agreed > FINANCIAL_CAP ? [{ rule: "CN-MONEY-06", key: "rate_capped" }] : [];
  return rated(least(agreed, FINANCIAL_CAP), "CN-MONEY-06", "法发〔2017〕22号 2", notes);
}

/** 买卖合同解释 18(4): where nothing was agreed, 130 % of the LPR at the breach. */
function sale(facts: Facts, from: number, series: Series): Rated | MoneyRefusal {
  const { debt } = facts;
  const agreed = parseRate(debt?.agreedLateRate) ?? parseRate(debt?.agreedRate);
  if (agreed !== null) return rated(agreed, "CN-MONEY-09", "民法典 585");
  const breach = dayOrNull(debt?.breachOn) ?? from;
  if (breach < SALE_RULE_FROM) return refusal("CN-MONEY-10", "counsel_decision", "debt.agreedLateRate");
  const lpr = rateOn(series, LPR, breach);
  if (lpr === null) return refusal("X-10", "stale_rate", "rates.lpr1y");
  return rated((lpr * 130n) / 100n, "CN-MONEY-10", "买卖合同解释 18(4)");
}

/** 国令802号: a small supplier of a public body or a large firm, where no rate was agreed. */
function smallSupplier(facts: Facts, series: Series): Rated | MoneyRefusal {
  const agreed = parseRate(facts.debt?.agreedLateRate) ?? parseRate(facts.debt?.agreedRate);
  const citation = "保障中小企业款项支付条例 17";
  if (agreed === null) return rated(SME_DAILY, "CN-MONEY-11", citation);
  const formed = dayOrNull(facts.debt?.contractDate);
  if (formed === null) return refusal("CN-MONEY-11", "fact_unknown", "debt.contractDate");
  const lpr = rateOn(series, LPR, formed);
  if (lpr === null) return refusal("X-10", "stale_rate", "rates.lpr1y");
  return rated(agreed < lpr ? lpr : agreed, "CN-MONEY-11", citation);
}

const isSmallSupplier = ({ creditor, debtor }: Facts) =>
  creditor?.size === "sme" && (debtor?.kind === "public" || debtor?.size === "large");

function rateOf(facts: Facts, from: number, series: Series): Rated | MoneyRefusal {
  const kind = facts.debt?.kind;
  if (!isKnown(kind)) return refusal("CN-MONEY-03", "fact_unknown", "debt.kind");
  if (facts.creditor?.kind === "financial_institution") return financialLoan(facts);
  if (kind === "loan_private" || kind === "loan_bank") {
    return isKnown(facts.creditor?.kind)
      ? privateLoan(facts, from, series)
      : refusal("CN-MONEY-05", "fact_unknown", "creditor.kind");
  }
  if (isSmallSupplier(facts)) return smallSupplier(facts, series);
  if (kind === "goods" || kind === "services" || kind === "invoice_b2b") return sale(facts, from, series);
  const agreed = parseRate(facts.debt?.agreedLateRate) ?? parseRate(facts.debt?.agreedRate);
  return agreed === null
    ? refusal("CN-MONEY-03", "counsel_decision", "debt.agreedRate")
    : rated(agreed, "CN-MONEY-09", "民法典 585");
}

/** PL-I 31: a contract older than 20 Aug 2020 and a suit after it. */
const OLD_RULE_END = dayOf("2020-08-19");

/** Before judgment, in mainland China. Bankruptcy of an enterprise stops interest on the day of acceptance (CN-HOLD-02). */
export function cnInterestOn({
  facts,
  from,
  to,
  series = publishedSeries,
}: InterestQuestion): Interest | MoneyRefusal {
  const principal = facts.debt?.principal;
  if (!isKnown(principal)) return refusal("X-11", "fact_unknown", "debt.principal");
  if (isKnown(facts.debt?.currency) && facts.debt.currency !== "CNY")
    return refusal("X-11", "unsupported", "debt.currency");
  const first = dayOf(from);
  const formed = dayOrNull(facts.debt?.contractDate);
  const period = { from: first, to: dayOf(to) };
  const isOld = facts.debt?.kind === "loan_private" && formed !== null && formed <= OLD_RULE_END;
  const priced = isOld ? oldLoan(facts, period, series) : newStretch(facts, period, series);
  if (priced.refused) return priced;
  const total = accrue(principal, priced.stretches);
  return {
    refused: false,
    ...total,
    currency: "CNY",
    rate: total.segments.at(-1)?.rate ?? null,
    notes: priced.notes,
    citation: priced.citation,
  };
}

type Priced = {
  refused: false;
  stretches: { from: number; to: number; rate: bigint }[];
  notes: MoneyNote[];
  citation: string;
};

type Period = { from: number; to: number };

function newStretch(facts: Facts, { from, to }: Period, series: Series): Priced | MoneyRefusal {
  const found = rateOf(facts, from, series);
  if (found.refused) return found;
  const accepted = (facts.holds ?? []).find(({ type }) => type === "bankruptcy")?.startedAt.slice(0, 10);
  const end = accepted ? Math.min(to, dayOf(accepted) - 1) : to;
  return {
    refused: false,
    stretches: [{ from, to: end, rate: found.rate }],
    notes: found.notes,
    citation: found.citation,
  };
}

/** 24 % to 19 Aug 2020 where the old rule is asked for; from then on four times the LPR of the day of the suit. */
function oldLoan(facts: Facts, { from, to }: Period, series: Series): Priced | MoneyRefusal {
  const agreed = parseRate(facts.debt?.agreedLateRate) ?? parseRate(facts.debt?.agreedRate);
  if (agreed === null) return newStretch(facts, { from, to }, series);
  const sued = dayOrNull(facts.suedOn);
  if (sued === null) return refusal("CN-MONEY-04", "fact_unknown", "suedOn");
  const lpr = rateOn(series, LPR, sued);
  if (lpr === null) return refusal("X-10", "stale_rate", "rates.lpr1y");
  const after = least(agreed, lpr * 4n);
  const before = facts.oldRuleRequested === true ? least(agreed, FINANCIAL_CAP) : after;
  const notes = agreed > after ? [{ rule: "CN-MONEY-04", key: "rate_capped" }] : [];
  const stretches = [
    { from, to: Math.min(to, OLD_RULE_END), rate: before },
    { from: Math.max(from, OLD_RULE_END + 1), to, rate: after },
  ];
  return { refused: false, stretches, notes, citation: "民间借贷规定 31" };
}
