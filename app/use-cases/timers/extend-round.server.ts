import { ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { type NotLawful, recordEvent } from "#app/use-cases/record-event.server.ts";
import type { Tx } from "#db/client.ts";
import { bidders } from "#db/queries/bids.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { relistRound } from "#db/queries/open-rounds.ts";
import { askersIn } from "#db/queries/round-questions.ts";
import { extendTender, type TenderRow } from "#db/queries/tenders.ts";
import { setTimer } from "./set-timer.server.ts";

/**
 * Lets a round go on that brought no choice, in the transaction of the timer that would have closed it: nothing of it was opened, and
 * who has bid or asked, and the creditor, are told.
 */
export async function extendRound(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  { tender, until }: { tender: TenderRow; until: Date },
): Promise<Result<null, NotLawful>> {
  const { caseId, code, creditorOrgId } = kase;
  const { id: tenderId } = tender;
  await extendTender(tx, tender, { closesAt: until, extendedAt: ctx.now });
  await relistRound(tx, caseId, until);
  await setTimer(tx, ctx, { caseId, kind: "close_round", subjectId: tenderId, dueAt: until });
  const recorded = await recordEvent(tx, ctx, kase, {
    type: "round_extended",
    occurredAt: ctx.now,
    payload: { refs: { tenderId, round: tender.round, until: until.toISOString() } },
  });
  if (!recorded.ok) return recorded;
  const notice = { kind: "round_extended", values: { case: code, untilAt: until.toISOString() } } as const;
  await notify(tx, ctx, { ...notice, toOrgId: creditorOrgId, href: `/cases/${caseId}/bids` });
  const concerned = [
    ...(await bidders(tx, { caseId, tenderId })),
    ...(await askersIn(tx, { caseId, tenderId })),
  ];
  for (const toOrgId of new Set(concerned)) {
    await notify(tx, ctx, { ...notice, toOrgId, href: `/rounds/${caseId}` });
  }
  return ok(null);
}
