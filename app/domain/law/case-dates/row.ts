import type { CivilDate } from "#app/domain/law/calendar/civil.ts";
import type { NamedDate } from "#app/domain/law/case-dates/named.ts";
import type { Anchor, Condition, Path } from "#app/domain/law/pack.ts";
import type { Force, MessageValues } from "#app/domain/law/types.ts";

/**
 * What a date means to whoever runs the case. must: a right is lost after it. may: something becomes lawful on it.
 * wait: somebody else's time ends with it.
 */
export const dateSeverities = ["must", "may", "wait"] as const;
export type DateSeverity = (typeof dateSeverities)[number];

/** One legal date of a case. It follows from facts and history alone, so that when it is asked for does not move it. */
export type CaseDate = {
  /** Names the date within its case for as long as it stands for the same thing, on whichever day it falls. */
  subject: string;
  /** Its words stand under `date.<kind>.` in the catalogue. */
  kind: string;
  /** Catalogue key of what the date is about, in a few words. */
  what: string;
  /** A civil date in `zone`. */
  on: CivilDate;
  zone: string;
  /** The instant, where the law counts hours. */
  at: string | null;
  rule: string;
  force: Force;
  citation: string;
  severity: DateSeverity;
  values: MessageValues;
  /** Days before `on` at which people are told of it. */
  alarms: readonly number[];
};

/** How the day is found from its anchor. */
export type DateCount =
  /** The country's own calculation: the anchor's day is given to it under `as`, other facts of the case under the names of `also`. */
  | {
      topic: "deadline" | "limitation";
      question: string;
      as: Path;
      also?: Readonly<Record<Path, Path>>;
      answer: string;
    }
  | { days: number }
  /** What no single anchor says. */
  | { named: NamedDate };

/** A kind of date that an event starts: what is data about it. */
export type DateRow = {
  id: string;
  kind: string;
  rule: string;
  force: Force;
  citation: string;
  /** The event, or another row's date; a named date looks for its own. */
  after?: Anchor | { date: string };
  count: DateCount;
  /** Where the calculation refuses, the plain period in months or days: the earlier and cautious day, for one's own deadlines only. */
  cautious?: { months?: number; days?: number };
  severity: DateSeverity;
  alarms?: readonly number[];
  /** The date is of no more use once this is so. */
  unless?: Condition;
};
