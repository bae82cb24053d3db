import { packOfCase } from "#app/domain/cases/case-pack.ts";
import type { EngagementContents } from "#app/domain/engagements/contents.ts";
import { historyOf } from "#app/domain/law/history.ts";
import { attemptsAt, mustChange, standingSetOff } from "#app/domain/ledger/case-money.ts";
import { feeOwed } from "#app/domain/ledger/fee-owed.ts";
import type { Payee } from "#app/domain/ledger/flows.ts";
import type { Leg } from "#app/domain/ledger/legs.ts";
import {
  feeKey,
  feeLegs,
  paymentLegs,
  reportKey,
  setOffKey,
  setOffLegs,
} from "#app/domain/ledger/reports.ts";
import { type SetOffs, setOffs } from "#app/domain/ledger/set-off.ts";
import { bidderOf } from "#app/domain/tenders/fee-check.ts";
import { legalCap } from "#app/domain/tenders/legal-cap.ts";
import type { TimelineEvent } from "#app/domain/timeline/events.ts";
import { factsOf, historyEventsOf, withReminders } from "#app/domain/timeline/facts.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Reader, Tx } from "#db/client.ts";
import { awardInForce } from "#db/queries/awards.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { engagementFor } from "#db/queries/engagements.ts";
import { lawBook } from "#db/queries/law.ts";
import { balanceOf, type Cause, postCause, reverseCause, transfersAbout } from "#db/queries/ledger.ts";
import { eventsOf } from "#db/queries/timeline.ts";

type Payment = { event: TimelineEvent; payee: Payee; amount: number; zone: string };

/** A case as the names of its accounts need it. */
export const bookOf = ({ caseId, creditorOrgId, collectorOrgId, answers }: CaseRow) => ({
  ...{ caseId, creditorOrgId, collectorOrgId },
  currency: answers.claim.currency,
});

/**
 * Books what the timeline has just recorded: the money, its set-off by the order of the law, and the fee that comes due with it. The
 * caller holds the case. A payment that is learned of late changes the set-off of those after it: theirs is reversed and made anew.
 */
export async function postPayment(tx: Tx, ctx: Ctx, kase: CaseRow, payment: Payment): Promise<void> {
  const { event, payee, amount, zone } = payment;
  const post = poster(tx, ctx, kase, zone);
  await post(reportKey("payment", event.id), event.occurredAt, paymentLegs(bookOf(kase), payee, amount));
  const { found, events } = await setOffsOf(tx, kase, zone);
  const moved = await transfersAbout(tx, kase.caseId);
  for (const { id, setOff } of found.payments) {
    const at = events.get(id)?.occurredAt ?? event.occurredAt;
    const wanted = setOffLegs(bookOf(kase), setOff);
    const standing = standingSetOff(moved, id);
    if (!mustChange(standing?.legs ?? null, wanted)) continue;
    if (standing)
      await unset(tx, ctx, kase, { at, effectiveOn: dateIn(zone, at), key: setOffKey(id, standing.attempt) });
    await post(setOffKey(id, attemptsAt(moved, id) + 1), at, wanted);
  }
  const due = await feeDue(tx, kase, found, events);
  if (due > 0) await post(feeKey(event.id), event.occurredAt, feeLegs(bookOf(kase), due));
}

/** Neither an overdraft nor a second booking can come of what only adds: either is a bug. */
function poster(tx: Tx, { now }: Ctx, { caseId }: CaseRow, zone: string) {
  return async (key: string, at: Date, legs: Leg[]) => {
    const posted = await postCause(tx, { key, caseId, at, effectiveOn: dateIn(zone, at), now }, legs);
    if (!posted.ok) throw new Error(`${key} was not booked: ${posted.error.kind}`);
  };
}

async function unset(
  tx: Tx,
  { now }: Ctx,
  { caseId }: CaseRow,
  { key, ...when }: Pick<Cause, "key" | "at" | "effectiveOn">,
) {
  const done = await reverseCause(tx, { ...when, caseId, now, reversed: key });
  if (!done.ok) throw new Error(`${key} was not reversed: ${done.error.kind}`);
}

/** All payments of a case set off as the law in force has it, and the events they are known by. */
export async function setOffsOf(reader: Reader, kase: CaseRow, zone: string) {
  const log = await eventsOf(reader, kase.caseId);
  const events = new Map(log.filter(({ type }) => type === "payment").map((event) => [event.id, event]));
  const acts = historyEventsOf(log);
  const found = setOffs({
    jurisdiction: kase.jurisdiction,
    answers: kase.answers,
    known: withReminders(factsOf(log), acts, zone),
    holds: historyOf(acts).holds,
    series: packOfCase(await lawBook(reader), kase).series,
    payments: [...events.values()].map(({ id, occurredAt, payload }) => ({
      id,
      on: dateIn(zone, occurredAt),
      amount: Number(payload.refs?.amount ?? 0),
    })),
  });
  return { found, events };
}

/** What of the fee came due beyond what is booked. */
async function feeDue(tx: Tx, kase: CaseRow, found: SetOffs, events: Map<string, TimelineEvent>) {
  const fee = await feeSoFar(tx, kase, found, events);
  const account = { kind: "fee_terms", bookId: kase.caseId } as const;
  return fee ? fee.owed + Number(await balanceOf(tx, account, kase.answers.claim.currency)) : 0;
}

/** The fee on all that was recovered since the mandate came into force; null without one. */
export async function feeSoFar(
  reader: Reader,
  kase: CaseRow,
  { payments }: SetOffs,
  events: Map<string, TimelineEvent>,
) {
  const mandate = await mandateOf(reader, kase.caseId);
  if (!mandate) return null;
  const recovered = payments
    .filter(({ id }) => (events.get(id)?.occurredAt ?? mandate.from) >= mandate.from)
    .reduce((sum, { amount, setOff }) => sum + amount - setOff.over, 0);
  const { terms, scope, collector } = mandate.contents;
  const { principal, currency } = kase.answers.claim;
  const question = { jurisdiction: kase.jurisdiction, currency, recovered, principal, scope };
  const cap = legalCap({ ...question, bidder: bidderOf(collector.kind) });
  const { successBps, fixedFee } = terms;
  return { ...feeOwed(terms, recovered, cap), recovered, successBps, fixedFee };
}

/** The mandate in force and since when; null before both have signed. */
async function mandateOf(
  reader: Reader,
  caseId: string,
): Promise<{ contents: EngagementContents; from: Date } | null> {
  const award = await awardInForce(reader, caseId);
  const paper = award && (await engagementFor(reader, { caseId, awardId: award.id }));
  return paper?.engagedAt ? { contents: JSON.parse(paper.contents), from: paper.engagedAt } : null;
}
