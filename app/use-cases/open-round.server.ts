import { eq } from "drizzle-orm";
import { caseMoves } from "#app/domain/cases/moves.ts";
import { newId } from "#app/domain/ids.ts";
import type { Decision, Stage } from "#app/domain/law/types.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { hoursAfter, hoursOf, widening } from "#app/domain/tenders/round.ts";
import type { FeeModel } from "#app/domain/tenders/terms.ts";
import { newRoundKey } from "#app/gateways/round-keys.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { putOnMarket } from "#app/use-cases/put-on-market.server.ts";
import { recordEvent } from "#app/use-cases/record-event.server.ts";
import { setTimer } from "#app/use-cases/timers/set-timer.server.ts";
import type { Tx } from "#db/client.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { briefOf, insertTender, latestTender, setTenderStatus, type TenderRow } from "#db/queries/tenders.ts";
import { cases } from "#db/schema/cases.ts";

export type NewRound = {
  /** How long bids are taken. */
  hours: number;
  /** The last rung of the mandate. */
  scope: Stage;
  feeModels: FeeModel[];
  /** Jurisdictions whose licence holders may bid; the case's own where none is named. */
  territories?: string[];
};

export type OpenRoundRefusal = { kind: "wrong-status" } | { kind: "not-lawful"; decision: Decision };

/**
 * Opens the next round of a case in the caller's transaction, which holds the case: a fresh key, the timer that
 * closes it, the event, the case's status. The bids of a round before it are declined. Refused where the case does not stand before a round.
 */
export async function openRound(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  { hours, scope, feeModels, territories = [kase.jurisdiction] }: NewRound,
): Promise<Result<TenderRow, OpenRoundRefusal>> {
  const status = caseMoves[kase.status].openRound;
  if (!status) return err({ kind: "wrong-status" });
  const before = await latestTender(tx, kase.caseId);
  const tender: TenderRow = {
    caseId: kase.caseId,
    id: newId(ctx.now),
    round: (before?.round ?? 0) + 1,
    status: "open",
    scope,
    feeModels,
    territories,
    opensAt: ctx.now,
    closesAt: hoursAfter(ctx.now, hours),
    extendedAt: null,
    closedAt: null,
    lane: "sealed",
    wrappedKey: newRoundKey(ctx.secrets),
  };
  if (before?.status === "closed") await setTenderStatus(tx, before, { status: "void" });
  await insertTender(tx, tender);
  const brief = await briefOf(tx, kase.caseId);
  if (!brief) throw new Error(`The case ${kase.caseId} has no masked card`);
  await putOnMarket(tx, {
    subject: "case",
    caseCount: 1,
    brief,
    tender,
    creditorOrgId: kase.creditorOrgId,
  });
  await setTimer(tx, ctx, {
    caseId: kase.caseId,
    kind: "close_round",
    subjectId: tender.id,
    dueAt: tender.closesAt,
  });

  const wider = before && widening(termsOf(before), termsOf(tender));
  if (wider) {
    const widened = await recordEvent(tx, ctx, kase, {
      type: "round_widened",
      occurredAt: ctx.now,
      payload: { refs: { tenderId: tender.id, ...wider } },
    });
    if (!widened.ok) return widened;
  }
  const opened = await recordEvent(tx, ctx, kase, {
    type: "round_opened",
    occurredAt: ctx.now,
    payload: {
      refs: { tenderId: tender.id, round: tender.round, hours, scope, feeModels: feeModels.join(",") },
    },
  });
  if (!opened.ok) return opened;
  await tx.update(cases).set({ status, updatedAt: ctx.now }).where(eq(cases.caseId, kase.caseId));
  kase.status = status;
  return ok(tender);
}

const termsOf = ({ scope, feeModels, territories, ...round }: TenderRow) => ({
  hours: hoursOf(round),
  scope,
  feeModels: feeModels as FeeModel[],
  territories,
});
