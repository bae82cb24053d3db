import { actorOf, type Credential } from "#app/domain/law/actor-input.ts";
import { type Pack, packIds, type Row, rowKey } from "#app/domain/law/pack.ts";
import type { ActionType, Finding } from "#app/domain/law/types.ts";
import type { TimelineEvent } from "./events.ts";
import { type Court, judge } from "./judge.ts";

/** One act of the past, with all that its case's log held before it. */
export type PastAct = {
  event: TimelineEvent;
  before: readonly TimelineEvent[];
  /** The actor's credentials as they stood then; null where that is no longer known. */
  credentials: Credential[] | null;
};

/** A finding that both laws have, with another first lawful moment. */
export type Moved = { was: Finding; now: Finding };

export type Difference = {
  caseId: string;
  seq: number;
  act: ActionType;
  /** The moment the act was decided for. */
  at: Date;
  allowedThen: boolean;
  allowedNow: boolean;
  appeared: Finding[];
  vanished: Finding[];
  moved: Moved[];
};

/** `untold`: the log of that time does not hold what the law asked about the act, so it cannot be judged again. */
export type Rejudged =
  | { kind: "same"; kept: boolean }
  | { kind: "different"; kept: boolean; difference: Difference }
  | { kind: "untold" };

/**
 * Judges a recorded step or a blocked attempt again under another law, at its own moment, on the log before it. Findings that rest
 * on what is no longer known (credentials of then, words that were not kept) stay as they were recorded: `kept`.
 */
export function rejudge(
  { event, before, credentials }: PastAct,
  { pack, packOf, production }: Pick<Court, "pack" | "packOf" | "production">,
): Rejudged {
  const { payload, decision: then } = event;
  if (!payload.action) return { kind: "untold" };
  const at = momentOf(event);
  const type: ActionType = (payload.attempted ?? event.type) as ActionType;
  const found = judge(
    {
      pack,
      packOf,
      caseId: event.caseId,
      stage: event.stageBefore,
      events: before,
      actor: actorOf(
        { id: event.actorOrgId ?? undefined, kind: payload.actorKind ?? null, credentials },
        event.recordedAt,
      ),
      production,
      now: event.recordedAt,
    },
    { type, occurredAt: at, action: payload.action, act: payload.act, facts: payload.facts },
  );
  const isLost = lostTo({ credentials, words: payload.action.textReviewed !== undefined }, [
    pack,
    ...packIds.flatMap((id) => packOf(id) ?? []),
  ]);
  const kept = then.findings.filter(isLost);
  const now = [...found.findings.filter((each) => !isLost(each)), ...kept];
  const difference: Difference = {
    caseId: event.caseId,
    seq: event.seq,
    act: type,
    at,
    allowedThen: then.allowed,
    allowedNow: now.every(({ effect }) => effect === "warn"),
    ...compare(then.findings, now),
  };
  const differs = difference.allowedThen !== difference.allowedNow || hasAny(difference);
  const rests = kept.length > 0;
  return differs ? { kind: "different", kept: rests, difference } : { kind: "same", kept: rests };
}

/** An attempt is written when it was tried; the law was asked for the moment it names. */
function momentOf({ type, occurredAt, payload }: TimelineEvent): Date {
  const named = type === "attempt_blocked" ? payload.act?.startedAt : undefined;
  return named ? new Date(named) : occurredAt;
}

const hasAny = ({ appeared, vanished, moved }: Difference) =>
  appeared.length + vanished.length + moved.length > 0;

const readsNumbers: ReadonlySet<string> = new Set([
  "lawyerNumberValid",
  "firmNumberValid",
  "registerNumberFits",
]);
const readsWords: ReadonlySet<string> = new Set(["textIsFit", "textIsReviewed"]);

/** Whether a row asks for a fact whose name begins so. */
const asksFor = ({ when, guard }: Row, path: string) => JSON.stringify([when, guard]).includes(`"${path}`);
const restsOnCredentials = (row: Row) =>
  row.guard.kind === "credential" ||
  (row.guard.kind === "named" && readsNumbers.has(row.guard.name)) ||
  asksFor(row, "actor.credentials") ||
  asksFor(row, "actor.fcaDebtCollecting");
const restsOnWords = (row: Row) =>
  (row.guard.kind === "named" && readsWords.has(row.guard.name)) || asksFor(row, "action.text");

type Resting = Record<"credentials" | "words", readonly string[]>;
const resting = new WeakMap<readonly Row[], Resting>();

/** The keys of a pack's rows that rest on what a log may not hold. */
function restingIn({ rows }: Pack): Resting {
  const known = resting.get(rows) ?? {
    credentials: rows.filter(restsOnCredentials).map(rowKey),
    words: rows.filter(restsOnWords).map(rowKey),
  };
  resting.set(rows, known);
  return known;
}

type Known = { credentials: Credential[] | null; words: boolean };

/** Whether a finding is of a row that asks for what is not known any more; other parts of the same rule are judged again. */
function lostTo({ credentials, words }: Known, packs: readonly Pack[]): (finding: Finding) => boolean {
  const keys = new Set(
    packs
      .map(restingIn)
      .flatMap((rests) => [...(credentials ? [] : rests.credentials), ...(words ? rests.words : [])]),
  );
  return ({ rule, part }) => keys.has(rowKey({ id: rule, part }));
}

const sameness = ({ rule, part, effect, message }: Finding) =>
  `${rowKey({ id: rule, part })} ${effect} ${message.key}`;

/** What one list of findings has and the other lacks; equal ones are matched one to one. */
function compare(then: readonly Finding[], now: readonly Finding[]) {
  const left = [...then];
  const appeared: Finding[] = [];
  const moved: Moved[] = [];
  for (const finding of now) {
    const at = left.findIndex((each) => sameness(each) === sameness(finding));
    if (at < 0) appeared.push(finding);
    else {
      const [before] = left.splice(at, 1);
      if (before.earliest !== finding.earliest) moved.push({ was: before, now: finding });
    }
  }
  return { appeared, vanished: left, moved };
}

/** How many acts another law would have decided in which way. */
export type SimulationCounts = {
  acts: number;
  nowBlocked: number;
  nowAllowed: number;
  otherReasons: number;
  untold: number;
  kept: number;
};

export function countsOf(judged: readonly Rejudged[]): SimulationCounts {
  const counts = { acts: judged.length, nowBlocked: 0, nowAllowed: 0, otherReasons: 0, untold: 0, kept: 0 };
  for (const each of judged) {
    if (each.kind === "untold") counts.untold += 1;
    else if (each.kept) counts.kept += 1;
    if (each.kind !== "different") continue;
    const { allowedThen, allowedNow } = each.difference;
    if (allowedThen === allowedNow) counts.otherReasons += 1;
    else if (allowedNow) counts.nowAllowed += 1;
    else counts.nowBlocked += 1;
  }
  return counts;
}
