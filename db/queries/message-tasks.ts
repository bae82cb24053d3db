import { and, asc, count, eq, gt, inArray, isNotNull, isNull, lte, min, ne, or, sql } from "drizzle-orm";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { isCollector } from "#app/domain/accounts/actor.ts";
import type { PageKey } from "#app/domain/page-key.ts";
import type { Reader, Tx } from "../client.ts";
import { users } from "../schema/accounts.ts";
import { cases } from "../schema/cases.ts";
import { caseMessages } from "../schema/conversation.ts";
import { subjectKeys } from "../schema/keys.ts";

/** What the other side asked of the actor's organisation and is still open, under the engagement that holds today. */
function askedOf(actor: Actor) {
  if (!actor.orgId) return sql`false`;
  const own = isCollector(actor.role) ? caseMessages.collectorOrgId : caseMessages.creditorOrgId;
  return and(
    eq(own, actor.orgId),
    ne(caseMessages.authorOrgId, actor.orgId),
    isNotNull(caseMessages.dueAt),
    isNull(caseMessages.doneAt),
    isNull(caseMessages.redactedAt),
    eq(cases.collectorOrgId, caseMessages.collectorOrgId),
    eq(cases.creditorOrgId, caseMessages.creditorOrgId),
  );
}

const ofCase = eq(cases.caseId, caseMessages.caseId);

export type MessageTask = {
  caseId: string;
  code: string;
  id: string;
  body: Buffer;
  /** What the body is sealed under. */
  key: Buffer | null;
  dueAt: Date;
  createdAt: Date;
  authorName: string;
};

/** The open tasks of the actor's organisation, what is due first first; `after` is the last row of the page before. */
export async function messageTasks(
  reader: Reader,
  actor: Actor,
  { after, limit }: { after: PageKey | null; limit: number },
): Promise<MessageTask[]> {
  const beyond = after
    ? or(
        gt(caseMessages.dueAt, after.at),
        and(eq(caseMessages.dueAt, after.at), gt(caseMessages.id, after.id)),
      )
    : undefined;
  return reader
    .select({
      caseId: caseMessages.caseId,
      code: cases.code,
      id: caseMessages.id,
      body: caseMessages.body,
      key: subjectKeys.sealed,
      dueAt: sql<Date>`${caseMessages.dueAt}`.mapWith(caseMessages.dueAt),
      createdAt: caseMessages.createdAt,
      authorName: users.name,
    })
    .from(caseMessages)
    .innerJoin(cases, ofCase)
    .innerJoin(users, eq(users.id, caseMessages.authorUserId))
    .leftJoin(subjectKeys, eq(subjectKeys.caseId, caseMessages.caseId))
    .where(and(askedOf(actor), beyond))
    .orderBy(asc(caseMessages.dueAt), asc(caseMessages.id))
    .limit(limit);
}

/** How many tasks wait for the actor's organisation, and when the first of them is due. */
export async function taskCount(reader: Reader, actor: Actor): Promise<{ open: number; first: Date | null }> {
  const [row] = await reader
    .select({ open: count(), first: min(caseMessages.dueAt) })
    .from(caseMessages)
    .innerJoin(cases, ofCase)
    .where(askedOf(actor));
  return row;
}

export type LateAnswer = {
  caseId: string;
  id: string;
  code: string;
  authorUserId: string;
  authorOrgId: string;
  authorName: string;
  creditorOrgId: string;
  collectorOrgId: string;
  dueAt: Date;
  /** False once the engagement it belongs to has ended or its words are gone: nobody waits any more. */
  waits: boolean;
};

/**
 * Takes the tasks whose reminder (`soon`) or end (`over`) has come, and holds them until the transaction ends; what another worker
 * holds is left to it.
 */
export async function takeLateAnswers(
  tx: Tx,
  which: "soon" | "over",
  { now, limit }: { now: Date; limit: number },
): Promise<LateAnswer[]> {
  const open = and(isNotNull(caseMessages.dueAt), isNull(caseMessages.doneAt));
  const due =
    which === "soon"
      ? and(open, isNull(caseMessages.remindedAt), lte(caseMessages.remindAt, now))
      : and(open, isNull(caseMessages.overdueToldAt), lte(caseMessages.dueAt, now));
  const rows = await tx
    .select({
      caseId: caseMessages.caseId,
      id: caseMessages.id,
      code: cases.code,
      authorUserId: caseMessages.authorUserId,
      authorOrgId: caseMessages.authorOrgId,
      authorName: users.name,
      creditorOrgId: caseMessages.creditorOrgId,
      collectorOrgId: caseMessages.collectorOrgId,
      dueAt: sql<Date>`${caseMessages.dueAt}`.mapWith(caseMessages.dueAt),
      redactedAt: caseMessages.redactedAt,
      engagedOrgId: cases.collectorOrgId,
    })
    .from(caseMessages)
    .innerJoin(cases, ofCase)
    .innerJoin(users, eq(users.id, caseMessages.authorUserId))
    .where(due)
    .orderBy(asc(which === "soon" ? caseMessages.remindAt : caseMessages.dueAt))
    .limit(limit)
    .for("update", { of: caseMessages, skipLocked: true });
  return rows.map(({ redactedAt, engagedOrgId, ...row }) => ({
    ...row,
    waits: redactedAt === null && engagedOrgId === row.collectorOrgId,
  }));
}

export async function markChased(
  tx: Tx,
  which: "soon" | "over",
  rows: readonly Pick<LateAnswer, "caseId" | "id">[],
  at: Date,
): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .update(caseMessages)
    .set(which === "soon" ? { remindedAt: at } : { overdueToldAt: at })
    .where(
      and(
        inArray(caseMessages.caseId, [...new Set(rows.map(({ caseId }) => caseId))]),
        inArray(
          caseMessages.id,
          rows.map(({ id }) => id),
        ),
      ),
    );
}
