import type { Calculator } from "#app/domain/law/calculator.ts";
import { limitationAnswer } from "#app/domain/law/calculators/answers.ts";
import { deTitledLimitationOf } from "#app/domain/law/limitation/de.ts";
import { limitationOf } from "#app/domain/law/limitation.ts";

export const lastDayToSue: Calculator = ({ place, at, facts, series }) =>
  limitationAnswer(limitationOf({ jurisdiction: place, facts, series }), at);

/** For enforcement, not for suing: a title can be enforced for thirty years. */
export const titled: Calculator = ({ at, facts }) => limitationAnswer(deTitledLimitationOf(facts), at);
