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

type Extended = { tender: TenderRow; until: Date };
/** Where the creditor and where who bids or asks reads on. */
type Addresses = { creditor: string; bidder: string };

/** Lets a case's round go on that brought no choice, in the transaction of the timer that would have closed it, and writes so in its log. */
export async function extendRound(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  extended: Extended,
): Promise<Result<null, NotLawful>> {
  const { tender, until } = extended;
  const { caseId } = kase;
  await extendWindow(tx, ctx, kase, {
    ...extended,
    at: { creditor: `/cases/${caseId}/bids`, bidder: `/rounds/${caseId}` },
  });
  const recorded = await recordEvent(tx, ctx, kase, {
    type: "round_extended",
    occurredAt: ctx.now,
    payload: { refs: { tenderId: tender.id, round: tender.round, until: until.toISOString() } },
  });
  return recorded.ok ? ok(null) : recorded;
}

/** The later end of a round, of a case or a lot: nothing of it was opened, and who has bid or asked, and the creditor, are told. */
export async function extendWindow(
  tx: Tx,
  ctx: Ctx,
  { caseId, code, creditorOrgId }: Pick<CaseRow, "caseId" | "code" | "creditorOrgId">,
  { tender, until, at }: Extended & { at: Addresses },
): Promise<void> {
  const { id: tenderId } = tender;
  await extendTender(tx, tender, { closesAt: until, extendedAt: ctx.now });
  await relistRound(tx, caseId, until);
  await setTimer(tx, ctx, { caseId, kind: "close_round", subjectId: tenderId, dueAt: until });
  const notice = { kind: "round_extended", values: { case: code, untilAt: until.toISOString() } } as const;
  await notify(tx, ctx, { ...notice, toOrgId: creditorOrgId, href: at.creditor });
  const concerned = [
    ...(await bidders(tx, { caseId, tenderId })),
    ...(await askersIn(tx, { caseId, tenderId })),
  ];
  for (const toOrgId of new Set(concerned)) {
    await notify(tx, ctx, { ...notice, toOrgId, href: at.bidder });
  }
}
