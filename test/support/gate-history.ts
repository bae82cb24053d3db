import { decideContact } from "#app/domain/contact/gate.ts";
import type { HistoryEvent } from "#app/domain/law/facts.ts";
import type { StepType } from "#app/domain/law/types.ts";
import type { TimelineEvent } from "#app/domain/timeline/events.ts";
import { historyEventsOf } from "#app/domain/timeline/facts.ts";
import { type Court, type JudgedAct, judge } from "#app/domain/timeline/judge.ts";
import { aCourtIn, anAct, places } from "./contact-law.ts";
import { diceOf } from "./dice.ts";
import { known, lets, type OraclePlace, type Went, wallAt } from "./gate-oracle.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const debts = ["D1", "D2", "D3"] as const;
const moments = 8;
/** Where hours open and close somewhere, and the moments beside. */
const edges = [8, 9, 17, 20, 21, 22].flatMap((hour) => [hour * HOUR - 1_000, hour * HOUR, hour * HOUR + 1]);

export type Played = {
  place: OraclePlace;
  went: Went[];
  /** What went out against the law, and what was held although the law let it. */
  violations: string[];
  heldWrongly: string[];
};

/**
 * One history: three collectors of one person's three debts, who write, post and call at random moments, often several at the very same
 * one. Their decisions come one after another, as the locks of the case and of the address order them.
 */
export function playHistory(seed: number): Played {
  const dice = diceOf(seed);
  const names = Object.keys(places) as OraclePlace[];
  const place = names[dice(names.length)];
  const start = known.from + (10 + dice(90)) * DAY;
  const times = Array.from({ length: moments }, () => momentIn(place, start + dice(9) * DAY, dice)).sort(
    (a, b) => a - b,
  );
  const played: Played = { place, went: [], violations: [], heldWrongly: [] };
  const logs = new Map<string, TimelineEvent[]>(debts.map((debt) => [debt, []]));
  for (const at of times) {
    for (let senders = 1 + dice(4); senders > 0; senders -= 1) {
      const by = (["email", "email", "call", "post"] as const)[dice(4)];
      const tried: Went = { at, by, debt: debts[dice(3)], ...(by === "call" && { spoke: dice(2) === 0 }) };
      trySending(played, logs, tried);
    }
  }
  return played;
}

/** Half of them at an edge of somebody's hours, half anywhere in the day. */
function momentIn(place: OraclePlace, day: number, dice: (sides: number) => number): number {
  const wall = dice(2) === 0 ? edges[dice(edges.length)] : dice(86_400) * 1_000;
  return day - (day % DAY) + wall - (wallAt(place, day) - day);
}

function trySending(played: Played, logs: Map<string, TimelineEvent[]>, tried: Went): void {
  const { place, went } = played;
  const allowed = decided(place, logs, tried);
  const lawful = lets(place, tried, went);
  const said = `${place} ${tried.by} on ${tried.debt} at ${new Date(tried.at).toISOString()}`;
  if (allowed && !lawful) played.violations.push(said);
  // Calls are bound by more than caps and hours; what they may not do is not reckoned here.
  if (!allowed && lawful && tried.by !== "call") played.heldWrongly.push(said);
  if (!allowed) return;
  went.push(tried);
  logs.get(tried.debt)?.push(eventOf(tried, actFor(place, tried)));
}

function decided(place: OraclePlace, logs: ReadonlyMap<string, TimelineEvent[]>, tried: Went): boolean {
  const act = actFor(place, tried);
  const court = courtFor(place, logs, tried);
  if (tried.by === "call") return judge(court, act).allowed;
  const elsewhere: HistoryEvent[] = [...logs]
    .filter(([debt]) => debt !== tried.debt)
    .flatMap(([, log]) => historyEventsOf(log));
  const beside = { elsewhere, zone: places[place].zone, channel: tried.by };
  return decideContact(court, act, beside).allowed;
}

function courtFor(place: OraclePlace, logs: ReadonlyMap<string, TimelineEvent[]>, { at, debt }: Went): Court {
  const court = aCourtIn(place, new Date(at).toISOString());
  const [posted] = court.events;
  const notices = { ...posted.payload.facts?.notices, remindersOn: ["2026-01-15"] };
  const { debtor, ...others } = posted.payload.facts ?? {};
  // New York City has a cap of its own; this debtor lives upstate.
  const residence = { ...debtor?.residence, ...(place === "US-NY" && { city: "Albany" }) };
  const facts = { ...others, debtor: { ...debtor, residence }, notices };
  const first: TimelineEvent = { ...posted, caseId: debt, payload: { ...posted.payload, facts } };
  const actor = { ...court.actor, id: firmOf(debt) };
  return { ...court, actor, caseId: debt, events: [first, ...(logs.get(debt) ?? [])] };
}

const firmOf = (debt: string) => `firm of ${debt}`;
const noticeIn = (place: OraclePlace): StepType => (place === "US-NY" ? "validation_notice" : "reminder");

function actFor(place: OraclePlace, { at, by, spoke }: Went): JudgedAct {
  const when = new Date(at).toISOString();
  if (by !== "call") return anAct(place, noticeIn(place), when, by);
  const said = { direction: "out", channel: "voice", recipientRole: "debtor" } as const;
  return {
    type: "call",
    occurredAt: new Date(at),
    action: { ...said, number: "+15550100", voice: "human" },
    act: {
      ...{ ...said, number: "+15550100", voice: "human" },
      ...(spoke ? { connected: true, outcome: "conversation" } : { connected: false, outcome: "no_answer" }),
    },
  };
}

const eventOf = ({ at, debt }: Went, { type, act }: JudgedAct): TimelineEvent =>
  ({
    ...{ id: `${debt}-${at}`, type, caseId: debt, occurredAt: new Date(at), actorOrgId: firmOf(debt) },
    payload: { act, actorKind: "lawyer" },
  }) as Partial<TimelineEvent> as TimelineEvent;
