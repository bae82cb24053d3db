import type { HoldType } from "#app/domain/law/facts.ts";
import type { Row } from "#app/domain/law/pack.ts";
import {
  amicable,
  commercial,
  contactAttempts,
  escalation,
  filings,
  lawyers,
  messages,
  outbound,
  titled,
} from "#app/domain/law/packs/acts.ts";

type PolicyRow = Omit<Row, "force" | "confidence" | "source"> & { provision: string };

/** The platform's own rules hold for every date the engine can be asked about. */
const policy = ({ provision, ...row }: PolicyRow): Row => ({
  ...row,
  force: "POL",
  confidence: "high",
  source: { cite: `Rung platform policy: ${provision}`, effective: "1970-01-01" },
});

const waits = (demandFirst: boolean): readonly Row[] => [
  policy({
    id: "POL-LADDER-01",
    provision: "reminder from the day after the due date",
    appliesTo: ["reminder"],
    when: amicable,
    guard: { kind: "named", name: "dueOrDemanded" },
    message: "waiting_period",
    unblock: ["wait"],
  }),
  policy({
    id: "POL-LADDER-01",
    part: "contact",
    provision: "no collection of a debt that is not overdue",
    appliesTo: [...messages, "demand_payment", "lawyer_letter"],
    when: { all: [amicable, { known: "debt.dueDate" }] },
    guard: { kind: "named", name: "dueOrDemanded" },
    message: "waiting_period",
    unblock: ["wait"],
  }),
  policy({
    id: "POL-LADDER-02",
    provision: "first contact 3 days after the reminder",
    appliesTo: messages,
    when: { all: [amicable, { not: { happened: contactAttempts } }] },
    guard: {
      kind: "wait",
      after: {
        facts: ["notices.remindersOn"],
        events: { types: ["reminder"], direction: "out" },
        pick: "first",
        asks: "notices.remindersOn",
      },
      days: 3,
      orElse: "require",
      reason: "law.wait.reminder",
    },
    message: "waiting_period",
    unblock: ["send_reminder", "wait"],
    cadence: true,
  }),
  policy({
    id: "POL-LADDER-03",
    part: "wait",
    provision: "formal demand 7 days after the first contact attempt",
    appliesTo: ["demand_payment"],
    when: demandFirst ? { all: [amicable, { known: "debt.dueDate" }] } : amicable,
    guard: {
      kind: "wait",
      after: { events: contactAttempts, pick: "first", asks: "history.contact" },
      days: 7,
      orElse: "require",
      reason: "law.wait.contact",
    },
    message: "waiting_period",
    unblock: ["contact_debtor", "wait"],
    cadence: true,
  }),
  policy({
    id: "POL-LADDER-03",
    part: "documents",
    provision: "formal demand with an itemised account and one primary document",
    appliesTo: ["demand_payment"],
    when: amicable,
    guard: {
      kind: "need",
      all: [
        { that: { known: "documents.itemisedAccountId" }, asks: "documents.itemisedAccountId" },
        { that: { known: "documents.primaryDocumentId" }, asks: "documents.primaryDocumentId" },
      ],
    },
    message: "mandatory_notice_missing",
    unblock: ["add_itemised_account", "add_primary_document"],
    cadence: true,
  }),
  policy({
    id: "POL-LADDER-04",
    part: "wait",
    provision: "lawyer's letter 7 days after the formal demand",
    appliesTo: ["lawyer_letter"],
    when: amicable,
    guard: {
      kind: "wait",
      after: {
        facts: ["notices.demandDeliveredOn"],
        events: { types: ["demand_payment"], direction: "out" },
        pick: "first",
        asks: "notices.demandDeliveredOn",
      },
      days: 7,
      orElse: "require",
      reason: "law.wait.demand",
    },
    message: "waiting_period",
    unblock: ["send_demand", "wait"],
    cadence: true,
  }),
  policy({
    id: "POL-LADDER-04",
    part: "lawyer",
    provision: "a lawyer's letter comes from a lawyer",
    appliesTo: ["lawyer_letter"],
    guard: { kind: "need", all: [{ that: lawyers, asks: "actor.kind" }] },
    message: "lawyer_only",
    unblock: ["engage_lawyer"],
  }),
  policy({
    id: "POL-LADDER-05",
    provision: "mediation after the formal demand",
    appliesTo: ["mediation"],
    when: { not: titled },
    guard: {
      kind: "order",
      after: ["demand_payment"],
      direction: "out",
      orFacts: ["notices.demandDeliveredOn"],
      asks: "formal_demand",
    },
    message: "step_missing",
    unblock: ["send_demand"],
    cadence: true,
  }),
  policy({
    id: "POL-LADDER-06",
    provision: "no filing before 14 days to answer have passed",
    appliesTo: filings,
    when: { not: titled },
    guard: { kind: "named", name: "answerTimeOver" },
    message: "waiting_period",
    unblock: ["send_demand", "wait"],
    cadence: true,
  }),
  policy({
    id: "POL-LADDER-09",
    provision: "enforcement starts from a judgment or another title",
    appliesTo: ["apply_enforcement"],
    guard: {
      kind: "order",
      after: ["judgment", "title_recorded"],
      orFacts: ["effectiveInstrument"],
      asks: "judgment",
    },
    message: "step_missing",
    unblock: ["record_title"],
  }),
  policy({
    id: "POL-LADDER-09",
    part: "filing",
    provision: "no second filing once there is a judgment or another title",
    appliesTo: [...filings, "enforcement_order_application"],
    when: titled,
    guard: { kind: "never" },
    message: "title_exists",
    unblock: ["apply_enforcement"],
  }),
];

