import { dayNumber, dayOf, dayOrNull, partsOf } from "#app/domain/law/calendar/civil.ts";
import { type Facts, isKnown } from "#app/domain/law/facts.ts";
import type { Stretch } from "#app/domain/law/money/accrue.ts";
import { parseRate, RATE_SCALE } from "#app/domain/law/money/decimal.ts";
import { rateOn, staleRate } from "#app/domain/law/money/rates.ts";
import { type MoneyNote, type MoneyRefusal, unknownFact } from "#app/domain/law/money/refusal.ts";
import type { Series } from "#app/domain/law/series/series.ts";

export type JudgmentRates = {
  refused: false;
  stretches: Stretch[];
  rule: string;
  citation: string;
  notes: MoneyNote[];
  /** Interest is added to the sum every year. */
  compounds?: true;
};

export type JudgmentPeriod = { from: number; to: number };
type Asked = JudgmentPeriod & { facts: Facts; entered: number | null; series: Series };
type RatesOf = (asked: Asked) => JudgmentRates | MoneyRefusal;

const perCent = (value: number) => BigInt(value) * RATE_SCALE;
const least = (a: bigint, b: bigint) => (a < b ? a : b);

type Source = { rule: string; citation: string; notes?: MoneyNote[] };
const fixed = (
  rate: bigint,
  { from, to }: JudgmentPeriod,
  { rule, citation, notes }: Source,
): JudgmentRates => ({
  refused: false,
  stretches: [{ from, to, rate }],
  rule,
  citation,
  notes: notes ?? [],
});

/** CCP 685.010(a)(2): reduced for judgments entered from this day on debts under these sums, in cents. */
const CA_REDUCED_FROM = dayOf("2023-01-01");
const CA_MEDICAL = 200_000_00;
const CA_PERSONAL = 50_000_00;
const IL_CONSUMER = 25_000_00;

/** Whether the judgment is on a consumer's debt; what the case says of the debt stands in where the judgment is silent. */
function isConsumer({ judgment, debt, debtor }: Facts): boolean | null {
  if (isKnown(judgment?.consumer)) return judgment.consumer;
  if (!isKnown(debt?.purpose) || !isKnown(debtor?.kind)) return null;
  return debt.purpose !== "commercial" && debtor.kind !== "company" && debtor.kind !== "public";
}

const california: RatesOf = ({ facts, entered, ...period }) => {
  const { judgment } = facts;
  const consumer = isConsumer(facts);
  const rule = "US-MONEY-03";
  if (entered === null) return unknownFact(rule, "judgment.enteredOn");
  if (!isKnown(judgment?.amount)) return unknownFact(rule, "judgment.amount");
  const recent = entered >= CA_REDUCED_FROM;
  const reduced =
    recent &&
    ((judgment.medical === true && judgment.amount < CA_MEDICAL) ||
      (consumer === true && judgment.amount < CA_PERSONAL));
  if (recent && !reduced && judgment.amount < CA_PERSONAL && consumer === null)
    return unknownFact(rule, "judgment.consumer");
  const unsaid = judgment.medical === null || judgment.medical === "unknown";
  if (recent && !reduced && judgment.amount < CA_MEDICAL && unsaid)
    return unknownFact(rule, "judgment.medical");
  return fixed(perCent(reduced ? 5 : 10), period, { rule, citation: "Cal. CCP 685.010(a)" });
};

/** A consumer judgment bears 2 % whatever its date; the higher rate is never used on one without counsel. */
const newYork: RatesOf = ({ facts, ...period }) => {
  const consumer = isConsumer(facts);
  if (consumer === null) return unknownFact("US-MONEY-04", "judgment.consumer");
  return fixed(perCent(consumer ? 2 : 9), period, { rule: "US-MONEY-04", citation: "CPLR 5004(a)" });
};

const rule = "US-MONEY-05";

const illinois: RatesOf = ({ facts, ...period }) => {
  const consumer = isConsumer(facts);
  const amount = facts.judgment?.amount;
  if (!isKnown(amount)) return unknownFact(rule, "judgment.amount");
  if (consumer === null && amount <= IL_CONSUMER) return unknownFact(rule, "judgment.consumer");
  const reduced = consumer === true && amount <= IL_CONSUMER;
  return fixed(perCent(reduced ? 5 : 9), period, { rule, citation: "735 ILCS 5/2-1303" });
};

