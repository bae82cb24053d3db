import { may } from "#app/domain/accounts/access.ts";
import { isClaimCurrency, parseAmount } from "#app/domain/cases/amount.ts";
import { caseMoves } from "#app/domain/cases/moves.ts";
import type { ActionInput } from "#app/domain/law/action-input.ts";
import type { HistoryEvent } from "#app/domain/law/facts.ts";
import type { Decision } from "#app/domain/law/types.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { dateIn, instantAt, timeIn } from "#app/domain/timeline/local-time.ts";
import { isReplay } from "#app/domain/timeline/replay.ts";
import { actionFrom, channelOf, type Words } from "#app/domain/timeline/step-action.ts";
import { type noticeAmounts, type RecordStep, timedSteps } from "#app/domain/timeline/step-forms.ts";
import type { TooMany } from "#app/gateways/rate-limits.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { readUpload, type UploadRefusal } from "#app/use-cases/keep-document.server.ts";
import { keepRefused } from "#app/use-cases/keep-refused.server.ts";
import { numberMark } from "#app/use-cases/number-mark.server.ts";
import { knownProof, type Proof, proofOf } from "#app/use-cases/proof.server.ts";
import { type Act, decideAct, recordEvent } from "#app/use-cases/record-event.server.ts";
import { textHashOf } from "#app/use-cases/text-hash.server.ts";
import type { Tx } from "#db/client.ts";
import { type CaseRow, lockCase, relationTo } from "#db/queries/cases.ts";
import { zoneOf } from "#db/queries/subjects.ts";
import { reviewOfText } from "#db/queries/texts.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { transact } from "#db/transact.ts";

export type StepOutcome = { recorded: true } | { recorded: false; decision: Decision };
export type StepRefusal =
  | { kind: "case-not-found" }
  | { kind: "not-engaged" }
  | { kind: "in-the-future" }
  | { kind: "before-engagement" }
  | { kind: "no-such-time" }
  | { kind: "amount"; field: string }
  | { kind: "proof-needed" }
  | UploadRefusal
  | TooMany;

/**
 * Records a step a collector took, with its date and proof, if the law allowed it at that moment. A step the
 * law refuses is kept as a blocked attempt with every finding, and the creditor is told. The same form sent again
 * at once is answered as before and recorded once.
 */
export async function recordStep(ctx: Ctx, input: RecordStep): Promise<Result<StepOutcome, StepRefusal>> {
  const file = input.proof ? await readUpload(ctx, input.proof) : null;
  if (file && !file.ok) return file;

  return transact<StepOutcome, StepRefusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, input.caseId);
    if (!kase || !may(ctx.actor, "step.record", relationTo(ctx.actor, kase)))
      return err({ kind: "case-not-found" });
    if (!caseMoves[kase.status].close) return err({ kind: "not-engaged" });

    const zone = await zoneOf(tx, kase.caseId);
    const events = await eventsOf(tx, kase.caseId);
    const engagedAt = events.findLast(({ type }) => type === "engaged")?.occurredAt ?? kase.postedAt;
    const occurredAt = momentOf(input, zone, { now: ctx.now, engagedAt });
    if (!occurredAt) return err({ kind: "no-such-time" });
    if (occurredAt > ctx.now) return err({ kind: "in-the-future" });
    if (occurredAt < engagedAt) return err({ kind: "before-engagement" });

    const amounts = noticeAmountsFrom(input, kase.answers.claim.currency);
    if (!amounts.ok) return amounts;
    const { type, note } = input;
    const told = { ...input, number: input.number && numberMark(ctx, kase.caseId, input.number) };
    const proof: Proof = { kind: "notice_proof", file: file?.value, evidenceId: input.evidenceId };
    const known = await knownProof(tx, kase.caseId, proof);
    const payload = {
      act: historyFrom(told),
      evidenceIds: known ? [known] : [],
      ...(input.words ? { refs: { textHash: textHashOf(input.words) } } : {}),
    };
    const telling = { type, occurredAt, payload, by: ctx.actor.userId, now: ctx.now };
    const momentKept = (at: Date) => dateIn(zone, at) + (timedSteps.has(type) ? timeIn(zone, at) : "");
    if (isReplay(events, telling, momentKept)) return ok({ recorded: true });
    const action = actionFrom(told, { amounts: amounts.value, words: await wordsOf(tx, input) });
    return take(tx, ctx, kase, { act: { type, occurredAt, action, payload, note }, proof });
  });
}

