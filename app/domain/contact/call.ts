import type { ActionInput } from "#app/domain/law/action-input.ts";
import { dayOf } from "#app/domain/law/calendar/civil.ts";
import { startOfDay } from "#app/domain/law/calendar/zones.ts";
import type { HistoryEvent } from "#app/domain/law/facts.ts";
import type { Decision, Finding } from "#app/domain/law/types.ts";
import { historyEventsOf } from "#app/domain/timeline/facts.ts";
import { type Court, type JudgedAct, judge } from "#app/domain/timeline/judge.ts";
import { dateIn, timeIn } from "#app/domain/timeline/local-time.ts";
import type { Said } from "./call-scripts.data.ts";
import { decideContact, ofCarrier } from "./gate.ts";

const quarterMs = 15 * 60_000;
const weekMs = 7 * 86_400_000;
/** As many calls as anybody would make in a day: where no cap is met by then, none is told. */
const mostCalls = 10;

type Beside = { elsewhere: readonly HistoryEvent[]; zone: string };

export type CallOutlook = {
  decision: Decision;
  /** When the hours of the day leave a call open, at the debtor's place; the end is the first moment that is closed. */
  hours: { from: string; to: string }[];
  /** Calls to the debtor in the last seven days, by every collector there was. */
  used: number;
  /** How many calls that nobody answers are open now; null where no cap is near. */
  left: number | null;
};

const refuses = (key: string) => (finding: Finding) =>
  finding.effect !== "warn" && finding.message.key === key;

/** What a call now meets: the law's answer, the hours of the debtor's day, and what of the caps is used and left. Asked of the packs, never of a table. */
export function callOutlook(court: Court, act: JudgedAct, beside: Beside): CallOutlook {
  const calling = { ...beside, channel: "voice" } as const;
  return {
    decision: decideContact(court, act, calling),
    hours: openHours(court, act, beside),
    used: callsIn(court, act.occurredAt),
    left: callsLeft(court, act, beside),
  };
}

function openHours(court: Court, act: JudgedAct, { elsewhere, zone }: Beside): CallOutlook["hours"] {
  const day = dayOf(dateIn(zone, act.occurredAt));
  const [start, end] = [startOfDay(zone, day), startOfDay(zone, day + 1)];
  const isOpen = (at: number) =>
    !ofCarrier(court, { ...act, occurredAt: new Date(at) }, { elsewhere, zone, channel: "voice" }).some(
      refuses("outside_hours"),
    );
  const hours: CallOutlook["hours"] = [];
  let from: number | null = null;
  for (let at = start; at < end; at += quarterMs) {
    const open = isOpen(at);
    if (open && from === null) from = at;
    if (!open && from !== null) {
      hours.push({ from: timeIn(zone, new Date(from)), to: timeIn(zone, new Date(at)) });
      from = null;
    }
  }
  if (from !== null) hours.push({ from: timeIn(zone, new Date(from)), to: "24:00" });
  return hours;
}

const callsIn = ({ events }: Court, now: Date): number =>
  historyEventsOf(events).filter(
    ({ type, direction, startedAt }) =>
      type === "call" && direction !== "in" && Date.parse(startedAt) > now.getTime() - weekMs,
  ).length;

/** Calls are tried in thought, one after another, until a cap stands in the way. */
function callsLeft(court: Court, act: JudgedAct, { elsewhere, zone }: Beside): number | null {
  const tried: HistoryEvent = {
    ...{ type: "call", direction: "out", channel: "voice", recipientRole: "debtor", outcome: "no_answer" },
    ...{ connected: false, debtId: court.caseId, actorId: court.actor.id },
    startedAt: act.occurredAt.toISOString(),
  };
  for (let made = 0; made < mostCalls; made += 1) {
    const before = [...elsewhere, ...Array.from({ length: made }, () => tried)];
    const findings = ofCarrier(court, act, { elsewhere: before, zone, channel: "voice" });
    if (findings.some(refuses("frequency_cap"))) return made;
  }
  return null;
}

/** What was said in a call, or left unsaid, as the law asks about it. */
export const saidAction = (said: Said, done: boolean): Pick<ActionInput, "items" | "record"> =>
  said === "record" ? { record: done } : { items: { [said]: done } };

/** Which disclosures the law of this case refuses a call without. */
export function mustSay(court: Court, act: JudgedAct, candidates: readonly Said[]): Said[] {
  const keysOf = (decision: Decision) =>
    decision.findings.filter(({ effect }) => effect !== "warn").map(({ rule, part }) => `${rule} ${part}`);
  const had = new Set(keysOf(judge(court, act)));
  return candidates.filter((said) => {
    const action = { ...act.action, ...saidAction(said, false) };
    return keysOf(judge(court, { ...act, action })).some((key) => !had.has(key));
  });
}
