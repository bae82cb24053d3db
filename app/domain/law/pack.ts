import type { CivilDate } from "#app/domain/law/calendar/civil.ts";
import type { HoldType, LawActionType } from "#app/domain/law/facts.ts";
import type { DeRule } from "#app/domain/law/named/de/names.ts";
import type { GbRule } from "#app/domain/law/named/gb/names.ts";
import type { Series } from "#app/domain/law/series/series.ts";
import type { Confidence, Effect, EventType, Force, Stage, StepType } from "#app/domain/law/types.ts";

/** `debt.purpose` is a fact; `action.type` and `actor.kind` start with the thing they belong to. */
export type Path = string;

/** A question to the facts. Each answers yes, no or unknown; what is unknown is never taken as either. */
export type Condition =
  /** Of a list any member may be it. */
  | { fact: Path; in: readonly (string | number | boolean)[]; absentMeansNo?: true }
  | { fact: Path; atMost: number; absentMeansNo?: true }
  | { known: Path }
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition }
  /** The actor's own date in the debtor's place is on or after this one. */
  | { from: CivilDate }
  | { happened: EventSelector }
  | { city: "new-york-city" }
  /** The debtor lives, or the case lies, in this state. */
  | { state: string };

export type EventSelector = {
  types: readonly string[];
  direction?: "in" | "out";
  outcomes?: readonly string[];
  notOutcomes?: readonly string[];
  connected?: boolean;
  /** Same debt, same number, same person as the action's; absent means the debtor as a whole. */
  same?: "debt" | "number" | "contact";
  /** Calls within the debtor's own consent do not count (US-CONTACT-04). */
  withoutConsent?: true;
  atWork?: boolean;
  recipientRole?: "debtor";
};

/** A named day in the case: dates among the facts, events of the history, or both. */
export type Anchor = {
  facts?: readonly Path[];
  events?: EventSelector;
  pick: "first" | "last";
  /** What is asked for where the day is unknown. */
  asks: Path;
};

/** The closed set of generic guards. Numbers live in the packs' rows, never here. */
export type Guard =
  /** Not before some days (or hours) after an anchor. `orElse`: "require" asks for a missing anchor, "pass" does without. */
  | {
      kind: "wait";
      after: Anchor;
      days?: number;
      months?: number;
      hours?: number;
      /** The days are a period that ends on a working day of this calendar; the act is open on the day after it. */
      calendar?: string;
      orElse: "require" | "pass";
      /** The debtor's own consent lifts the wait (12 CFR 1006.14(b)(3)(i)). */
      unlessConsent?: true;
      reason: string;
    }
  /** Every listed thing must hold; each that does not is refused, each that is unknown asked for. */
  | { kind: "need"; all: readonly { that: Condition; asks: Path }[] }
  /** Never, under the row's conditions. */
  | { kind: "never" }
  | {
      kind: "credential";
      types: readonly string[];
      territory: "debtor" | "forum" | "country";
      /** "valid": of the territory, active, unexpired. "checked": looked up in the register lately enough. */
      part: "valid" | "checked";
      who: string;
      withinDays?: number;
    }
  | {
      kind: "window";
      from: string;
      to: string;
      weekdays?: readonly number[];
      /** Other hours of other weekdays. */
      also?: readonly { from: string; to: string; weekdays: readonly number[] }[];
      /** Calendars on whose days off nobody is contacted. */
      closed?: readonly string[];
      /** A zone of the rule's own, besides the debtor's. */
      zone?: string;
      /** Hours the debtor agreed to, with evidence, stand beside the rule's. */
      widened?: true;
      /** Not on a holiday of the debtor's place either, by the pack's calendars. */
      holidays?: true;
    }
  /** Hours that the debtor asked for, where any are known. */
  | { kind: "preferred_hours" }
  | { kind: "known_zone" }
  | { kind: "counter"; counts: EventSelector; limit: number; days: number; window: string }
  | { kind: "hold"; types: readonly HoldType[]; recipients?: readonly string[]; channelOnly?: true }
  /** An amount of the action (minor units) is at most another. */
  | { kind: "cap"; amount: Path; cap: number }
  /**
   * Not after some months or days from an anchor, the last of them a working day of the calendar where one is named. `orElse`: a missing
   * anchor is asked for; without it, the act is open while none is known.
   */
  | {
      kind: "deadline";
      after: Anchor;
      months?: number;
      days?: number;
      calendar?: string;
      orElse?: "require";
      reason: string;
    }
  /** One of these steps must have been taken, or one of these facts be so. */
  | {
      kind: "order";
      after: readonly EventType[];
      /** What came in from the other side, a demand of the debtor's for instance, is no step of ours. */
      direction?: "out";
      orFacts?: readonly Path[];
      asks: Path;
    }
  | { kind: "named"; name: NamedRule };

