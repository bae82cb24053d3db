import { type Facts, type HistoryEvent, isKnown } from "#app/domain/law/facts.ts";
import { recordTypes, stepTypes } from "#app/domain/law/types.ts";
import type { TimelineEvent } from "./events.ts";
import { dateIn } from "./local-time.ts";

/** What is known about a case: the facts its events brought, the later over the earlier. Pure replay, no other source. */
export function factsOf(events: readonly Pick<TimelineEvent, "payload">[]): Facts {
  return events.reduce<Facts>(
    (known, { payload }) => (payload.facts ? merge(known, payload.facts) : known),
    {},
  );
}

const lawful = new Set<string>([...stepTypes, ...recordTypes, "engaged"]);

/** What a later entry says never reached anybody: it was no contact, and no notice was given by it. */
function undeliveredIn(events: readonly TimelineEvent[]): Set<unknown> {
  return new Set(events.flatMap(({ payload }) => payload.refs?.undelivered ?? []));
}

/** The acts and records the law counts and waits for, oldest first. Refused attempts are none. */
export function historyEventsOf(events: readonly TimelineEvent[]): HistoryEvent[] {
  const undelivered = undeliveredIn(events);
  return events
    .filter(({ type, id }) => lawful.has(type) && !undelivered.has(id))
    .map(({ type, occurredAt, actorOrgId, caseId, payload }) => ({
      startedAt: occurredAt.toISOString(),
      actorId: actorOrgId ?? undefined,
      actorKind: payload.actorKind,
      debtId: caseId,
      evidenceId: payload.evidenceIds?.[0],
      ...payload.act,
      type: type as HistoryEvent["type"],
    }))
    .sort((a, b) => (a.startedAt < b.startedAt ? -1 : a.startedAt > b.startedAt ? 1 : 0));
}

/** Steps that remind the debtor of what is due. */
const reminders = ["reminder", "demand_payment", "lawyer_letter"] as const;

/** The facts with the civil days on which the debtor was reminded on record beside those the creditor stated. */
export function withReminders(facts: Facts, events: readonly HistoryEvent[], zone: string): Facts {
  const stated = facts.notices?.remindersOn;
  const recorded = events
    .filter(({ type }) => reminders.some((each) => each === type))
    .map(({ startedAt }) => dateIn(zone, new Date(startedAt)));
  return {
    ...facts,
    notices: { ...facts.notices, remindersOn: [...(isKnown(stated) ? stated : []), ...recorded] },
  };
}

type Tree = Record<string, unknown>;
const isTree = (value: unknown): value is Tree =>
  value !== null && typeof value === "object" && !Array.isArray(value);

/** Objects merge member by member; anything else, lists included, is replaced. */
function merge<T extends object>(base: T, over: T): T {
  const result = { ...base } as Tree;
  for (const [key, value] of Object.entries(over)) {
    const before = result[key];
    result[key] = isTree(before) && isTree(value) ? merge(before, value) : value;
  }
  return result as T;
}

/** What an entry is called: one that tells what became of a message adds no fact. */
export function titleTypeOf({ type, payload: { refs } }: Pick<TimelineEvent, "type" | "payload">): string {
  if (refs?.withheld) return "withheld";
  if (refs?.undelivered) return "undelivered";
  if (refs?.delivered) return "delivered";
  if (refs?.textReply) return "text_reply";
  if (refs?.erased) return "personal_data_erased";
  return refs?.postedLetter ? "posted_letter" : type;
}

/** The fact that an event added, by the law's own name: `notices.orderServedOn`; null for an event that adds none, or several. */
export const addedFact = ({ type, payload }: Pick<TimelineEvent, "type" | "payload">): string | null =>
  type === "fact_added" ? pathOf(payload.facts) : null;

function pathOf(facts: unknown): string | null {
  if (!isTree(facts)) return null;
  const [first, ...others] = Object.entries(facts);
  if (!first || others.length > 0) return null;
  const inner = pathOf(first[1]);
  return inner ? `${first[0]}.${inner}` : first[0];
}
