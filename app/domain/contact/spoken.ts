import type { ActionInput } from "#app/domain/law/action-input.ts";
import { dayOf } from "#app/domain/law/calendar/civil.ts";
import { startOfDay } from "#app/domain/law/calendar/zones.ts";
import type { HistoryEvent } from "#app/domain/law/facts.ts";
import type { Decision, Finding } from "#app/domain/law/types.ts";
import { historyEventsOf } from "#app/domain/timeline/facts.ts";
import { type Court, type JudgedAct, judge } from "#app/domain/timeline/judge.ts";
import { dateIn, timeIn } from "#app/domain/timeline/local-time.ts";
import { carriedAs, decideContact, ofCarrier } from "./gate.ts";
import type { Said } from "./script.ts";

const quarterMs = 15 * 60_000;
const weekMs = 7 * 86_400_000;
/** As many as anybody would make in a day: where no cap is met by then, none is told. */
const most = 10;

/** By phone and at the door: what is said there is said by a person, at a moment of theirs. */
export type SpokenBy = "voice" | "in_person";

/** What comes of it where nobody is reached. */
const inVain = { voice: "no_answer", in_person: "nobody_there" } as const satisfies Record<SpokenBy, string>;

type Beside = { elsewhere: readonly HistoryEvent[]; zone: string; channel: SpokenBy };

export type Outlook = {
  decision: Decision;
  /** When the hours of the day leave it open, at the debtor's place; the end is the first moment that is closed. */
  hours: { from: string; to: string }[];
  /** How many there were in the last seven days, by every collector there was. */
  used: number;
  /** How many that reach nobody are open now; null where no cap is near. */
  left: number | null;
};

const refuses = (key: string) => (finding: Finding) =>
  finding.effect !== "warn" && finding.message.key === key;

/** What a call or a visit meets at its moment: the law's answer, the hours of the debtor's day, and what of the caps is used and left. Asked of the packs, never of a table. */
export function outlookOf(court: Court, act: JudgedAct, beside: Beside): Outlook {
  return {
    decision: decideContact(court, act, beside),
    hours: openHours(court, act, beside),
    used: usedBy(court, act.occurredAt, beside),
    left: leftFor(court, act, beside),
  };
}

function openHours(court: Court, act: JudgedAct, beside: Beside): Outlook["hours"] {
  const { zone } = beside;
  const day = dayOf(dateIn(zone, act.occurredAt));
  const [start, end] = [startOfDay(zone, day), startOfDay(zone, day + 1)];
  const isOpen = (at: number) =>
    !ofCarrier(court, { ...act, occurredAt: new Date(at) }, beside).some(refuses("outside_hours"));
  const hours: Outlook["hours"] = [];
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

const usedBy = ({ events }: Court, at: Date, { channel, elsewhere }: Beside): number =>
  [...historyEventsOf(events), ...elsewhere].filter(
    ({ type, direction, startedAt }) =>
      type === carriedAs[channel] && direction !== "in" && isWithinWeek(Date.parse(startedAt), at),
  ).length;

const isWithinWeek = (ms: number, at: Date) => ms > at.getTime() - weekMs && ms <= at.getTime();

/** They are tried in thought, one after another, until a cap stands in the way. */
function leftFor(court: Court, act: JudgedAct, beside: Beside): number | null {
  const { channel } = beside;
  const tried: HistoryEvent = {
    ...{ type: carriedAs[channel], direction: "out", channel, recipientRole: "debtor" },
    ...{ outcome: inVain[channel], connected: false, debtId: court.caseId, actorId: court.actor.id },
    startedAt: act.occurredAt.toISOString(),
  };
  for (let made = 0; made < most; made += 1) {
    const elsewhere = [...beside.elsewhere, ...Array.from({ length: made }, () => tried)];
    if (ofCarrier(court, act, { ...beside, elsewhere }).some(refuses("frequency_cap"))) return made;
  }
  return null;
}

/** What was said, or left unsaid, as the law asks about it. */
export function saidActions(candidates: readonly Said[], said: readonly Said[]): Partial<ActionInput> {
  const done = (each: Said) => said.includes(each);
  const items = candidates.filter((each) => each !== "record" && each !== "consentToEntry");
  return {
    items: Object.fromEntries(items.map((each) => [each, done(each)])),
    ...(candidates.includes("record") ? { record: done("record") } : {}),
    ...(candidates.includes("consentToEntry") ? { consentToEntry: done("consentToEntry") } : {}),
  };
}

/** Which disclosures the law of this case refuses a call or a visit without. */
export function mustSay(court: Court, act: JudgedAct, candidates: readonly Said[]): Said[] {
  const keysOf = (decision: Decision) =>
    decision.findings.filter(({ effect }) => effect !== "warn").map(({ rule, part }) => `${rule} ${part}`);
  const had = new Set(keysOf(judge(court, act)));
  return candidates.filter((said) => {
    const action = { ...act.action, ...saidActions([said], []) };
    return keysOf(judge(court, { ...act, action })).some((key) => !had.has(key));
  });
}
