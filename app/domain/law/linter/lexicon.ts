import type { LawActionType } from "#app/domain/law/facts.ts";

/** Conduct that no rule can heal: such a text does not go out. */
export const severeKinds = [
  "poses_as_court",
  "poses_as_police",
  "arrest",
  "blacklist",
  "violence",
  "insult",
  "shaming",
  "third_parties",
] as const;
export type SevereKind = (typeof severeKinds)[number];

/** What a person must read before it goes out. */
export const doubtfulKinds = [
  "vague_threat",
  "credit_standing",
  "false_urgency",
  "assumed_office",
  "no_way_out",
  "rude_word",
  "negated",
] as const;
export type DoubtfulKind = (typeof doubtfulKinds)[number];

export type Entry =
  | { says: "severe"; kind: SevereKind; pattern: RegExp }
  | { says: "doubtful"; kind: DoubtfulKind; pattern: RegExp }
  /** A step of the law that the text holds out; that step's own guards are asked first. */
  | { says: "threat"; step: LawActionType; pattern: RegExp };

export const severe = (kind: SevereKind, pattern: RegExp): Entry => ({ says: "severe", kind, pattern });
export const doubtful = (kind: DoubtfulKind, pattern: RegExp): Entry => ({ says: "doubtful", kind, pattern });
export const threat = (step: LawActionType, pattern: RegExp): Entry => ({ says: "threat", step, pattern });
