import { and, asc, count, desc, eq, isNull } from "drizzle-orm";
import type { DeclineCount } from "#app/domain/tenders/declines.ts";
import type { Reader, Tx } from "#db/client.ts";
import { roundDeclines } from "#db/schema/tenders.ts";
import { unlessClosed } from "./bids.ts";

export type DeclineRow = typeof roundDeclines.$inferSelect;
type RoundId = { caseId: string; tenderId: string };

const inRound = ({ caseId, tenderId }: RoundId) =>
  and(
    eq(roundDeclines.caseId, caseId),
    eq(roundDeclines.tenderId, tenderId),
    isNull(roundDeclines.takenBackAt),
  );

/** The organisation's own decline of a round while it stands. */
export async function ownDecline(
  reader: Reader,
  { orgId, ...round }: RoundId & { orgId: string },
): Promise<DeclineRow | null> {
  const [row] = await reader
    .select()
    .from(roundDeclines)
    .where(and(inRound(round), eq(roundDeclines.orgId, orgId)));
  return row ?? null;
}

/** Declines a round, or gives another reason; the database refuses both once the round is closed. */
export const saveDecline = (tx: Tx, row: DeclineRow) =>
  unlessClosed(tx, (inner) =>
    inner
      .insert(roundDeclines)
      .values(row)
      .onConflictDoUpdate({
        target: [roundDeclines.caseId, roundDeclines.tenderId, roundDeclines.orgId],
        set: {
          reason: row.reason,
          declinedBy: row.declinedBy,
          declinedAt: row.declinedAt,
          takenBackAt: null,
        },
      }),
  );

/** Takes a decline back, if there is one. */
export const takeDeclineBack = (tx: Tx, { orgId, ...round }: RoundId & { orgId: string }, now: Date) =>
  unlessClosed(tx, (inner) =>
    inner
      .update(roundDeclines)
      .set({ takenBackAt: now })
      .where(and(inRound(round), eq(roundDeclines.orgId, orgId))),
  );

/** Why collectors passed a round by, the most frequent reason first. */
export const declineCounts = (reader: Reader, round: RoundId): Promise<DeclineCount[]> =>
  reader
    .select({ reason: roundDeclines.reason, count: count() })
    .from(roundDeclines)
    .where(inRound(round))
    .groupBy(roundDeclines.reason)
    .orderBy(desc(count()), asc(roundDeclines.reason));
