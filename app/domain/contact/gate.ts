import type { ActionInput } from "#app/domain/law/action-input.ts";
import { dayOf } from "#app/domain/law/calendar/civil.ts";
import { startOfDay } from "#app/domain/law/calendar/zones.ts";
import { decideAcross } from "#app/domain/law/decide-across.ts";
import type { HistoryEvent } from "#app/domain/law/facts.ts";
import { historyOf } from "#app/domain/law/history.ts";
import { type Decision, type Finding, type StepType, stepTypes } from "#app/domain/law/types.ts";
import { factsOf, historyEventsOf } from "#app/domain/timeline/facts.ts";
import { type Court, type JudgedAct, judge } from "#app/domain/timeline/judge.ts";
import type { ContactChannel } from "./templates/template.ts";

/** More turns than two readings' waits can need. */
const TURNS = 64;

/** What a row says of the channel itself, whatever goes out by it. */
const ofTheChannel: ReadonlySet<string> = new Set([
  "outside_hours",
  "frequency_cap",
  "basis_missing",
  "work_address",
]);

const isOfTheChannel = ({ message: { key, values } }: Finding) =>
  ofTheChannel.has(key) || (key === "hold_active" && values.hold === "law.hold.channel_optout");

/** What the law calls whatever goes out by a channel, whichever step it is. */
export const carriedAs = {
  email: "email",
  post: "letter",
  sms: "sms",
  voice: "call",
  in_person: "visit",
} as const satisfies Record<ContactChannel | "voice" | "in_person", StepType>;
type Carrier = keyof typeof carriedAs;

const steps = new Set<string>(stepTypes);
const isCarried = (channel: unknown): channel is Carrier =>
  typeof channel === "string" && Object.hasOwn(carriedAs, channel);

/** Whatever step went out by a channel counts as what the channel carries; what is told of it later is no second one. */
const asCarried = (event: HistoryEvent): HistoryEvent =>
  event.direction !== "in" && isCarried(event.channel) && steps.has(event.type)
    ? { ...event, type: carriedAs[event.channel] }
    : event;

/**
 * The rows of the channel: a notice sent by e-mail keeps the hours and the caps of e-mails too, one sent by post those of letters, by text message those of texts, and
 * those caps count what reached the same person about other debts.
 */
export function ofCarrier(court: Court, act: JudgedAct, { elsewhere, channel }: Beside): Finding[] {
  const { pack, packOf, caseId, events, actor } = court;
  const { text: _, ...asked } = act.action ?? {};
  const action: ActionInput = { ...asked, type: carriedAs[channel], debtId: caseId, actorId: actor.id };
  const history = historyOf([...historyEventsOf(events), ...elsewhere].map(asCarried));
  const at = act.occurredAt.toISOString();
  const facts = factsOf([...events, { payload: { facts: act.facts } }]);
  const { findings } = decideAcross({ pack, facts, history, action, actor, at }, packOf);
  return findings.filter(isOfTheChannel);
}

/**
 * A demand that says nothing of limitation is read as if it held out a suit: what the rows say of time then stands, since the words that states
 * prescribe for a claim that is time-barred are in no template.
 */
function ofTime(court: Court, act: JudgedAct): Finding[] {
  const { text: _, ...asked } = act.action ?? {};
  const { findings } = judge(court, { ...act, action: { ...asked, threatensSuit: true } });
  return findings.filter((each) => refuses(each) && each.rule !== threats).map(ofSilence);
}

/** The row of threats itself, which a letter that makes none does not meet. */
const threats = "X-05";

const ofSilence = ({ message: { key, values }, unblockedBy, ...finding }: Finding): Finding => ({
  ...finding,
  message: { key: key === "time_barred" ? "silent_on_time" : key, values },
  unblockedBy: unblockedBy.filter((by) => by !== "leave_out_threat"),
});

const keyOf = ({ rule, part, message }: Finding) => `${rule} ${part} ${message.key}`;
const refuses = ({ effect }: Finding) => effect !== "warn";

type Answer = { decision: Decision; next: number | null };

/** What both readings say at one moment, and the first moment at which each refusal alone would be healed. */
function answerAt(court: Court, act: JudgedAct, beside: Beside): Answer {
  const own = judge(court, act);
  const had = new Set(own.findings.map(keyOf));
  const besides = [...ofCarrier(court, act, beside), ...(beside.silentOnTime ? ofTime(court, act) : [])];
  const more = besides.filter((each) => !had.has(keyOf(each)));
  const refusing = more.filter(refuses);
  const decision = {
    ...own,
    allowed: own.allowed && refusing.length === 0,
    findings: [...own.findings, ...more],
  };
  const earliest = [...(own.allowed ? [] : [own.earliest]), ...refusing.map((each) => each.earliest)];
  const next = earliest.includes(null)
    ? null
    : Math.max(...earliest.map((each) => instantOf(each as string, beside.zone)));
  return { decision, next };
}

/** A civil date begins at the debtor's place. */
const instantOf = (earliest: string, zone: string): number =>
  /^\d{4}-\d{2}-\d{2}$/.test(earliest) ? startOfDay(zone, dayOf(earliest)) : Date.parse(earliest);

/** `elsewhere`: acts of every collector towards the same address, on other cases. */
type Beside = {
  elsewhere: readonly HistoryEvent[];
  zone: string;
  channel: Carrier;
  silentOnTime?: boolean;
};

/**
 * Whether something may go out to the debtor now: the law of the act itself, and the law of the channel it goes by. `earliest` is an
 * instant at which both allow it, or null where time alone brings none.
 */
export function decideContact(court: Court, act: JudgedAct, beside: Beside): Decision {
  const { decision, next } = answerAt(court, act, beside);
  if (decision.allowed) return { ...decision, earliest: null };
  return { ...decision, earliest: firstAfter(next, act.occurredAt.getTime(), { court, act, beside }) };
}

type Asking = { court: Court; act: JudgedAct; beside: Beside };

function firstAfter(from: number | null, now: number, { court, act, beside }: Asking): string | null {
  let at = from;
  let before = now;
  for (let turn = 0; turn < TURNS && at !== null && at > before; turn += 1) {
    const then = answerAt(court, { ...act, occurredAt: new Date(at) }, beside);
    if (then.decision.allowed) return new Date(at).toISOString();
    before = at;
    at = then.next;
  }
  return null;
}
