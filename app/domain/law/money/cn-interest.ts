import { dayOf, dayOrNull } from "#app/domain/law/calendar/civil.ts";
import { type Facts, isKnown } from "#app/domain/law/facts.ts";
import { dayOfFact } from "#app/domain/law/guards/anchors.ts";
import { accrue } from "#app/domain/law/money/accrue.ts";
import {
  type Asked,
  financialLoan,
  isSmallSupplier,
  otherDebt,
  privateLoan,
  type Rated,
  sale,
  smallSupplier,
} from "#app/domain/law/money/cn-rates.ts";
import type { Interest, InterestQuestion } from "#app/domain/law/money/interest.ts";
import { foreign, type MoneyRefusal, refusal, unknownFact } from "#app/domain/law/money/refusal.ts";
import { publishedSeries } from "#app/domain/law/series/published.ts";

function ratesOf(asked: Asked): Rated | MoneyRefusal {
  const { creditor, debt } = asked.facts;
  const kind = debt?.kind;
  if (!isKnown(kind)) return unknownFact("CN-MONEY-03", "debt.kind");
  const isLoan = kind === "loan_private" || kind === "loan_bank";
  if (isLoan && !isKnown(creditor?.kind)) return unknownFact("CN-MONEY-05", "creditor.kind");
  if (creditor?.kind === "financial_institution") return financialLoan(asked);
  if (isLoan) return privateLoan(asked);
  if (isSmallSupplier(asked.facts)) return smallSupplier(asked);
  return kind === "goods" || kind === "services" || kind === "invoice_b2b" ? sale(asked) : otherDebt(asked);
}

const ZONE = "Asia/Shanghai";

/** The day a bankruptcy was accepted, from which no interest runs (企业破产法 46); null without one. */
function stoppedOn({ holds }: Facts): number | null {
  const days = (holds ?? []).flatMap(({ type, startedAt }) => {
    const day = type === "bankruptcy" ? dayOfFact(startedAt, ZONE) : null;
    return day === null ? [] : [day];
  });
  return days.length === 0 ? null : Math.min(...days);
}

/** What cannot both be so: interest before the contract, or a suit before it. */
function contradiction({ debt, suedOn }: Facts, from: number): MoneyRefusal | null {
  const formed = dayOrNull(debt?.contractDate);
  if (formed === null) return null;
  if (from < formed) return refusal("X-11", "contradiction", "interest.from");
  const sued = dayOrNull(suedOn);
  return sued !== null && sued < formed ? refusal("X-11", "contradiction", "suedOn") : null;
}

/** Before judgment, in mainland China. Bankruptcy of an enterprise stops interest on the day of acceptance (CN-HOLD-02). */
export function cnInterestOn({
  facts,
  from,
  to,
  series = publishedSeries,
}: InterestQuestion): Interest | MoneyRefusal {
  const { debt } = facts;
  const wrong = foreign(debt?.currency, "CNY", "debt.currency");
  if (wrong) return wrong;
  if (!isKnown(debt?.principal)) return unknownFact("X-11", "debt.principal");
  const first = dayOf(from);
  const contradicts = contradiction(facts, first);
  if (contradicts) return contradicts;
  const priced = ratesOf({ facts, from: first, to: dayOf(to), series });
  if (priced.refused) return priced;
  const stopped = stoppedOn(facts);
  const stretches =
    stopped === null
      ? priced.stretches
      : priced.stretches.map((each) => ({ ...each, to: Math.min(each.to, stopped - 1) }));
  const total = accrue(debt.principal, stretches);
  return {
    refused: false,
    ...total,
    currency: "CNY",
    rate: total.segments.at(-1)?.rate ?? null,
    notes: [...priced.notes, ...(stopped === null ? [] : [{ rule: "CN-HOLD-02", key: "interest_stopped" }])],
    citation: priced.citation,
  };
}
