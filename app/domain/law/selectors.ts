import { parseInstant } from "#app/domain/law/calendar/zones.ts";
import { dayOfEvent, type Indexed, walkBack } from "#app/domain/law/history.ts";
import type { EventSelector } from "#app/domain/law/pack.ts";
import type { Scene } from "#app/domain/law/scene.ts";

/** A consent given to the collector covers its own day and the six that follow (12 CFR 1006.14(b)(3)(i)). */
const CONSENT_DAYS = 7;
const DAY_MS = 86_400_000;

/** Nothing but types: an index lookup answers it. */
export const isPlain = (selector: EventSelector) => Object.keys(selector).every((key) => key === "types");

/** Somebody on either side was spoken to. */
export const isConversation = ({ event }: Indexed) =>
  event.type === "call" &&
  (event.outcome === "conversation" || (event.outcome === undefined && event.connected === true));

/**
 * Whether a call at that moment lies within the debtor's prior consent: given directly to the collector, at most seven
 * days old counting its own day, not withdrawn, and not used up by a conversation since.
 */
export function underConsent(scene: Scene, ms: number, debtId: string | undefined): boolean {
  if (!scene.history.lanes.has("consent")) return false;
  let covered = false;
  // Of one moment the first named is met first: a refusal told with a consent takes it back, and a call does not use up what was given in it.
  walkBack(scene.history, ["refusal", "cease_contact", "consent", "call"], ms - 1, (item) => {
    if (item.ms < ms - (CONSENT_DAYS + 2) * DAY_MS) return true;
    const { event } = item;
    if (debtId && event.debtId && event.debtId !== debtId) return false;
    if (event.type === "call") return isConversation(item);
    if (event.type !== "consent") return true;
    if (event.givenTo !== undefined && event.givenTo !== "collector") return false;
    if (event.channel !== undefined && event.channel !== "voice") return false;
    const zones = scene.zones.length > 0 ? scene.zones : [scene.zone];
    covered = zones.every((zone) => dayIn(zone, ms) - dayOfEvent(item, zone) < CONSENT_DAYS);
    return true;
  });
  return covered;
}

const dayIn = (zone: string, ms: number) =>
  dayOfEvent({ ms, civil: null, event: { type: "call", startedAt: "" } }, zone);

function isSame(selector: EventSelector, { event }: Indexed, { action, facts }: Scene): boolean {
  if (selector.same === "debt") {
    const asked = action.debtId ?? facts.debt?.id;
    return !asked || !event.debtId || event.debtId === asked;
  }
  if (selector.same === "number") return !action.number || !event.number || event.number === action.number;
  if (selector.same === "contact") return event.contactId === action.contactId;
  return true;
}

/** Whether an event is of the kind that the row counts. What the record does not say counts against the sender. */
export function accepts(selector: EventSelector, item: Indexed, scene: Scene): boolean {
  const { event } = item;
  if (selector.direction === "out" && event.direction === "in") return false;
  if (selector.direction === "in" && event.direction !== "in") return false;
  if (
    selector.outcomes &&
    !(event.outcome ? selector.outcomes.includes(event.outcome) : isConversation(item))
  )
    return false;
  if (selector.notOutcomes && event.outcome && selector.notOutcomes.includes(event.outcome)) return false;
  if (selector.connected !== undefined && isConnected(event) !== selector.connected) return false;
  if (selector.atWork !== undefined && (event.employerAddress === true) !== selector.atWork) return false;
  // What the debtor sends reaches the collector: the debtor is its other side.
  const other = event.direction === "in" ? undefined : event.recipientRole;
  if (selector.recipientRole === "debtor" && other && other !== "debtor") return false;
  if (!isSame(selector, item, scene)) return false;
  return !(selector.withoutConsent && underConsent(scene, item.ms, event.debtId));
}

const unconnected = new Set(["no_answer", "busy", "not_connected", "voicemail"]);

const isConnected = (event: Indexed["event"]) =>
  typeof event.connected === "boolean"
    ? event.connected
    : event.outcome === undefined || !unconnected.has(event.outcome);

/** The moment in milliseconds of a fact that may be an instant or a civil date (then its first moment in UTC). */
export function momentOf(value: unknown): number | null {
  if (typeof value !== "string") return null;
  return parseInstant(value) ?? (/^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : null);
}
