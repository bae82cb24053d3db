import { type Calculator, type Calculators, refuse } from "#app/domain/law/calculator.ts";
import { interestAnswer, lastInterestDay, limitationAnswer } from "#app/domain/law/calculators/answers.ts";
import { dateOf, dayOrNull } from "#app/domain/law/calendar/civil.ts";
import { validationPeriod } from "#app/domain/law/calendar/us-periods.ts";
import {
  federalAnswer,
  keptUntil,
  stateAnswer,
  texasAnswer,
  type UsDeadline,
} from "#app/domain/law/deadlines/us.ts";
import { isKnown } from "#app/domain/law/facts.ts";
import { limitationOf } from "#app/domain/law/limitation.ts";
import { courtFee } from "#app/domain/law/money/court-fee.ts";
import { garnishmentBarred, garnishmentCap } from "#app/domain/law/money/fee-cap.ts";
import { interestOn } from "#app/domain/law/money/interest.ts";
import { judgmentInterestOn } from "#app/domain/law/money/judgment-interest.ts";

const interest: Calculator = (input) => {
  const { facts, place, series } = input;
  const due = dayOrNull(facts.debt?.dueDate);
  const from = dayOrNull(facts.interest?.from) ?? (due === null ? null : due + 1);
  if (from === null) return refuse("X-11", "fact_unknown", "interest.from");
  const period = { from: dateOf(from), to: lastInterestDay(input) };
  const found = interestOn({ jurisdiction: place, facts, series, ...period });
  const isNamed = found.refused || isKnown(facts.interest?.from);
  return interestAnswer(isNamed ? found : { ...found, interestFrom: period.from });
};

const postJudgment: Calculator = (input) => {
  const { facts, place, series } = input;
  const from = isKnown(facts.interest?.from) ? facts.interest.from : undefined;
  return interestAnswer(
    judgmentInterestOn({ jurisdiction: place, facts, series, from, to: lastInterestDay(input) }),
  );
};

const told = ({ raw, last }: UsDeadline) => ({ raw: dateOf(raw), last: dateOf(last) });

const evidenceRetention: Calculator = ({ facts }) => {
  const activity = dayOrNull(facts.dates?.lastActivityOn);
  const call = dayOrNull(facts.dates?.callOn);
  if (activity === null && call === null) return refuse("US-DATA-01", "fact_unknown", "dates.lastActivityOn");
  return {
    ...(activity !== null && { keepUntil: dateOf(keptUntil(activity)) }),
    ...(call !== null && { keepRecordingUntil: dateOf(keptUntil(call)) }),
  };
};

/** Service starts the period, or the day on which a waiver of service was asked for; the longer waiver of a defendant abroad is not on file. */
const answerInFederalCourt: Calculator = ({ facts }) => {
  const { dates } = facts;
  const served = dayOrNull(dates?.servedOn);
  const from = served ?? dayOrNull(dates?.sentOn);
  if (from === null) return refuse("US-CAL-03", "fact_unknown", "dates.servedOn");
  if (dates?.byMail === null || dates?.byMail === "unknown")
    return refuse("US-CAL-02", "fact_unknown", "dates.byMail");
  const waived = served === null;
  if (waived && dates?.abroad === true) return refuse("US-CAL-03", "counsel_decision", "dates.abroad");
  return told(federalAnswer({ from, waived, byMail: !waived && dates?.byMail === true }));
};

const answerInTexas: Calculator = ({ facts }) => {
  const served = dayOrNull(facts.dates?.servedOn);
  return served === null ? refuse("US-CAL-03", "fact_unknown", "dates.servedOn") : told(texasAnswer(served));
};

const answerInState: Calculator = ({ facts, place }) => {
  const servedOn = dayOrNull(facts.dates?.servedOn);
  if (servedOn === null) return refuse("US-CAL-03", "fact_unknown", "dates.servedOn");
  const lives = facts.debtor?.residence?.state;
  const found = stateAnswer(place.replace(/^US-?/, ""), { servedOn, livesIn: isKnown(lives) ? lives : null });
  return found ? told(found) : refuse("US-CAL-03", "unsupported", "case.jurisdiction");
};

const validation: Calculator = ({ facts }) => {
  const sent = dayOrNull(facts.dates?.sentOn);
  if (sent === null) return refuse("US-ESC-02", "fact_unknown", "dates.sentOn");
  const { assumedReceivedOn, ends } = validationPeriod(sent);
  return { assumedReceivedOn: dateOf(assumedReceivedOn), endsOn: dateOf(ends), ends: dateOf(ends) };
};

/** Some states leave wages alone; in the others the federal cap is the most. */
const wageGarnishment: Calculator = ({ facts, place }) => {
  const { weeklyDisposable } = facts;
  if (garnishmentBarred.includes(place.replace(/^US-/, "")))
    return { cap: 0, allowed: false, findings: [{ rule: "US-ESC-13", reason: "wages_exempt" }] };
  if (!isKnown(weeklyDisposable)) return refuse("US-ESC-13", "fact_unknown", "weeklyDisposable");
  return { cap: garnishmentCap(weeklyDisposable) };
};

const filing: Calculator = ({ facts, place, series }) => {
  const { amount, court, filedOn } = facts;
  if (!isKnown(court)) return refuse("US-STATE-04", "fact_unknown", "court");
  const question = { jurisdiction: place, kind: "filing", amount: isKnown(amount) ? amount : 0 } as const;
  const on = isKnown(filedOn) ? filedOn : undefined;
  const found = courtFee({ ...question, court, on, series });
  return found.refused ? found : { fee: found.fee, prepaid: found.prepaid };
};

/** The calculations of the United States, by topic and question of `rung law`. */
export const usCalculators: Calculators = {
  interest: { interest, "post-judgment-interest": postJudgment },
  limitation: {
    "last-day-to-sue": ({ facts, place, series, at }) =>
      limitationAnswer(limitationOf({ jurisdiction: place, facts, series }), at),
  },
  deadline: {
    "evidence-retention": evidenceRetention,
    "federal-answer": answerInFederalCourt,
    "state-answer": answerInState,
    "texas-answer": answerInTexas,
    "validation-period": validation,
  },
  "fee-cap": { "wage-garnishment": wageGarnishment },
  "court-fee": { filing },
};
