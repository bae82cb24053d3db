import { packOfCase } from "#app/domain/cases/case-pack.ts";
import { historyOf } from "#app/domain/law/history.ts";
import { attemptsAt, mustChange, standingSetOff } from "#app/domain/ledger/case-money.ts";
import type { Leg } from "#app/domain/ledger/legs.ts";
import {
  type OwedName,
  type OwedState,
  owedLegs,
  owedNamesInBooks,
  owedWhen,
} from "#app/domain/ledger/owed.ts";
import { paymentsReceived } from "#app/domain/ledger/payments-received.ts";
import { dueKey, setOffKey, setOffLegs } from "#app/domain/ledger/reports.ts";
import { type SetOffs, setOffs } from "#app/domain/ledger/set-off.ts";
import type { TimelineEvent } from "#app/domain/timeline/events.ts";
import { factsOf, historyEventsOf, withReminders } from "#app/domain/timeline/facts.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import { advancesDueOn, courtCostsOf } from "#app/use-cases/advances-of.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { feeSoFar } from "#app/use-cases/fee-so-far.server.ts";
import { keepOverpaid } from "#app/use-cases/keep-overpaid.server.ts";
import { keepReceipts } from "#app/use-cases/keep-receipts.server.ts";
import { keepSatisfaction } from "#app/use-cases/keep-satisfaction.server.ts";
import type { Reader, Tx } from "#db/client.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { lawBook } from "#db/queries/law.ts";
import { balanceOf, postCause, reverseCause, transfersAbout } from "#db/queries/ledger.ts";
import { eventsOf } from "#db/queries/timeline.ts";

/** A case as the names of its accounts need it. */
export const bookOf = ({ caseId, creditorOrgId, collectorOrgId, answers }: CaseRow) => ({
  ...{ caseId, creditorOrgId, collectorOrgId },
  currency: answers.claim.currency,
});

type Settling = {
  zone: string;
  /** When what changed happened. */
  at: Date;
  /** The key of what changed: each changes what is due once. */
  trigger: string;
  /** What was paid of the fee or of the charge with it, less what went back; in the claim's currency. */
  paid?: Partial<Record<OwedName, bigint>>;
};

/**
 * Brings a case's obligations to what its log and its law now make of them: the set-off of every payment by the order of the law, the
 * fee and the platform's charge. The caller holds the case and has booked and recorded what changed. A payment that is learned of late
 * changes the set-off of those after it: theirs is reversed and made anew.
 */
export async function settleCase(tx: Tx, ctx: Ctx, kase: CaseRow, settling: Settling): Promise<SetOffs> {
  const { zone, trigger, at, paid = {} } = settling;
  const { found, events } = await setOffsOf(tx, kase, { zone });
  const post = poster(tx, ctx, { caseId: kase.caseId, zone });
  await keepSetOffs(tx, ctx, { kase, zone, found, events, post });
  const { owed, charge } = await feeSoFar(tx, kase, { found, events });
  const due = { fee: owed, charge, advance: await advancesDueOn(tx, kase) };
  for (const name of owedNamesInBooks) {
    const from = await owedState(tx, kase, name);
    const sum = { due: BigInt(due[name]), reported: from.reported };
    const to = owedWhen({ ...sum, paid: from.settled + from.over + (paid[name] ?? 0n) });
    await post(dueKey(name, trigger), at, owedLegs(bookOf(kase), name, { from, to }));
    await keepOverpaid(tx, ctx, bookOf(kase), { name, over: to.over });
  }
  await keepPapers(tx, ctx, kase, { zone, found, events });
  return found;
}

type Papered = Pick<Keeping, "zone" | "found" | "events">;

/** Brings what the debtor is given to what the payments are now: their receipts, and the letter that nothing more is owed. */
export async function keepPapers(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  { zone, ...payments }: Papered,
): Promise<void> {
  await keepReceipts(tx, ctx, kase, payments);
  const { found } = await setOffsOf(tx, kase, { zone, until: dateIn(zone, ctx.now) });
  await keepSatisfaction(tx, ctx, kase, { zone, found });
}

type Keeping = {
  kase: CaseRow;
  zone: string;
  found: SetOffs;
  events: Map<string, TimelineEvent>;
  post: ReturnType<typeof poster>;
};

async function keepSetOffs(
  tx: Tx,
  { now }: Ctx,
  { kase, zone, found, events, post }: Keeping,
): Promise<void> {
  const moved = await transfersAbout(tx, kase.caseId);
  const wanted = new Map(found.payments.map(({ id, setOff }) => [id, setOffLegs(bookOf(kase), setOff)]));
  for (const [id, event] of events) {
    const legs = wanted.get(id) ?? [];
    const standing = standingSetOff(moved, id);
    if (!mustChange(standing?.legs ?? null, legs)) continue;
    const at = event.occurredAt;
    if (standing) {
      const reversed = setOffKey(id, standing.attempt);
      const cause = { caseId: kase.caseId, at, effectiveOn: dateIn(zone, at), now, reversed };
      const done = await reverseCause(tx, cause);
      if (!done.ok) throw new Error(`${reversed} was not reversed: ${done.error.kind}`);
    }
    await post(setOffKey(id, attemptsAt(moved, id) + 1), at, legs);
  }
}

/** Books what cannot be refused: an overdraft or a second meaning of a key is a bug here. What changes nothing is not booked. */
export function poster(
  tx: Tx,
  { now }: Pick<Ctx, "now">,
  { caseId, zone }: { caseId: string; zone: string },
) {
  return async (key: string, at: Date, legs: Leg[]) => {
    if (legs.length === 0) return;
    const posted = await postCause(tx, { key, caseId, at, effectiveOn: dateIn(zone, at), now }, legs);
    if (!posted.ok) throw new Error(`${key} was not booked: ${posted.error.kind}`);
  };
}

async function owedState(tx: Tx, kase: CaseRow, name: OwedName): Promise<OwedState> {
  const { caseId, currency } = bookOf(kase);
  const held = (state: keyof OwedState) =>
    balanceOf(tx, { kind: `${name}_${state}`, bookId: caseId }, currency);
  return {
    owed: await held("owed"),
    reported: await held("reported"),
    settled: await held("settled"),
    over: await held("over"),
  };
}

/** All payments of a case set off as the law in force has it, with the debt brought to a day's end, and the events they are known by. */
export async function setOffsOf(
  reader: Reader,
  kase: CaseRow,
  { zone, until }: { zone: string; until?: string },
) {
  const log = await eventsOf(reader, kase.caseId);
  const { payments, events } = paymentsReceived(log, zone);
  const acts = historyEventsOf(log);
  const found = setOffs({
    jurisdiction: kase.jurisdiction,
    answers: kase.answers,
    known: withReminders(factsOf(log), acts, zone),
    holds: historyOf(acts).holds,
    series: packOfCase(await lawBook(reader), kase).series,
    payments,
    courtCosts: await courtCostsOf(reader, kase),
    until,
  });
  return { found, events };
}