/** The law is asked before the proof: what was refused leaves no paper on the case. */
async function take(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  { act, proof }: { act: Act; proof: Proof },
): Promise<Result<StepOutcome, StepRefusal>> {
  const { decision } = await decideAct(tx, ctx, kase, act);
  if (!decision.allowed) return refuse(tx, ctx, kase, act, decision);
  const evidenceId = await proofOf(tx, ctx, kase.caseId, proof);
  if (!evidenceId) return err({ kind: "proof-needed" });
  const recorded = await recordEvent(tx, ctx, kase, {
    ...act,
    payload: { ...act.payload, evidenceIds: [evidenceId] },
  });
  return recorded.ok ? ok({ recorded: true }) : refuse(tx, ctx, kase, act, recorded.error.decision);
}

async function refuse(tx: Tx, ctx: Ctx, kase: CaseRow, act: Act, decision: Decision) {
  const kept = await keepRefused(tx, ctx, kase, { act, decision });
  return kept.ok ? ok<StepOutcome>({ recorded: false, decision: kept.value }) : kept;
}

/**
 * A step whose hour counts needs one: a missing hour is not taken for a lawful one, and this very minute is now, after
 * all that was recorded. Any other happens now when its day is today, and else at noon of its day; on the day of the
 * engagement, not before its signature.
 */
function momentOf(input: RecordStep, zone: string, { now, engagedAt }: { now: Date; engagedAt: Date }) {
  const { occurredOn, occurredTime } = input;
  const isToday = occurredOn === dateIn(zone, now);
  if (timedSteps.has(input.type)) {
    if (isToday && occurredTime === timeIn(zone, now)) return now;
    return occurredTime ? instantAt(zone, occurredOn, occurredTime) : null;
  }
  if (isToday) return now;
  const noon = instantAt(zone, occurredOn);
  return noon && noon < engagedAt && occurredOn === dateIn(zone, engagedAt) ? engagedAt : noon;
}

/** The words that went out, where they are given; the log keeps their hash alone. */
async function wordsOf(tx: Tx, { caseId, type, words }: RecordStep): Promise<Words | undefined> {
  if (!words) return undefined;
  return { words, review: await reviewOfText(tx, { caseId, stepType: type, textHash: textHashOf(words) }) };
}

/** A notice shows zeros, so nothing is an amount here; what was not filled in stays unknown. */
function noticeAmountsFrom({ amounts }: RecordStep, currency: string) {
  if (!amounts || !isClaimCurrency(currency)) return ok(undefined);
  const minor: NonNullable<ActionInput["amounts"]> = {};
  for (const [name, text] of Object.entries(amounts)) {
    const parsed = /^0([.,]0+)?$/.test(text) ? ok(0) : parseAmount(text, currency);
    if (!parsed.ok) return err({ kind: "amount" as const, field: `amounts.${name}` });
    minor[name as (typeof noticeAmounts)[number]] = parsed.value;
  }
  return ok(minor);
}

/** What later decisions count and wait for. */
function historyFrom(input: RecordStep): Partial<HistoryEvent> {
  return {
    direction: "out",
    channel: channelOf[input.type],
    recipientRole: "debtor",
    ...(input.outcome ? { outcome: input.outcome } : {}),
    ...(input.type === "call"
      ? {
          connected: input.outcome === "conversation" || input.outcome === "voicemail",
          voice: "human" as const,
        }
      : {}),
    ...(input.number ? { number: input.number } : {}),
    ...(input.answerBy ? { answerBy: input.answerBy } : {}),
    ...(input.letterDate ? { letterDate: input.letterDate } : {}),
  };
}