/** What data cannot say; each is a pure function of the same name in `named/`. */
export type NamedRule =
  | GbRule
  | DeRule
  | "validationNoticeSent"
  | "validationPeriodOver"
  | "disputeAnswered"
  | "notTimeBarred"
  | "venueAllowed"
  | "furnishingNotified"
  | "textBasis"
  | "thirdPartyOnlyForLocation"
  | "noticeAddsUp"
  | "answerTimeOver"
  | "threatIsLawful"
  | "textIsFit"
  | "textIsReviewed"
  | "dueOrDemanded"
  | "lawyerNumberValid"
  | "thirdPartyUnreachable"
  | "thirdPartyNotRefused"
  | "disputeOnFile"
  | "answerPeriodOver"
  | "inPreferredLanguage"
  | "serviceRateCapped"
  | "statedEndLateEnough"
  | "contingentFeeLawful"
  | "damagesReasonable"
  | "firmNumberValid"
  | "guaranteeInTime"
  | "objectionFails";

export type Row = {
  id: string;
  /** Rows that share an id are told apart by this. */
  part?: string;
  force: Force;
  confidence: Confidence;
  source: { cite: string; effective: CivilDate /** First day no longer in force. */; until?: CivilDate };
  appliesTo: readonly LawActionType[];
  /** Only where the debtor lives (or the case lies) in one of these states; absent means everywhere. */
  states?: readonly string[];
  when?: Condition;
  guard: Guard;
  /** Least effect of a failure; a guard that lacks a fact answers "require" by itself. */
  effect?: Effect;
  /** Key of `law.reason.*`. */
  message: string;
  /** Keys of `law.unblock.*`. */
  unblock: readonly string[];
  /** The platform's own cadence: where the record is only an excerpt, a missing step is a warning. */
  cadence?: true;
  /** A bar to the step as such: whoever may not take the step may not threaten it either. */
  bars?: true;
  /** Worked examples of the reference; every row has besides a test named by its key. */
  vectors?: readonly string[];
};

export const rowKey = ({ id, part }: Pick<Row, "id" | "part">) => (part ? `${id}/${part}` : id);

/** A rung: which steps enter it, in the pack's own order. */
export type RungPlan = {
  stage: Stage;
  /** The first is the principal step, whose guards are the rung's prerequisites. */
  steps: readonly StepType[];
  /** The step that carries the rung on once the principal one is taken: the enforcement order after the order for payment. */
  sequel?: StepType;
  optional?: true;
  /** Rungs that stand in for one another, `payment_order`, `arbitration` and `lawsuit` for instance. */
  alternatives?: readonly Stage[];
  mayAct: readonly ("creditor" | "agency" | "lawyer" | "court" | "mediator")[];
  /** Key of `law.cost.*`. */
  cost: string;
};

export const packIds = ["US", "CN", "GB-EW", "DE"] as const;
export type PackId = (typeof packIds)[number];

export type Pack = {
  id: PackId;
  version: string;
  /** The place it was asked for, `US-CA`; the country where no more is known. */
  place: string;
  currency: string;
  /** Where the court's dates run, when the debtor's zone is not known. */
  zone: string | null;
  signedOffBy: string | null;
  signedOffOn: CivilDate | null;
  reviewBy: CivilDate | null;
  rungs: readonly RungPlan[];
  rows: readonly Row[];
  /** Calendars of the days on which nobody is contacted, for the states the debtor may be in; absent means none. */
  restCalendars?: (states: readonly string[], series: Series) => readonly string[];
  /** Every plausible zone of a place, where only the place is known. */
  zonesOf: (state: string | null) => readonly string[];
  /** Places whose own law is encoded; elsewhere in the country only the common rules are. */
  states: ReadonlySet<string>;
  /** Rules of law were read as they stand since then; a decision about an earlier day is refused. */
  coverageStart: CivilDate;
  /** Rates, holidays and fees that its rules look up. */
  series: Series;
};
