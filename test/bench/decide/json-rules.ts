import { Engine, type TopLevelCondition } from "json-rules-engine";
import type { DecisionInput } from "#app/domain/law/set-scene.ts";
import { agencyKinds, DAY_MS, factsFor, HOUR_MS } from "./peer-facts.ts";

const refuseWhen = (rule: string, conditions: TopLevelCondition) => ({
  name: rule,
  conditions,
  event: { type: "refused", params: { rule } },
});
const covered = { condition: "covered" };
const holdOf = (type: string) => ({ fact: "holds", operator: "contains", value: type });

/**
 * The consumer call rules in the peer's own words: a condition per statute, dynamic facts that its almanac computes once a
 * decision, `covered` shared by reference. The engine is built once.
 */
export function ruleEngine(): Engine {
  const engine = new Engine();
  engine.setCondition("covered", {
    all: [
      { fact: "debtorKind", operator: "notIn", value: ["company", "public"] },
      { fact: "debtPurpose", operator: "in", value: ["consumer", "mixed"] },
    ],
  });
  for (const rule of rules) engine.addRule(rule);
  return engine;
}

const rules = [
  refuseWhen("US-CONTACT-01", {
    all: [
      covered,
      {
        any: [
          { fact: "localTime", operator: "lessThan", value: 8 * HOUR_MS },
          { fact: "localTime", operator: "greaterThanInclusive", value: 21 * HOUR_MS },
        ],
      },
    ],
  }),
  refuseWhen("US-CONTACT-02", {
    all: [covered, { fact: "callsInSevenDays", operator: "greaterThanInclusive", value: 7 }],
  }),
  refuseWhen("US-CONTACT-03", {
    all: [covered, { fact: "daysSinceConversation", operator: "lessThan", value: 7 }],
  }),
  refuseWhen("US-ACTOR-03", {
    all: [
      { fact: "actorKind", operator: "in", value: agencyKinds },
      { fact: "validLicences", operator: "equal", value: 0 },
    ],
  }),
  refuseWhen("X-06", {
    all: [
      { fact: "actorKind", operator: "in", value: agencyKinds },
      { fact: "validLicences", operator: "greaterThan", value: 0 },
      { fact: "msSinceLookUp", operator: "greaterThan", value: 30 * DAY_MS },
    ],
  }),
  refuseWhen("US-ESC-01", {
    all: [
      covered,
      { fact: "validationNoticeSent", operator: "equal", value: false },
      { fact: "daysSinceInitialCommunication", operator: "greaterThan", value: 5 },
    ],
  }),
  refuseWhen("US-ESC-04", { all: [covered, holdOf("dispute")] }),
  refuseWhen("US-HOLD-01", { all: [covered, holdOf("cease_contact")] }),
  refuseWhen("US-HOLD-02", {
    all: [
      covered,
      holdOf("represented"),
      { fact: "recipientRole", operator: "notEqual", value: "debtor_attorney" },
    ],
  }),
  refuseWhen("POL-LADDER-02", {
    all: [
      { fact: "hasTitle", operator: "equal", value: false },
      { fact: "contactedBefore", operator: "equal", value: false },
      { fact: "daysSinceReminder", operator: "lessThan", value: 3 },
    ],
  }),
];

/** Whether the rule engine allows the act: none of its rules fired. */
export const allows = async (engine: Engine, input: DecisionInput) =>
  (await engine.run({ ...factsFor(input) })).events.length === 0;
