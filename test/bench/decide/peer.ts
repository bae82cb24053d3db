import { Engine, type TopLevelCondition } from "json-rules-engine";
import type { Credential } from "#app/domain/law/actor-input.ts";
import { localDay, localTime, parseInstant } from "#app/domain/law/calendar/zones.ts";
import { type Hold, isKnown } from "#app/domain/law/facts.ts";
import { dayOfEvent, hasAny, type Indexed, walkBack } from "#app/domain/law/history.ts";
import type { DecisionInput } from "#app/domain/law/set-scene.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const agencyKinds = ["agency", "agency_licensed", "agency_employee"];
const contacts = ["call", "email", "sms", "letter", "visit"];
const uncounted = new Set(["busy", "not_connected", "not_in_service"]);

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
export function peerEngine(): Engine {
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

/** Whether the peer allows the act: none of its rules fired. */
export const allows = async (engine: Engine, input: DecisionInput) =>
  (await engine.run(factsFor(input))).events.length === 0;

/** Plain values where they are at hand; functions where the almanac should ask only if a condition does. */
function factsFor({ facts, history, action, actor, at }: DecisionInput) {
  const now = parseInstant(at) ?? Number.NaN;
  const residence = facts.debtor?.residence;
  const zone = isKnown(residence?.tz) ? residence.tz : "UTC";
  const today = localDay(zone, now);
  const daysSince = (date: unknown) =>
    typeof date === "string" ? today - Date.parse(date) / DAY_MS : Number.NaN;
  const validation = isKnown(facts.notices?.validation) ? facts.notices.validation : null;
  const reminders = isKnown(facts.notices?.remindersOn) ? facts.notices.remindersOn : [];
  const valid = () => validLicences(actor.credentials ?? [], residence?.state, now);
  const latest = (types: readonly string[], days: number, accepts: (item: Indexed) => boolean) => {
    let found = Number.POSITIVE_INFINITY;
    walkBack(history, types, now, (item) => {
      if (item.ms < now - (days + 2) * DAY_MS) return true;
      if (!accepts(item)) return false;
      found = today - dayOfEvent(item, zone);
      return true;
    });
    return found;
  };
  return {
    debtorKind: facts.debtor?.kind,
    debtPurpose: facts.debt?.purpose,
    actorKind: actor.kind,
    recipientRole: action.recipientRole,
    validationNoticeSent: isKnown(validation?.sentOn),
    localTime: () => localTime(zone, now),
    callsInSevenDays: () => {
      let calls = 0;
      walkBack(history, ["call"], now, (item) => {
        if (item.ms < now - 9 * DAY_MS) return true;
        if (today - dayOfEvent(item, zone) < 7 && isCounted(item, action.debtId)) calls += 1;
        return false;
      });
      return calls;
    },
    daysSinceConversation: () =>
      latest(["call"], 7, (item) => item.event.outcome === "conversation" && isCounted(item, action.debtId)),
    validLicences: () => valid().length,
    msSinceLookUp: () => Math.min(...valid().map(({ verifiedAt }) => now - Date.parse(String(verifiedAt)))),
    daysSinceInitialCommunication: () => daysSince(facts.notices?.initialCommunicationOn),
    holds: () =>
      [...(facts.holds ?? []), ...history.holds].flatMap((hold) => (isOpen(hold, now) ? [hold.type] : [])),
    hasTitle: () => hasAny(history, ["title_recorded", "judgment"], now),
    contactedBefore: () => hasAny(history, contacts, now),
    daysSinceReminder: () => daysSince([...reminders].sort()[0]),
  };
}

const isCounted = ({ event }: Indexed, debtId: string | undefined) =>
  event.direction !== "in" &&
  (event.recipientRole ?? "debtor") === "debtor" &&
  (!debtId || !event.debtId || event.debtId === debtId) &&
  !uncounted.has(event.outcome ?? "");

const validLicences = (credentials: readonly Credential[], state: unknown, now: number) =>
  credentials.filter(
    ({ type, territory, status, expiresAt }) =>
      (type === "agency_licence" || type === "licence") &&
      territory === `US-${state}` &&
      status === "active" &&
      (expiresAt === "never" || Date.parse(String(expiresAt)) > now),
  );

const isOpen = ({ startedAt, endsAt }: Hold, now: number) =>
  Date.parse(startedAt) <= now && !(isKnown(endsAt) && Date.parse(endsAt) <= now);
