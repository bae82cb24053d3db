import { and, asc, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import type { Reader, Tx } from "#db/client.ts";
import { caseDrafts, cases, debtors, evidenceItems } from "#db/schema/cases.ts";
import { contactMessages, debtorChannels } from "#db/schema/contact.ts";
import { conductReports } from "#db/schema/debtors.ts";
import { subjectKeys } from "#db/schema/keys.ts";
import { papers } from "#db/schema/papers.ts";
import { moneyExceptions } from "#db/schema/payments.ts";
import { eventNotes } from "#db/schema/timeline.ts";
import { visitPlans } from "#db/schema/visits.ts";

/** The next cases of which it is to be asked whether their terms have ended; what another worker looks at is passed over. */
export const keysToLookAt = (tx: Tx, now: Date, limit: number) =>
  tx
    .select({ caseId: subjectKeys.caseId })
    .from(subjectKeys)
    .where(lte(subjectKeys.lookAt, now))
    .orderBy(asc(subjectKeys.lookAt), asc(subjectKeys.caseId))
    .limit(limit)
    .for("no key update", { skipLocked: true });

export async function lookAgain(tx: Tx, caseId: string, lookAt: Date): Promise<void> {
  await tx.update(subjectKeys).set({ lookAt }).where(eq(subjectKeys.caseId, caseId));
}

/** The documents that went with a case's debtor, in the order they were added: what the log still tells of each. */
export const erasedEvidenceOf = (reader: Reader, caseId: string) =>
  reader
    .select({
      id: evidenceItems.id,
      kind: evidenceItems.kind,
      addedAt: evidenceItems.addedAt,
      sha256: evidenceItems.sha256,
    })
    .from(evidenceItems)
    .innerJoin(
      subjectKeys,
      and(eq(subjectKeys.caseId, evidenceItems.caseId), eq(subjectKeys.destroyedAt, evidenceItems.removedAt)),
    )
    .where(eq(evidenceItems.caseId, caseId))
    .orderBy(asc(evidenceItems.addedAt), asc(evidenceItems.id));

/** The case with whose debtor a document was erased, the last of them where several named it; null where it is still needed. */
export async function caseThatErased(reader: Reader, documentId: string): Promise<string | null> {
  const [row] = await reader.execute<{ caseId: string }>(sql`select k.case_id as "caseId" from subject_keys k
    where k.destroyed_at is not null and k.case_id in (
      select case_id from evidence_items where document_id = ${documentId}
      union select case_id from case_message_files where document_id = ${documentId})
      and not exists (select from document_holds h where h.document_id = ${documentId})
    order by k.destroyed_at desc limit 1`);
  return row?.caseId ?? null;
}

/** What beside the log says whether a debtor's data is still needed. */
export async function neededFor(reader: Reader, caseId: string) {
  const [voucher] = await reader.execute<{ last: string | null }>(sql`select greatest(
    (select max(issued_on) from ${papers} where case_id = ${caseId}),
    (select max(effective_on) from ledger_transfers where from_book = ${caseId} or to_book = ${caseId}))::text as last`);
  const [held] = await reader.execute<{ held: boolean }>(sql`select exists(select from ledger_accounts
    where book_id = ${caseId} and kind in ('client_money', 'remit_owed') and balance > 0) as held`);
  const alarms = and(eq(moneyExceptions.caseId, caseId), isNull(moneyExceptions.closedAt));
  const waiting = and(eq(conductReports.caseId, caseId), isNull(conductReports.verdict));
  const handedOver = inArray(contactMessages.status, ["sending", "unknown"]);
  return {
    lastVoucherOn: voucher.last,
    moneyHeld: held.held || (await reader.$count(moneyExceptions, alarms)) > 0,
    reportsWaiting: await reader.$count(conductReports, waiting),
    onTheirWay: await reader.$count(contactMessages, and(eq(contactMessages.caseId, caseId), handedOver)),
  };
}

/** Destroys the key: from here on nobody can open what lies under it. False when it was destroyed before. */
export async function destroyKey(
  tx: Tx,
  { caseId, rule, at }: { caseId: string; rule: string; at: Date },
): Promise<boolean> {
  const rows = await tx
    .update(subjectKeys)
    .set({ sealed: null, destroyedAt: at, rule, lookAt: null })
    .where(and(eq(subjectKeys.caseId, caseId), isNull(subjectKeys.destroyedAt)))
    .returning({ caseId: subjectKeys.caseId });
  return rows.length === 1;
}

/**
 * Empties what is about the person: what lay under the key, which nobody can open any more, and digests and letters beside it. The rows stay, each a tombstone; the guards let
 * it through for a case whose key is destroyed, and nothing but it.
 */
export async function emptyPersonal(tx: Tx, caseId: string, at: Date): Promise<void> {
  const nothing = { name: null, email: null, phone: null, address: null, description: null };
  await tx
    .update(debtors)
    .set({ ...nothing, nameKey: null, duplicateKey: null })
    .where(eq(debtors.caseId, caseId));
  await tx
    .update(cases)
    .set({
      answers: sql`${cases.answers} #- '{claim,reference}' #- '{history,judgmentCourt}' #- '{history,judgmentNumber}'`,
    })
    .where(eq(cases.caseId, caseId));
  await tx.delete(caseDrafts).where(eq(caseDrafts.caseId, caseId));
  await tx.delete(eventNotes).where(eq(eventNotes.caseId, caseId));
  await tx.delete(debtorChannels).where(eq(debtorChannels.caseId, caseId));
  await emptyMessages(tx, caseId, at);
  await emptyVisits(tx, caseId, at);
  await emptyWords(tx, caseId);
  await tx
    .update(evidenceItems)
    .set({
      title: Buffer.alloc(0),
      removedAt: sql`coalesce(${evidenceItems.removedAt}, ${at.toISOString()})`,
    })
    .where(eq(evidenceItems.caseId, caseId));
  await tx.execute(sql`update documents set sealed_name = '' where case_id = ${caseId}`);
}

/** Letters, and what waited to go out and never will. */
async function emptyMessages(tx: Tx, caseId: string, at: Date): Promise<void> {
  const mine = eq(contactMessages.caseId, caseId);
  await tx
    .update(contactMessages)
    .set({ status: "withdrawn", dueAt: null, settledAt: at })
    .where(and(mine, inArray(contactMessages.status, ["waiting", "held"])));
  const letter = sql`case when ${contactMessages.letter} is null then null else '' end`;
  await tx.update(contactMessages).set({ typed: "", letter, addressKey: "", answer: null }).where(mine);
}

/** Why somebody went to see the debtor, and where. */
async function emptyVisits(tx: Tx, caseId: string, at: Date): Promise<void> {
  const mine = eq(visitPlans.caseId, caseId);
  await tx
    .update(visitPlans)
    .set({ status: "withdrawn", lookAt: null, settledAt: at })
    .where(and(mine, eq(visitPlans.status, "planned")));
  await tx.update(visitPlans).set({ purpose: null, addressKey: "" }).where(mine);
}

/** What people wrote about the case beside its log, and the claim as it was imported. */
async function emptyWords(tx: Tx, caseId: string): Promise<void> {
  for (const emptied of [
    sql`update case_messages set body = '', redaction_reason = substring(redaction_reason from 1 for 0)
      where case_id = ${caseId} and (body <> '' or redaction_reason <> '')`,
    sql`update text_reviews set words = '', reason = null where case_id = ${caseId} and verdict is distinct from 'refused'`,
    sql`update text_reviews set words = '', reason = '' where case_id = ${caseId} and verdict = 'refused'`,
    sql`update conduct_reports set reasons = '' where case_id = ${caseId} and reasons <> ''`,
    sql`update text_events set raw = '' where case_id = ${caseId}
      or id in (select id from text_replies where case_id = ${caseId})`,
    sql`update text_replies set words = '', address_key = '' where case_id = ${caseId}`,
    sql`update notifications set values = values || '{"reason": ""}' where href = ${`/cases/${caseId}`} and values ->> 'reason' <> ''`,
    sql`update portfolio_claims set sealed = '', name_key = '' where case_id = ${caseId}`,
  ])
    await tx.execute(emptied);
}
