import type { CivilDate } from "#app/domain/law/calendar/civil.ts";
import type { Known } from "#app/domain/law/facts.ts";

/** An act that may start limitation anew. */
export type Interruption = {
  type: string;
  on: CivilDate;
  delivered?: Known<boolean>;
  signed?: Known<boolean>;
  written?: Known<boolean>;
};

export type Suspension = {
  type?: string;
  from?: Known<CivilDate>;
  to?: Known<CivilDate>;
  filedOn?: Known<CivilDate>;
  servedOn?: Known<CivilDate>;
  lastStepOn?: Known<CivilDate>;
  servedPromptly?: Known<boolean>;
};

export type LimitationFacts = {
  accruedOn?: Known<CivilDate>;
  lastDay?: Known<CivilDate>;
  chosenLaw?: Known<string>;
  damageOn?: Known<CivilDate>;
  periodEnds?: Known<CivilDate>;
  finalOn?: Known<CivilDate>;
  mainDebtDue?: Known<CivilDate>;
  writtenDemandOn?: Known<CivilDate>;
  /** The day the creditor knew of the damage and of who owes. */
  knownOn?: Known<CivilDate>;
  /** The contract is a deed (LA 8). */
  deed?: Known<boolean>;
  /** The default notice of a regulated agreement ran out (Doyle v PRA). */
  defaultNoticeExpiredOn?: Known<CivilDate>;
  instalmentsDue?: Known<CivilDate[]>;
  interruptions?: Known<Interruption[]>;
  suspensions?: Known<Suspension[]>;
};
