import { balanceOf } from "#app/domain/ledger/balance.ts";
import type { SetOffs } from "#app/domain/ledger/set-off.ts";
import type { Satisfaction, SatisfactionContent } from "#app/domain/papers/content.ts";
import { countedOf, lastPaidOn, satisfiedBy } from "#app/domain/papers/satisfaction.ts";
import type { TimelineEvent } from "#app/domain/timeline/events.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import { isTitled } from "#app/domain/timeline/titled.ts";
import { issueCode } from "#app/use-cases/contact/letter-code.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { cancelPaper, issuePaper } from "#app/use-cases/issue-paper.server.ts";
import { receiptSubject } from "#app/use-cases/keep-receipts.server.ts";
import { notifySides } from "#app/use-cases/notify.server.ts";
import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { organizationsById } from "#db/queries/organizations.ts";
import { latestPaper, type PaperRow, standingSums } from "#db/queries/papers.ts";
import { eventsOf } from "#db/queries/timeline.ts";

/** As long as a German judgment can be enforced (BGB § 197): whoever was paid is asked about it at the latest then. */
const codeLifeMs = 30 * 365 * 86_400_000;

const endings: Partial<Record<TimelineEvent["type"], Satisfaction>> = {
  closed_paid: "paid",
  closed_settled: "settled",
};

const subjectOf = (caseId: string): string => `satisfaction:${caseId}`;

type Keeping = {
  zone: string;
  /** Every payment set off, with the debt brought to the end of today. */
  found: SetOffs;
  /** Who closes the case now, where somebody does: its letter is that party's own word. */
  closedBy?: string | null;
};

/**
 * Brings the letter that says that nothing more is owed to what the case is now: issued once its payments leave nothing, or a party closes it as
 * paid or settled; withdrawn once a payment that it was given on goes back. The caller holds the case and has brought its receipts up to date.
 */
export async function keepSatisfaction(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  { zone, found, closedBy = null }: Keeping,
): Promise<void> {
  const { caseId } = kase;
  const last = await latestPaper(tx, { caseId, subject: subjectOf(caseId), kind: "satisfaction_letter" });
  const events = await eventsOf(tx, caseId);
  const judgment = isTitled(events, kase.stage);
  const ending = events.map(({ type }) => endings[type]).find(Boolean);
  const counted = countedOf(found, kase.answers.claim);
  const how = satisfiedBy({
    nothingLeft: !judgment && (await isNothingLeft(tx, kase, found)),
    closed: ending ? { how: ending, now: closedBy !== null } : null,
    ...{ counted, before: last ? last.paper.total : null },
  });
  const stands = last !== null && !last.undone;
  if (stands && !how) await withdraw(tx, ctx, kase, last.paper);
  if (stands || !how) return;
  const today = dateIn(zone, ctx.now);
  const satisfiedOn = ending ? today : (lastPaidOn(found) ?? today);
  const issuerId = closedBy ?? kase.collectorOrgId ?? kase.creditorOrgId;
  await issue(tx, ctx, kase, { issuerId, how, judgment, satisfiedOn, counted, found });
}

/** By payments that their payee has receipted: what another side only reported pays nothing off for good. */
async function isNothingLeft(tx: Tx, { caseId, answers }: CaseRow, found: SetOffs): Promise<boolean> {
  if (found.payments.length === 0) return false;
  const balance = balanceOf(answers.claim, found);
  const paid = balance.ok ? BigInt(balance.value.total) === 0n : balance.error.kind === "overpaid";
  if (!paid) return false;
  const receipted = await standingSums(tx, caseId);
  return found.payments.every(({ id, amount }) => receipted.get(receiptSubject(id)) === BigInt(amount));
}

type Issuing = Pick<SatisfactionContent, "how" | "judgment" | "satisfiedOn"> & {
  issuerId: string;
  counted: bigint;
  found: SetOffs;
};

async function issue(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  { issuerId, counted, found, ...says }: Issuing,
): Promise<void> {
  const { caseId, code, creditorOrgId, jurisdiction, answers } = kase;
  const names = await organizationsById(tx, [issuerId, creditorOrgId]);
  const nameOf = (id: string) => names.get(id)?.name ?? "";
  const { currency, principal } = answers.claim;
  const paper = await issuePaper(tx, ctx, {
    ...{ kind: "satisfaction_letter", issuerId, recipientId: null, caseId, subject: subjectOf(caseId) },
    ...{ currency, total: counted },
    say: (head): SatisfactionContent => ({
      ...{ ...head, ...says, issuer: { name: nameOf(issuerId) }, creditor: nameOf(creditorOrgId) },
      ...{ case: code, jurisdiction, principal: String(principal), cancels: null },
      payments: found.payments.map(({ on, amount }) => ({ on, amount: String(amount) })),
    }),
  });
  await issueCode(tx, ctx, { caseId, id: paper.id }, codeLifeMs);
  await tell(tx, ctx, kase, { kind: "claim_satisfied", operation: "paper.issued", paper });
}

async function withdraw(tx: Tx, ctx: Ctx, kase: CaseRow, standing: PaperRow): Promise<void> {
  const paper = await cancelPaper(tx, ctx, standing);
  if (!paper) throw new Error(`Paper ${standing.id} is not undone`);
  await tell(tx, ctx, kase, { kind: "satisfaction_withdrawn", operation: "paper.cancelled", paper });
}

type Telling = {
  kind: "claim_satisfied" | "satisfaction_withdrawn";
  operation: "paper.issued" | "paper.cancelled";
  paper: PaperRow;
};

async function tell(tx: Tx, ctx: Ctx, kase: CaseRow, { kind, operation, paper }: Telling): Promise<void> {
  const { id: subjectId, number } = paper;
  await insertAudit(tx, ctx, { operation, subjectKind: "paper", subjectId, details: { number } });
  const values = { case: kase.code, number };
  await notifySides(tx, ctx, kase, { kind, values, href: `/cases/${kase.caseId}/money` });
}
