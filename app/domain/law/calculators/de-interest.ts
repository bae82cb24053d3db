import { type Calculator, refuse } from "#app/domain/law/calculator.ts";
import { interestAnswer, lastInterestDay } from "#app/domain/law/calculators/answers.ts";
import { isKnown } from "#app/domain/law/facts.ts";
import { allocate } from "#app/domain/law/money/allocate.ts";
import { germanOrder } from "#app/domain/law/money/allocation-order.ts";
import { verzugOf } from "#app/domain/law/money/de-verzug.ts";
import { interestOn } from "#app/domain/law/money/interest.ts";

/** To the payment, or the day asked for, or today; a start that is named stands for default where no fact speaks of it. */
export const interest: Calculator = (input) => {
  const { place, facts, series } = input;
  const asked = facts.interest ?? {};
  const end = lastInterestDay(input);
  const to = isKnown(facts.paidOn) && facts.paidOn < end ? facts.paidOn : end;
  const verzug = verzugOf({ facts, series, place });
  const silent = verzug.kind === "unknown" && verzug.rule === "DE-ESC-01" && !isKnown(facts.suedOn);
  const stated = silent && isKnown(asked.from) ? { ...facts, verzugFrom: asked.from } : facts;
  const from = isKnown(asked.from) ? asked.from : "1900-01-01";
  return interestAnswer(interestOn({ jurisdiction: place, facts: stated, from, to, series }));
};

/** BGB 367(1), for loans to consumers 497(3). Where it is not known which, the debtor's principal comes first, and the facts are asked for. */
export const allocation: Calculator = ({ facts }) => {
  const { payment, owed } = facts;
  const missing = [
    ...(isKnown(payment) ? [] : ["payment"]),
    ...(["costs", "interest", "principal"] as const).flatMap((each) =>
      isKnown(owed?.[each]) ? [] : [`owed.${each}`],
    ),
  ];
  const [costs, interestOwed, principal] = [owed?.costs, owed?.interest, owed?.principal];
  if (!isKnown(payment) || !isKnown(costs) || !isKnown(interestOwed) || !isKnown(principal))
    return refuse("DE-MONEY-03", "fact_unknown", ...missing);
  const { order, requires } = germanOrder(facts);
  const { over, ...answer } = allocate(payment, { costs, interest: interestOwed, principal }, order);
  return { ...answer, ...(over > 0 && { over }), ...(requires.length > 0 && { requires }) };
};
