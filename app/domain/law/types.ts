/**
 * The shapes of the law engine. Nothing here reads a clock, a database or a catalogue: facts and an
 * instant go in, a decision comes out. Words are named by key; whoever shows them translates.
 */

/** LAW: breach is unlawful. REG: binds authorised firms. STD: industry standard. POL: the platform's own default. */
export const forces = ["LAW", "REG", "STD", "POL"] as const;
export type Force = (typeof forces)[number];
export type Confidence = "high" | "medium" | "low";
export type Effect = "block" | "require" | "warn";

/** Values a message needs; dates and instants travel as ISO text and are spelled by the reader's locale. */
export type MessageValues = Record<string, string | number>;

/** One rule's verdict on one action. */
export type Finding = {
  /** Stable id of the row, e.g. `US-CONTACT-02`, `POL-LADDER-03`. */
  rule: string;
  /** Which of the rows that share the id. */
  part?: string;
  force: Force;
  effect: Effect;
  /** Key in the law file of the catalogue, without its `law.reason.` prefix, e.g. `waiting_period`. */
  message: { key: string; values: MessageValues };
  citation: string;
  /** Facts or documents that are missing, by the names of the shared fact vocabulary. */
  requires: string[];
  /** What would heal it, as keys of `law.unblock.*`. */
  unblockedBy: string[];
  /** The first lawful moment where time alone heals: an instant (contact) or a civil date (procedure). */
  earliest: string | null;
};

export type PackRef = { id: string; version: string };

export type Decision = {
  allowed: boolean;
  findings: Finding[];
  /** Latest of the findings' `earliest`; null when something else than time is needed, or nothing is. */
  earliest: string | null;
  pack: PackRef;
};

/** A rung of the ladder, in the order of escalation. `intake` is the ground below the first rung. */
export const stages = [
  "intake",
  "reminder",
  "contact",
  "formal_demand",
  "lawyer_letter",
  "mediation",
  "payment_order",
  "arbitration",
  "lawsuit",
  "judgment",
  "enforcement",
  "closed",
] as const;
export type Stage = (typeof stages)[number];

/** Acts towards the debtor or a court. Each is decided by the pack before it is recorded. */
export const stepTypes = [
  "reminder",
  "call",
  "email",
  "sms",
  "letter",
  "visit",
  "validation_notice",
  "demand_payment",
  "notice_of_intention",
  "statutory_demand",
  "lawyer_letter",
  "mediation",
  "payment_order",
  "enforcement_order_application",
  "arbitration",
  "file_suit",
  "default_judgment",
  "judgment",
  "apply_enforcement",
  "county_court_warrant",
  "high_court_writ",
  "bureau_report",
] as const;
export type StepType = (typeof stepTypes)[number];

/** What others do or what becomes known: never blocked by a hold, effective at once. */
export const recordTypes = [
  "dispute",
  "verification_sent",
  "payment",
  "reply",
  "plan_agreed",
  "plan_ended",
  "cease_contact",
  "channel_optout",
  "represented",
  "bankruptcy",
  "death",
  "military",
  "identity_theft",
  "hardship",
  "validation_requested",
  "minor",
  "incapacity",
  "breathing_space",
  "complaint",
  "settlement_talks",
  "hold_ended",
  "delivery",
  "acknowledgment",
  "limitation_statement",
  "fact_added",
  "title_recorded",
] as const;
export type RecordType = (typeof recordTypes)[number];

/** The life of the case on the platform. */
export const lifecycleTypes = [
  "posted",
  "edited",
  "approved",
  "returned",
  "refused",
  "withdrawn",
  "round_opened",
  "round_closed",
  "round_widened",
  "round_extended",
  "awarded",
  "award_lapsed",
  "signed",
  "engaged",
  "mandate_changed",
  "mandate_ended",
  "closed_paid",
  "closed_settled",
  "closed_withdrawn",
  "closed_uncollectable",
] as const;
export type LifecycleType = (typeof lifecycleTypes)[number];

/** `attempt_blocked` is written by the engine's refusal and by nothing else; its payload names the attempted act. */
export type EventType = StepType | RecordType | LifecycleType | "attempt_blocked";
export type ActionType = StepType | RecordType | LifecycleType;
