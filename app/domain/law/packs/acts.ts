import type { LawActionType } from "#app/domain/law/facts.ts";
import type { Condition, EventSelector } from "#app/domain/law/pack.ts";

/** Words that the rows of every pack share. */
export const messages = ["call", "email", "sms", "letter", "visit"] as const satisfies LawActionType[];
export const outbound = [
  "reminder",
  ...messages,
  "demand_payment",
  "lawyer_letter",
] as const satisfies LawActionType[];
export const filings = ["payment_order", "arbitration", "file_suit"] as const satisfies LawActionType[];
export const escalation = [
  "mediation",
  "notice_of_intention",
  "statutory_demand",
  ...filings,
  "enforcement_order_application",
  "default_judgment",
  "apply_enforcement",
  "county_court_warrant",
  "high_court_writ",
  "bureau_report",
] as const satisfies LawActionType[];
export const everyStep = [...outbound, ...escalation] as const satisfies LawActionType[];
/** Taking part in the market: the licence decides here as it does on the ladder. */
export const market = ["bid", "awarded", "engaged"] as const satisfies LawActionType[];

/** Any attempt to reach the debtor, whatever came of it. */
export const contactAttempts: EventSelector = { types: [...messages], direction: "out" };

/** Told to be so, or told not to be so; what is not told is neither. */
export const isTrue = (fact: string): Condition => ({ fact, in: [true], absentMeansNo: true });
export const toldFalse = (fact: string): Condition => ({ fact, in: [false], absentMeansNo: true });

/** A checklist of `action.items`: whether any of it is told, and then all of it is needed. */
export const listed = (items: readonly string[]) => ({
  told: { any: items.map((name): Condition => ({ known: `action.items.${name}` })) } satisfies Condition,
  needs: items.map((name) => ({ that: yes(`action.items.${name}`), asks: `action.items.${name}` })),
});

export const yes = (fact: string): Condition => ({ fact, in: [true] });

/** A title exists: the amicable rungs are behind the case (POL-LADDER-09). */
export const titled: Condition = {
  any: [
    { happened: { types: ["title_recorded", "judgment"] } },
    { fact: "effectiveInstrument", in: [true], absentMeansNo: true },
  ],
};

/** Answers and notices that X-04 keeps open are no steps of the cadence. */
export const isReply: Condition = {
  fact: "action.purpose",
  in: [
    "reply_to_debtor",
    "verification",
    "remedy_notice",
    "termination_notice",
    "mandatory_notice",
    "insolvency_claim",
  ],
  absentMeansNo: true,
};

export const organisation: Condition = { fact: "debtor.kind", in: ["company", "public"] };
export const commercial: Condition = { any: [organisation, { fact: "debt.purpose", in: ["commercial"] }] };

export const lawyers: Condition = { fact: "actor.kind", in: ["lawyer", "law_firm"] };
export const agencies: Condition = {
  fact: "actor.kind",
  in: ["agency", "agency_licensed", "agency_employee"],
};

/** The amicable part of the ladder: no title yet, and a step of the creditor's own, not an answer. */
export const amicable: Condition = { not: { any: [titled, isReply] } };
