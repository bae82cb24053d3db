import { breathingSpaceOf } from "#app/domain/law/breathing-space.ts";
import { type CivilDate, dateOf, dayOf, dayOrNull } from "#app/domain/law/calendar/civil.ts";
import { type Facts, isKnown } from "#app/domain/law/facts.ts";
import { accrue, type Stretch, without } from "#app/domain/law/money/accrue.ts";
import { parseRate, RATE_SCALE } from "#app/domain/law/money/decimal.ts";
import { fixedSum, isCommercialDebt, latePaymentStart } from "#app/domain/law/money/gb-late-payment.ts";
import type { Interest } from "#app/domain/law/money/interest.ts";
import { rateOn, staleRate } from "#app/domain/law/money/rates.ts";
import { foreign, type MoneyNote, type MoneyRefusal, unknownFact } from "#app/domain/law/money/refusal.ts";
import type { Series } from "#app/domain/law/series/series.ts";

const REFERENCE = "GB-LPCDA-REFERENCE";
/** Over the reference rate (SI 2002/1675 art. 4), and the most a court gives in practice (County Courts Act 1984 s.69). */
const STATUTORY_MARGIN = 8n * RATE_SCALE;
const COURT_RATE = 8n * RATE_SCALE;

type Basis = {
  refused: false;
  from: number;
  rate: bigint;
  notes: MoneyNote[];
  citation: string;
  /** Whether the fixed sums of the Act are due besides. */
  statutory: boolean;
};

const agreedRate = ({ debt }: Facts) => parseRate(debt?.agreedLateRate) ?? parseRate(debt?.agreedRate);

/** LPCDA: 8 % over the reference rate of the day on which interest starts, and the same to the end; or what was agreed instead. A day that is only asked for says nothing of the rate. */
function commercial(facts: Facts, from: number | null, series: Series): Basis | MoneyRefusal {
  const start = latePaymentStart(facts);
  const agreed = agreedRate(facts);
  if (start.refused && (from === null || agreed === null))
    return unknownFact(from === null ? "GB-MONEY-02" : "GB-MONEY-01", ...start.requires);
  const first = start.refused ? null : start.from;
  const reference = first === null ? null : rateOn(series, REFERENCE, first);
  const statutory = reference === null ? null : reference + STATUTORY_MARGIN;
  const notes = !start.refused && start.unfair ? [{ rule: "GB-MONEY-02", key: "gb_long_terms" }] : [];
  const begins = Math.max(first ?? Number.NEGATIVE_INFINITY, from ?? Number.NEGATIVE_INFINITY);
  if (agreed !== null) {
    const low = statutory === null || agreed < statutory;
    return {
      refused: false,
      from: begins,
      rate: agreed,
      notes: low ? [...notes, { rule: "GB-MONEY-04", key: "gb_substantial_remedy" }] : notes,
      citation: "Contract; LPCDA 1998 ss.8-9",
      statutory: false,
    };
  }
  if (statutory === null) return staleRate(series, REFERENCE, { rule: "X-10", asks: "rates.lpcda" });
  return {
    refused: false,
    from: begins,
    rate: statutory,
    notes,
    citation: "LPCDA 1998 ss.1, 4, 6; SI 2002/1675 art. 4",
    statutory: true,
  };
}

/** Any other debt: the contract's rate, else what a court may give. Never both. */
function other(facts: Facts, from: number | null): Basis | MoneyRefusal {
  const due = dayOrNull(facts.debt?.dueDate);
  const first = due === null ? from : Math.max(due + 1, from ?? due + 1);
  if (first === null) return unknownFact("GB-MONEY-05", "debt.dueDate");
  const agreed = agreedRate(facts);
  const notes = agreed === null ? [{ rule: "GB-MONEY-05", key: "gb_court_discretion" }] : [];
  return {
    refused: false,
    from: first,
    rate: agreed ?? COURT_RATE,
    notes,
    citation: agreed === null ? "County Courts Act 1984 s.69; CPR 16.4" : "Contract",
    statutory: false,
  };
}

export type GbInterestQuestion = {
  facts: Facts;
  /** Absent: from the first day that bears interest. */
  from?: CivilDate;
  to: CivilDate;
  series: Series;
};

function basisOf({ facts, from, series }: Omit<GbInterestQuestion, "to">): Basis | MoneyRefusal {
  const { debt } = facts;
  const wrong = foreign(debt?.currency, "GBP", "debt.currency");
  if (wrong) return wrong;
  if (debt?.agreedLateRate === "unknown") return unknownFact("GB-MONEY-05", "debt.agreedLateRate");
  if (debt?.agreedRate === "unknown") return unknownFact("GB-MONEY-05", "debt.agreedRate");
  const isCommercial = isCommercialDebt(facts);
  if (typeof isCommercial !== "boolean") return unknownFact("GB-COV-04", ...isCommercial);
  const asked = from === undefined ? null : dayOf(from);
  return isCommercial ? commercial(facts, asked, series) : other(facts, asked);
}

/** The first day that bears interest, where nothing more is asked. */
export function gbInterestStart(
  question: Omit<GbInterestQuestion, "to">,
): { refused: false; interestFrom: CivilDate } | MoneyRefusal {
  const basis = basisOf(question);
  return basis.refused ? basis : { refused: false, interestFrom: dateOf(basis.from) };
}

/** Moratorium days of a breathing space bear no interest on the debt (SI 2020/1311 reg. 7). */
export function outsideBreathingSpace({ holds }: Facts, stretch: Stretch): readonly Stretch[] {
  return (holds ?? []).reduce<readonly Stretch[]>(
    (left, hold) => {
      const space = breathingSpaceOf(hold);
      return space ? without(left, space) : left;
    },
    [stretch],
  );
}

/**
 * Before judgment, in England and Wales. Simple, at one rate from its first day to its last.
 *
 * Refused where it is not known whether both sides acted in business, when interest starts, or which rate was agreed.
 *
 * @see gb.md GB-COV-04, GB-MONEY-01 to -05
 */
export function gbInterestOn({ facts, from, to, series }: GbInterestQuestion): Interest | MoneyRefusal {
  const principal = facts.debt?.principal;
  if (!isKnown(principal)) return unknownFact("X-11", "debt.principal");
  const basis = basisOf({ facts, from, series });
  if (basis.refused) return basis;
  const last = dayOf(to);
  const stretches = outsideBreathingSpace(facts, { from: basis.from, to: last, rate: basis.rate });
  const total = accrue(principal, stretches);
  const sum = basis.statutory && last >= basis.from ? fixedSum(facts) : null;
  return {
    refused: false,
    ...total,
    currency: "GBP",
    rate: total.segments.at(-1)?.rate ?? null,
    interestFrom: dateOf(basis.from),
    ...(sum !== null && { fixedSum: sum }),
    dailyAmount: accrue(principal, [{ from: last, to: last, rate: basis.rate }]).amount,
    notes: basis.notes,
    citation: basis.citation,
  };
}
