import { and, desc, eq, gt, lt, or, sql } from "drizzle-orm";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { newId } from "#app/domain/ids.ts";
import type { PageKey } from "#app/domain/page-key.ts";
import type { Reader, Tx } from "../client.ts";
import { auditEntries, organizations, users } from "../schema/accounts.ts";

export type AuditEntry = {
  /** `licence.verified`, `member.removed`: the thing and what was done to it. */
  operation: string;
  subjectKind:
    | "licence"
    | "insurance"
    | "user"
    | "organization"
    | "invitation"
    | "case"
    | "clock"
    | "law"
    | "portfolio"
    | "lot"
    | "provider_work"
    | "paper"
    | "letter_batch"
    | "month"
    | "upload"
    | "text_reply"
    | "wording"
    | "form_file";
  subjectId: string;
  /** Never a person's data: the log cannot be changed, so it could never be forgotten. */
  details?: Record<string, unknown>;
};

/** Records who did what, in the transaction that does it. */
export async function insertAudit(
  tx: Tx,
  { actor, now }: { actor: Actor; now: Date },
  entry: AuditEntry,
): Promise<void> {
  await tx.insert(auditEntries).values({
    id: newId(now),
    at: now,
    actorUserId: actor.userId,
    actorOrgId: actor.orgId,
    details: {},
    ...entry,
  });
}

/** The audit log, newest first, with the actors' present names. */
export async function auditAfter(
  reader: Reader,
  { after, limit, subjectId }: { after: PageKey | null; limit: number; subjectId?: string },
) {
  const beyond = after
    ? or(lt(auditEntries.at, after.at), and(eq(auditEntries.at, after.at), lt(auditEntries.id, after.id)))
    : undefined;
  return reader
    .select({
      id: auditEntries.id,
      at: auditEntries.at,
      operation: auditEntries.operation,
      subjectKind: auditEntries.subjectKind,
      subjectId: auditEntries.subjectId,
      details: auditEntries.details,
      actorName: users.name,
      orgName: organizations.name,
    })
    .from(auditEntries)
    .leftJoin(users, eq(users.id, auditEntries.actorUserId))
    .leftJoin(organizations, eq(organizations.id, auditEntries.actorOrgId))
    .where(and(beyond, subjectId ? eq(auditEntries.subjectId, subjectId) : undefined))
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
    .limit(limit);
}

/** Whether such an entry was made after a moment. */
export async function wasAudited(
  reader: Reader,
  { operation, subjectKind, subjectId }: AuditEntry,
  after: Date,
): Promise<boolean> {
  const [row] = await reader
    .select({ id: auditEntries.id })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.subjectKind, subjectKind),
        eq(auditEntries.subjectId, subjectId),
        eq(auditEntries.operation, operation),
        gt(auditEntries.at, after),
      ),
    )
    .limit(1);
  return row !== undefined;
}

/** Entries about a subject that name a purpose: who looked at it and what for, the newest first. */
export const sightsOf = (reader: Reader, { kind, id, limit }: { kind: string; id: string; limit: number }) =>
  reader
    .select({
      at: auditEntries.at,
      operation: auditEntries.operation,
      details: auditEntries.details,
      orgName: organizations.name,
      orgKind: organizations.kind,
    })
    .from(auditEntries)
    .leftJoin(organizations, eq(organizations.id, auditEntries.actorOrgId))
    .where(
      and(
        eq(auditEntries.subjectKind, kind),
        eq(auditEntries.subjectId, id),
        sql`${auditEntries.details} ? 'purpose'`,
      ),
    )
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
    .limit(limit);
