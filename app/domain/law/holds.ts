import type { HoldType } from "#app/domain/law/facts.ts";
import type { EventType } from "#app/domain/law/types.ts";

/** What ends a pause, each to be shown by a paper of its kind; keys of `law.ending.*`. */
export const endings = [
  "answer_sent",
  "debtor_withdrew",
  "debtor_agreed",
  "lawyer_released",
  "court_order",
  "estate_named",
  "came_of_age",
  "guardian_named",
  "service_over",
  "police_paper",
  "plan_agreed",
  "register_entry",
  "plan_over",
  "complaint_answered",
  "talks_over",
] as const;
export type Ending = (typeof endings)[number];

export type HoldRule = {
  /** The record that opens it. */
  opens: EventType;
  /** A hold can only be ended by what its law lets end it; a record of its own may besides (`verification_sent`, `plan_ended`). */
  endedBy: readonly Ending[];
};

/** Every legal pause: what opens it and what may end it. */
export const holdRules: Record<HoldType, HoldRule> = {
  dispute: { opens: "dispute", endedBy: ["debtor_withdrew"] },
  validation: { opens: "validation_requested", endedBy: ["answer_sent", "debtor_withdrew"] },
  cease_contact: { opens: "cease_contact", endedBy: ["debtor_agreed"] },
  channel_optout: { opens: "channel_optout", endedBy: ["debtor_agreed"] },
  represented: { opens: "represented", endedBy: ["lawyer_released"] },
  bankruptcy: { opens: "bankruptcy", endedBy: ["court_order"] },
  death: { opens: "death", endedBy: ["estate_named"] },
  minor: { opens: "minor", endedBy: ["came_of_age"] },
  incapacity: { opens: "incapacity", endedBy: ["guardian_named", "court_order"] },
  military: { opens: "military", endedBy: ["service_over"] },
  identity_theft: { opens: "identity_theft", endedBy: ["police_paper", "court_order"] },
  hardship: { opens: "hardship", endedBy: ["plan_agreed", "debtor_withdrew"] },
  breathing_space: { opens: "breathing_space", endedBy: ["register_entry", "court_order"] },
  payment_plan: { opens: "plan_agreed", endedBy: ["plan_over"] },
  complaint: { opens: "complaint", endedBy: ["complaint_answered", "debtor_withdrew"] },
  settlement_talks: { opens: "settlement_talks", endedBy: ["talks_over", "plan_agreed"] },
};

const holdTypesOf = Object.entries(holdRules) as [HoldType, HoldRule][];

/** Which pause a record opens. */
export const holdOpenedBy: ReadonlyMap<string, HoldType> = new Map(
  holdTypesOf.map(([type, { opens }]) => [opens, type]),
);

/** `bankruptcy:court_order`: a pause and what ended it, as one choice of a form. */
export type HoldEnding = `${HoldType}:${Ending}`;
export const holdEndings: readonly HoldEnding[] = holdTypesOf.flatMap(([type, { endedBy }]) =>
  endedBy.map((ending): HoldEnding => `${type}:${ending}`),
);

export function partsOfEnding(ending: HoldEnding): { hold: HoldType; endedBy: Ending } {
  const [hold, endedBy] = ending.split(":");
  return { hold: hold as HoldType, endedBy: endedBy as Ending };
}