const asks = "rates.judgment";

/** The published rate of the day of entry, for good. */
const published =
  (id: string, citation: string, adjusted: (rate: bigint) => bigint = (rate) => rate): RatesOf =>
  ({ entered, series, ...period }) => {
    if (entered === null) return unknownFact(rule, "judgment.enteredOn");
    const rate = rateOn(series, id, entered);
    return rate === null
      ? staleRate(series, id, { rule, asks })
      : fixed(adjusted(rate), period, { rule, citation });
  };

/** The published rate of the day of entry, and anew on every first of January. */
const publishedYearly =
  (id: string, citation: string): RatesOf =>
  ({ from, to, series }) => {
    const stretches: Stretch[] = [];
    for (let start = from; start <= to; ) {
      const rate = rateOn(series, id, start);
      if (rate === null) return staleRate(series, id, { rule, asks });
      const end = Math.min(to, dayNumber(partsOf(start).year, 12, 31));
      stretches.push({ from: start, to: end, rate });
      start = end + 1;
    }
    return { refused: false, stretches, rule, citation, notes: [{ rule, key: "counsel_decision" }] };
  };

/** Consumer debts in Washington bear at most this; a contract's own rate goes before the published one. */
const WA_CONSUMER = perCent(9);

const washington: RatesOf = ({ facts, series, entered, ...period }) => {
  const consumer = isConsumer(facts);
  const agreed = parseRate(facts.debt?.agreedRate);
  if (consumer === null) return unknownFact(rule, "judgment.consumer");
  const citation = "RCW 4.56.110, 19.52.020";
  const rate = agreed ?? (entered === null ? undefined : rateOn(series, "US-WA-JUDGMENT", entered));
  if (rate === undefined) return unknownFact(rule, "judgment.enteredOn");
  if (rate === null) return staleRate(series, "US-WA-JUDGMENT", { rule, asks });
  const notes = [{ rule, key: "counsel_decision" }];
  return fixed(consumer ? least(rate, WA_CONSUMER) : rate, period, { rule, citation, notes });
};

const texan = (rate: bigint) => (rate < perCent(5) ? perCent(5) : least(rate, perCent(15)));

const byState: Readonly<Record<string, RatesOf>> = {
  CA: california,
  NY: newYork,
  IL: illinois,
  WA: washington,
  PA: ({ from, to }) => fixed(perCent(6), { from, to }, { rule, citation: "41 P.S. 202" }),
  TX: published("US-TX-JUDGMENT", "Tex. Fin. Code 304.003", texan),
  GA: published("US-GA-PRIME", "O.C.G.A. 7-4-12", (prime) => prime + perCent(3)),
  MA: published("US-MA-JUDGMENT", "Mass. G.L. c.235 s.8"),
  FL: publishedYearly("US-FL-JUDGMENT", "Fla. Stat. 55.03"),
  NJ: publishedYearly("US-NJ-JUDGMENT", "N.J. R. 4:42-11"),
};

/** The weekly Treasury yield in force on the day of entry, a point being in force from the Monday after its week (28 USC 1961). */
const federal: RatesOf = ({ entered, series, ...period }) => {
  const source = { rule: "US-MONEY-02", citation: "28 USC 1961" };
  if (entered === null) return unknownFact(source.rule, "judgment.enteredOn");
  const rate = rateOn(series, "US-TREASURY-1Y", entered);
  if (rate === null) return staleRate(series, "US-TREASURY-1Y", { rule: source.rule, asks });
  return { ...fixed(rate, period, source), compounds: true };
};

/** The rates of a judgment of a federal court or of a state's over a period. */
export function usJudgmentRates(
  place: string,
  question: JudgmentPeriod & { facts: Facts; series: Series },
): JudgmentRates | MoneyRefusal {
  const { judgment } = question.facts;
  const asked = { ...question, entered: dayOrNull(judgment?.enteredOn) };
  const state = place.replace(/^US-?/, "");
  if (isKnown(judgment?.court) && judgment.court.startsWith("federal")) return federal(asked);
  if (state === "") return unknownFact("US-MONEY-02", "judgment.court");
  const ratesOf = byState[state];
  return ratesOf ? ratesOf(asked) : unknownFact(rule, asks);
}
