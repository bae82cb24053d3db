import type { Moved } from "#app/domain/ledger/case-money.ts";
import { reporterOf, reportsIn } from "#app/domain/ledger/case-money.ts";
import { paymentIdOf } from "#app/domain/ledger/payments-received.ts";
import { partsOf, type SetOffs } from "#app/domain/ledger/set-off.ts";
import type { ReceiptContent } from "#app/domain/papers/content.ts";
import type { TimelineEvent } from "#app/domain/timeline/events.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { cancelPaper, issuePaper } from "#app/use-cases/issue-paper.server.ts";
import { mandatesOfLot } from "#app/use-cases/lot-mandate.server.ts";
import type { Reader, Tx } from "#db/client.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { mandatesOf } from "#db/queries/engagements.ts";
import { transfersAbout } from "#db/queries/ledger.ts";
import { organizationsById } from "#db/queries/organizations.ts";
import { standingPaper, standingSums } from "#db/queries/papers.ts";
import { paymentsOn } from "#db/queries/payments.ts";

type Received = { found: SetOffs; events: ReadonlyMap<string, TimelineEvent> };
type Payment = SetOffs["payments"][number];

export const receiptSubject = (paymentId: string): string => `receipt:${paymentId}`;

/**
 * Brings the receipts of a case's payments to what each payment is now: one for what its payee says it has, whether the provider told of it or
 * a side reported it; where it went back, the receipt is withdrawn and one is issued for what is left.
 */
export async function keepReceipts(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  { found, events }: Received,
): Promise<void> {
  const stands = await standingSums(tx, kase.caseId);
  const moved = await transfersAbout(tx, kase.caseId);
  const paidTo = await payeesThen(tx, kase);
  const payments = new Map(found.payments.map((payment) => [payment.id, payment]));
  const changed = [...events].flatMap(([id, event]) => {
    const payment = payments.get(id);
    const issuerId = paidTo(id, event);
    const wanted =
      payment && isAcknowledged(id, event, { kase, moved, events }) ? BigInt(payment.amount) : 0n;
    const before = stands.get(receiptSubject(id)) ?? 0n;
    // What was said to be contested after its receipt keeps it until an admin finds that it never came.
    const keeps = wanted === 0n && payment !== undefined && before === BigInt(payment.amount);
    return issuerId && wanted !== before && !keeps ? [{ id, event, payment, issuerId, wanted, before }] : [];
  });
  // Counters are held in one order, whichever payments are looked at.
  for (const each of changed.toSorted((a, b) => (a.issuerId < b.issuerId ? -1 : 1))) {
    const about = { caseId: kase.caseId, subject: receiptSubject(each.id) };
    const standing = each.before > 0n ? await standingPaper(tx, { ...about, kind: "receipt" }) : null;
    if (standing) await cancelPaper(tx, ctx, standing);
    if (each.wanted > 0n && each.payment)
      await issueReceipt(tx, ctx, kase, { ...each, payment: each.payment });
  }
}

/**
 * Who was paid by each payment: the holder of the account at the provider, else the collector whose mandate was in force when the money came in.
 * A collector that was replaced goes on answering for what it received.
 */
async function payeesThen(reader: Reader, kase: CaseRow) {
  const { caseId, creditorOrgId, collectorOrgId } = kase;
  const accounts = new Map((await paymentsOn(reader, caseId)).map(({ id, orgId }) => [id, orgId]));
  const mandates = [...(await mandatesOf(reader, caseId)), ...(await mandatesOfLot(reader, kase))];
  return (id: string, { payload, occurredAt: at }: TimelineEvent): string | null => {
    if (payload.refs?.payee === "creditor") return creditorOrgId;
    const then = mandates.find(
      ({ engagedAt, endedAt }) => engagedAt && engagedAt <= at && (!endedAt || at < endedAt),
    );
    return accounts.get(id) ?? then?.collectorOrgId ?? collectorOrgId;
  };
}

type Knowing = { kase: CaseRow; moved: readonly Moved[]; events: ReadonlyMap<string, TimelineEvent> };

/** The provider told of it, the payee reported it itself, or confirmed what the other side reported. */
function isAcknowledged(id: string, event: TimelineEvent, { kase, moved, events }: Knowing): boolean {
  if (paymentIdOf(event) !== event.id) return true;
  const report = reportsIn(moved).find((each) => each.kind === "payment" && each.id === id);
  if (!report) return false;
  const by = reporterOf(report, kase.creditorOrgId, events);
  return report.state === "confirmed" || (report.state === "reported" && by === event.payload.refs?.payee);
}

type Issuing = { id: string; event: TimelineEvent; payment: Payment; issuerId: string; wanted: bigint };

async function issueReceipt(
  tx: Tx,
  ctx: Ctx,
  { caseId, code, creditorOrgId, answers }: CaseRow,
  { id, event, payment, issuerId, wanted }: Issuing,
): Promise<void> {
  const names = await organizationsById(tx, [issuerId, creditorOrgId]);
  const nameOf = (of: string) => names.get(of)?.name ?? "";
  const { currency } = answers.claim;
  await issuePaper(tx, ctx, {
    ...{ kind: "receipt", issuerId, recipientId: null, caseId, subject: receiptSubject(id), currency },
    total: wanted,
    say: (head): ReceiptContent => ({
      ...head,
      ...{ issuer: { name: nameOf(issuerId) }, creditor: nameOf(creditorOrgId), case: code },
      ...{ paidOn: payment.on, through: paymentIdOf(event) === event.id ? "transfer" : "provider" },
      ...{ setOff: partsOf(payment.setOff), cancels: null },
    }),
  });
}
