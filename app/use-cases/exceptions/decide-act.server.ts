import { personIn } from "#app/domain/accounts/access.ts";
import { reversalKey } from "#app/domain/ledger/legs.ts";
import { answerKey, reportKey } from "#app/domain/ledger/reports.ts";
import { type DecideAct, exceptionKey } from "#app/domain/payments/exceptions.ts";
import { toProviderAmount } from "#app/domain/payments/provider-amount.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import { callProvider } from "#app/use-cases/call-provider.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { recordEvent } from "#app/use-cases/record-event.server.ts";
import { settleCase } from "#app/use-cases/settle-case.server.ts";
import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { type CaseRow, lockCase } from "#db/queries/cases.ts";
import { reverseCause, transfersAbout } from "#db/queries/ledger.ts";
import {
  closeException,
  decideMoneyAct,
  lockMoneyAct,
  type MoneyActRow,
} from "#db/queries/money-exceptions.ts";
import { paymentBy } from "#db/queries/payments.ts";
import { stillPaid } from "#db/queries/provider-movements.ts";
import { zoneOf } from "#db/queries/subjects.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { transact } from "#db/transact.ts";
import { auditOf } from "./propose-act.server.ts";

export type DecideRefusal =
  | { kind: "not-there" }
  | { kind: "decided" }
  /** Four eyes: nobody decides what they proposed. */
  | { kind: "own-proposal" }
  /** The money has been passed on: what came in cannot simply be undone. */
  | { kind: "moved-on" }
  | { kind: "not-possible" };

/** Another admin approves a proposal, and it is carried out, or refuses it. */
export const decideAct = (ctx: Ctx, input: DecideAct): Promise<Result<null, DecideRefusal>> =>
  transact<null, DecideRefusal>(ctx, async (tx) => {
    const person = personIn(ctx.actor, "exception.decide");
    const kase = person && (await lockCase(tx, ctx.actor, input.caseId));
    const row = person && (await lockMoneyAct(tx, { caseId: input.caseId, id: input.actId }));
    if (!person || !row) return err({ kind: "not-there" });
    if (row.status !== "proposed") return err({ kind: "decided" });
    if (row.proposedBy === person.userId) return err({ kind: "own-proposal" });
    const decision = { status: input.verdict, decidedBy: person.userId, decidedAt: ctx.now };
    await decideMoneyAct(tx, row, decision);
    await insertAudit(tx, ctx, auditOf(input.verdict, row.caseId, { act: row.act, actId: row.id }));
    return input.verdict === "approved" ? carryOut(tx, ctx, { row, kase }) : ok(null);
  });

type Approved = { row: MoneyActRow; kase: CaseRow | null };

async function carryOut(tx: Tx, ctx: Ctx, { row, kase }: Approved): Promise<Result<null, DecideRefusal>> {
  switch (row.act) {
    case "reversal":
      return kase && row.subject
        ? reverseReport(tx, ctx, { kase, subject: row.subject })
        : err({ kind: "not-possible" });
    case "refund":
      return payBack(tx, ctx, row);
    case "answer_dispute":
      return tellProvider(tx, ctx, row, {
        operation: "dispute.answer",
        request: { dispute: row.subject, evidence: { uncategorized_text: row.reason }, submit: true },
      });
    case "concede_dispute":
      return tellProvider(tx, ctx, row, { operation: "dispute.concede", request: { dispute: row.subject } });
  }
}

/** Has the provider pay back from the account that was paid; where it is empty, the refund waits at the provider. */
async function payBack(tx: Tx, ctx: Ctx, row: MoneyActRow): Promise<Result<null, DecideRefusal>> {
  const payment = row.paymentId ? await paymentBy(tx, row.caseId, row.paymentId) : null;
  const amount = payment && row.amount !== null ? toProviderAmount(row.amount, payment.currency) : null;
  if (!payment?.intentId || amount === null) return err({ kind: "not-possible" });
  // What went back since it was proposed, by the payee or the payer's bank, does not go back again.
  if (row.amount! > (await stillPaid(tx, row))) return err({ kind: "not-possible" });
  const metadata = { case_id: payment.caseId, payment_id: payment.id };
  return tellProvider(tx, ctx, row, {
    operation: "refund.create",
    request: { payment_intent: payment.intentId, amount, metadata },
  });
}

type Order = {
  operation: "refund.create" | "dispute.answer" | "dispute.concede";
  request: Record<string, unknown>;
};

async function tellProvider(
  tx: Tx,
  ctx: Ctx,
  { caseId, paymentId }: MoneyActRow,
  order: Order,
): Promise<Result<null, DecideRefusal>> {
  const payment = paymentId ? await paymentBy(tx, caseId, paymentId) : null;
  if (!payment) return err({ kind: "not-possible" });
  const { accountId, orgId, id } = payment;
  await callProvider(tx, ctx, { ...order, accountId, orgId, payment: { caseId, id } });
  return ok(null);
}

/** Undoes a report of a payment that never came: the answer to it, the money, and what it lessened of the debt. */
async function reverseReport(
  tx: Tx,
  ctx: Ctx,
  { kase, subject }: { kase: CaseRow; subject: string },
): Promise<Result<null, DecideRefusal>> {
  const { caseId } = kase;
  const log = await eventsOf(tx, caseId);
  const told = log.find(({ id, type }) => type === "payment" && reportKey("payment", id) === subject);
  if (!told) return err({ kind: "not-possible" });
  const zone = await zoneOf(tx, caseId);
  const applied = new Set((await transfersAbout(tx, caseId)).map(({ cause }) => cause));
  if (applied.has(reversalKey(subject))) return err({ kind: "decided" });
  const answers = (["confirmed", "contested"] as const).map((answer) =>
    answerKey(answer, "payment", told.id),
  );
  for (const reversed of [...answers.filter((key) => applied.has(key)), subject]) {
    const when = { at: ctx.now, effectiveOn: dateIn(zone, ctx.now), now: ctx.now };
    const done = await reverseCause(tx, { ...when, caseId, reversed });
    if (!done.ok) return err({ kind: "moved-on" });
  }
  const { amount, payee } = told.payload.refs ?? {};
  const recorded = await recordEvent(tx, ctx, kase, {
    type: "payment",
    occurredAt: ctx.now,
    payload: {
      act: { direction: "in" },
      refs: { amount: -Number(amount), payee: payee ?? null, paymentId: told.id },
    },
  });
  if (!recorded.ok) return err({ kind: "not-possible" });
  await settleCase(tx, ctx, kase, { zone, at: ctx.now, trigger: reversalKey(subject) });
  await closeException(
    tx,
    { caseId, key: exceptionKey("contested", subject) },
    { now: ctx.now, by: ctx.actor.userId },
  );
  return ok(null);
}