const timeBarred = { provision: "no filing and no threat of one on a claim that appears time-barred" };

const bars: readonly Row[] = [
  policy({
    id: "POL-LADDER-07",
    part: "file",
    ...timeBarred,
    appliesTo: filings,
    when: { not: titled },
    guard: { kind: "named", name: "notTimeBarred" },
    message: "time_barred",
    unblock: ["lawyer_statement"],
    bars: true,
  }),
  policy({
    id: "POL-LADDER-07",
    part: "demand",
    ...timeBarred,
    appliesTo: ["demand_payment", "lawyer_letter"],
    when: { all: [{ not: titled }, { fact: "action.threatensSuit", in: [true] }] },
    guard: { kind: "named", name: "notTimeBarred" },
    message: "time_barred",
    unblock: ["lawyer_statement", "leave_out_threat"],
  }),
  policy({
    id: "POL-LADDER-07",
    part: "message",
    ...timeBarred,
    appliesTo: ["reminder", ...messages, "mediation", "validation_notice", "send_template"],
    when: { all: [{ not: titled }, { fact: "action.threatensSuit", in: [true], absentMeansNo: true }] },
    guard: { kind: "named", name: "notTimeBarred" },
    message: "time_barred",
    unblock: ["lawyer_statement", "leave_out_threat"],
  }),
];

const businessContact: readonly Row[] = [
  policy({
    id: "POL-LADDER-08",
    part: "hours",
    provision: "businesses are contacted Monday to Friday, 08:00 to 18:00 at their place",
    appliesTo: outbound,
    when: commercial,
    guard: { kind: "window", from: "08:00", to: "18:00", weekdays: [1, 2, 3, 4, 5] },
    message: "outside_hours",
    unblock: ["wait"],
  }),
  policy({
    id: "POL-LADDER-08",
    part: "calls",
    provision: "at most 2 connected calls a week to a business",
    appliesTo: ["call"],
    when: commercial,
    guard: {
      kind: "counter",
      counts: { types: ["call"], direction: "out", connected: true },
      limit: 2,
      days: 7,
      window: "law.window.week",
    },
    message: "frequency_cap",
    unblock: ["wait"],
  }),
  policy({
    id: "POL-LADDER-08",
    part: "visit",
    provision: "no visit to a home for a business debt",
    appliesTo: ["visit"],
    when: { all: [commercial, { not: { fact: "action.place", in: ["business_premises"] } }] },
    guard: { kind: "never" },
    message: "no_visit",
    unblock: ["other_channel"],
  }),
];

/** For countries of several zones; where one zone holds everywhere, the pack itself knows it. */
export const localTimeRow: Row = policy({
  id: "X-02",
  provision: "no contact without the debtor's local time",
  appliesTo: outbound,
  guard: { kind: "known_zone" },
  message: "fact_unknown",
  unblock: ["add_residence"],
});

/** Acts whose words reach the debtor. */
const texts = [
  ...outbound,
  "mediation",
  "validation_notice",
  "notice_of_intention",
  "statutory_demand",
  "send_template",
] as const;

const pauses = [
  "complaint",
  "settlement_talks",
  "hardship",
  "breathing_space",
  "validation",
  "incapacity",
] as const satisfies HoldType[];

const invariants = (ownHolds: readonly HoldType[]): readonly Row[] => [
  policy({
    id: "X-04",
    provision: "a pause stops collection and escalation, never answers, notices and payments",
    appliesTo: [...outbound, ...escalation],
    guard: { kind: "hold", types: pauses.filter((type) => !ownHolds.includes(type)) },
    message: "hold_active",
    unblock: ["end_hold"],
  }),
  policy({
    id: "X-05",
    provision: "no threat of a step that could not be taken",
    appliesTo: texts,
    when: {
      any: [
        { known: "action.threatens" },
        { known: "action.threatenedSteps" },
        { fact: "action.threatensSuit", in: [true], absentMeansNo: true },
      ],
    },
    guard: { kind: "named", name: "threatIsLawful" },
    message: "threat",
    unblock: ["leave_out_threat"],
  }),
  policy({
    id: "X-05",
    part: "conduct",
    provision:
      "no text that poses as an authority, threatens arrest or a blacklist, insults, shames or involves others",
    appliesTo: texts,
    guard: { kind: "named", name: "textIsFit" },
    message: "text_unfit",
    unblock: ["rewrite_text"],
  }),
  policy({
    id: "X-05",
    part: "review",
    provision: "a text that may be meant as a threat or as pressure is read by a person first",
    appliesTo: texts,
    guard: { kind: "named", name: "textIsReviewed" },
    message: "text_review",
    unblock: ["rewrite_text", "ask_text_review"],
  }),
];

/**
 * Applies in every pack to every debt, where no row of law is stricter.
 *
 * @param ownHolds pauses of which the pack's own rows speak, with an end or an exception of their own
 * @param demandFirst a debt without an agreed date is demanded first (CN-ESC-02), so that no contact comes before it
 */
export const policyRows = ({
  demandFirst,
  ownHolds = [],
}: {
  demandFirst: boolean;
  ownHolds?: readonly HoldType[];
}): readonly Row[] => [...waits(demandFirst), ...bars, ...businessContact, ...invariants(ownHolds)];
