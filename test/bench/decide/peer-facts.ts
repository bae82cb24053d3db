import type { Credential } from "#app/domain/law/actor-input.ts";
import { localDay, localTime, parseInstant } from "#app/domain/law/calendar/zones.ts";
import { type Hold, isKnown } from "#app/domain/law/facts.ts";
import { dayOfEvent, hasAny, type Indexed, walkBack } from "#app/domain/law/history.ts";
import type { DecisionInput } from "#app/domain/law/set-scene.ts";

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
export const agencyKinds: readonly string[] = ["agency", "agency_licensed", "agency_employee"];
const contacts = ["call", "email", "sms", "letter", "visit"];
const uncounted = new Set(["busy", "not_connected", "not_in_service"]);

/** What the peers' rules read: plain values where they are at hand; functions where only a rule that needs the value should pay for it. */
export function factsFor({ facts, history, action, actor, at }: DecisionInput) {
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

export type PeerFacts = ReturnType<typeof factsFor>;
